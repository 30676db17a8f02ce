import { BigDecimal } from 'bigdecimal.js';
import { parseByPattern } from '../time/parse-pattern.js';
import { clockOf, daysOf, parsePeriod, parseTemporal } from '../time/parse-literal.js';
import {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeavePeriod,
  WeaveTime,
  WeaveTimeZone
} from '../time/values.js';
import { isZone, momentOf, offsetAt } from '../time/zones.js';
import { WeaveKey, type WeaveTemporal, type WeaveValue } from '../values.js';
import { cannotCoerce, schemaText, type Schema } from './text.js';

const dayMs = 86_400_000;
const inDay = (ms: number): number => ((ms % dayMs) + dayMs) % dayMs;

export const temporalTypes = new Set(['Date', 'DateTime', 'LocalDateTime', 'LocalTime', 'Time', 'TimeZone', 'Period']);

/** `value as Date { format: … }` and its like. */
export function coerceTime(value: WeaveValue, to: string, schema: Schema | undefined): WeaveTemporal {
  const made = convert(value, to, schema);
  if (!made) throw cannotCoerce(value, to);
  return made;
}

function convert(value: WeaveValue, to: string, schema: Schema | undefined): WeaveTemporal | undefined {
  const format = schemaText(schema, 'format');
  if (value instanceof BigDecimal) return fromNumber(value, to, schema);
  if (typeof value === 'string' || value instanceof WeaveKey) {
    const text = typeof value === 'string' ? value : value.name;
    const read = format === undefined ? fromIso(text, to) : fromFormat(text, to, format);
    return read && withFormat(read, format);
  }
  const other = value instanceof Object && !Array.isArray(value) ? between(value as WeaveTemporal, to) : undefined;
  return other && withFormat(other, format ?? ('format' in other ? other.format : undefined));
}

/** Seconds since 1970, or what `unit` says. */
function fromNumber(value: BigDecimal, to: string, schema: Schema | undefined): WeaveTemporal | undefined {
  const unit = schemaText(schema, 'unit');
  const scale =
    unit === 'milliseconds' || unit === 'millis' ? 1 : unit === 'nanos' || unit === 'nanoseconds' ? 1e-6 : 1000;
  const ms = Math.floor(Number(value.toPlainString()) * scale);
  if (to === 'Period') return new WeavePeriod(0, 0, ms);
  return to === 'TimeZone' ? undefined : between(new WeaveDateTime(ms, 'Z'), to);
}

function fromIso(text: string, to: string): WeaveTemporal | undefined {
  if (to === 'Period') return parsePeriod(text);
  if (to === 'TimeZone') return isZone(text) ? new WeaveTimeZone(text) : undefined;
  if (to === 'Date') {
    const days = daysOf(text);
    if (days !== undefined) return new WeaveDate(days);
  }
  if (to === 'LocalTime') {
    const ms = clockOf(text);
    if (ms !== undefined) return new WeaveLocalTime(ms);
  }
  const read = parseTemporal(text);
  return read && between(read, to);
}

function fromFormat(text: string, to: string, format: string): WeaveTemporal | undefined {
  const read = parseByPattern(text, format);
  if (!read) return undefined;
  const { days, ms, zone } = read;
  if (days === undefined) {
    if (ms === undefined) return undefined;
    return between(zone === undefined ? new WeaveLocalTime(ms) : new WeaveTime(ms, zone), to);
  }
  const local = days * dayMs + (ms ?? 0);
  if (ms === undefined && to === 'Date') return new WeaveDate(days);
  return between(
    zone === undefined ? new WeaveLocalDateTime(local) : new WeaveDateTime(momentOf(zone, local), zone),
    to
  );
}

/** A date or time as another kind of them. What a kind lacks is midnight, and UTC. */
function between(value: WeaveTemporal, to: string): WeaveTemporal | undefined {
  if (value instanceof WeavePeriod) return to === 'Period' ? value : undefined;
  const zone = 'zone' in value ? value.zone : 'Z';
  if (to === 'TimeZone')
    return value instanceof WeaveTimeZone ? value : 'zone' in value ? new WeaveTimeZone(zone) : undefined;
  if (value instanceof WeaveTimeZone) return undefined;
  const local = localOf(value);
  switch (to) {
    case 'Date':
      return isClock(value) ? undefined : new WeaveDate(Math.floor(local / dayMs));
    case 'LocalDateTime':
      return isClock(value) ? undefined : new WeaveLocalDateTime(local);
    case 'DateTime':
      return isClock(value)
        ? undefined
        : value instanceof WeaveDateTime
          ? value
          : new WeaveDateTime(momentOf(zone, local), zone);
    case 'LocalTime':
      return new WeaveLocalTime(inDay(local));
    case 'Time':
      return value instanceof WeaveTime ? value : new WeaveTime(inDay(local), zone);
    default:
      return undefined;
  }
}

const isClock = (value: WeaveTemporal): boolean => value instanceof WeaveLocalTime || value instanceof WeaveTime;

function localOf(value: WeaveTemporal): number {
  if (value instanceof WeaveDate) return value.days * dayMs;
  if (value instanceof WeaveDateTime) return value.ms + offsetAt(value.zone, value.ms);
  return 'ms' in value ? value.ms : 0;
}

function withFormat(value: WeaveTemporal, format: string | undefined): WeaveTemporal {
  if (format === undefined) return value;
  if (value instanceof WeaveDate) return new WeaveDate(value.days, format);
  if (value instanceof WeaveDateTime) return new WeaveDateTime(value.ms, value.zone, format);
  if (value instanceof WeaveLocalDateTime) return new WeaveLocalDateTime(value.ms, format);
  if (value instanceof WeaveLocalTime) return new WeaveLocalTime(value.ms, format);
  return value instanceof WeaveTime ? new WeaveTime(value.ms, value.zone, format) : value;
}
