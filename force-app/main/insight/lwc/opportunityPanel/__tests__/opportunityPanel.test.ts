import OpportunityPanel from 'c/opportunityPanel';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/OpportunityPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import retry from '@salesforce/apex/SyncController.retry';
import sync from '@salesforce/apex/SyncController.sync';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';
import ready from './data/ready.json';
import won from './data/won.json';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/AccountPanelController.refresh', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/OpportunityPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const OPPORTUNITY = '006000000000001AAA';

async function open(panel?: object) {
  const element = mount('c-opportunity-panel', OpportunityPanel, { recordId: OPPORTUNITY });
  if (panel) wireOf(load).emit(panel);
  await settle();
  return element;
}

const unpulled = { ...ready, state: 'neverPulled', verdict: 'unknown', reasons: [], balance: null };

describe('c-opportunity-panel', () => {
  it('holds the place while it loads', async () => {
    const element = await open();

    expect(textOf(element)).toBe('Credit Check Loading');
    await expect(element).toBeAccessible();
  });

  it('gives a verdict with its reasons and the room after the deal', async () => {
    const element = await open(ready);

    expect(textOf(find(element, 'c-notice'))).toBe(
      'Take care with this deal 3,200.00 USD is past due. 2,750.00 USD of credit is left after this deal.'
    );
    expect(textOf(find(element, 'c-credit-room'))).toBe('Credit room now 12550 USD After this deal 2750 USD');
    expect(findAll(element, 'c-figure').map((each) => textOf(each))).toEqual([
      'This deal 9800 USD',
      'Balance 12450 USD',
      'Past due 3200 USD',
      'Credit limit 25000 USD'
    ]);
    await expect(element).toBeAccessible();
  });

  it('tells what the sales policies say against the deal', async () => {
    const breaches = [{ severity: 'HOLD', message: 'It lacks dueDate (Standard).', nextStep: 'Sales: fill it in.' }];
    const element = await open({ ...ready, breaches });

    expect(textOf(findAll(element, 'c-notice')[1] as HTMLElement)).toBe(
      'This deal will be stopped unless it changes It lacks dueDate (Standard). Sales: fill it in.'
    );
    await expect(element).toBeAccessible();
  });

  it('shows a deal in its own currency, which need not be that of the ERP', async () => {
    const element = await open({ ...ready, amount: 9000, amountCurrencyCode: 'CAD', creditRoomAfter: null });

    expect(textOf(findAll(element, 'c-figure')[0] as HTMLElement)).toBe('This deal 9000 CAD');
  });

  it.each([
    ['good', 'This customer is good for this deal', 'success'],
    ['caution', 'Take care with this deal', 'warning'],
    ['stop', 'Stop and talk to finance before you go on', 'error'],
    ['unknown', 'Not known whether this customer is good for this deal', 'info'],
    [null, 'Not known whether this customer is good for this deal', 'info']
  ])('says %s in words', async (verdict, text, variant) => {
    const element = await open({ ...ready, verdict, reasons: [] });

    const notice = find(element, 'c-notice');
    expect([textOf(notice), (notice as unknown as { variant: string }).variant]).toEqual([text, variant]);
    await expect(element).toBeAccessible();
  });

  it('does not offer to send a deal that is not won, and does not complain about it', async () => {
    const element = await open(ready);

    expect(findAll(element, 'lightning-button').map((each) => (each as unknown as { label: string }).label)).toEqual([
      'Refresh'
    ]);
    expect(textOf(element)).not.toContain('The opportunity is not won yet.');
  });

  it('sends the orders of a won deal and shows where they are', async () => {
    mockOf(sync).mockResolvedValueOnce({ outcome: 'nothingToDo', message: 'All delivered.', itemId: null });
    const element = await open(won);
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));

    await press(button(element, 'Sync to ERP'));

    expect(findAll(element, '.order').map((each) => textOf(each))).toEqual([
      '00000101 Delivered SO-1021',
      '00000102 Not sent to the ERP'
    ]);
    expect(sync).toHaveBeenCalledWith({ recordId: OPPORTUNITY });
    expect(toasts).toEqual([{ title: 'Sync to ERP', message: 'All delivered.', variant: 'info' }]);
    await expect(element).toBeAccessible();
  });

  it('says what became of a deal that is handed over itself, and retries', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.' });
    const refused = {
      key: '1',
      kind: 'Opportunity',
      itemId: 'i-1',
      itemState: 'Rejected',
      errorMessage: 'The customer is blocked.',
      errorOwner: 'Finance',
      nextStep: 'Finance: unblock it.',
      canRetry: true
    };
    const quote = {
      key: '2',
      kind: 'Quote',
      recordId: '0Q0000000000001AAA',
      recordName: 'Q-7',
      itemState: 'Delivered',
      erpNumber: 'SO-9'
    };
    const element = await open({ ...won, canSync: false, handoffs: [refused], related: [quote] });

    expect(findAll(element, 'c-handoff-outcome').map(textOf)).toEqual([
      'Refused This opportunity was refused The customer is blocked. Finance must act. Next step: Unblock it. [Retry]',
      'Quote Q-7 Delivered Delivered to ERP as SO-9'
    ]);
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));
    expect(retry).toHaveBeenCalledWith({ itemId: 'i-1' });
  });

  it('says why a won deal cannot be sent', async () => {
    const cannotSyncReason = 'Ask an admin for the Handoff Finance permission set.';
    const element = await open({ ...won, canSync: false, cannotSyncReason });

    expect(textOf(find(element, '.remark'))).toBe(cannotSyncReason);
  });

  it('shows the error of a failed sync', async () => {
    mockOf(sync).mockRejectedValueOnce(
      apexError({
        code: 'NO_ORDER',
        message: 'This opportunity has no activated order.',
        owner: 'Sales',
        nextStep: 'Activate it.'
      })
    );
    const element = await open(won);

    await press(button(element, 'Sync to ERP'));

    expect(textOf(find(element, 'c-error-panel'))).toBe(
      'This opportunity has no activated order. Sales must act. Next step: Activate it.'
    );
  });

  it('warns of old figures and reads new ones on demand', async () => {
    mockOf(refresh).mockResolvedValueOnce({});
    const element = await open({ ...ready, stale: true });
    const warning = textOf(find(element, 'c-notice'));

    await press(button(element, 'Refresh'));

    expect(warning).toBe('These figures are older than they should be. Press Refresh before you rely on them.');
    expect(refresh).toHaveBeenCalledWith({ accountId: ready.accountId, connectionId: null });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('reads the first figures without being asked, once', async () => {
    mockOf(refresh).mockRejectedValueOnce(apexError({ code: 'ERP_DOWN', message: 'The ERP does not answer.' }));

    const element = await open(unpulled);
    wireOf(load).emit(unpulled);
    await settle();

    expect(refresh).toHaveBeenCalledTimes(1);
    expect(textOf(find(element, 'c-error-panel'))).toBe('The ERP does not answer.');
    expect(textOf(find(element, 'c-empty-state'))).toContain('No figures yet');
  });

  it.each([
    ['notConnected', 'No ERP is connected An admin connects it on the Handoff Setup tab.'],
    [
      'notLinked',
      'Not a customer in the ERP yet This account gets its ERP customer with the first document that is handed over. If the customer is there already, enter its number in Account Number.'
    ]
  ])('says why there is no verdict (%s)', async (state, text) => {
    const element = await open({ ...unpulled, state });

    expect(textOf(find(element, 'c-empty-state'))).toBe(text);
    expect(refresh).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('offers to try again when nothing could be loaded', async () => {
    const element = await open();
    wireOf(load).error({ message: 'No luck.' });
    await settle();

    await press(button(element, 'Try again'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
