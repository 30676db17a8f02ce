/** Wall-clock arithmetic in IANA time zones, over Intl. */

export interface LocalParts {
  /** What to add to UTC to get local time. */
  readonly offsetMs: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** True for names that Intl knows, e.g. `Europe/Berlin`, `GMT`, `UTC`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Offset of a zone at a moment; daylight saving included. */
export function localParts(timeZone: string, ms: number): LocalParts {
  if (timeZone === 'GMT' || timeZone === 'UTC') return { offsetMs: 0 };
  let year = 0;
  let month = 1;
  let day = 1;
  let hour = 0;
  let minute = 0;
  let second = 0;
  let before = false;
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) {
    if (type === 'year') year = Number(value);
    else if (type === 'month') month = Number(value);
    else if (type === 'day') day = Number(value);
    else if (type === 'hour') hour = Number(value);
    else if (type === 'minute') minute = Number(value);
    else if (type === 'second') second = Number(value);
    else if (type === 'era') before = value.startsWith('B');
  }
  const local = new Date(0);
  local.setUTCFullYear(before ? 1 - year : year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  return { offsetMs: local.getTime() - Math.floor(ms / 1000) * 1000 };
}

/**
 * The moment at which the clocks of a zone show `localMs` (milliseconds as if it were UTC). A time that daylight saving skips
 * moves forward, one that occurs twice is the later, in standard time, as in java.util.GregorianCalendar.
 */
export function fromLocal(timeZone: string, localMs: number): number {
  const before = localParts(timeZone, localMs - 86_400_000).offsetMs;
  const after = localParts(timeZone, localMs + 86_400_000).offsetMs;
  if (before === after) return localMs - before;
  const early = localMs - before;
  const late = localMs - after;
  return localParts(timeZone, late).offsetMs === after ? late : early;
}

const dayMs = 86_400_000;

/** Today in a time zone, as days since 1970. */
export function todayIn(timeZone: string, now: number): number {
  return Math.floor((now + localParts(timeZone, now).offsetMs) / dayMs);
}
