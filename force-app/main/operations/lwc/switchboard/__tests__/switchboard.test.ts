import Switchboard from 'c/switchboard';
import freeze from '@salesforce/apex/OperationsController.freeze';
import load from '@salesforce/apex/OperationsController.load';
import maintain from '@salesforce/apex/OperationsController.maintain';
import pause from '@salesforce/apex/OperationsController.pause';
import setBudgets from '@salesforce/apex/OperationsController.setBudgets';
import setTriggers from '@salesforce/apex/OperationsController.setTriggers';
import stopAll from '@salesforce/apex/OperationsController.stopAll';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import board from './data/board.json';

jest.mock('@salesforce/apex/OperationsController.freeze', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.maintain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.pause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.setBudgets', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.setTriggers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.stopAll', () => ({ default: jest.fn() }), { virtual: true });

async function open(state: object = board) {
  mockOf(load).mockResolvedValueOnce(state);
  const element = mount('c-switchboard', Switchboard);
  await settle();
  return element;
}

const input = (element: Element, label: string): HTMLElement =>
  findAll(element, 'lightning-input').find((each) => (each as unknown as { label: string }).label === label)!;

describe('c-switchboard', () => {
  it('says how everything stands, and who switched last', async () => {
    const element = await open();

    expect(textOf(find(element, 'c-notice'))).toContain('Documents are sent as usual.');
    expect(textOf(find(element, 'c-connection-switch'))).toMatch(/^Business Central Sends \[Pause\]/);
    expect(findAll(element, '.pair').map(textOf)).toEqual([
      'Calls to Business Central, today 120 of 500',
      'Data storage, MB 3, no limit'
    ]);
    expect(textOf(element)).toContain('kept for 365 days');
    expect(textOf(find(element, 'tbody tr'))).toBe(
      '2026-11-21T10:00:00.000Z Ada Admin Connection resumed Business Central Month end done'
    );
    await expect(element).toBeAccessible();
  });

  it('turns the kill switch only after asking, and keeps the reason', async () => {
    mockOf(stopAll).mockResolvedValueOnce({ ...board, stopped: true });
    const element = await open();

    await press(button(element, 'Stop everything'));
    expect(stopAll).not.toHaveBeenCalled();
    await change(input(element, 'Reason'), { value: 'It posts twice.' });
    await press(button(element, 'Yes, do it'));

    expect(stopAll).toHaveBeenCalledWith({ stopped: true, reason: 'It posts twice.' });
    expect(textOf(find(element, 'c-notice'))).toContain('The kill switch is on');
    expect(button(element, 'Let everything go on')).toBeTruthy();
  });

  it('pauses a connection after asking', async () => {
    mockOf(pause).mockResolvedValueOnce(board);
    const element = await open();

    await press(button(element, 'Pause'));
    await change(input(element, 'Reason'), { value: 'Month end' });
    await press(button(element, 'Yes, do it'));

    expect(pause).toHaveBeenCalledWith({ connectionId: 'a00000000000001AAA', paused: true, reason: 'Month end' });
  });

  it('sets and removes a maintenance window', async () => {
    const maintained = {
      ...board,
      connections: [
        {
          ...board.connections[0],
          maintenanceFrom: '2026-11-22T20:00:00.000Z',
          maintenanceUntil: '2026-11-22T22:00:00.000Z',
          stillBecause: 'The ERP is being maintained.',
          stillUntil: '2026-11-22T22:00:00.000Z'
        }
      ]
    };
    mockOf(maintain).mockResolvedValueOnce(maintained).mockResolvedValueOnce(board);
    const element = await open();

    await change(input(element, 'From'), { value: '2026-11-22T20:00:00.000Z' });
    await change(input(element, 'Until'), { value: '2026-11-22T22:00:00.000Z' });
    await press(button(element, 'Save the window'));
    expect(maintain).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-confirm-step'))).toContain('Send nothing by Business Central in this window?');
    await press(button(element, 'Yes, do it'));

    expect(maintain).toHaveBeenCalledWith({
      connectionId: 'a00000000000001AAA',
      beginning: '2026-11-22T20:00:00.000Z',
      ending: '2026-11-22T22:00:00.000Z'
    });
    expect(textOf(find(element, 'c-connection-switch'))).toContain('The ERP is being maintained. until');
    await press(button(element, 'Remove the window'));
    expect(maintain).toHaveBeenLastCalledWith({
      connectionId: 'a00000000000001AAA',
      beginning: null,
      ending: null
    });
  });

  it('freezes for a close', async () => {
    mockOf(freeze).mockResolvedValueOnce(board);
    const element = await open();

    await change(input(element, 'Hold documents up to and including'), { value: '2026-10-31' });
    await press(button(element, 'Freeze'));
    expect(freeze).not.toHaveBeenCalled();
    await press(button(element, 'Yes, do it'));

    expect(freeze).toHaveBeenCalledWith({ connectionId: 'a00000000000001AAA', until: '2026-10-31' });
  });

  it('switches triggers off for some objects', async () => {
    mockOf(setTriggers).mockResolvedValueOnce(board);
    const element = await open();

    await change(input(element, 'Only for these objects (API names, divided by commas)'), { value: 'Order' });
    await press(button(element, 'Save triggers'));
    expect(setTriggers).not.toHaveBeenCalled();
    await press(button(element, 'Yes, do it'));

    expect(setTriggers).toHaveBeenCalledWith({ off: false, offFor: 'Order' });
  });

  it('sets budgets after asking, and removes them without', async () => {
    mockOf(setBudgets)
      .mockResolvedValueOnce({ ...board, dailyCalls: 500 })
      .mockResolvedValueOnce(board);
    const element = await open();

    await change(input(element, 'Calls to each ERP a day'), { value: '500' });
    await press(button(element, 'Save budgets'));
    expect(setBudgets).not.toHaveBeenCalled();
    await press(button(element, 'Yes, do it'));
    expect(setBudgets).toHaveBeenCalledWith({ dailyCalls: 500, dailyJobs: null, eventDays: 365, storageReserve: null });

    await change(input(element, 'Calls to each ERP a day'), { value: '' });
    await press(button(element, 'Save budgets'));
    expect(setBudgets).toHaveBeenLastCalledWith({
      dailyCalls: null,
      dailyJobs: null,
      eventDays: 365,
      storageReserve: null
    });
  });

  it('sets how much data storage stays free, and warns while it is less', async () => {
    mockOf(setBudgets).mockResolvedValueOnce({ ...board, storageReserve: 6, storageShort: 'Of 5 MB 2 are free.' });
    const element = await open();
    expect(textOf(find(element, 'c-budgets'))).not.toContain('are free');

    await change(input(element, 'MB of data storage to keep free'), { value: '6' });
    await press(button(element, 'Save budgets'));

    expect(setBudgets).toHaveBeenCalledWith({ dailyCalls: null, dailyJobs: null, eventDays: 365, storageReserve: 6 });
    expect(textOf(find(element, 'c-budgets'))).toContain('Of 5 MB 2 are free.');
    await expect(element).toBeAccessible();
  });

  it('says what went wrong, and stays as it was', async () => {
    mockOf(maintain).mockRejectedValueOnce(
      apexError({ code: 'MAINTENANCE_WINDOW', message: 'A maintenance window begins before it ends.' })
    );
    const element = await open();

    await press(button(element, 'Save the window'));

    expect(textOf(find(element, 'c-error-panel'))).toContain('A maintenance window begins before it ends.');
    expect(textOf(find(element, 'c-connection-switch'))).toContain('Sends');
  });
});
