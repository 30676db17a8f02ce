import { button, find, findAll, mount, press, settle, textOf } from 'test/screen';
import Holder from './holder/holder';

const problem = { code: 'X', message: 'The ERP is away.', owner: null, nextStep: null };
const locked = { heading: 'Not for you', message: 'Ask your admin.' };
const empty = { heading: 'Nothing here', message: 'Nothing was sent yet.', iconName: 'utility:success' };

/** The stub of the card renders its actions last. */
async function open(states: Record<string, unknown>) {
  const element = mount('x-holder', Holder, { states });
  await settle();
  return element;
}

describe('c-panel', () => {
  it.each([
    ['what it holds', {}, 'ERP Order The content. Refresh'],
    ['a skeleton while it loads', { loading: true }, 'ERP Order Loading Refresh'],
    ['only why it may not be seen', { locked, loading: true }, 'ERP Order Not for you Ask your admin. Refresh'],
    ['what it holds, veiled, while something is done', { busy: true }, 'ERP Order Loading The content. Refresh'],
    ['a problem above the content', { problem }, 'ERP Order The ERP is away. The content. Refresh'],
    [
      'the emptiness below the content, with what would end it',
      { empty },
      'ERP Order The content. Nothing here Nothing was sent yet. Send it Refresh'
    ]
  ])('shows %s', async (_what, states, says) => {
    const element = await open(states);

    expect(textOf(element)).toBe(says);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['its own', empty, 'utility:success'],
    ['one that informs', { heading: 'Nothing', message: '' }, 'utility:info']
  ])('gives the emptiness an icon: %s', async (_which, given, iconName) => {
    expect(find(await open({ empty: given }), 'c-empty-state')).toMatchObject({ iconName });
  });

  it('asks its parent to load once more', async () => {
    const element = await open({ problem, canRetry: true });
    const retried = jest.fn();
    element.addEventListener('retried', retried);

    await press(button(element, 'Try again'));

    expect(retried).toHaveBeenCalledTimes(1);
  });

  it('offers no second try where that would change nothing', async () => {
    expect(findAll(await open({ problem }), 'lightning-button')).toEqual([]);
  });
});
