import SetupGoLive from 'c/setupGoLive';
import goLive from '@salesforce/apex/SetupController.goLive';
import preview from '@salesforce/apex/SetupController.preview';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import connected from '../../setupWizard/__tests__/data/connected.json';
import live from '../../setupWizard/__tests__/data/live.json';

jest.mock('@salesforce/apex/SetupController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.goLive', () => ({ default: jest.fn() }), { virtual: true });

const nothing = { orders: 0, total: 0, currencyCode: 'USD', examples: [] };
const two = {
  orders: 2,
  total: 4150,
  currencyCode: 'USD',
  examples: [
    {
      orderId: '801000000000001AAA',
      orderNumber: '00000101',
      accountName: 'Brightwater Marine',
      total: 3400,
      activatedAt: '2026-11-20T10:00:00.000Z'
    }
  ]
};

async function open() {
  const element = mount('c-setup-go-live', SetupGoLive, { state: connected });
  const events: unknown[] = [];
  element.addEventListener('finished', (event) => events.push((event as CustomEvent).detail));
  element.addEventListener('back', () => events.push('back'));
  await settle();
  return { element, events };
}

const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString();

describe('c-setup-go-live', () => {
  it('says that nothing is sent right away when it starts from now', async () => {
    mockOf(preview).mockResolvedValueOnce(nothing);

    const { element } = await open();

    expect(preview).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', sendFrom: null });
    expect(textOf(find(element, '.summary'))).toBe('Handoff point Lead to Order ERP company Brightwater Holding');
    expect(textOf(find(element, 'c-notice'))).toBe(
      'Nothing is sent right away. From now on, orders go to the ERP as soon as they qualify.'
    );
    await expect(element).toBeAccessible();
  });

  it('shows what would be sent at once from an earlier date', async () => {
    mockOf(preview).mockResolvedValueOnce(nothing).mockResolvedValueOnce(two);
    const { element } = await open();

    await change(find(element, 'lightning-radio-group'), { value: 'date' });
    const mayGoWithoutDate = !button(element, 'Go live').disabled;
    await change(find(element, 'lightning-input'), { value: '2026-11-01' });

    expect(mayGoWithoutDate).toBe(false);
    expect(preview).toHaveBeenCalledTimes(2);
    expect(preview).toHaveBeenLastCalledWith({ connectionId: 'a01000000000001AAA', sendFrom: startOf('2026-11-01') });
    expect(textOf(find(element, 'c-notice'))).toBe(
      '2 orders are sent right away, and later ones as soon as they qualify. Total: 4150 USD'
    );
    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual(['00000101 Brightwater Marine 3400 USD']);
    await expect(element).toBeAccessible();
  });

  it('turns the switch with the start that was shown', async () => {
    mockOf(preview).mockResolvedValueOnce(nothing).mockResolvedValueOnce(two);
    mockOf(goLive).mockResolvedValueOnce(live);
    const { element, events } = await open();
    await change(find(element, 'lightning-radio-group'), { value: 'date' });
    await change(find(element, 'lightning-input'), { value: '2026-11-01' });

    await press(button(element, 'Go live'));

    expect(goLive).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', sendFrom: startOf('2026-11-01') });
    expect(events).toEqual([live]);
  });

  it('cannot go live before it is known what would be sent', async () => {
    mockOf(preview).mockReturnValueOnce(new Promise(() => undefined));

    const { element } = await open();

    expect(textOf(find(element, 'c-skeleton'))).toBe('Loading');
    expect(button(element, 'Go live').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('drops a preview that arrives after the start was changed', async () => {
    let answerLate: (late: object) => void = () => undefined;
    mockOf(preview)
      .mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)))
      .mockResolvedValueOnce(nothing);
    const { element } = await open();

    await change(find(element, 'lightning-radio-group'), { value: 'date' });
    await change(find(element, 'lightning-input'), { value: '2026-11-20' });
    answerLate(two);
    await settle();

    expect(textOf(find(element, 'c-notice'))).toContain('Nothing is sent right away.');
  });

  it('says why the preview or the switch failed', async () => {
    mockOf(preview).mockResolvedValueOnce(nothing);
    mockOf(goLive).mockRejectedValueOnce(
      apexError({ code: 'X', message: 'The company is closed.', owner: 'Finance', nextStep: 'Open a period.' })
    );
    const { element, events } = await open();

    await press(button(element, 'Go live'));
    const failed = textOf(find(element, 'c-error-panel'));
    mockOf(preview).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    await change(find(element, 'lightning-radio-group'), { value: 'now' });

    expect(failed).toBe('The company is closed. Finance must act. Next step: Open a period.');
    expect(events).toEqual([]);
    expect(textOf(find(element, 'c-error-panel'))).toBe('No luck.');
    expect(button(element, 'Go live').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('goes back', async () => {
    mockOf(preview).mockResolvedValueOnce(nothing);
    const { element, events } = await open();

    await press(button(element, 'Back'));

    expect(events).toEqual(['back']);
  });
});
