import HeldJournals from 'c/heldJournals';
import heldJournals from '@salesforce/apex/OperationsController.heldJournals';
import { apexError, findAll, mockOf, mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/OperationsController.heldJournals', () => ({ default: jest.fn() }), { virtual: true });

async function open() {
  const element = mount('c-held-journals', HeldJournals);
  await settle();
  return element;
}

describe('c-held-journals', () => {
  it('says whose books have journals that wait, and leads to them', async () => {
    mockOf(heldJournals).mockResolvedValueOnce([
      { connectionName: 'First company', journals: 3 },
      { connectionName: 'Second company', journals: 1 }
    ]);
    const element = await open();

    expect(textOf(element)).toBe(
      'Journals that wait for finance in the books of First company: 3 ' +
        'Journals that wait for finance in the books of Second company: 1 Open the ledger'
    );
    expect(findAll(element, 'a')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('is not there when none waits', async () => {
    mockOf(heldJournals).mockResolvedValueOnce([]);
    expect(textOf(await open())).toBe('');
  });

  it('says why it could not be read', async () => {
    mockOf(heldJournals).mockRejectedValueOnce(apexError({ code: 'NO_ACCESS', message: 'You may not.' }));
    expect(textOf(await open())).toBe('You may not.');
  });
});
