import LedgerHome from 'c/ledgerHome';
import type { Confirm } from 'c/question';
import LightningConfirm from 'lightning/confirm';
import addYear from '@salesforce/apex/LedgerController.addYear';
import keepBooks from '@salesforce/apex/LedgerController.keepBooks';
import load from '@salesforce/apex/LedgerController.load';
import release from '@salesforce/apex/LedgerController.release';
import reverse from '@salesforce/apex/LedgerController.reverse';
import setPeriod from '@salesforce/apex/LedgerController.setPeriod';
import { apexError, button, change, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import desk from './data/desk.json';

jest.mock('@salesforce/apex/LedgerController.addYear', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerController.keepBooks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerController.release', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerController.reverse', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerController.setPeriod', () => ({ default: jest.fn() }), { virtual: true });

const HELD = 'a01000000000001AAA';
const MARCH = 'a02000000000001AAA';

async function open(answer: object = desk) {
  mockOf(load).mockResolvedValue(answer);
  const element = mount('c-ledger-home', LedgerHome);
  await settle();
  return element;
}

const rowsOf = (element: Element, selector: string) =>
  findAll(findAll(element, selector)[0] ?? element, 'tbody tr').map((row) => textOf(row));

/** Answers the next question that the page asks before something final. */
function answerWith(sure: boolean) {
  return jest.spyOn(LightningConfirm as unknown as Confirm, 'open').mockResolvedValue(sure);
}

describe('c-ledger-home', () => {
  afterEach(() => jest.restoreAllMocks());

  it('shows what waits, the periods and what was posted', async () => {
    const element = await open();

    expect(rowsOf(element, 'c-ledger-journals')).toEqual([
      'JE-000007 Invoice INV-7 2026-03-14 120.5 EUR The posting period 2026-03 is soft closed. [Post as dated] [Post in next period]'
    ]);
    expect(rowsOf(element, 'c-ledger-periods')).toEqual([
      '2026-04 2026-04-01 – 2026-04-30 Open Ida Marsh 12 0 0 [Soft close] [Close]',
      '2026-03 2026-03-01 – 2026-03-31 Soft closed Ida Marsh 40 1 3 [Open again] [Close]',
      '2026-02 2026-02-01 – 2026-02-28 Closed Ida Marsh 38 0 0'
    ]);
    expect(textOf(element)).toContain('JE-000006 Payment P-6 2026-04-02 99 USD [Reverse]');
    await expect(element).toBeAccessible();
  });

  it('posts a held journal as dated or in the next open period', async () => {
    const element = await open();
    mockOf(release).mockResolvedValue({ ...desk, held: [] });

    await press(button(element, 'Post as dated'));
    expect(release).toHaveBeenLastCalledWith({ connectionId: desk.connectionId, journalId: HELD, inNextPeriod: false });
    expect(textOf(element)).toContain('No journal waits for you.');
  });

  it('closes a period only when one is sure, and says what is left in it', async () => {
    const element = await open();
    mockOf(setPeriod).mockResolvedValue(desk);
    const closeMarch = findAll(element, `lightning-button[data-period="${MARCH}"]`).at(-1);

    const question = answerWith(false);
    closeMarch?.click();
    await settle();
    expect(question.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringContaining('1 journals are held') });
    expect(setPeriod).not.toHaveBeenCalled();

    answerWith(true);
    closeMarch?.click();
    await settle();
    expect(setPeriod).toHaveBeenCalledWith({ connectionId: desk.connectionId, periodId: MARCH, status: 'Closed' });
  });

  it('shows the books of one company at a time, and acts on those', async () => {
    const both = [
      { connectionId: desk.connectionId, name: 'Business Central' },
      { connectionId: 'a00000000000002AAA', name: 'Second company' }
    ];
    const single = await open({ ...desk, books: both.slice(0, 1) });
    expect(findAll(single, 'lightning-combobox')).toHaveLength(0);

    const element = await open({ ...desk, books: both });
    const second = { ...desk, books: both, connectionId: 'a00000000000002AAA', connectionName: 'Second company' };
    mockOf(load).mockResolvedValue(second);
    mockOf(addYear).mockResolvedValue(second);
    await change(findAll(element, 'lightning-combobox')[0]!, { value: 'a00000000000002AAA' });
    await press(button(element, 'Add twelve months'));

    expect(load).toHaveBeenLastCalledWith({ connectionId: 'a00000000000002AAA' });
    expect(addYear).toHaveBeenLastCalledWith({ connectionId: 'a00000000000002AAA' });
    expect(textOf(element)).toContain('Second company');
    await expect(element).toBeAccessible();
  });

  it('tells which periods hold for all companies, and asks before one of those is closed', async () => {
    const element = await open({ ...desk, periods: desk.periods.map((each) => ({ ...each, isForAll: true })) });
    expect(rowsOf(element, 'c-ledger-periods')[0]).toContain('2026-04 All companies');

    const question = answerWith(false);
    findAll(element, `lightning-button[data-period="${MARCH}"]`).at(-1)?.click();
    await settle();

    expect(question.mock.calls[0]?.[0]).toMatchObject({
      message: expect.stringContaining('It is closed for the books of all companies.')
    });
  });

  it('lets an admin say how the books are kept, and others read it', async () => {
    const books = { ...desk, journalDetail: 'Detailed', lateDocuments: 'Hold' };
    const finance = await open({ ...books, canSetUp: false });
    expect(findAll(finance, 'lightning-radio-group').every((each) => 'disabled' in each && each.disabled)).toBe(true);

    const admin = await open({ ...books, canSetUp: true });
    mockOf(keepBooks).mockResolvedValue({ ...books, canSetUp: true, journalDetail: 'Summarised' });
    expect(button(admin, 'Save how the books are kept').disabled).toBe(true);
    await change(findAll(admin, 'lightning-radio-group')[0]!, { value: 'Summarised' });
    await press(button(admin, 'Save how the books are kept'));

    expect(keepBooks).toHaveBeenCalledWith({
      connectionId: desk.connectionId,
      journalDetail: 'Summarised',
      lateDocuments: 'Hold'
    });
  });

  it('soft closes and opens again without a question', async () => {
    const element = await open();
    mockOf(setPeriod).mockResolvedValue(desk);

    await press(button(element, 'Soft close'));
    expect(setPeriod).toHaveBeenLastCalledWith({
      connectionId: desk.connectionId,
      periodId: 'a02000000000002AAA',
      status: 'Soft Closed'
    });
    await press(button(element, 'Open again'));
    expect(setPeriod).toHaveBeenLastCalledWith({ connectionId: desk.connectionId, periodId: MARCH, status: 'Open' });
  });

  it('reverses a posted journal when one is sure', async () => {
    const element = await open();
    mockOf(reverse).mockResolvedValue(desk);
    answerWith(true);

    await press(button(element, 'Reverse'));
    await settle();

    expect(reverse).toHaveBeenCalledWith({ connectionId: desk.connectionId, journalId: 'a01000000000002AAA' });
  });

  it('adds a year where there are no periods', async () => {
    const element = await open({ ...desk, periods: [] });
    mockOf(addYear).mockResolvedValue(desk);
    expect(textOf(element)).toContain('Without posting periods every date is open.');

    await press(button(element, 'Add twelve months'));

    expect(addYear).toHaveBeenCalledWith({ connectionId: 'a00000000000001AAA' });
    expect(rowsOf(element, 'c-ledger-periods')).toHaveLength(3);
  });

  it('says why something could not be done, and keeps the books on the page', async () => {
    const element = await open();
    mockOf(release).mockRejectedValue(
      apexError({
        code: 'PERIOD_CLOSED',
        message: 'The posting period 2026-03 is closed.',
        owner: 'Finance',
        nextStep: 'Finance: post in the next open period.'
      })
    );

    await press(button(element, 'Post as dated'));

    expect(textOf(element)).toContain('The posting period 2026-03 is closed.');
    expect(textOf(element)).toContain('JE-000007');
  });

  it('says what to do where no journals are handed over', async () => {
    const element = await open({ canAct: true, periods: [], held: [], posted: [] });

    expect(textOf(element)).toBe('No connection hands journals over An admin chooses Lead to Ledger in Handoff Setup.');
    await expect(element).toBeAccessible();
  });

  it('lets who may not act only look', async () => {
    const element = await open({ ...desk, canAct: false });

    const buttons = findAll(element, 'lightning-button') as (HTMLElement & { disabled: boolean })[];
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.every((each) => each.disabled)).toBe(true);
  });
});
