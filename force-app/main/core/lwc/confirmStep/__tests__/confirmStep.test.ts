import ConfirmStep from 'c/confirmStep';
import { button, change, find, mount, press, settle } from 'test/screen';

async function open(properties: Record<string, unknown>) {
  const element = mount('c-confirm-step', ConfirmStep, { question: 'Stop everything?', ...properties });
  const events: unknown[] = [];
  element.addEventListener('confirm', (event) => events.push((event as CustomEvent).detail));
  element.addEventListener('keep', () => events.push('keep'));
  await settle();
  return { element, events };
}

describe('c-confirm-step', () => {
  it('tells the reason with the yes', async () => {
    const { element, events } = await open({ withReason: true });

    await change(find(element, 'lightning-input'), { value: 'The ERP posts twice.' });
    await press(button(element, 'Yes, do it'));

    expect(events).toEqual([{ reason: 'The ERP posts twice.' }]);
    await expect(element).toBeAccessible();
  });

  it('is left by Escape, as any question is', async () => {
    const { element, events } = await open({});

    find(element, '[role="group"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

    expect(events).toEqual(['keep']);
  });

  it('takes the focus of the button it stands in for', async () => {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');

    await open({ withReason: true });

    expect(focus.mock.contexts.map((each) => (each as HTMLElement).tagName)).toEqual(['LIGHTNING-INPUT']);
    focus.mockRestore();
  });
});
