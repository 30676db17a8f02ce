import RevenuePanel from 'c/revenuePanel';
import load from '@salesforce/apex/RevenuePanelController.load';
import { apexError, find, findAll, mount, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock(
  '@salesforce/apex/RevenuePanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const view = {
  currencyCode: 'USD',
  recognised: 100,
  deferred: 200,
  months: [
    {
      firstDay: '2026-01-01',
      recognised: 100,
      deferred: 0,
      state: 'Posted',
      journalId: 'a05000000000001AAA',
      journalName: 'JE-000007'
    },
    { firstDay: '2026-02-01', recognised: 0, deferred: 100, state: 'Due', journalId: null, journalName: null },
    { firstDay: '2026-03-01', recognised: 0, deferred: 100, state: 'Planned', journalId: null, journalName: null }
  ]
};

async function open() {
  const element = mount('c-revenue-panel', RevenuePanel, { recordId: '801000000000001AAA' });
  await settle();
  return element;
}

describe('c-revenue-panel', () => {
  it('shows each month with what is posted, and the sums', async () => {
    const element = await open();
    wireOf(load).emit(view);
    await settle();

    expect(findAll(element, 'tr').map(textOf)).toEqual([
      'Month Recognised Deferred Status',
      '2026-01-01 100 USD 0 USD Posted JE-000007',
      '2026-02-01 0 USD 100 USD Due',
      '2026-03-01 0 USD 100 USD Planned',
      'All months 100 USD 200 USD'
    ]);
    await expect(element).toBeAccessible();
  });

  it('leaves no trace where there is no revenue, or for who may not see the books', async () => {
    const element = await open();
    wireOf(load).emit({ ...view, months: [] });
    await settle();

    expect(textOf(element)).toBe('');
  });

  it('says what went wrong', async () => {
    const element = await open();
    wireOf(load).error(apexError({ code: 'NO_ACCESS', message: 'You may not read orders.' }).body);
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('You may not read orders.');
  });
});
