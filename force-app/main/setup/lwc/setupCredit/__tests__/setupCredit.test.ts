import SetupCredit from 'c/setupCredit';
import checkCredit from '@salesforce/apex/SetupController.checkCredit';
import { apexError, change, find, mockOf, mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/SetupController.checkCredit', () => ({ default: jest.fn() }), { virtual: true });

async function open(state: object) {
  const element = mount('c-setup-credit', SetupCredit, { state });
  const states: unknown[] = [];
  element.addEventListener('statechange', (event) => states.push((event as CustomEvent).detail));
  await settle();
  return { element, states };
}

describe('c-setup-credit', () => {
  it('keeps the answer at once and tells the new state', async () => {
    mockOf(checkCredit).mockResolvedValueOnce({ checksCredit: true });
    const { element, states } = await open({ connectionId: 'a01000000000001AAA', checksCredit: false });
    await expect(element).toBeAccessible();

    await change(find(element, 'lightning-input'), { checked: true });

    expect(checkCredit).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', wanted: true });
    expect(states).toEqual([{ checksCredit: true }]);
  });

  it('puts the toggle back when it could not be kept', async () => {
    mockOf(checkCredit).mockRejectedValueOnce(apexError({ code: 'NO_ACCESS', message: 'You may not.' }));
    const { element, states } = await open({ connectionId: 'a01000000000001AAA', checksCredit: false });
    const toggle = find(element, 'lightning-input') as HTMLElement & { checked: boolean };
    toggle.checked = true;

    await change(toggle, { checked: true });

    expect(textOf(find(element, 'c-error-panel'))).toContain('You may not.');
    expect(toggle.checked).toBe(false);
    expect(states).toEqual([]);
  });
});
