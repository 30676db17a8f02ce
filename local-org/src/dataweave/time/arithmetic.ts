import type { WeaveTemporal } from '../values.js';
import {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeavePeriod,
  WeaveTime,
  WeaveTimeZone
} from './values.js';
import { momentOf, offsetAt } from './zones.js';

const dayMs = 86_400_000;

/** Adds a period to a date or time; undefined where the language has no such sum. */
export function addPeriod(value: WeaveTemporal, period: WeavePeriod, sign: 1 | -1): WeaveTemporal | undefined {
  if (value instanceof WeavePeriod) {
    return new WeavePeriod(
      value.months + sign * period.months,
      value.days + sign * period.days,
      value.ms + sign * period.ms
    );
  }
  if (value instanceof WeaveDate) {
    const days = shift(value.days * dayMs, period, sign) / dayMs;
    return new WeaveDate(Math.floor(days), value.format);
  }
  if (value instanceof WeaveLocalDateTime)
    return new WeaveLocalDateTime(shift(value.ms, period, sign) + sign * period.ms, value.format);
  if (value instanceof WeaveDateTime) {
    const local = shift(value.ms + offsetAt(value.zone, value.ms), period, sign);
    return new WeaveDateTime(momentOf(value.zone, local) + sign * period.ms, value.zone, value.format);
  }
  const around = (ms: number): number => (((ms + sign * period.ms) % dayMs) + dayMs) % dayMs;
  if (value instanceof WeaveLocalTime) return new WeaveLocalTime(around(value.ms), value.format);
  if (value instanceof WeaveTime) return new WeaveTime(around(value.ms), value.zone, value.format);
  return undefined;
}

/** Months first, the day cut to the length of the month, then days. */
function shift(ms: number, { months, days }: WeavePeriod, sign: 1 | -1): number {
  const start = new Date(ms);
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + sign * months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), length);
  return first.getTime() + (day - 1 + sign * days) * dayMs + (((ms % dayMs) + dayMs) % dayMs);
}

/** The time between two dates or times of one kind, as a duration; undefined for other pairs. */
export function difference(left: WeaveTemporal, right: WeaveTemporal): WeavePeriod | undefined {
  const a = instant(left);
  const b = instant(right);
  return a === undefined || b === undefined ? undefined : new WeavePeriod(0, 0, a - b);
}

/** Milliseconds by which dates and times of a kind are compared. */
export function instant(value: WeaveTemporal): number | undefined {
  if (value instanceof WeaveDate) return value.days * dayMs;
  if (value instanceof WeaveDateTime || value instanceof WeaveLocalDateTime || value instanceof WeaveLocalTime)
    return value.ms;
  if (value instanceof WeaveTime) return value.ms - offsetAt(value.zone, 0);
  return undefined;
}

/** `date ++ time` and `… ++ zone` (DataWeave reference, `++`); undefined for other pairs. */
export function join(left: WeaveTemporal, right: WeaveTemporal): WeaveTemporal | undefined {
  if (right instanceof WeaveDate) return left instanceof WeaveDate ? undefined : join(right, left);
  if (left instanceof WeaveDate) {
    if (right instanceof WeaveLocalTime) return new WeaveLocalDateTime(left.days * dayMs + right.ms);
    if (right instanceof WeaveTime)
      return new WeaveDateTime(momentOf(right.zone, left.days * dayMs + right.ms), right.zone);
    if (right instanceof WeaveTimeZone) return new WeaveDateTime(momentOf(right.id, left.days * dayMs), right.id);
  }
  if (right instanceof WeaveTimeZone) {
    if (left instanceof WeaveLocalDateTime) return new WeaveDateTime(momentOf(right.id, left.ms), right.id);
    if (left instanceof WeaveLocalTime) return new WeaveTime(left.ms, right.id);
  }
  return left instanceof WeaveTimeZone && !(right instanceof WeaveTimeZone) ? join(right, left) : undefined;
}

/** `moment >> zone`: the same moment on other clocks. */
export function inZone(value: WeaveTemporal, zone: string): WeaveTemporal | undefined {
  if (value instanceof WeaveDateTime) return new WeaveDateTime(value.ms, zone, value.format);
  if (value instanceof WeaveLocalDateTime) return new WeaveDateTime(momentOf(zone, value.ms), zone, value.format);
  if (value instanceof WeaveTime) {
    const ms = value.ms - offsetAt(value.zone, 0) + offsetAt(zone, 0);
    return new WeaveTime(((ms % dayMs) + dayMs) % dayMs, zone, value.format);
  }
  return undefined;
}
