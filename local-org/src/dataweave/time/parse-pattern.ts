import { badLetter, months, patternParts, weekdays } from './pattern.js';

/** What a text says by a pattern. Absent where the pattern does not ask. */
export interface ParsedFields {
  /** Days since 1970. */
  readonly days?: number;
  /** Since midnight. */
  readonly ms?: number;
  readonly zone?: string;
}

interface Fields {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  half?: number;
  afternoon?: boolean;
  minute?: number;
  second?: number;
  ms?: number;
  zone?: string;
}

/** Reads a text by a pattern of java.time.format.DateTimeFormatter; undefined when it does not fit. */
export function parseByPattern(text: string, pattern: string): ParsedFields | undefined {
  const fields: Fields = {};
  const takers: ((text: string) => void)[] = [];
  const parts = patternParts(pattern);
  const source = parts
    .map((part, i) => {
      if (typeof part === 'string') return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const next = parts[i + 1];
      const { regex, take } = reader(part.letter, part.count, fields, typeof next === 'object');
      takers.push(take);
      return `(${regex})`;
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'i').exec(text);
  if (!match) return undefined;
  takers.forEach((take, i) => take(match[i + 1] ?? ''));
  return combine(fields);
}

/** Digits of a number: as many as the pattern has where another number follows, else at least as many. */
const digits = (count: number, fixed: boolean, most = 2): string =>
  count >= 2 || fixed ? `\\d{${count}}` : `\\d{1,${most}}`;

function reader(
  letter: string,
  count: number,
  fields: Fields,
  fixed: boolean
): { regex: string; take: (text: string) => void } {
  const amount = (
    name: 'day' | 'hour' | 'half' | 'minute' | 'second'
  ): { regex: string; take: (text: string) => void } => ({
    regex: digits(count, fixed),
    take: (text) => (fields[name] = Number(text))
  });
  switch (letter) {
    case 'u':
    case 'y':
      return {
        regex: count === 2 ? '\\d{2}' : fixed ? `\\d{${count}}` : '-?\\d{1,9}',
        take: (text) => (fields.year = Number(text) + (count === 2 ? 2000 : 0))
      };
    case 'M':
    case 'L':
      if (count < 3) return { regex: digits(count, fixed), take: (text) => (fields.month = Number(text)) };
      return {
        regex: months.map((name) => (count === 3 ? name.slice(0, 3) : name)).join('|'),
        take: (text) =>
          (fields.month =
            1 + months.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()))
      };
    case 'd':
      return amount('day');
    case 'E':
      return { regex: weekdays.map((name) => (count < 4 ? name.slice(0, 3) : name)).join('|'), take: () => undefined };
    case 'a':
      return { regex: '[AP]M', take: (text) => (fields.afternoon = text.toUpperCase() === 'PM') };
    case 'H':
    case 'k':
      return amount('hour');
    case 'h':
    case 'K':
      return amount('half');
    case 'm':
      return amount('minute');
    case 's':
      return amount('second');
    case 'S':
    case 'n':
      return {
        regex: `\\d{1,${Math.max(count, 1)}}`,
        take: (text) => (fields.ms = Math.floor(Number(`0.${text}`) * 1000))
      };
    case 'X':
    case 'x':
    case 'Z':
      return {
        regex: 'Z|[+-]\\d\\d(?::?\\d\\d)?',
        take: (text) => (fields.zone = text.replace(/^(...)(\d\d)$/, '$1:$2'))
      };
    case 'z':
    case 'V':
    case 'O':
      return { regex: '[A-Za-z][\\w/+-]*(?::\\d\\d)?|[+-]\\d\\d:?\\d\\d', take: (text) => (fields.zone = text) };
    default:
      throw badLetter(letter);
  }
}

function combine(fields: Fields): ParsedFields | undefined {
  const { year, month = 1, day = 1, half, afternoon, zone } = fields;
  const hour = fields.hour ?? (half === undefined ? undefined : (half % 12) + (afternoon === true ? 12 : 0));
  const made = year === undefined ? undefined : new Date(Date.UTC(year, month - 1, day));
  if (made && (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day)) return undefined;
  const { minute = 0, second = 0, ms = 0 } = fields;
  if ((hour ?? 0) > 23 || minute > 59 || second > 59) return undefined;
  return {
    ...(made && { days: made.getTime() / 86_400_000 }),
    ...(hour !== undefined && { ms: ((hour * 60 + minute) * 60 + second) * 1000 + ms }),
    ...(zone !== undefined && { zone })
  };
}
