import { calendarOf, daysInMonth, daysOf } from './date-text.js';

/** Order of day, month and year in a locale's short date, e.g. `['month','day','year']`. */
function dateOrder(locale: string): string[] {
  const parts = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric'
  }).formatToParts(0);
  return parts.map(({ type }) => type).filter((type) => type === 'year' || type === 'month' || type === 'day');
}

/** Days of a text in a locale's short form (`12/27/2009` in en_US), undefined when it is none. Two-digit years lie 80 years back to 20 ahead. */
export function parseLocalDate(text: string, locale: string, thisYear: number): number | undefined {
  const numbers = /^\s*(\d{1,4})[/.\- ]+(\d{1,2})[/.\- ]+(\d{1,4})\.?\s*$/.exec(text);
  if (!numbers) return undefined;
  const values: Record<string, number> = {};
  dateOrder(locale).forEach((part, i) => (values[part] = Number(numbers[i + 1])));
  let year = values['year'] ?? 0;
  if (year < 100) {
    const century = Math.floor(thisYear / 100) * 100;
    year += century;
    if (year > thisYear + 20) year -= 100;
    else if (year <= thisYear - 80) year += 100;
  }
  return validDays(year, values['month'] ?? 0, values['day'] ?? 0);
}

/** `yyyy-MM-dd` with an optional time part that is ignored; undefined when it is no date. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\s*$/.exec(text);
  return match ? validDays(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * `yyyy-MM-dd HH:mm:ss` as milliseconds that read like UTC; undefined when it is no such text. Lenient as
 * java.text.SimpleDateFormat: what is out of range carries over (month 13 is January), and what follows is ignored.
 */
export function parsePlainDatetime(text: string): number | undefined {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number) as [number, ...number[]];
  return (
    daysOf(year ?? 0, month ?? 0, day ?? 0) * 86_400_000 +
    (hour ?? 0) * 3_600_000 +
    (minute ?? 0) * 60_000 +
    (second ?? 0) * 1000
  );
}

/** A time of day as locales write it: `10:15`, `10:15:30`, `10:15 AM`; in ms since midnight. */
export function parseClock(text: string): number | undefined {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp])?\.?[Mm]?\.?\s*$/.exec(text);
  if (!match) return undefined;
  let hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return hour * 3_600_000 + Number(match[2]) * 60_000 + Number(match[3] ?? 0) * 1000;
}

/** ISO 8601 with zone, as JSON and SOQL have it: `2026-01-05T10:15:30.000Z`, `…+0100`, `…+01:00`; a missing zone means GMT. */
export function parseIsoDatetime(text: string): number | undefined {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/.exec(
      text.trim()
    );
  if (!match) return undefined;
  const days = validDays(Number(match[1]), Number(match[2]), Number(match[3]));
  if (days === undefined) return undefined;
  const milli = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const clock =
    Number(match[4] ?? 0) * 3_600_000 + Number(match[5] ?? 0) * 60_000 + Number(match[6] ?? 0) * 1000 + milli;
  return days * 86_400_000 + clock - zoneOffset(match[8]);
}

function zoneOffset(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function validDays(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysOf(year, month, day);
}

/** Adds months and keeps the day as far as the target month has it: January 31 plus one month is February 28. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = calendarOf(days);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return daysOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}
