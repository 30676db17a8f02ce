import RouteList from 'c/routeList';
import check from '@salesforce/apex/RouteController.check';
import fields from '@salesforce/apex/RouteController.fields';
import load from '@salesforce/apex/RouteController.load';
import move from '@salesforce/apex/RouteController.move';
import preview from '@salesforce/apex/RouteController.preview';
import remove from '@salesforce/apex/RouteController.remove';
import save from '@salesforce/apex/RouteController.save';
import setActive from '@salesforce/apex/RouteController.setActive';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import page from './data/page.json';

jest.mock('@salesforce/apex/RouteController.check', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.fields', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.move', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.setActive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.tryWith', () => ({ default: jest.fn() }), { virtual: true });

const empty = { ...page, rules: [], hasFallback: false };

async function open(state: object = page) {
  mockOf(load).mockResolvedValueOnce(state);
  mockOf(preview).mockResolvedValue({ looked: 0, shares: [] });
  mockOf(check).mockResolvedValue({ problem: null, records: 7 });
  mockOf(fields).mockResolvedValue([]);
  const element = mount('c-route-list', RouteList);
  await settle();
  await settle();
  return element;
}

const rules = (element: Element) => findAll(element, 'li.item');
const icon = (element: Element, text: string) =>
  findAll(element, 'lightning-button-icon').find(
    (each) => (each as unknown as { alternativeText: string }).alternativeText === text
  )!;

describe('c-route-list', () => {
  it('says what happens without routes', async () => {
    const element = await open(empty);

    expect(textOf(find(element, 'c-empty-state'))).toMatch(
      /^No routes All records go to Trading, the first live connection that takes them\./
    );
    await expect(element).toBeAccessible();
  });

  it('says that nothing is sent while no connection is live', async () => {
    const element = await open({ ...empty, withoutRoutes: null });

    expect(textOf(find(element, 'c-empty-state'))).toContain('Go live under Connections.');
  });

  it('sends whoever has no connection to set one up', async () => {
    const element = await open({ source: null, sources: [], connections: [], rules: [] });

    expect(textOf(element)).toContain('Set up the first one under Connections.');
  });

  it('lists the routes in order, with what is wrong with them', async () => {
    const element = await open();

    const [germany, broken, rest, late] = rules(element).map(textOf);
    expect(germany).toContain("Account.BillingCountry = 'DE'");
    expect(germany).toContain('Trading, International');
    expect(broken).toContain('Order has no field Shoe__c.');
    expect(broken).toContain('Not live: International.');
    expect(rest).toMatch(/^All records/);
    expect(late).toContain('Never asked: a route above takes all records.');
    expect(textOf(element)).toContain('Documents that were refused because no route took them: 3.');
    expect(textOf(element)).not.toContain('other records are refused');
    await expect(element).toBeAccessible();
  });

  it('says what becomes of records that no route takes', async () => {
    const element = await open({ ...page, rules: page.rules.slice(0, 1), hasFallback: false });

    expect(textOf(element)).toContain('No route takes all the rest: other records are refused');
  });

  it('moves a route, and cannot move the first one up or the last one down', async () => {
    mockOf(move).mockResolvedValueOnce({ ...page, rules: [...page.rules].reverse() });
    const element = await open();
    const first = rules(element)[0]!;

    expect((icon(first, 'Move RT-0001 up') as unknown as { disabled: boolean }).disabled).toBe(true);
    await press(icon(first, 'Move RT-0001 down'));

    expect(move).toHaveBeenCalledWith({ source: 'Order_Activated', routeIds: ['r1', 'r2'], places: 1 });
    expect(textOf(rules(element)[0]!)).toContain('Never asked');
    expect(preview).toHaveBeenCalledTimes(2);
  });

  it('adds a route', async () => {
    mockOf(save).mockResolvedValueOnce(page);
    const element = await open(empty);

    await press(button(element, 'Add a route'));
    await settle();
    await expect(element).toBeAccessible();
    const wish = { criteria: 'TotalAmount > 5', connectionIds: ['c1'], goesOn: false, forAll: false };
    find(element, 'c-route-editor').dispatchEvent(new CustomEvent('save', { detail: wish }));
    await settle();

    expect(save).toHaveBeenCalledWith({ source: 'Order_Activated', routeIds: [], ...wish });
    expect(rules(element)).toHaveLength(4);
    expect(findAll(element, 'c-route-editor')).toHaveLength(0);
  });

  it('keeps what was entered when it is refused', async () => {
    mockOf(save).mockRejectedValueOnce(apexError({ code: 'X', message: 'Order has no field Shoe__c.' }));
    const element = await open();
    await press(button(rules(element)[0]!, 'Edit'));
    await settle();
    await change(find(element, 'lightning-textarea'), { value: 'Shoe__c = 1' });

    find(element, 'c-route-editor').dispatchEvent(new CustomEvent('save', { detail: {} }));
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('Order has no field Shoe__c.');
    expect((find(element, 'lightning-textarea') as unknown as { value: string }).value).toBe('Shoe__c = 1');
  });

  it('asks before it deletes, and switches off without', async () => {
    mockOf(remove).mockResolvedValueOnce(empty);
    mockOf(setActive).mockResolvedValueOnce(page);
    const element = await open();

    await press(button(rules(element)[0]!, 'Turn off'));
    expect(setActive).toHaveBeenCalledWith({ source: 'Order_Activated', routeIds: ['r1', 'r2'], active: false });

    await press(button(rules(element)[2]!, 'Delete'));
    expect(remove).not.toHaveBeenCalled();
    await press(button(element, 'Yes, do it'));
    expect(remove).toHaveBeenCalledWith({ source: 'Order_Activated', routeIds: ['r4'] });
  });

  it('reads the routes of another kind of record', async () => {
    const sources = [...page.sources, { value: 'Opportunity_Won', label: 'Opportunity → Sales Order' }];
    const element = await open({ ...page, sources });
    mockOf(load).mockResolvedValueOnce({ ...empty, sources, source: 'Opportunity_Won' });

    await change(find(element, 'lightning-combobox'), { value: 'Opportunity_Won' });

    expect(load).toHaveBeenLastCalledWith({ source: 'Opportunity_Won' });
    expect(textOf(find(element, 'h2'))).toBe('Routes of Opportunity → Sales Order');
  });
});
