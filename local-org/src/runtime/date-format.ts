import { calendarOf, daysOf } from './date-text.js';
import { stringException } from './exceptions.js';
import { localParts } from './time-zone.js';

export interface FormatContext {
  /** BCP 47 or Salesforce form (`de_DE`). */
  readonly locale: string;
  readonly timeZone: string;
}

const localeTag = (locale: string): string => locale.replaceAll('_', '-');

interface Fields {
  readonly ms: number;
  readonly localMs: number;
  readonly offsetMs: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly dayOfYear: number;
}

const dayMs = 86_400_000;

/** Wall-clock fields of a moment in a time zone. */
export function fieldsOf(ms: number, timeZone: string): Fields {
  const offsetMs = localParts(timeZone, ms).offsetMs;
  const localMs = ms + offsetMs;
  const days = Math.floor(localMs / dayMs);
  const inDay = localMs - days * dayMs;
  const { year, month, day } = calendarOf(days);
  return {
    ms,
    localMs,
    offsetMs,
    year,
    month,
    day,
    hour: Math.floor(inDay / 3_600_000),
    minute: Math.floor(inDay / 60_000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    milli: inDay % 1000,
    weekday: (((days + 4) % 7) + 7) % 7,
    dayOfYear: days - daysOf(year, 1, 1) + 1
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function name(f: Fields, context: FormatContext, options: Intl.DateTimeFormatOptions, part: string): string {
  const format = new Intl.DateTimeFormat(localeTag(context.locale), { timeZone: 'UTC', ...options });
  return format.formatToParts(f.localMs).find(({ type }) => type === part)?.value ?? '';
}

function zoneName(f: Fields, context: FormatContext, long: boolean): string {
  const format = new Intl.DateTimeFormat(localeTag(context.locale), {
    timeZone: context.timeZone,
    timeZoneName: long ? 'long' : 'short'
  });
  const text = format.formatToParts(f.ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (context.timeZone === 'GMT' || text === 'UTC') return long ? 'Greenwich Mean Time' : 'GMT';
  return text;
}

function offsetText(offsetMs: number, separator: string, minutes: boolean): string {
  const total = Math.abs(Math.round(offsetMs / 60_000));
  const sign = offsetMs < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(total / 60), 2)}${minutes ? separator + pad(total % 60, 2) : ''}`;
}

/** ISO 8601 zone of the letter X: hours, hours and minutes, or both with a colon. */
function isoZone(offsetMs: number, count: number): string {
  if (offsetMs === 0) return 'Z';
  return offsetText(offsetMs, count === 3 ? ':' : '', count > 1);
}

/** Week of the year with the user's first day of the week and one day enough, as Java in en_US; ISO elsewhere. */
function weekOfYear(f: Fields, locale: string): { week: number; year: number } {
  const { firstDay, minimalDays } = weekRule(locale);
  const weekOf = (year: number): number => {
    const firstWeekday = (((daysOf(year, 1, 1) + 4) % 7) + 7) % 7;
    const shift = (firstWeekday - firstDay + 7) % 7;
    const start = daysOf(year, 1, 1) - shift;
    return 7 - shift >= minimalDays ? start : start + 7;
  };
  const today = Math.floor(f.localMs / dayMs);
  let year = f.year;
  if (today >= weekOf(year + 1)) year++;
  else if (today < weekOf(year)) year--;
  return { week: Math.floor((today - weekOf(year)) / 7) + 1, year };
}

interface WeekInfo {
  readonly firstDay: number;
  readonly minimalDays: number;
}

/** First day of the week (0 is Sunday) and how many days make a first week, by locale. */
export function weekRule(locale: string): WeekInfo {
  const intl = new Intl.Locale(localeTag(locale)) as Intl.Locale & {
    weekInfo?: WeekInfo;
    getWeekInfo?: () => WeekInfo;
  };
  const info = intl.getWeekInfo?.() ?? intl.weekInfo ?? { firstDay: 7, minimalDays: 1 };
  return { firstDay: info.firstDay % 7, minimalDays: info.minimalDays };
}

function number(value: number, count: number): string {
  return pad(value, count);
}

function field(letter: string, count: number, f: Fields, context: FormatContext): string {
  switch (letter) {
    case 'G':
      return f.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? pad(f.year % 100, 2) : number(f.year, count);
    case 'Y': {
      const { year } = weekOfYear(f, context.locale);
      return count === 2 ? pad(year % 100, 2) : number(year, count);
    }
    case 'M':
    case 'L':
      if (count >= 4)
        return name(f, context, { month: 'long', ...(letter === 'M' ? { day: 'numeric' } : {}) }, 'month');
      if (count === 3)
        return name(f, context, { month: 'short', ...(letter === 'M' ? { day: 'numeric' } : {}) }, 'month');
      return number(f.month, count);
    case 'w':
      return number(weekOfYear(f, context.locale).week, count);
    case 'W': {
      const { firstDay } = weekRule(context.locale);
      const first = (((f.weekday - (f.day - 1)) % 7) + 7) % 7;
      return number(Math.floor((f.day - 1 + ((first - firstDay + 7) % 7)) / 7) + 1, count);
    }
    case 'D':
      return number(f.dayOfYear, count);
    case 'd':
      return number(f.day, count);
    case 'F':
      return number(Math.floor((f.day - 1) / 7) + 1, count);
    case 'E':
      return name(f, context, { weekday: count >= 4 ? 'long' : 'short' }, 'weekday');
    case 'u':
      return number(f.weekday === 0 ? 7 : f.weekday, count);
    case 'a':
      return f.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return number(f.hour, count);
    case 'k':
      return number(f.hour === 0 ? 24 : f.hour, count);
    case 'K':
      return number(f.hour % 12, count);
    case 'h':
      return number(f.hour % 12 || 12, count);
    case 'm':
      return number(f.minute, count);
    case 's':
      return number(f.second, count);
    case 'S':
      return number(f.milli, count);
    case 'z':
      return zoneName(f, context, count >= 4);
    case 'Z':
      return offsetText(f.offsetMs, '', true);
    case 'X':
      return isoZone(f.offsetMs, count);
  }
  throw stringException(`Illegal pattern character '${letter}'`);
}

/** A moment by a pattern of java.text.SimpleDateFormat: `yyyy-MM-dd'T'HH:mm:ss.SSSZ`, `EEE, d MMM yyyy`. */
export function formatPattern(ms: number, pattern: string, context: FormatContext): string {
  const f = fieldsOf(ms, context.timeZone);
  let out = '';
  for (let i = 0; i < pattern.length;) {
    const c = pattern[i] as string;
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += "'";
        i += 2;
        continue;
      }
      let text = '';
      for (i++; i < pattern.length; i++) {
        if (pattern[i] !== "'") text += pattern[i];
        else if (pattern[i + 1] === "'") {
          text += "'";
          i++;
        } else break;
      }
      if (i >= pattern.length) throw stringException('Unterminated quote');
      out += text;
      i++;
    } else if (/[A-Za-z]/.test(c)) {
      let count = 1;
      while (pattern[i + count] === c) count++;
      out += field(c, count, f, context);
      i += count;
    } else {
      out += c;
      i++;
    }
  }
  return out;
}

/** Datetime.format() without a pattern: the short form of the user's locale, e.g. `1/5/2026, 10:15 AM`. */
export function formatShort(ms: number, context: FormatContext): string {
  return plainSpaces(
    new Intl.DateTimeFormat(localeTag(context.locale), {
      timeZone: context.timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit'
    }).format(ms)
  );
}

/** Datetime.formatLong(): with seconds and the zone, e.g. `1/5/2026, 10:15:30 AM PST`. */
export function formatLong(ms: number, context: FormatContext): string {
  return plainSpaces(
    new Intl.DateTimeFormat(localeTag(context.locale), {
      timeZone: context.timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short'
    }).format(ms)
  );
}

/** Date.format(): `1/5/2026`. */
export function formatDate(days: number, locale: string): string {
  const format = new Intl.DateTimeFormat(localeTag(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric'
  });
  return format.format(days * dayMs);
}

/** Intl puts a narrow no-break space before AM and PM; Apex puts a plain one. */
const plainSpaces = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');
