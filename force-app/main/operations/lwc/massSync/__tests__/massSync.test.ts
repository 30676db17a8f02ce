import MassSync from 'c/massSync';
import changeStep from '@salesforce/apex/MassSyncController.change';
import count from '@salesforce/apex/MassSyncController.count';
import load from '@salesforce/apex/MassSyncController.load';
import start from '@salesforce/apex/MassSyncController.start';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/MassSyncController.change', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MassSyncController.count', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MassSyncController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MassSyncController.start', () => ({ default: jest.fn() }), { virtual: true });

const idle = { live: true, sources: [{ name: 'Order_Activated', label: 'Order → Sales Order' }], massSyncs: [] };
const running = {
  ...idle,
  massSyncs: [
    {
      id: 'a03000000000001AAA',
      name: 'MS-00001',
      source: 'Order_Activated',
      state: 'Running',
      message: 'Waits: 5000 documents are on their way.',
      total: 100000,
      found: 25000,
      percent: 25,
      planned: 24000,
      skipped: 1000,
      reasons: [{ text: 'It is in the ERP already.', count: 1000 }],
      delivered: 19000,
      held: 10,
      rejected: 2,
      onTheWay: 4988,
      startedAt: '2026-11-21T10:00:00.000Z',
      startedBy: 'Ada Admin'
    }
  ]
};
const paused = { ...running, massSyncs: [{ ...running.massSyncs[0], state: 'Paused', message: null }] };

async function open(state: object) {
  mockOf(load).mockResolvedValue(state);
  const element = mount('c-mass-sync', MassSync);
  await settle();
  return element;
}

describe('c-mass-sync', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts, asks, and starts', async () => {
    mockOf(count).mockResolvedValue(100000);
    mockOf(start).mockResolvedValueOnce(running);
    const element = await open(idle);

    await press(button(element, 'Count'));
    expect(textOf(element)).toContain('100,000 records are in range.');
    await press(button(element, 'Start'));
    expect(start).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-confirm-step'))).toContain('Hand over 100,000 records?');
    await press(button(element, 'Yes, do it'));

    expect(start).toHaveBeenCalledWith({ source: 'Order_Activated', criteria: '', beginning: null, ending: null });
    expect(findAll(element, 'c-mass-sync-progress')).toHaveLength(1);
  });

  it('says when one was finished', async () => {
    const finishedAt = '2026-11-21T11:30:00.000Z';
    const done = { ...running.massSyncs[0], state: 'Finished', message: null, finishedAt };
    const element = await open({ ...running, massSyncs: [done] });

    expect(textOf(find(element, 'c-mass-sync-progress'))).toMatch(
      /Started by Ada Admin, 2026-11-21T10:00:00.000Z Finished, 2026-11-21T11:30:00.000Z$/
    );
  });

  it('shows how far one is, what became of its documents, and why records were left out', async () => {
    const element = await open(running);

    expect(textOf(find(element, 'c-mass-sync-progress'))).toBe(
      'MS-00001 · Order → Sales Order Running 25,000 of 100,000 looked at Waits: 5000 documents are on their way. ' +
        'Planned 24000 Delivered 19000 On the way 4988 Held 10 Refused 2 Left out 1000 ' +
        '1000 × It is in the ERP already. Started by Ada Admin, 2026-11-21T10:00:00.000Z [Pause] [Cancel]'
    );
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('looks again while one runs, and no longer when it has left the page', async () => {
    const element = await open(running);
    expect(load).toHaveBeenCalledTimes(1);

    jest.advanceTimersByTime(5000);
    await settle();
    expect(load).toHaveBeenCalledTimes(2);

    element.remove();
    jest.advanceTimersByTime(60000);
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('pauses and resumes at once, and cancels after asking', async () => {
    mockOf(changeStep).mockResolvedValueOnce(paused).mockResolvedValueOnce(running).mockResolvedValueOnce(idle);
    const element = await open(running);
    const id = 'a03000000000001AAA';

    await press(button(element, 'Pause'));
    expect(changeStep).toHaveBeenLastCalledWith({ massSyncId: id, step: 'pause' });
    await press(button(element, 'Resume'));
    expect(changeStep).toHaveBeenLastCalledWith({ massSyncId: id, step: 'resume' });
    await press(button(element, 'Cancel'));
    expect(changeStep).toHaveBeenCalledTimes(2);
    await press(button(element, 'Yes, do it'));
    expect(changeStep).toHaveBeenLastCalledWith({ massSyncId: id, step: 'cancel' });
  });

  it('says what is wrong with a condition', async () => {
    mockOf(count).mockRejectedValueOnce(
      apexError({ code: 'SOURCE_DEFINITION', message: 'The criteria end too early.' })
    );
    const element = await open(idle);

    await change(findAll(element, 'lightning-input')[0]!, { value: 'Name =' });
    await press(button(element, 'Count'));

    expect(count).toHaveBeenCalledWith({
      source: 'Order_Activated',
      criteria: 'Name =',
      beginning: null,
      ending: null
    });
    expect(textOf(find(element, 'c-error-panel'))).toContain('The criteria end too early.');
  });

  it('says that Handoff has to go live first', async () => {
    const element = await open({ live: false, sources: [], massSyncs: [] });

    expect(textOf(find(element, 'c-notice'))).toContain('Go live in Handoff Setup first.');
    expect(findAll(element, 'lightning-combobox')).toHaveLength(0);
  });
});
