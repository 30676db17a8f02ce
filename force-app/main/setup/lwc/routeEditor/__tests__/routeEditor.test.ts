import RouteEditor from 'c/routeEditor';
import check from '@salesforce/apex/RouteController.check';
import fields from '@salesforce/apex/RouteController.fields';
import { button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import { conditionOf } from '../condition';

jest.mock('@salesforce/apex/RouteController.check', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.fields', () => ({ default: jest.fn() }), { virtual: true });

const country = { path: 'Account.BillingCountry', label: 'Account: Billing Country', type: 'text' };
const total = { path: 'TotalAmount', label: 'Order Amount', type: 'number' };
const connections = [
  { value: 'c1', label: 'Trading', live: true },
  { value: 'c2', label: 'International', live: true }
];
const draft = { routeIds: [], criteria: null, connectionIds: [], goesOn: false, forAll: false };

async function open(rule: object = draft) {
  mockOf(fields).mockResolvedValue([country, total]);
  mockOf(check).mockResolvedValue({ problem: null, records: 7 });
  const element = mount('c-route-editor', RouteEditor, { rule, source: 'Order_Activated', connections });
  const events: unknown[] = [];
  element.addEventListener('save', (event) => events.push((event as CustomEvent).detail));
  element.addEventListener('keep', () => events.push('keep'));
  await settle();
  return { element, events };
}

const combobox = (element: Element, index: number) => findAll(element, 'lightning-combobox')[index]!;
const criteriaOf = (element: Element) => (find(element, 'lightning-textarea') as unknown as { value: string }).value;

async function wait() {
  jest.advanceTimersByTime(500);
  await settle();
}

describe('c-route-editor', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says how many records the criteria take', async () => {
    const { element } = await open();

    expect(textOf(find(element, '.found'))).toBe('Takes 7 of the records that qualify today.');
    expect(button(element, 'Save route').disabled).toBe(true);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('puts conditions together', async () => {
    const { element, events } = await open();

    await change(combobox(element, 0), { value: country.path });
    await change(combobox(element, 1), { value: 'IN' });
    await change(findAll(element, 'lightning-input')[0]!, { value: "DE, Cote d'Ivoire" });
    await press(button(element, 'Add condition'));
    await change(combobox(element, 0), { value: total.path });
    await change(combobox(element, 1), { value: '>' });
    await change(findAll(element, 'lightning-input')[0]!, { value: '1000' });
    await press(button(element, 'Add condition'));
    await change(find(element, 'lightning-checkbox-group'), { value: ['c2', 'c1'] });
    await press(button(element, 'Save route'));

    const criteria = "Account.BillingCountry IN ('DE', 'Cote d\\'Ivoire') AND TotalAmount > 1000";
    expect(criteriaOf(element)).toBe(criteria);
    expect(check).toHaveBeenLastCalledWith({ source: 'Order_Activated', criteria });
    expect(events).toEqual([{ criteria, connectionIds: ['c1', 'c2'], goesOn: false, forAll: false }]);
  });

  it('says what is wrong once typing pauses, and does not save it', async () => {
    const { element, events } = await open({ ...draft, connectionIds: ['c1'] });
    mockOf(check).mockResolvedValueOnce({ problem: 'Order has no field Shoe.', records: null });

    await change(find(element, 'lightning-textarea'), { value: 'Shoe' });
    await change(find(element, 'lightning-textarea'), { value: 'Shoe = 1' });
    expect(check).toHaveBeenCalledTimes(1);
    expect(button(element, 'Save route').disabled).toBe(true);
    await wait();

    expect(check).toHaveBeenCalledTimes(2);
    expect(textOf(find(element, '.found'))).toBe('Order has no field Shoe.');
    await press(button(element, 'Save route'));
    expect(events).toEqual([]);
  });

  it('gives up on Escape', async () => {
    const { element, events } = await open();

    find(element, 'section').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

    expect(events).toEqual(['keep']);
  });

  it.each([
    [country, '=', '', 'Account.BillingCountry = NULL'],
    [country, 'LIKE', 'D%', "Account.BillingCountry LIKE 'D%'"],
    [{ path: 'IsReductionOrder', type: 'boolean' }, '!=', 'true', 'IsReductionOrder != TRUE'],
    [{ path: 'EffectiveDate', type: 'date' }, '>=', 'THIS_YEAR', 'EffectiveDate >= THIS_YEAR'],
    [total, 'NOT IN', '1,2', 'TotalAmount NOT IN (1, 2)']
  ])('writes a condition as SOQL has it: %#', (field, operator, typed, expected) => {
    expect(conditionOf(field, operator, typed)).toBe(expected);
  });
});
