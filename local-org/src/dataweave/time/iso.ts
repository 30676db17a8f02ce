import { offsetAt, offsetText } from './zones.js';
import type { WeaveTemporal } from '../values.js';
import type { WeavePeriod } from './values.js';
import { WeaveDate, WeaveDateTime, WeaveLocalDateTime, WeaveLocalTime, WeaveTime, WeaveTimeZone } from './values.js';

const dayMs = 86_400_000;
export const dateText = (days: number): string => new Date(days * dayMs).toISOString().slice(0, -14);

const localText = (ms: number): string => `${dateText(Math.floor(ms / dayMs))}T${clock(ms)}`;
/** The clock with its milliseconds where they are not zero. */
function clock(ms: number): string {
  const inDay = ((ms % dayMs) + dayMs) % dayMs;
  const [whole = '', fraction = ''] = new Date(inDay).toISOString().slice(11, -1).split('.');
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** A date, time or period as the language writes it (ISO 8601). */
export function isoText(value: WeaveTemporal): string {
  if (value instanceof WeaveDate) return dateText(value.days);
  if (value instanceof WeaveDateTime) {
    const offset = offsetAt(value.zone, value.ms);
    return localText(value.ms + offset) + offsetText(offset);
  }
  if (value instanceof WeaveLocalDateTime) return localText(value.ms);
  if (value instanceof WeaveLocalTime) return clock(value.ms);
  if (value instanceof WeaveTime) return clock(value.ms) + offsetText(offsetAt(value.zone, 0));
  if (value instanceof WeaveTimeZone) return value.id;
  return periodText(value);
}

/** `P1Y2M3D`, `PT4H5M6S`. */
function periodText({ months, days, ms }: WeavePeriod): string {
  const years = Math.trunc(months / 12);
  const date = part(years, 'Y') + part(months % 12, 'M') + part(days, 'D');
  const seconds = ms / 1000;
  const hours = Math.trunc(seconds / 3600);
  const minutes = Math.trunc((seconds % 3600) / 60);
  const time = part(hours, 'H') + part(minutes, 'M') + part(Number((seconds % 60).toFixed(3)), 'S');
  if (date === '' && time === '') return ms === 0 && months === 0 && days === 0 ? 'PT0S' : 'P0D';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`);
