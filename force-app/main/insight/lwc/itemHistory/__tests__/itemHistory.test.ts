import ItemHistory from 'c/itemHistory';
import load from '@salesforce/apex/ItemHistoryController.load';
import retry from '@salesforce/apex/SyncController.retry';
import { refreshApex } from '@salesforce/apex';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/ItemHistoryController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const ITEM = 'a01000000000001AAA';
const refused = {
  itemId: ITEM,
  itemState: 'Rejected',
  kind: 'Order',
  recordId: '801000000000001AAA',
  recordName: '00000106',
  errorCode: 'BLOCKED',
  errorMessage: 'Item HL-100 is blocked.',
  errorOwner: 'Finance',
  nextStep: 'Unblock it.',
  canRetry: true,
  inFlight: false
};

const steps = [
  {
    id: 'a04000000000002AAA',
    happenedAt: '2026-11-21T10:00:05.000Z',
    fromState: 'Sending',
    toState: 'Delivered',
    message: 'The ERP has it as SO-1007.',
    actor: 'Fin Ance',
    requestId: 'r-1',
    httpStatus: 201,
    durationMs: 340,
    request: '{"email":"***"}',
    response: '{"number":"SO-1007"}'
  },
  {
    id: 'a04000000000001AAA',
    happenedAt: '2026-11-21T10:00:00.000Z',
    toState: 'Held',
    message: 'Planned.',
    actor: 'Rita Rep'
  }
];

async function open(history?: object) {
  const element = mount('c-item-history', ItemHistory, { recordId: ITEM });
  if (history) wireOf(load).emit(history);
  await settle();
  return element;
}

describe('c-item-history', () => {
  it('tells each step, and what was sent and answered', async () => {
    const element = await open({ outcome: null, inFlight: false, steps });

    expect(wireOf(load).getLastConfig()).toEqual({ itemId: ITEM });
    expect(findAll(element, 'li').map(textOf)).toEqual([
      'Sending → Delivered · 2026-11-21T10:00:05.000Z · Fin Ance The ERP has it as SO-1007. What was sent and answered ' +
        'HTTP 201 in 340 ms, request r-1 Sent {"email":"***"} Answered {"number":"SO-1007"}',
      'Held · 2026-11-21T10:00:00.000Z · Rita Rep Planned.'
    ]);
    await expect(element).toBeAccessible();
  });

  it('tells whose move it is, tries it again by Retry, and looks again', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'It is tried again now.' });
    const element = await open({ outcome: refused, inFlight: false, steps });
    expect(textOf(find(element, '[role=status]'))).toContain('This order was refused');
    expect(textOf(find(element, 'c-error-panel'))).toContain('Item HL-100 is blocked.');
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));

    expect(retry).toHaveBeenCalledWith({ itemId: ITEM });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('has the fields of the page read again when the state changes', async () => {
    await open({ outcome: refused, inFlight: false, steps });
    wireOf(load).emit({ outcome: refused, inFlight: false, steps });
    await settle();
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();

    wireOf(load).emit({ outcome: { ...refused, itemState: 'Ready' }, inFlight: true, steps });
    await settle();

    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: ITEM }]);
  });

  it('says so when nothing has happened', async () => {
    expect(textOf(await open({ outcome: null, inFlight: false, steps: [] }))).toContain('Nothing has happened yet.');
  });

  it('says why it cannot be seen', async () => {
    const element = await open();
    wireOf(load).error(apexError({ code: 'NO_ITEM', message: 'You may not see it.' }).body);
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('You may not see it.');
  });
});
