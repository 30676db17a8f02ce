import timeZone from '@salesforce/i18n/timeZone';
import Moment from 'c/moment';
import { find, mount, settle, textOf } from 'test/screen';

describe('c-moment', () => {
  it("shows the time in the user's time zone", async () => {
    const element = mount('c-moment', Moment, { value: '2026-11-21T21:10:00.000Z' });
    await settle();

    const moment = find(element, 'lightning-formatted-date-time') as unknown as { value: string; timeZone: string };
    expect([moment.value, moment.timeZone]).toEqual(['2026-11-21T21:10:00.000Z', timeZone]);
  });

  it('shows a dash without a moment', async () => {
    const element = mount('c-moment', Moment, { value: null });
    await settle();

    expect(textOf(element)).toBe('–');
  });
});
