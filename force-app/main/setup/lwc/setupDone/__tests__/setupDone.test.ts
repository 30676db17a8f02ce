import SetupDone from 'c/setupDone';
import goLive from '@salesforce/apex/SetupController.goLive';
import load from '@salesforce/apex/SetupController.load';
import pause from '@salesforce/apex/SetupController.pause';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import live from '../../setupWizard/__tests__/data/live.json';

jest.mock('@salesforce/apex/SetupController.goLive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.pause', () => ({ default: jest.fn() }), { virtual: true });

const paused = { ...live, live: false };

async function open(state: object) {
  const element = mount('c-setup-done', SetupDone, { state });
  const events: unknown[] = [];
  element.addEventListener('statechange', (event) => events.push((event as CustomEvent).detail));
  element.addEventListener('restart', () => events.push('restart'));
  await settle();
  return { element, events };
}

describe('c-setup-done', () => {
  it('says what is on and what to do next', async () => {
    const { element } = await open(live);

    expect(textOf(find(element, 'c-notice'))).toBe('Handoff is live. What qualifies goes to the ERP by itself.');
    expect(textOf(find(element, '.summary'))).toBe(
      'Handoff point Lead to Order ERP company Brightwater Holding Named Credential (API name) Business_Central Sends orders since 2026-11-21T10:00:00.000Z Last test Connected.'
    );
    await expect(element).toBeAccessible();
  });

  it('says that the ERP does not answer and when it is tried next', async () => {
    const { element } = await open({ ...live, nextTryAt: '2026-11-21T12:30:00.000Z' });

    expect(textOf(findAll(element, 'c-notice')[1]!)).toMatch(/^The ERP does not answer\./);
    expect(textOf(find(element, '.summary'))).toContain('Next try 2026-11-21T12:30:00.000Z');
    await expect(element).toBeAccessible();
  });

  it('sends nothing in a copy of the org, and begins anew when it is turned on there', async () => {
    mockOf(goLive).mockResolvedValueOnce(live);
    const { element } = await open({ ...live, live: false, copied: true });

    expect(textOf(find(element, 'c-notice'))).toMatch(/^This org is a copy of the one that was set up/);
    await change(find(element, 'lightning-input'), { checked: true });

    expect(goLive).toHaveBeenCalledWith({ connectionId: live.connectionId, sendFrom: null });
  });

  it('tells how far the copied documents are cancelled, and looks again until sending is on', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    mockOf(load).mockResolvedValueOnce(live);
    const { element, events } = await open({ ...live, live: false, copied: true, takeOverPercent: 40 });

    const told = textOf(find(element, 'c-notice'));
    const locked = (find(element, 'lightning-input') as HTMLElement & { disabled: boolean }).disabled;
    jest.advanceTimersByTime(5000);
    jest.useRealTimers();
    await settle();

    expect(told).toMatch(/^This org is a copy\. .*: 40% done\. Then sending begins by itself/);
    expect(locked).toBe(true);
    expect(load).toHaveBeenCalledWith({ connectionId: live.connectionId });
    expect(events).toEqual([live]);
  });

  it('pauses with the switch', async () => {
    mockOf(pause).mockResolvedValueOnce(paused);
    const { element, events } = await open(live);

    await change(find(element, 'lightning-input'), { checked: false });
    const asked = mockOf(pause).mock.calls.length;
    const question = textOf(find(element, 'c-confirm-step'));
    await expect(element).toBeAccessible();
    await press(button(element, 'Yes, do it'));

    expect(asked).toBe(0);
    expect(question).toMatch(/^Pause Business Central\? Nothing more is planned or sent/);
    expect(pause).toHaveBeenCalledWith({ connectionId: live.connectionId });
    expect(events).toEqual([paused]);
  });

  it('sends on when the question is answered with no', async () => {
    const { element, events } = await open(live);
    const input = find(element, 'lightning-input') as HTMLElement & { checked: boolean };
    input.checked = false;

    await change(input, { checked: false });
    await press(button(element, 'Keep it as it is'));

    expect(input.checked).toBe(true);
    expect(pause).not.toHaveBeenCalled();
    expect(events).toEqual([]);
  });

  it('says when no route leads to the connection', async () => {
    const { element } = await open({ ...live, takesAllInstead: 'First' });

    expect(textOf(findAll(element, 'c-notice')[1]!)).toMatch(/^No route leads here: First has all/);
  });

  it('warns while data storage is short', async () => {
    const { element } = await open({ ...live, storageShort: 'Of 5 MB of data storage 0 are free.' });

    expect(textOf(findAll(element, 'c-notice')[1]!)).toBe('Of 5 MB of data storage 0 are free.');
    await expect(element).toBeAccessible();
  });

  it('keeps the old start when it is turned on again, so that nothing in between is lost', async () => {
    mockOf(goLive).mockResolvedValueOnce(live);
    const { element, events } = await open(paused);

    await change(find(element, 'lightning-input'), { checked: true });

    expect(textOf(find(element, 'c-notice'))).toBe('Handoff is paused. Nothing is sent until you turn it on again.');
    expect(goLive).toHaveBeenCalledWith({ connectionId: live.connectionId, sendFrom: live.sendFrom });
    expect(events).toEqual([live]);
  });

  it('says why the switch did not turn, and turns it back', async () => {
    mockOf(pause).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    const { element, events } = await open(live);
    const input = find(element, 'lightning-input') as HTMLElement & { checked: boolean };
    input.checked = false;

    await change(input, { checked: false });
    await press(button(element, 'Yes, do it'));

    expect(input.checked).toBe(true);

    expect(textOf(find(element, 'c-error-panel'))).toBe('No luck.');
    expect(events).toEqual([]);
  });

  it('lets the admin change the setup', async () => {
    const { element, events } = await open(live);

    await press(button(element, 'Change the setup'));

    expect(events).toEqual(['restart']);
  });
});
