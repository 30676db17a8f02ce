import BillingPanel from 'c/billingPanel';
import finish from '@salesforce/apex/BillingController.finish';
import load from '@salesforce/apex/BillingController.load';
import pause from '@salesforce/apex/BillingController.pause';
import preview from '@salesforce/apex/BillingController.preview';
import resume from '@salesforce/apex/BillingController.resume';
import start from '@salesforce/apex/BillingController.start';
import { getRecord } from 'lightning/uiRecordApi';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.finish', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.pause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingController.start', () => ({ default: jest.fn() }), { virtual: true });

const ORDER = '801000000000001AAA';
const terms = {
  months: 1,
  startsOn: '2026-01-31',
  endsOn: null,
  times: null,
  day: 31,
  timing: 'In advance',
  firstPart: 'By days',
  amounts: 'Each period'
};
const invoice = (firstDay: string, lastDay: string, more: object = {}) => ({
  id: null,
  name: null,
  firstDay,
  lastDay,
  billOn: firstDay,
  amount: 2125,
  currencyCode: 'USD',
  state: null,
  erpNumber: null,
  problem: null,
  isDue: false,
  ...more
});
const nothing = {
  scheduleId: null,
  status: null,
  terms,
  problem: null,
  canAct: true,
  isUnheard: false,
  past: [],
  next: []
};
const made = { id: 'a0A000000000001AAA', name: 'RI-000001', state: 'Delivered', erpNumber: '103021', isDue: true };
const running = {
  ...nothing,
  scheduleId: 'a0B000000000001AAA',
  status: 'Active',
  past: [invoice('2026-01-31', '2026-02-27', made)],
  next: [invoice('2026-02-28', '2026-03-30')]
};

async function open(desk: object) {
  mockOf(load).mockResolvedValueOnce(desk);
  const element = mount('c-billing-panel', BillingPanel, { recordId: ORDER });
  await settle();
  return element;
}

const labels = (element: Element) =>
  findAll(element, 'lightning-button').map((each) => (each as unknown as { label: string }).label);

describe('c-billing-panel', () => {
  it('shows the invoices that were made with what became of them, and those to come', async () => {
    const element = await open(running);

    expect(findAll(element, 'table').map((each) => textOf(each))).toEqual([
      'Next invoices Period Invoiced on Total 2026-02-28 – 2026-03-30 2026-02-28 2125 USD',
      'Invoices Period Total Status RI-000001 2026-01-31 – 2026-02-27 2125 USD Delivered 103021'
    ]);
    expect(textOf(find(element, '.headline'))).toBe('Month · In advance · Active');
    await expect(element).toBeAccessible();
  });

  it('starts a schedule only after its first invoices were seen', async () => {
    mockOf(preview).mockResolvedValueOnce([invoice('2026-01-31', '2026-02-27', { isDue: true })]);
    mockOf(start).mockResolvedValueOnce(running);
    const element = await open(nothing);

    await press(button(element, 'Set Up Recurring Invoices'));
    await expect(element).toBeAccessible();
    await change(find(element, '[data-name="months"]'), { value: '3' });
    await change(find(element, '[data-name="times"]'), { value: '4' });
    expect(labels(element)).not.toContain('Start Schedule');
    await press(button(element, 'See the Invoices'));

    expect(preview).toHaveBeenCalledWith({ recordId: ORDER, terms: { ...terms, months: 3, times: 4 } });
    expect(textOf(find(element, 'c-notice'))).toContain('1 due by today and go out at once.');
    await press(button(element, 'Back to the terms'));
    expect(labels(element)).toContain('See the Invoices');
    mockOf(preview).mockResolvedValueOnce([]);
    await press(button(element, 'See the Invoices'));
    await press(button(element, 'Start Schedule'));

    expect(start).toHaveBeenCalledWith({ recordId: ORDER, terms: { ...terms, months: 3, times: 4 } });
    expect(labels(element)).toEqual(['Pause', 'End…']);
  });

  it('keeps the form and says why when terms are refused', async () => {
    mockOf(preview).mockRejectedValueOnce(apexError({ code: 'BILLING_TERMS', message: 'It needs a first day.' }));
    const element = await open(nothing);

    await press(button(element, 'Set Up Recurring Invoices'));
    await press(button(element, 'See the Invoices'));

    expect(textOf(find(element, 'c-error-panel'))).toContain('It needs a first day.');
    expect(labels(element)).toContain('See the Invoices');
  });

  it('pauses, resumes with or without what was missed, and asks before it ends', async () => {
    mockOf(pause).mockResolvedValueOnce({ ...running, status: 'Paused' });
    mockOf(resume)
      .mockResolvedValueOnce({ ...running, status: 'Paused' })
      .mockResolvedValueOnce(running);
    mockOf(finish).mockResolvedValueOnce({ ...running, status: 'Ended', next: [] });
    const element = await open(running);

    await press(button(element, 'Pause'));
    await press(button(element, 'Resume, Leave Out What Was Missed'));
    await press(button(element, 'Resume, Invoice What Was Missed'));
    expect(mockOf(resume).mock.calls.map(([call]) => call.billMissed)).toEqual([false, true]);

    await press(button(element, 'End…'));
    await press(button(element, 'Keep'));
    expect(finish).not.toHaveBeenCalled();
    await press(button(element, 'End…'));
    await change(find(element, '[role="group"] lightning-input'), { value: '2026-06-30' });
    await press(button(element, 'End Schedule'));
    expect(finish).toHaveBeenCalledWith({ recordId: ORDER, lastDay: '2026-06-30' });
    expect(textOf(element)).toContain('Nothing more is invoiced.');
  });

  it('offers nothing to who may only look, nor while the order does not count', async () => {
    const rep = await open({ ...running, canAct: false });
    expect(labels(rep)).toEqual([]);
    const draft = await open({ ...nothing, problem: 'The order is not activated.' });
    expect(textOf(find(draft, 'c-notice'))).toContain('The order is not activated.');
    expect(button(draft, 'Set Up Recurring Invoices').disabled).toBe(true);
  });

  it('warns when nobody takes what it invoices', async () => {
    const element = await open({ ...running, isUnheard: true });
    expect(textOf(find(element, 'c-notice'))).toContain('No live connection takes these invoices');
  });

  it('looks again when the order changes its state on the page', async () => {
    const element = await open({ ...nothing, problem: 'The order is not activated.' });
    mockOf(load).mockResolvedValueOnce(nothing);
    wireOf(getRecord).emit({ fields: { Status: { value: 'Draft' } } });
    await settle();
    wireOf(getRecord).emit({ fields: { Status: { value: 'Activated' } } });
    await settle();
    expect(button(element, 'Set Up Recurring Invoices').disabled).toBe(false);
  });
});
