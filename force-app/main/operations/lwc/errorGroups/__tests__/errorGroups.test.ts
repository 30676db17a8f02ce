import ErrorGroups from 'c/errorGroups';
import errorGroups from '@salesforce/apex/OperationsController.errorGroups';
import groupItems from '@salesforce/apex/OperationsController.groupItems';
import retryGroup from '@salesforce/apex/OperationsController.retryGroup';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/OperationsController.errorGroups', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.groupItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.retryGroup', () => ({ default: jest.fn() }), { virtual: true });

const blocked = {
  key: 'BLOCKED:1',
  items: 214,
  code: 'BLOCKED',
  message: 'Item HL-100 is blocked.',
  owner: 'Finance',
  nextStep: 'Finance: unblock it.',
  firstSeen: '2026-11-20T10:00:00.000Z',
  lastSeen: '2026-11-21T10:00:00.000Z'
};
const item = {
  id: 'a01000000000001AAA',
  name: 'OI-000042',
  documentType: 'Sales Order',
  sourceId: '801000000000001AAA',
  state: 'Rejected',
  accountName: 'Hollis Freight',
  message: 'Item HL-100 is blocked.',
  since: '2026-11-21T10:00:00.000Z'
};

async function open(groups: object[]) {
  mockOf(errorGroups).mockResolvedValue(groups);
  const element = mount('c-error-groups', ErrorGroups);
  await settle();
  return element;
}

describe('c-error-groups', () => {
  it('names the cause, how many it stopped, and whose move it is', async () => {
    const element = await open([blocked]);

    expect(textOf(find(element, 'tbody tr'))).toBe(
      '214 Item HL-100 is blocked. BLOCKED Finance Unblock it. 2026-11-20T10:00:00.000Z 2026-11-21T10:00:00.000Z Show [Retry all]'
    );
    await expect(element).toBeAccessible();
  });

  it('says so when nothing is stopped', async () => {
    const element = await open([]);

    expect(textOf(element)).toContain('Nothing is stopped');
    await expect(element).toBeAccessible();
  });

  it('shows the documents behind a cause, and hides them again', async () => {
    mockOf(groupItems).mockResolvedValueOnce([item]);
    const element = await open([blocked]);
    const show = find(element, 'button[data-key]');

    await press(show);

    expect(groupItems).toHaveBeenCalledWith({ key: 'BLOCKED:1' });
    expect(show.getAttribute('aria-expanded')).toBe('true');
    expect(textOf(find(element, 'tbody tbody tr'))).toBe(
      'OI-000042 Sales Order Hollis Freight Refused 2026-11-21T10:00:00.000Z'
    );
    await expect(element).toBeAccessible();

    await press(show);
    expect(findAll(element, 'tbody tbody')).toHaveLength(0);
  });

  it('retries all of a cause after asking', async () => {
    mockOf(retryGroup).mockResolvedValueOnce(200);
    const element = await open([blocked]);

    await press(button(element, 'Retry all'));
    expect(retryGroup).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-confirm-step'))).toContain('Retry all 214 documents of this cause?');
    mockOf(errorGroups).mockResolvedValue([]);
    await press(button(element, 'Yes, do it'));

    expect(retryGroup).toHaveBeenCalledWith({ key: 'BLOCKED:1' });
    expect(textOf(find(element, 'c-notice'))).toContain('200 are tried again now');
    expect(textOf(element)).toContain('Nothing is stopped');
  });

  it('keeps everything as it is when the answer is no', async () => {
    const element = await open([blocked]);

    await press(button(element, 'Retry all'));
    await press(button(element, 'Keep it as it is'));

    expect(findAll(element, 'c-confirm-step')).toHaveLength(0);
    expect(retryGroup).not.toHaveBeenCalled();
  });

  it('says what went wrong', async () => {
    mockOf(errorGroups).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    const element = mount('c-error-groups', ErrorGroups);
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toContain('No luck.');
  });
});
