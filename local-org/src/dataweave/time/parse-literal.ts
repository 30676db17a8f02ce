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
import { isZone, momentOf } from './zones.js';

const datePattern = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/;
const timePattern = /^(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?$/;
const zonePattern = /(Z|[+-]\d\d(?::?\d\d)?)(?:\[([^\]]+)\])?$/;

/** Days since 1970 of `2020-01-31`; undefined for what is no date. */
export function daysOf(text: string): number | undefined {
  const [, year, month = '01', day = '01'] = datePattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const made = new Date(ms);
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day) ? ms / 86_400_000 : undefined;
}

/** Milliseconds of `10:15:30.5`. */
export function clockOf(text: string): number | undefined {
  const [, hours, minutes, seconds = '0', fraction = '0'] = timePattern.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000)
  );
}

/** Reads what may stand between bars: a date, a time, a moment, a zone, a period. */
export function parseTemporal(text: string): WeaveTemporal | undefined {
  if (/^[+-]?P/.test(text)) return parsePeriod(text);
  const zone = zonePattern.exec(text);
  const plain = zone ? text.slice(0, zone.index) : text;
  const [date = '', clock] = plain.split('T');
  if (clock !== undefined) return dateTime(date, clock, zone?.[2] ?? zone?.[1]);
  if (plain.includes(':')) {
    const ms = clockOf(plain);
    if (ms === undefined) return undefined;
    return zone ? new WeaveTime(ms, zone[1] ?? 'Z') : new WeaveLocalTime(ms);
  }
  const days = daysOf(text);
  if (days !== undefined) return new WeaveDate(days);
  return isZone(text) ? new WeaveTimeZone(text) : undefined;
}

function dateTime(date: string, clock: string, zone: string | undefined): WeaveTemporal | undefined {
  const days = daysOf(date);
  const ms = clockOf(clock);
  if (days === undefined || ms === undefined) return undefined;
  const local = days * 86_400_000 + ms;
  return zone === undefined ? new WeaveLocalDateTime(local) : new WeaveDateTime(momentOf(zone, local), zone);
}

const periodPattern =
  /^([+-]?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d+)?)S)?)?$/;

export function parsePeriod(text: string): WeavePeriod | undefined {
  const match = periodPattern.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const at = (index: number): number => sign * Number(match[index] ?? 0);
  return new WeavePeriod(at(2) * 12 + at(3), at(4) * 7 + at(5), Math.round(((at(6) * 60 + at(7)) * 60 + at(8)) * 1000));
}
