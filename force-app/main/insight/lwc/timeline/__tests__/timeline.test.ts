import Timeline from 'c/timeline';
import { findAll, mount, settle, textOf } from 'test/screen';

describe('c-timeline', () => {
  it('says what happened, when, and by whom', async () => {
    const entries = [
      { at: '2026-11-20T10:05:00.000Z', kind: 'invoice', message: 'Invoiced as INV-9', actor: null },
      { at: '2026-11-20T10:00:00.000Z', kind: 'state', fromState: 'Sending', toState: 'Delivered', actor: 'Ida Poe' }
    ];
    const element = mount('c-timeline', Timeline, { entries });
    await settle();

    expect(findAll(element, 'li').map((each) => textOf(each))).toEqual([
      'Invoiced as INV-9 2026-11-20T10:05:00.000Z',
      'Delivered 2026-11-20T10:00:00.000Z Ida Poe'
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that nothing has happened yet', async () => {
    const element = mount('c-timeline', Timeline, { entries: null });
    await settle();

    expect(textOf(element)).toBe('Timeline Nothing has happened yet.');
  });
});
