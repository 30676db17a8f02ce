import DocumentPanel from 'c/documentPanel';
import load from '@salesforce/apex/DocumentPanelController.load';
import retry from '@salesforce/apex/SyncController.retry';
import sync from '@salesforce/apex/SyncController.sync';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';
import refused from './data/refused.json';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/DocumentPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const INVOICE = 'a0B000000000001AAA';
const untracked = { ...refused, handoffs: [], cannotSyncReason: null };

async function open(panel?: object) {
  const element = mount('c-document-panel', DocumentPanel, { recordId: INVOICE });
  const toasts: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
  if (panel) wireOf(load).emit(panel);
  await settle();
  return { element, toasts };
}

describe('c-document-panel', () => {
  it('holds the place while it loads', async () => {
    const { element } = await open();

    expect(textOf(element)).toBe('ERP Document Loading');
    await expect(element).toBeAccessible();
  });

  it('says what stopped the record, whose move it is, and tries again', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'It is tried again now.' });
    const { element, toasts } = await open(refused);
    const said = textOf(find(element, '[role=status]'));

    await press(button(element, 'Retry'));

    expect(said).toBe(
      'Refused This invoice was refused The ERP has no item CP-1. Admin must act. Next step: Map the product. [Retry]'
    );
    expect(retry).toHaveBeenCalledWith({ itemId: 'a02000000000009AAA' });
    expect(toasts).toEqual([{ title: 'ERP Document', message: 'It is tried again now.', variant: 'success' }]);
    await expect(element).toBeAccessible();
  });

  it('says of a quote that is not accepted yet what the policies have against it', async () => {
    const breach = { severity: 'HOLD', message: 'It gives 10 % off (Standard).', nextStep: 'Sales: ask for approval.' };
    const { element } = await open({ ...untracked, state: 'notYet', breaches: [breach] });

    expect(textOf(element)).toContain('It gives 10 % off (Standard). Sales: ask for approval.');
    await expect(element).toBeAccessible();
  });

  it('says its number in the ERP', async () => {
    const delivered = { ...refused.handoffs[0], itemState: 'Delivered', erpNumber: 'INV-2001', canRetry: false };
    const { element } = await open({ ...refused, handoffs: [delivered] });

    expect(textOf(find(element, '[role=status]'))).toBe('Delivered Delivered to ERP as INV-2001');
  });

  it.each([
    ['notConnected', {}, 'No ERP is connected An admin connects it on the Handoff Setup tab.'],
    ['otherPoint', {}, 'Invoices stay in Salesforce Lead to Order hands over: Orders, Quotes.'],
    [
      'otherPoint',
      { handsOver: [] },
      'Invoices stay in Salesforce At Lead to Order nothing of this org is handed over. Admin: activate a source definition.'
    ],
    [
      'notYet',
      {},
      'Nothing to hand over yet It goes to the ERP once it is approved, accepted or posted, as the source definition of such records says.'
    ],
    [
      'notSent',
      { cannotSyncReason: 'You may not send to the ERP.' },
      'Not sent to the ERP You may not send to the ERP.'
    ]
  ])('at %p (%p) says why nothing is on its way', async (state, more, text) => {
    const { element } = await open({
      ...untracked,
      handoffPoint: 'Lead to Order',
      handsOver: ['Orders', 'Quotes'],
      state,
      canSync: false,
      ...more
    });

    expect(textOf(element)).toBe(`ERP Document ${text}`);
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('hands over what was never sent', async () => {
    mockOf(sync).mockResolvedValueOnce({ outcome: 'queued', message: 'The invoice is on its way.' });
    const { element, toasts } = await open({ ...untracked, state: 'notSent', canSync: true });

    await press(button(element, 'Sync to ERP'));

    expect(sync).toHaveBeenCalledWith({ recordId: INVOICE });
    expect(toasts).toEqual([{ title: 'ERP Document', message: 'The invoice is on its way.', variant: 'success' }]);
  });

  it('says what went wrong', async () => {
    const { element } = await open();
    wireOf(load).error(
      apexError({ code: 'NO_RECORD', message: 'There is no such record.', owner: 'Sales', nextStep: 'Ask.' }).body
    );
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('There is no such record.');
    await expect(element).toBeAccessible();
  });
});
