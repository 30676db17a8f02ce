import SyncList from 'c/syncList';
import sync from '@salesforce/apex/SyncListController.sync';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/SyncListController.sync', () => ({ default: jest.fn() }), { virtual: true });

const order = (n: number): string => `80100000000000${n}AAA`;
const rows = [
  { recordId: order(1), name: '00000101', outcome: 'sent', message: 'It is on its way to the ERP.' },
  { recordId: order(2), name: '00000102', outcome: 'already', message: 'It is delivered as SO-1007.' },
  {
    recordId: order(3),
    name: '00000103',
    outcome: 'held',
    message: 'The credit limit is exceeded.',
    owner: 'Finance',
    nextStep: 'Finance: release it.'
  },
  {
    recordId: order(4),
    name: '00000104',
    outcome: 'refused',
    message: 'It does not meet the criteria.',
    owner: 'Sales',
    nextStep: 'Sales: activate it.'
  }
];

async function open(ids: string[]) {
  const element = mount('c-sync-list', SyncList, { ids });
  await settle();
  return element;
}

describe('c-sync-list', () => {
  it('hands the selected records over once, and sums up what became of them', async () => {
    mockOf(sync).mockResolvedValueOnce(rows);
    const element = await open([order(1), order(2), order(3), order(4), order(4)]);

    expect(sync).toHaveBeenCalledTimes(1);
    expect(sync).toHaveBeenCalledWith({ recordIds: [order(1), order(2), order(3), order(4)] });
    expect(textOf(find(element, 'ul'))).toBe('1 on their way now 1 there already 1 held 1 refused');
    expect(findAll(element, 'tbody tr').map(textOf)).toEqual([
      '00000103 The credit limit is exceeded. Finance Release it.',
      '00000104 It does not meet the criteria. Sales Activate it.'
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for a selection when there is none', async () => {
    const element = await open([]);

    expect(sync).not.toHaveBeenCalled();
    expect(textOf(element)).toContain('Select records in the list first');
    await expect(element).toBeAccessible();
  });

  it('sends nothing when more than 200 are selected', async () => {
    const element = await open(Array.from({ length: 201 }, (_none, n) => `id${n}`));

    expect(sync).not.toHaveBeenCalled();
    expect(textOf(element)).toContain('Select at most 200 records at a time.');
  });

  it('says what went wrong, and tries again', async () => {
    mockOf(sync)
      .mockRejectedValueOnce(apexError({ code: 'NO_SYNC_PERMISSION', message: 'You may not send to the ERP.' }))
      .mockResolvedValueOnce(rows);
    const element = await open([order(1)]);

    expect(textOf(find(element, 'c-error-panel'))).toContain('You may not send to the ERP.');
    await press(button(element, 'Try again'));
    expect(textOf(find(element, 'ul'))).toContain('1 on their way now');
  });
});
