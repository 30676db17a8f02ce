import OrderPanel from 'c/orderPanel';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/OrderPanelController.load';
import retry from '@salesforce/apex/SyncController.retry';
import sync from '@salesforce/apex/SyncController.sync';
import { getRecord } from 'lightning/uiRecordApi';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';
import draft from './data/draft.json';
import rejected from './data/rejected.json';
import tracked from './data/tracked.json';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/OrderPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const ORDER = '801000000000001AAA';

async function open(panel?: object) {
  const element = mount('c-order-panel', OrderPanel, { recordId: ORDER });
  const toasts: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
  if (panel) wireOf(load).emit(panel);
  await settle();
  return { element, toasts };
}

const stateOf = (element: Element) => textOf(find(element, '[role=status]'));

/** The panel of an order that went to one connection, with this outcome. */
const withOutcome = (panel: { handoffs: object[] }, outcome: object) => ({
  ...panel,
  erpOrderStatus: null,
  handoffs: panel.handoffs.map((each) => ({ ...each, ...outcome }))
});

describe('c-order-panel', () => {
  it('holds the place while it loads', async () => {
    const { element } = await open();

    expect(textOf(element)).toBe('ERP Order Loading');
    await expect(element).toBeAccessible();
  });

  it('says as what the order was delivered, what it became, and what happened', async () => {
    const { element } = await open(tracked);

    expect(stateOf(element)).toBe('Delivered Delivered to ERP as SO-1021 Status in the ERP: Open');
    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual([
      'INV-2012 2026-11-20 2026-12-20 Open 3400 USD 1400 USD'
    ]);
    expect(findAll(find(element, 'c-timeline'), 'li').map((each) => textOf(each))).toEqual([
      'Delivered as SO-1021 2026-11-21T10:00:03.000Z Integration User',
      'Planned 2026-11-21T10:00:00.000Z Fay Nance'
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows the outcome of each connection, and retries the one that was refused', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.' });
    const handoffs = [
      {
        key: '1',
        connectionName: 'International',
        itemId: 'i-2',
        itemState: 'Rejected',
        errorMessage: 'Blocked there.',
        errorOwner: 'Finance',
        nextStep: 'Unblock it.',
        canRetry: true
      },
      {
        key: '2',
        connectionName: 'Trading',
        itemId: 'i-1',
        itemState: 'Delivered',
        erpNumber: 'SO-1021',
        canRetry: false
      }
    ];
    const { element } = await open({ ...tracked, handoffs });

    expect(findAll(element, 'c-handoff-outcome').map(textOf)).toEqual([
      expect.stringMatching(/^International .*Blocked there\..*Unblock it\. \[Retry\]$/),
      'Trading Delivered Delivered to ERP as SO-1021'
    ]);
    expect(findAll(element, 'c-error-panel')).toHaveLength(1);
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));
    expect(retry).toHaveBeenCalledWith({ itemId: 'i-2' });
  });

  it('says where it shows the newest only', async () => {
    const { element } = await open({
      ...tracked,
      related: [{ key: 'a', recordId: 'a05000000000001AAA', recordName: 'RI-0001', kind: 'Invoice', itemState: null }],
      invoicesPart: { what: 'ERP Invoices', shown: 50, total: 52 },
      relatedParts: [{ what: 'Recurring Invoices', shown: 50, total: 60 }]
    });

    expect(findAll(element, 'c-shown-part').map((each) => textOf(each))).toEqual([
      'The newest 50 of 52 are shown (ERP Invoices).',
      'The newest 50 of 60 are shown (Recurring Invoices).'
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows promises that the invoice breaks', async () => {
    const { element } = await open({ ...tracked, brokenPromises: ['Set-up is on us: Invoice INV-1: FEE is charged.'] });

    expect(textOf(findAll(element, 'c-notice').at(-1) as HTMLElement)).toBe(
      'The invoice is not what was promised Set-up is on us: Invoice INV-1: FEE is charged.'
    );
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Planned', 'In line In line for the ERP'],
    ['Held', 'Held Held for review. It is sent when somebody releases it.'],
    ['Sending', 'Sending Being sent to the ERP'],
    [
      'Unknown',
      'No answer Sent, but the ERP did not answer. We ask it whether the order arrived, and do not send it twice.'
    ],
    ['Superseded', 'Replaced Replaced by a newer version of the order'],
    ['Cancelled', 'Cancelled Cancelled. It will not be sent.']
  ])('says %s in a sentence', async (itemState, sentence) => {
    const { element } = await open(withOutcome(tracked, { itemState }));

    expect(stateOf(element)).toBe(sentence);
  });

  it('says when it tries again', async () => {
    const nextAttemptAt = '2026-11-21T10:15:00.000Z';
    const { element } = await open(withOutcome(tracked, { itemState: 'Waiting', nextAttemptAt }));

    expect(stateOf(element)).toBe(
      `Trying again The ERP could not be reached. It is tried again by itself. Next attempt ${nextAttemptAt}`
    );
  });

  it('shows what is handed over about an order that stays in Salesforce, and retries it', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.' });
    const [outcome] = rejected.handoffs;
    const related = [
      {
        ...outcome,
        key: 'a',
        recordId: 'a05000000000001AAA',
        recordName: 'RI-0001',
        kind: 'Invoice',
        connectionName: null
      },
      { key: 'b', recordId: 'a05000000000002AAA', recordName: 'RI-0002', kind: 'Invoice', itemState: null },
      {
        key: 'c',
        recordId: 'a05000000000003AAA',
        recordName: 'RI-0003',
        kind: 'Invoice',
        itemState: 'Delivered',
        inBooks: true
      }
    ];
    const elsewhere = {
      ...draft,
      state: 'otherPoint',
      handoffPoint: 'Lead to Invoice',
      handsOver: ['Invoices', 'Payments']
    };
    const { element } = await open({ ...elsewhere, related });

    expect(textOf(find(element, 'section'))).toMatch(
      /^Handed over about this order Lead to Invoice hands over: Invoices, Payments\. Orders stay in Salesforce\./
    );
    expect(findAll(element, 'c-handoff-outcome').map(textOf)).toEqual([
      expect.stringMatching(/^Invoice RI-0001 Refused This invoice was refused .*Finance must act\..*\[Retry\]$/),
      'Invoice RI-0002 Not sent to the ERP',
      'Invoice RI-0003 Delivered Posted in the ledger here; the ERP gets the journal'
    ]);
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));
    expect(retry).toHaveBeenCalledWith({ itemId: rejected.handoffs[0]?.itemId });
  });

  it('says what is handed over instead of orders while there is none of it', async () => {
    const { element } = await open({
      ...draft,
      state: 'otherPoint',
      handoffPoint: 'Lead to Ledger',
      handsOver: ['Invoices']
    });

    expect(textOf(find(element, 'c-empty-state'))).toBe(
      'Orders stay in Salesforce Lead to Ledger hands over: Invoices. There is none for this order yet.'
    );
  });

  it('says that a draft has to be activated', async () => {
    const { element } = await open(draft);

    expect(textOf(find(element, 'c-empty-state'))).toBe('This order is a draft Activate it, and it goes to the ERP.');
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('offers to send an order that was never sent', async () => {
    mockOf(sync).mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.', itemId: 'a02' });
    const { element, toasts } = await open({ ...draft, state: 'notSent', canSync: true, cannotSyncReason: null });

    await press(button(element, 'Sync to ERP'));

    expect(sync).toHaveBeenCalledWith({ recordId: ORDER });
    expect(toasts).toEqual([{ title: 'ERP Order', message: 'On its way.', variant: 'success' }]);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('says why somebody cannot send', async () => {
    const cannotSyncReason = 'Ask an admin for the Handoff Finance permission set.';
    const { element } = await open({ ...draft, state: 'notSent', cannotSyncReason });

    expect(textOf(find(element, 'c-empty-state'))).toBe(`Not sent to the ERP ${cannotSyncReason}`);
  });

  it('says who must do what about a refusal, and retries', async () => {
    mockOf(retry).mockResolvedValueOnce({
      outcome: 'queued',
      message: 'Sent again.',
      itemId: rejected.handoffs[0]?.itemId
    });
    const { element, toasts } = await open(rejected);
    const refusal = textOf(find(element, 'c-notice'));
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));

    expect(refusal).toBe(
      'You cannot create this document: customer 10020 is blocked. Finance must act. Next step: Unblock customer 10020 in Business Central, then press Retry. [Retry]'
    );
    expect(retry).toHaveBeenCalledWith({ itemId: rejected.handoffs[0]?.itemId });
    expect(toasts).toEqual([{ title: 'ERP Order', message: 'Sent again.', variant: 'success' }]);
  });

  it('tells a user who may not retry why there is no button', async () => {
    const cannotSyncReason = 'Ask an admin for the Handoff Finance permission set.';
    const { element } = await open({ ...withOutcome(rejected, { canRetry: false }), cannotSyncReason });

    expect(findAll(element, 'lightning-button')).toHaveLength(0);
    expect(textOf(find(element, '.remark'))).toBe(cannotSyncReason);
  });

  it('keeps the reason of a failed retry when the panel loads again', async () => {
    mockOf(retry).mockRejectedValueOnce(apexError({ code: 'X', message: 'Somebody else was faster.' }));
    const { element } = await open(rejected);

    await press(button(element, 'Retry'));
    wireOf(load).emit(rejected);
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toBe('Somebody else was faster.');
  });

  const pageKnows = async (status: string) => {
    wireOf(getRecord).emit({ id: ORDER, apiName: 'Order', fields: { Status: { value: status } } });
    await settle();
  };
  const looks = () => mockOf(refreshApex).mock.calls.length;

  it('notices that the order was activated on this page, each time, and looks once', async () => {
    await open(draft);
    await pageKnows('Draft');
    expect(looks()).toBe(0);

    await pageKnows('Activated');
    expect(looks()).toBe(1);
    wireOf(load).emit(draft);
    await settle();
    expect(looks()).toBe(1);

    wireOf(load).emit({ ...draft, orderStatus: 'Activated' });
    await pageKnows('Draft');
    wireOf(load).emit(draft);
    await pageKnows('Activated');
    expect(looks()).toBe(3);
  });

  it.each(['before', 'after'])('notices an activation that the page tells of %s the panel was read', async (when) => {
    await open(when === 'after' ? draft : undefined);
    await pageKnows('Activated');
    if (when === 'before') wireOf(load).emit(draft);
    await settle();

    expect(looks()).toBe(1);
  });

  it('offers to try again when nothing could be loaded', async () => {
    const { element } = await open();
    wireOf(load).error({ message: 'No luck.' });
    await settle();

    await press(button(element, 'Try again'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});

describe('c-order-panel while an order is on its way', () => {
  const sending = { ...withOutcome(tracked, { itemState: 'Sending' }), inFlight: true };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function wait(seconds: number) {
    await jest.advanceTimersByTimeAsync(seconds * 1000);
  }

  it('looks every two seconds until it has arrived', async () => {
    const { element } = await open(sending);
    const watching = stateOf(element);

    await wait(4);
    const looks = mockOf(refreshApex).mock.calls.length;
    wireOf(load).emit(tracked);
    await wait(20);

    expect(watching).toBe('Sending Being sent to the ERP');
    expect(looks).toBe(2);
    expect(refreshApex).toHaveBeenCalledTimes(2);
    expect(stateOf(element)).toBe('Delivered Delivered to ERP as SO-1021 Status in the ERP: Open');
  });

  it('stops after two minutes, says so, and looks again on demand', async () => {
    const { element } = await open(sending);

    await wait(300);
    const looks = mockOf(refreshApex).mock.calls.length;
    const notice = textOf(find(element, 'c-notice'));
    await press(button(element, 'Check again'));
    await wait(2);

    expect(looks).toBe(60);
    expect(notice).toBe(
      'Still on its way after two minutes. Delivery goes on; this page has stopped checking. [Check again]'
    );
    expect(refreshApex).toHaveBeenCalledTimes(62);
  });

  it('stops when the page is left', async () => {
    const { element } = await open(sending);

    element.remove();
    await wait(10);

    expect(refreshApex).not.toHaveBeenCalled();
  });
});
