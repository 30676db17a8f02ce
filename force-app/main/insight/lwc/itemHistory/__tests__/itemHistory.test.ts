import ItemHistory from 'c/itemHistory';
import load from '@salesforce/apex/ItemHistoryController.load';
import { apexError, find, findAll, mockOf, mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/ItemHistoryController.load', () => ({ default: jest.fn() }), { virtual: true });

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

async function open() {
  const element = mount('c-item-history', ItemHistory, { recordId: 'a01000000000001AAA' });
  await settle();
  return element;
}

describe('c-item-history', () => {
  it('tells each step, and what was sent and answered', async () => {
    mockOf(load).mockResolvedValueOnce(steps);
    const element = await open();

    expect(load).toHaveBeenCalledWith({ itemId: 'a01000000000001AAA' });
    expect(findAll(element, 'li').map(textOf)).toEqual([
      'Sending → Delivered · 2026-11-21T10:00:05.000Z · Fin Ance The ERP has it as SO-1007. What was sent and answered ' +
        'HTTP 201 in 340 ms, request r-1 Sent {"email":"***"} Answered {"number":"SO-1007"}',
      'Held · 2026-11-21T10:00:00.000Z · Rita Rep Planned.'
    ]);
    await expect(element).toBeAccessible();
  });

  it('says so when nothing has happened', async () => {
    mockOf(load).mockResolvedValueOnce([]);

    expect(textOf(await open())).toContain('Nothing has happened yet.');
  });

  it('says why it cannot be seen', async () => {
    mockOf(load).mockRejectedValueOnce(
      apexError({ code: 'NO_VIEW_PERMISSION', message: 'You may not see ERP figures.' })
    );

    expect(textOf(find(await open(), 'c-error-panel'))).toContain('You may not see ERP figures.');
  });
});
