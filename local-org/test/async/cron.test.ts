import { describe, expect, it } from 'vitest';
import { Cron } from '../../src/async/cron.js';

/** From the documentation of System.schedule and of Quartz, whose expressions it takes. */
const rows: [cron: string, after: string, zone: string, next: string | undefined][] = [
  ['0 0 13 * * ?', '2026-11-21T12:00:00Z', 'UTC', '2026-11-21T13:00:00Z'],
  ['0 0 13 * * ?', '2026-11-21T13:00:00Z', 'UTC', '2026-11-22T13:00:00Z'],
  ['0 0 13 * * ?', '2026-07-01T00:00:00Z', 'America/Los_Angeles', '2026-07-01T20:00:00Z'],
  ['0 0 22 ? * 6L', '2026-11-01T00:00:00Z', 'UTC', '2026-11-27T22:00:00Z'],
  ['0 0 10 ? * MON-FRI', '2026-11-20T11:00:00Z', 'UTC', '2026-11-23T10:00:00Z'],
  ['0 0 20 * * ? 2010', '2026-01-01T00:00:00Z', 'UTC', undefined],
  ['0 30 8 1,15 * ?', '2026-11-01T08:30:00Z', 'UTC', '2026-11-15T08:30:00Z'],
  ['0 15 0/6 * * ?', '2026-11-21T06:15:00Z', 'UTC', '2026-11-21T12:15:00Z'],
  ['0 0 0 L * ?', '2026-02-01T00:00:00Z', 'UTC', '2026-02-28T00:00:00Z'],
  ['0 0 0 L-3 * ?', '2026-11-01T00:00:00Z', 'UTC', '2026-11-27T00:00:00Z'],
  ['0 0 0 15W * ?', '2026-11-01T00:00:00Z', 'UTC', '2026-11-16T00:00:00Z'],
  ['0 0 0 1W * ?', '2026-07-31T12:00:00Z', 'UTC', '2026-08-03T00:00:00Z'],
  ['0 0 0 LW * ?', '2026-10-01T00:00:00Z', 'UTC', '2026-10-30T00:00:00Z'],
  ['0 0 9 ? * 2#1', '2026-11-21T00:00:00Z', 'UTC', '2026-12-07T09:00:00Z'],
  ['0 0 9 ? * FRI-SUN', '2026-11-23T00:00:00Z', 'UTC', '2026-11-27T09:00:00Z'],
  ['0 0 0 29 FEB ?', '2026-01-01T00:00:00Z', 'UTC', '2028-02-29T00:00:00Z'],
  ['5 0 0 3 9 ? 2099', '2026-01-01T00:00:00Z', 'UTC', '2099-09-03T00:00:05Z'],
  // 2:30 does not exist on 8 March 2026 in New York: the clock jumps from 2:00 to 3:00.
  ['0 30 2 8 3 ?', '2026-03-01T00:00:00Z', 'America/New_York', '2026-03-08T07:30:00Z'],
  // 1:30 comes twice on 1 November 2026: the first one fires.
  ['0 30 1 1 11 ?', '2026-10-31T00:00:00Z', 'America/New_York', '2026-11-01T05:30:00Z']
];

describe('Cron', () => {
  it.each(rows)('%s after %s in %s fires at %s%s', (cron, after, zone, expected) => {
    const next = new Cron(cron).next(Date.parse(after), zone);

    expect(next === undefined ? undefined : new Date(next).toISOString().replace('.000', '')).toBe(expected);
  });

  it.each([
    ['0 0 13 * *', 'Unexpected end of expression: 0 0 13 * *'],
    ['* * 13 * * ?', 'Seconds and minutes must be specified as integers: * * 13 * * ?'],
    ['0 0/5 * * * ?', 'Seconds and minutes must be specified as integers: 0 0/5 * * * ?'],
    ['0 0 25 * * ?', 'Hour values must be between 0 and 23'],
    ['60 0 1 * * ?', 'Minute and Second values must be between 0 and 59'],
    ['0 0 1 32 * ?', 'Day of month values must be between 1 and 31'],
    ['0 0 1 * 13 ?', 'Month values must be between 1 and 12'],
    ['0 0 1 ? * 8', 'Day-of-Week values must be between 1 and 7'],
    ['0 0 1 * FOO ?', "Illegal characters for this position: 'FOO'"],
    ['0 0 1 ? * ?', "'?' can only be specified for Day-of-Month -OR- Day-of-Week."],
    ['0 0 1 1 * 2', 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.']
  ])('%s is refused', (cron, message) => {
    expect(() => new Cron(cron)).toThrow(message);
  });
});
