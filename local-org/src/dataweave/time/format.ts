import type { WeaveTemporal } from '../values.js';
import { badLetter, months, patternParts, weekdays } from './pattern.js';
import { WeaveDate, WeaveDateTime, WeaveLocalDateTime, WeaveTime } from './values.js';
import { offsetAt, offsetText } from './zones.js';

interface Clock {
  /** As if in UTC. */
  readonly local: Date;
  readonly zone: string | undefined;
  readonly offset: number;
}

/** A date or time by a pattern of java.time.format.DateTimeFormatter, in English. */
export function formatTemporal(value: WeaveTemporal, pattern: string): string {
  const clock = clockOf(value);
  return patternParts(pattern)
    .map((part) => (typeof part === 'string' ? part : field(clock, part.letter, part.count)))
    .join('');
}

function clockOf(value: WeaveTemporal): Clock {
  if (value instanceof WeaveDate) return { local: new Date(value.days * 86_400_000), zone: undefined, offset: 0 };
  if (value instanceof WeaveDateTime) {
    const offset = offsetAt(value.zone, value.ms);
    return { local: new Date(value.ms + offset), zone: value.zone, offset };
  }
  if (value instanceof WeaveLocalDateTime) return { local: new Date(value.ms), zone: undefined, offset: 0 };
  if (value instanceof WeaveTime)
    return { local: new Date(value.ms), zone: value.zone, offset: offsetAt(value.zone, 0) };
  return { local: new Date('ms' in value ? value.ms : 0), zone: undefined, offset: 0 };
}

const pad = (value: number, count: number): string => String(value).padStart(count, '0');

function field({ local, zone, offset }: Clock, letter: string, count: number): string {
  const day = (local.getUTCDay() + 6) % 7;
  switch (letter) {
    case 'u':
    case 'y':
      return count === 2 ? pad(local.getUTCFullYear() % 100, 2) : pad(local.getUTCFullYear(), count);
    case 'M':
    case 'L':
      return named(months, local.getUTCMonth(), count) ?? pad(local.getUTCMonth() + 1, count);
    case 'd':
      return pad(local.getUTCDate(), count);
    case 'D':
      return pad(Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000) + 1, count);
    case 'E':
      return named(weekdays, day, Math.max(count, 3)) ?? '';
    case 'e':
    case 'c':
      return named(weekdays, day, count) ?? pad(((day + 1) % 7) + 1, count);
    case 'Q':
    case 'q':
      return `${count === 3 ? 'Q' : ''}${Math.floor(local.getUTCMonth() / 3) + 1}`;
    case 'a':
      return local.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(local.getUTCHours(), count);
    case 'k':
      return pad(local.getUTCHours() || 24, count);
    case 'h':
      return pad(local.getUTCHours() % 12 || 12, count);
    case 'K':
      return pad(local.getUTCHours() % 12, count);
    case 'm':
      return pad(local.getUTCMinutes(), count);
    case 's':
      return pad(local.getUTCSeconds(), count);
    case 'S':
      return pad(local.getUTCMilliseconds(), 3).padEnd(count, '0').slice(0, count);
    case 'A':
      return pad(local.getTime() % 86_400_000, count);
    case 'n':
      return pad(local.getUTCMilliseconds() * 1_000_000, count);
    case 'G':
      return local.getUTCFullYear() > 0 ? (count === 4 ? 'Anno Domini' : 'AD') : 'BC';
    case 'V':
      return zone ?? 'Z';
    case 'z':
      return zone === undefined || zone === 'Z' ? 'Z' : zone;
    case 'X':
      return count === 1 && offset % 3_600_000 === 0 && offset !== 0
        ? offsetText(offset).slice(0, 3)
        : offsetText(offset, 'Z', count === 2 ? '' : ':');
    case 'x':
      return offsetText(offset, count === 1 ? '+00' : count === 2 ? '+0000' : '+00:00', count === 2 ? '' : ':');
    case 'Z':
      return count === 4
        ? `GMT${offsetText(offset, '')}`
        : offsetText(offset, count === 5 ? 'Z' : '+0000', count === 5 ? ':' : '');
    case 'O':
      return `GMT${offsetText(offset, '')}`;
    default:
      throw badLetter(letter);
  }
}

/** The name by its length: three letters short, four whole, five the first; undefined for a number. */
function named(names: readonly string[], index: number, count: number): string | undefined {
  const name = names[index] ?? '';
  return count === 3 ? name.slice(0, 3) : count === 4 ? name : count === 5 ? name.slice(0, 1) : undefined;
}
