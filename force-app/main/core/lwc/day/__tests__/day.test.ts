import Day from 'c/day';
import { find, mount, settle, textOf } from 'test/screen';

describe('c-day', () => {
  it('shows the same day in every time zone', async () => {
    const element = mount('c-day', Day, { value: '2026-11-01' });
    await settle();

    const date = find(element, 'lightning-formatted-date-time') as unknown as { value: string; timeZone: string };
    expect([date.value, date.timeZone]).toEqual(['2026-11-01', 'UTC']);
  });

  it('shows a dash without a date', async () => {
    const element = mount('c-day', Day, { value: null });
    await settle();

    expect(textOf(element)).toBe('–');
  });
});
