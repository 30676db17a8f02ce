import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/runtime/date-format.js';
import { addMonths, parseIsoDate, parseIsoDatetime, parsePlainDatetime } from '../../src/runtime/date-parse.js';
import { calendarOf, dateText, datetimeIso, datetimeText, daysInMonth, daysOf } from '../../src/runtime/date-text.js';
import { fromLocal, localParts } from '../../src/runtime/time-zone.js';

/** Days since 1970 by counting leap years, in whole numbers only. */
function countedDays(year: number, month: number, day: number): number {
  const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const before = (y: number): number => 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const inYear = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;
  return before(year - 1) - before(1969) + inYear;
}

const years = fc.integer({ min: 1, max: 4000 });
const months = fc.integer({ min: 1, max: 12 });
const days = fc.integer({ min: -200_000, max: 700_000 });
const moments = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2037, 0) });
const zones = fc.constantFrom(
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'GMT'
);

describe('the calendar against counted days', () => {
  it('agrees on each date', () => {
    fc.assert(
      fc.property(years, months, fc.integer({ min: 1, max: 28 }), (year, month, day) => {
        expect(daysOf(year, month, day)).toBe(countedDays(year, month, day));
        expect(calendarOf(daysOf(year, month, day))).toEqual({ year, month, day });
      })
    );
  });

  it('moves a month by the length of the months between, and never past the end of one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (start, count) => {
        const from = calendarOf(start);
        const to = calendarOf(addMonths(start, count));

        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(count);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      })
    );
  });
});

describe('texts of dates', () => {
  it('are read back as what they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 700_000 }).filter((day) => calendarOf(day).year >= 1),
        (day) => {
          expect(parseIsoDate(dateText(day))).toBe(day);
        }
      )
    );
    fc.assert(
      fc.property(moments, (ms) => {
        expect(parseIsoDatetime(datetimeIso(ms))).toBe(ms);
        expect(parsePlainDatetime(datetimeText(ms))).toBe(Math.floor(ms / 1000) * 1000);
      })
    );
  });
});

describe('time zones', () => {
  it('lead from a wall clock to a moment that shows the same, save for the hour that is skipped or comes twice', () => {
    fc.assert(
      fc.property(zones, moments, (zone, ms) => {
        const local = ms + localParts(zone, ms).offsetMs;

        const back = fromLocal(zone, local);

        // A clock time that comes twice leads to its second moment, which shows the same.
        expect(back + localParts(zone, back).offsetMs).toBe(local);
        expect(Math.abs(back - ms)).toBeLessThanOrEqual(3_600_000);
      })
    );
  });

  it('show fields that make up their moment again', () => {
    fc.assert(
      fc.property(zones, moments, (zone, ms) => {
        const f = fieldsOf(ms, zone);
        const clock = f.hour * 3_600_000 + f.minute * 60_000 + f.second * 1000 + f.milli;

        expect(countedDays(f.year, f.month, f.day) * 86_400_000 + clock - f.offsetMs).toBe(ms);
        expect(f.dayOfYear).toBe(countedDays(f.year, f.month, f.day) - countedDays(f.year, 1, 1) + 1);
      })
    );
  });
});
