import SetupHome from 'c/setupHome';
import archive from '@salesforce/apex/ConnectionsController.archive';
import list from '@salesforce/apex/ConnectionsController.load';
import pause from '@salesforce/apex/ConnectionsController.pause';
import remove from '@salesforce/apex/ConnectionsController.remove';
import rename from '@salesforce/apex/ConnectionsController.rename';
import restore from '@salesforce/apex/ConnectionsController.restore';
import resume from '@salesforce/apex/ConnectionsController.resume';
import choosePoint from '@salesforce/apex/SetupController.choosePoint';
import loadCutOver from '@salesforce/apex/CutOverController.load';
import load from '@salesforce/apex/SetupController.load';
import questions from '@salesforce/apex/SetupController.questions';
import recommend from '@salesforce/apex/SetupController.recommend';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import chosen from '../../setupWizard/__tests__/data/chosen.json';
import fresh from '../../setupWizard/__tests__/data/fresh.json';
import live from '../../setupWizard/__tests__/data/live.json';
import questionList from '../../setupWizard/__tests__/data/questions.json';
import ranking from '../../setupWizard/__tests__/data/ranking.json';
import connections from './data/connections.json';

jest.mock('@salesforce/customPermission/Handoff_Setup', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.archive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.restore', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.pause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.rename', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CutOverController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.choosePoint', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.questions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.recommend', () => ({ default: jest.fn() }), { virtual: true });

const [germany, iceland, norway] = connections as [object, object, object];

async function open(rows: object[], state: object = live) {
  mockOf(list).mockResolvedValue(rows);
  mockOf(load).mockResolvedValue(state);
  mockOf(loadCutOver).mockResolvedValue({ choices: [], handedOver: [] });
  mockOf(questions).mockResolvedValue(questionList);
  mockOf(recommend).mockResolvedValue(ranking);
  const element = mount('c-setup-home', SetupHome);
  await settle();
  await settle();
  return element;
}

const entries = (element: Element) => findAll(element, 'c-setup-connection');

describe('c-setup-home', () => {
  it('begins with the wizard where there is no connection', async () => {
    const element = await open([], fresh);

    expect(load).toHaveBeenCalledWith({ connectionId: null });
    expect(textOf(element)).toContain('Where does Salesforce hand over to the ERP?');
    expect(textOf(element)).not.toContain('Add another connection');
  });

  it('opens the only connection at once, and offers another one', async () => {
    const element = await open([germany]);
    await expect(element).toBeAccessible();

    expect(load).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA' });
    expect(textOf(element)).toContain('Handoff is live.');
    expect(textOf(element)).not.toContain('All connections');

    mockOf(load).mockResolvedValue(fresh);
    await press(button(element, 'Add another connection'));
    await settle();

    expect(load).toHaveBeenLastCalledWith({ connectionId: null });
    expect(textOf(element)).toContain('[All connections]');
  });

  it('archives a connection, hides it, and brings it back', async () => {
    const used = { ...iceland, state: 'paused', canArchive: true, canPause: false };
    const archived = { ...iceland, state: 'archived', canPause: false, canRestore: true };
    const element = await open([germany, used]);
    mockOf(archive).mockResolvedValue([germany, archived]);
    mockOf(restore).mockResolvedValue([germany, used]);

    await press(button(element, 'Archive'));
    expect(textOf(element)).toContain('Archive Iceland? It sends nothing any more');
    await press(button(element, 'Yes, do it'));

    expect(archive).toHaveBeenCalledWith({ connectionId: 'a01000000000002AAA' });
    expect(entries(element)).toHaveLength(1);

    await press(button(element, 'Show archived (1)'));
    await expect(element).toBeAccessible();
    expect(textOf(entries(element)[1] as Element)).toContain('Iceland Archived');
    await press(button(element, 'Bring back'));
    await press(button(element, 'Yes, do it'));

    expect(restore).toHaveBeenCalledWith({ connectionId: 'a01000000000002AAA' });
    expect(textOf(element)).not.toContain('archived (');
    expect(entries(element)).toHaveLength(2);
  });

  it('lists several, each with ERP, company, handoff point and state', async () => {
    const element = await open(connections);
    await expect(element).toBeAccessible();

    expect(entries(element).map(textOf)).toEqual([
      'Germany Live Business Central · Alder & Finch GmbH · Lead to Order Sends since 2026-11-21T10:00:00.000Z [Open] [Rename] [Pause]',
      'Iceland The ERP does not answer Business Central · Alder & Finch hf. · Lead to Invoice Sends since 2026-11-20T10:00:00.000Z The ERP does not answer. until 2026-11-21T12:00:00.000Z [Open] [Rename] [Pause]',
      'Norway Not finished Business Central · No company chosen yet · Lead to Order [Continue setup] [Rename] [Delete]'
    ]);
    expect(load).not.toHaveBeenCalled();
  });

  it('opens one of several and goes back to the list', async () => {
    const element = await open(connections);

    await press(button(entries(element)[0]!, 'Open'));
    await settle();

    expect(load).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA' });
    expect(textOf(find(element, 'c-setup-wizard'))).toContain('Handoff is live.');

    await press(button(element, 'All connections'));

    expect(entries(element)).toHaveLength(3);
  });

  it('keeps the place in the wizard while the list behind it grows', async () => {
    const element = await open([germany]);
    mockOf(load).mockResolvedValue(fresh);
    mockOf(choosePoint).mockResolvedValueOnce(chosen);
    await press(button(element, 'Add another connection'));
    await settle();
    mockOf(list).mockResolvedValue([germany, norway]);

    await press(button(element, 'Continue with Lead to Order'));
    await settle();

    expect(textOf(find(element, 'c-setup-wizard'))).toContain('Connect your ERP');
    await press(button(element, 'All connections'));
    expect(entries(element)).toHaveLength(2);
  });

  it.each([
    ['Pause', 'Pause Germany?', pause, 0],
    ['Resume', 'Resume Iceland?', resume, 1],
    ['Delete', 'Delete Norway?', remove, 2]
  ])('asks before it does: %s', async (label, question, method, index) => {
    const element = await open([germany, { ...iceland, canPause: false, canResume: true }, norway]);
    mockOf(method).mockResolvedValueOnce([germany, iceland]);
    const entry = entries(element)[index]!;

    await press(button(entry, label));
    expect(textOf(find(entry, 'c-confirm-step'))).toContain(question);
    expect(method).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await press(button(entry, 'Keep it as it is'));
    expect(findAll(entry, 'c-confirm-step')).toHaveLength(0);

    await press(button(entry, label));
    await press(button(entry, 'Yes, do it'));
    expect(method).toHaveBeenCalledWith({ connectionId: `a0100000000000${index + 1}AAA` });
    expect(entries(element)).toHaveLength(2);
  });

  it('renames, and says why a name was refused', async () => {
    const element = await open(connections);
    mockOf(rename).mockRejectedValueOnce(apexError({ code: 'X', message: 'Another connection is called "Iceland".' }));
    const entry = entries(element)[0]!;

    await press(button(entry, 'Rename'));
    await expect(element).toBeAccessible();
    await change(find(entry, 'lightning-input'), { value: ' ' });
    expect(button(entry, 'Save').disabled).toBe(true);
    await change(find(entry, 'lightning-input'), { value: 'Iceland' });
    await press(button(entry, 'Save'));

    expect(rename).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', name: 'Iceland' });
    expect(textOf(find(element, 'c-error-panel'))).toContain('Another connection is called "Iceland".');
    expect(entries(element)).toHaveLength(3);
  });
});
