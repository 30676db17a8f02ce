import SyncToErp from 'c/syncToErp';
import sync from '@salesforce/apex/SyncController.sync';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_Sync', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });

const ORDER = '801000000000001AAA';

/** The platform creates the component first and gives it its record afterwards. */
async function open(recordId: string) {
  const element = mount('c-sync-to-erp', SyncToErp);
  const events: string[] = [];
  for (const name of ['lightning__refresh', 'lightning__actionsclosescreen']) {
    element.addEventListener(name, () => events.push(name));
  }
  Object.assign(element, { recordId });
  await settle();
  return { element, events };
}

describe('c-sync-to-erp', () => {
  it('sends the order at once, and lets the panels of the page know', async () => {
    mockOf(sync).mockResolvedValueOnce({ outcome: 'queued', message: 'The order is on its way.', itemId: 'a02' });

    const { element, events } = await open(ORDER);

    expect(sync).toHaveBeenCalledTimes(1);
    expect(sync).toHaveBeenCalledWith({ recordId: ORDER });
    expect(textOf(find(element, 'c-notice'))).toBe(
      'The order is on its way. You can close this window. The ERP panel of the record shows where it is.'
    );
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: ORDER }]);
    expect(events).toEqual(['lightning__refresh']);
    await expect(element).toBeAccessible();
  });

  it('says that nothing is to be done when it is pressed again', async () => {
    const message = 'Nothing to do: already delivered as SO-1021.';
    mockOf(sync).mockResolvedValueOnce({ outcome: 'nothingToDo', message, itemId: 'a02' });

    const { element } = await open(ORDER);

    expect(textOf(find(element, 'c-notice'))).toBe(message);
  });

  it('sends once although the platform gives the record twice', async () => {
    mockOf(sync).mockResolvedValue({ outcome: 'queued', message: 'On its way.', itemId: 'a02' });
    const { element } = await open(ORDER);

    Object.assign(element, { recordId: ORDER });
    await settle();

    expect(sync).toHaveBeenCalledTimes(1);
  });

  it('sends the orders of an opportunity', async () => {
    mockOf(sync).mockResolvedValueOnce({
      outcome: 'inFlight',
      message: 'On its way already.',
      itemId: 'a02'
    });

    const { element } = await open('006000000000001AAA');

    expect(sync).toHaveBeenCalledWith({ recordId: '006000000000001AAA' });
    expect(textOf(find(element, 'c-notice'))).toContain('On its way already.');
  });

  it('shows that it works', async () => {
    mockOf(sync).mockReturnValueOnce(new Promise(() => undefined));

    const { element } = await open(ORDER);

    expect(textOf(element)).toBe('Sync to ERP Handing over to the ERP Handing over to the ERP [Close]');
    await expect(element).toBeAccessible();
  });

  it('says who must do what when it fails, and tries again', async () => {
    mockOf(sync)
      .mockRejectedValueOnce(
        apexError({ code: 'DRAFT', message: 'The order is a draft.', owner: 'Sales', nextStep: 'Activate it.' })
      )
      .mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.', itemId: 'a02' });
    const { element } = await open(ORDER);
    const failure = textOf(find(element, 'c-error-panel'));
    await expect(element).toBeAccessible();

    await press(button(element, 'Try again'));

    expect(failure).toBe('The order is a draft. Sales must act. Next step: Activate it.');
    expect(textOf(find(element, 'c-notice'))).toContain('On its way.');
    expect(findAll(element, 'c-error-panel')).toHaveLength(0);
  });

  it('closes', async () => {
    mockOf(sync).mockResolvedValueOnce({ outcome: 'nothingToDo', message: 'Nothing to do.', itemId: null });
    const { element, events } = await open(ORDER);

    await press(button(element, 'Close'));

    expect(events).toContain('lightning__actionsclosescreen');
  });
});
