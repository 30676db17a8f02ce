import { coerceTime } from '../evaluate/coerce-time.js';
import { toText } from '../evaluate/text.js';
import { WeaveError } from '../errors.js';
import {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeavePeriod,
  WeaveTime
} from '../time/values.js';
import { addPeriod } from '../time/arithmetic.js';
import { momentOf, offsetAt } from '../time/zones.js';
import type { WeaveValue } from '../values.js';
import { intOf, numberOf, objectOf, type Engine, type Functions } from './define.js';

const dayMs = 86_400_000;

/** Changes what the clocks show, whatever kind of date or time it is. */
function onClock(value: WeaveValue, change: (local: Date) => void): WeaveValue {
  const changed = (ms: number): number => {
    const local = new Date(ms);
    change(local);
    return local.getTime();
  };
  if (value instanceof WeaveDate) return new WeaveDate(changed(value.days * dayMs) / dayMs);
  if (value instanceof WeaveLocalDateTime) return new WeaveLocalDateTime(changed(value.ms));
  if (value instanceof WeaveDateTime)
    return new WeaveDateTime(momentOf(value.zone, changed(value.ms + offsetAt(value.zone, value.ms))), value.zone);
  if (value instanceof WeaveLocalTime) return new WeaveLocalTime(changed(value.ms));
  if (value instanceof WeaveTime) return new WeaveTime(changed(value.ms), value.zone);
  throw new WeaveError('Expected a date or a time');
}

const part = (parts: WeaveValue, name: string): number => {
  const value = objectOf(parts, name).get(name);
  return value === undefined ? 0 : Number(numberOf(value, name).toPlainString());
};
const dateOf = (parts: WeaveValue): number =>
  Date.UTC(part(parts, 'year'), part(parts, 'month') - 1, part(parts, 'day'));
const clockOf = (parts: WeaveValue): number =>
  ((part(parts, 'hour') * 60 + part(parts, 'minutes')) * 60 + part(parts, 'seconds')) * 1000;
const zoneOf = (parts: WeaveValue): string => toText(objectOf(parts, 'timeZone').get('timeZone') ?? 'Z');

const week = (local: Date): void => {
  // A week begins on Sunday here, as in the documentation's examples.
  local.setUTCDate(local.getUTCDate() - local.getUTCDay());
  local.setUTCHours(0, 0, 0, 0);
};

/** dw::core::Dates */
export function dateFunctions({ now }: Engine): Functions {
  const day = (shift: number): WeaveDate => new WeaveDate(Math.floor(now() / dayMs) + shift);
  return {
    today: [0, () => day(0)],
    tomorrow: [0, () => day(1)],
    yesterday: [0, () => day(-1)],
    atBeginningOfDay: [1, (value) => onClock(value, (local) => local.setUTCHours(0, 0, 0, 0))],
    atBeginningOfHour: [1, (value) => onClock(value, (local) => local.setUTCMinutes(0, 0, 0))],
    atBeginningOfMonth: [1, (value) => onClock(value, (local) => (local.setUTCDate(1), local.setUTCHours(0, 0, 0, 0)))],
    atBeginningOfWeek: [1, (value) => onClock(value, week)],
    atBeginningOfYear: [
      1,
      (value) => onClock(value, (local) => (local.setUTCMonth(0, 1), local.setUTCHours(0, 0, 0, 0)))
    ],
    date: [1, (parts) => new WeaveDate(dateOf(parts) / dayMs)],
    dateTime: [1, (parts) => new WeaveDateTime(momentOf(zoneOf(parts), dateOf(parts) + clockOf(parts)), zoneOf(parts))],
    localDateTime: [1, (parts) => new WeaveLocalDateTime(dateOf(parts) + clockOf(parts))],
    localTime: [1, (parts) => new WeaveLocalTime(clockOf(parts))],
    time: [1, (parts) => new WeaveTime(clockOf(parts), zoneOf(parts))]
  };
}

/** Years, months and days between two days, as java.time.Period counts them. */
function between(end: WeaveValue, start: WeaveValue): WeaveValue {
  const from = coerceTime(start, 'Date', undefined) as WeaveDate;
  const to = coerceTime(end, 'Date', undefined) as WeaveDate;
  const [a, b] = [new Date(from.days * dayMs), new Date(to.days * dayMs)];
  let months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  let days = b.getUTCDate() - a.getUTCDate();
  if (months > 0 && days < 0) {
    months--;
    const moved = addPeriod(from, new WeavePeriod(months, 0, 0), 1) as WeaveDate;
    days = to.days - moved.days;
  } else if (months < 0 && days > 0) {
    months++;
    days -= new Date(Date.UTC(b.getUTCFullYear(), b.getUTCMonth() + 1, 0)).getUTCDate();
  }
  return new WeavePeriod(months, days, 0);
}

const amount = (make: (n: number) => WeavePeriod): Functions[string] => [1, (n) => make(intOf(n, 'period'))];

/** dw::core::Periods */
export const periodFunctions: Functions = {
  between: [2, (end, start) => between(end, start ?? null)],
  days: amount((n) => new WeavePeriod(0, n, 0)),
  months: amount((n) => new WeavePeriod(n, 0, 0)),
  years: amount((n) => new WeavePeriod(n * 12, 0, 0)),
  hours: amount((n) => new WeavePeriod(0, 0, n * 3_600_000)),
  minutes: amount((n) => new WeavePeriod(0, 0, n * 60_000)),
  seconds: amount((n) => new WeavePeriod(0, 0, n * 1000)),
  period: [1, (parts) => new WeavePeriod(part(parts, 'years') * 12 + part(parts, 'months'), part(parts, 'days'), 0)],
  duration: [
    1,
    (parts) =>
      new WeavePeriod(
        0,
        0,
        (((part(parts, 'days') * 24 + part(parts, 'hours')) * 60 + part(parts, 'minutes')) * 60 +
          part(parts, 'seconds')) *
          1000
      )
  ]
};
