import RoutePreview from 'c/routePreview';
import preview from '@salesforce/apex/RouteController.preview';
import tryWith from '@salesforce/apex/RouteController.tryWith';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/RouteController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RouteController.tryWith', () => ({ default: jest.fn() }), { virtual: true });

const shares = {
  looked: 200,
  shares: [
    { connectionName: 'Trading', records: 150 },
    { connectionName: 'International', records: 40 }
  ],
  toSeveral: 12,
  refused: 22,
  waiting: 0
};
const way = {
  recordId: '801000000000001AAA',
  recordName: '00000101',
  qualifies: true,
  connections: ['Trading', 'International'],
  waiting: [],
  refused: false,
  steps: [
    { routeName: 'RT-0001', criteria: "Account.BillingCountry = 'US'", connectionName: 'Trading', outcome: 'passes' },
    { routeName: 'RT-0002', criteria: null, connectionName: 'Trading', outcome: 'takes' },
    { routeName: 'RT-0004', criteria: null, connectionName: 'Other', outcome: 'notAsked' }
  ]
};

async function open(found: object = shares) {
  mockOf(preview).mockResolvedValueOnce(found);
  const element = mount('c-route-preview', RoutePreview, { source: 'Order_Activated', version: 1 });
  await settle();
  return element;
}

async function follow(element: Element, answer: object) {
  mockOf(tryWith).mockResolvedValueOnce(answer);
  await change(find(element, 'lightning-input'), { value: '00000101' });
  await press(button(element, 'Show where it goes'));
}

const verdict = (element: Element) => textOf(find(element, 'strong'));

describe('c-route-preview', () => {
  it('counts where the newest records go', async () => {
    const element = await open();

    expect(textOf(find(element, 'p'))).toBe('Of the newest 200 records that qualify:');
    expect(findAll(element, 'li').map(textOf)).toEqual([
      '150 → Trading',
      '40 → International',
      '12 go to more than one connection',
      '22 refused: no route takes them'
    ]);
    await expect(element).toBeAccessible();
  });

  it('says when there is nothing to count', async () => {
    expect(textOf(await open({ looked: 0, shares: [] }))).toContain('There are no records that qualify yet.');
  });

  it('follows one record and says why', async () => {
    const element = await open();
    await follow(element, way);

    expect(tryWith).toHaveBeenCalledWith({ source: 'Order_Activated', record: '00000101' });
    expect(verdict(element)).toBe('00000101 goes to Trading, International.');
    expect(findAll(element, 'ol li').map(textOf)).toEqual([
      "RT-0001: Account.BillingCountry = 'US' → Trading: does not match",
      'RT-0002: All records → Trading: takes it',
      'RT-0004: All records → Other: not asked any more'
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ ...way, qualifies: false }, '00000101 does not qualify yet. Once it does, it goes to Trading, International.'],
    [{ ...way, connections: [], refused: true }, '00000101 would be refused: no route takes it.'],
    [
      { ...way, connections: ['Trading'], waiting: ['International'] },
      '00000101 goes to Trading. 00000101 waits for International, which does not take it at the moment.'
    ],
    [{ problem: 'There is no Order "x".' }, 'There is no Order "x".']
  ])('tells the outcome: %#', async (answer, expected) => {
    const element = await open();
    await follow(element, answer);

    expect(verdict(element)).toBe(expected);
  });

  it('looks again when the routes have changed', async () => {
    const element = await open();
    mockOf(preview).mockResolvedValueOnce({ ...shares, looked: 3 });

    Object.assign(element, { version: 2 });
    await settle();

    expect(textOf(find(element, 'p'))).toBe('Of the newest 3 records that qualify:');
  });

  it('says why it could not look', async () => {
    mockOf(preview).mockRejectedValueOnce(apexError({ code: 'X', message: 'The route RT-1 cannot be followed.' }));
    const element = mount('c-route-preview', RoutePreview, { source: 'Order_Activated', version: 1 });
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('The route RT-1 cannot be followed.');
  });
});
