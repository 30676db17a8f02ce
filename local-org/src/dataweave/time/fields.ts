import type { WeaveTemporal } from '../values.js';
import { WeaveDate, WeaveDateTime, WeaveLocalDateTime, WeavePeriod, WeaveTime, WeaveTimeZone } from './values.js';
import { offsetAt } from './zones.js';

const dayMs = 86_400_000;

/** `moment.year`, `period.hours` and their like ("Extract Data", date selectors); undefined for a field that there is not. */
export function temporalField(value: WeaveTemporal, name: string): number | string | undefined {
  if (value instanceof WeavePeriod) return periodField(value, name);
  if (value instanceof WeaveTimeZone) return undefined;
  const zone = value instanceof WeaveDateTime || value instanceof WeaveTime ? value.zone : undefined;
  if (name === 'timezone') return zone;
  const offset = zone === undefined ? 0 : offsetAt(zone, 'ms' in value ? value.ms : 0);
  if (name === 'offsetSeconds') return zone === undefined ? undefined : offset / 1000;
  const hasDate = value instanceof WeaveDate || value instanceof WeaveDateTime || value instanceof WeaveLocalDateTime;
  const ms = value instanceof WeaveDate ? value.days * dayMs : value.ms + (value instanceof WeaveDateTime ? offset : 0);
  const local = new Date(ms);
  const field =
    (hasDate ? dateFields[name] : undefined) ?? (value instanceof WeaveDate ? undefined : clockFields[name]);
  return field?.(local);
}

type Fields = Readonly<Record<string, (local: Date) => number>>;

const dateFields: Fields = {
  year: (local) => local.getUTCFullYear(),
  month: (local) => local.getUTCMonth() + 1,
  quarter: (local) => Math.floor(local.getUTCMonth() / 3) + 1,
  day: (local) => local.getUTCDate(),
  dayOfWeek: (local) => local.getUTCDay() || 7,
  dayOfYear: (local) => Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / dayMs) + 1
};

const clockFields: Fields = {
  hour: (local) => local.getUTCHours(),
  minutes: (local) => local.getUTCMinutes(),
  seconds: (local) => local.getUTCSeconds(),
  milliseconds: (local) => local.getUTCMilliseconds(),
  nanoseconds: (local) => local.getUTCMilliseconds() * 1_000_000
};

function periodField({ months, days, ms }: WeavePeriod, name: string): number | undefined {
  const seconds = Math.trunc(ms / 1000);
  const fields: Readonly<Record<string, number>> = {
    years: Math.trunc(months / 12),
    months: months % 12,
    days,
    hours: Math.trunc(seconds / 3600) % 24,
    minutes: Math.trunc(seconds / 60) % 60,
    secs: seconds % 60,
    seconds: seconds % 60
  };
  return fields[name];
}
