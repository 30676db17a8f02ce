import ErrorPanel from 'c/errorPanel';
import { find, mount, settle, textOf } from 'test/screen';

const problem = { code: 'X', message: 'The customer is blocked.', owner: 'Finance', nextStep: 'Unblock it.' };

describe('c-error-panel', () => {
  it('shows nothing without a problem', async () => {
    const element = mount('c-error-panel', ErrorPanel);
    await settle();

    expect(textOf(element)).toBe('');
  });

  it('interrupts with what happened, whose move it is, and the next step', async () => {
    const element = mount('c-error-panel', ErrorPanel, { problem });
    await settle();

    expect(textOf(find(element, '[role="alert"]'))).toBe(
      'The customer is blocked. Finance must act. Next step: Unblock it.'
    );
    await expect(element).toBeAccessible();
  });

  it('names the owner once', async () => {
    const element = mount('c-error-panel', ErrorPanel, { problem: { ...problem, nextStep: 'Finance: unblock it.' } });
    await settle();

    expect(textOf(element)).toBe('The customer is blocked. Finance must act. Next step: Unblock it.');
  });

  it('only warns, and names nobody, when the next move is automatic', async () => {
    const element = mount('c-error-panel', ErrorPanel, { problem: { ...problem, owner: 'Automatic', nextStep: null } });
    await settle();

    expect(textOf(find(element, '[role="status"]'))).toBe('The customer is blocked.');
  });
});
