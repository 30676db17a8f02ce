import { fromLocal, isTimeZone, localParts } from '../../runtime/time-zone.js';

const offsetPattern = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?(?::?(\d\d))?$/;

/** The offset that a zone's name says by itself: `Z`, `+03:00`; undefined for a region. */
function fixedOffset(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'UTC' || zone === 'GMT') return 0;
  const [, sign, hours, minutes = '0', seconds = '0'] = offsetPattern.exec(zone) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

export const isZone = (zone: string): boolean => fixedOffset(zone) !== undefined || isTimeZone(zone);

/** Milliseconds between UTC and the clocks of a zone at a moment. */
export const offsetAt = (zone: string, ms: number): number => fixedOffset(zone) ?? localParts(zone, ms).offsetMs;

/** The moment at which the clocks of a zone show this. */
export function momentOf(zone: string, localMs: number): number {
  const offset = fixedOffset(zone);
  return offset === undefined ? fromLocal(zone, localMs) : localMs - offset;
}

/** `Z`, `+03:00`. */
export function offsetText(offsetMs: number, zero = 'Z', separator = ':'): string {
  if (offsetMs === 0) return zero;
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${separator}${digits(minutes % 60)}`;
}
