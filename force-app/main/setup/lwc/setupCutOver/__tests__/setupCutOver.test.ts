import SetupCutOver from 'c/setupCutOver';
import load from '@salesforce/apex/CutOverController.load';
import switchTo from '@salesforce/apex/CutOverController.switchTo';
import takeBack from '@salesforce/apex/CutOverController.takeBack';
import { apexError, button, change, find, mockOf, mount, press, settle, textOf } from 'test/screen';

jest.mock('@salesforce/apex/CutOverController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CutOverController.switchTo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CutOverController.takeBack', () => ({ default: jest.fn() }), { virtual: true });

const atOrder = {
  handoffPoint: 'Lead to Order',
  previousPoint: null,
  cutOverAt: null,
  isAhead: false,
  choices: ['Lead to Invoice', 'Lead to Ledger'],
  handedOver: [{ handoffPoint: 'Lead to Order', documentType: 'Sales Order', delivered: 7, underWay: 2, stopped: 1 }]
};
const ahead = {
  ...atOrder,
  handoffPoint: 'Lead to Invoice',
  previousPoint: 'Lead to Order',
  cutOverAt: '2026-12-01T00:00:00.000Z',
  isAhead: true
};

async function open(state: object) {
  mockOf(load).mockResolvedValueOnce(state);
  const element = mount('c-setup-cut-over', SetupCutOver, { connectionId: 'a01000000000001AAA' });
  const switched: string[] = [];
  element.addEventListener('switched', () => switched.push('switched'));
  await settle();
  return { element, switched };
}

describe('c-setup-cut-over', () => {
  it('shows what went over, and asks before it switches', async () => {
    mockOf(switchTo).mockResolvedValueOnce(ahead);
    const { element, switched } = await open(atOrder);
    expect(textOf(find(element, 'table'))).toContain('Lead to Order Sales Order 7 2 1');
    await expect(element).toBeAccessible();

    await change(find(element, 'lightning-combobox'), { value: 'Lead to Invoice' });
    await change(find(element, 'lightning-input'), { value: '2026-12-01' });
    await press(button(element, 'Switch Handoff Point'));
    expect(switchTo).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-confirm-step'))).toContain('Switch from Lead to Order to Lead to Invoice?');
    find(element, 'c-confirm-step').dispatchEvent(new CustomEvent('confirm', { detail: { reason: '' } }));
    await settle();

    expect(switchTo).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      point: 'Lead to Invoice',
      day: '2026-12-01'
    });
    expect(switched).toEqual(['switched']);
    expect(textOf(find(element, 'c-notice'))).toContain('Lead to Order goes on until the switch to Lead to Invoice');
  });

  it('switches from now on when no moment is given', async () => {
    mockOf(switchTo).mockResolvedValueOnce({ ...ahead, isAhead: false });
    const { element } = await open(atOrder);

    await change(find(element, 'lightning-combobox'), { value: 'Lead to Invoice' });
    await press(button(element, 'Switch Handoff Point'));
    find(element, 'c-confirm-step').dispatchEvent(new CustomEvent('confirm', { detail: { reason: '' } }));
    await settle();

    expect(switchTo).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', point: 'Lead to Invoice', day: null });
    expect(textOf(element)).toContain('Switched from Lead to Order to Lead to Invoice at');
  });

  it('takes a switch back that is still ahead', async () => {
    mockOf(takeBack).mockResolvedValueOnce(atOrder);
    const { element } = await open(ahead);
    await expect(element).toBeAccessible();

    await press(button(element, 'Take the Switch Back'));

    expect(takeBack).toHaveBeenCalledTimes(1);
    expect(textOf(element)).toContain('Hand over at another point');
  });

  it('says whose move it is when it cannot be switched', async () => {
    mockOf(switchTo).mockRejectedValueOnce(
      apexError({ code: 'CUT_OVER_IN_THE_PAST', message: 'It lies in the past.', owner: 'Admin', nextStep: 'Later.' })
    );
    const { element, switched } = await open(atOrder);
    await change(find(element, 'lightning-combobox'), { value: 'Lead to Invoice' });
    await press(button(element, 'Switch Handoff Point'));

    find(element, 'c-confirm-step').dispatchEvent(new CustomEvent('confirm', { detail: { reason: '' } }));
    await settle();

    expect(textOf(element)).toContain('It lies in the past.');
    expect(switched).toEqual([]);
  });
});
