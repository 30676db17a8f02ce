import { calendarOf, daysOf } from '../../runtime/date-text.js';
import { fromLocal, localParts } from '../../runtime/time-zone.js';
import { refuse } from './errors.js';

const dayMs = 86_400_000;

/** Days since 1970, from the first to before the last. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

/** The moment at which a day begins in a time zone. */
export function startOfDay(timeZone: string, days: number): number {
  return fromLocal(timeZone, days * dayMs);
}

type Period = (unit: Unit, day: number, offset: number) => DayRange;
type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/**
 * The days that a date literal stands for. The first day of the week (0 is Sunday) is the locale's, the first month of the fiscal
 * year (1 is January) the organization's: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function dateLiteral(
  name: string,
  n: number | undefined,
  today: number,
  firstDay = 0,
  fiscalMonth = 1
): DayRange {
  const firstMonth = name.includes('FISCAL_') ? fiscalMonth : 1;
  const period = (unit: Unit, day: number, offset: number) => periodOf(unit, day, offset, firstDay, firstMonth);
  const plain = name.replace('FISCAL_', '');
  if (plain === 'TODAY') return period('DAY', today, 0);
  if (plain === 'YESTERDAY') return period('DAY', today, -1);
  if (plain === 'TOMORROW') return period('DAY', today, 1);
  if (plain === 'LAST_90_DAYS') return { start: today - 90, end: today + 1 };
  if (plain === 'NEXT_90_DAYS') return { start: today + 1, end: today + 91 };
  const near = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(plain);
  if (near) return period(near[2] as Unit, today, near[1] === 'LAST' ? -1 : near[1] === 'THIS' ? 0 : 1);
  const counted = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(plain);
  if (counted) return countedPeriods(period, counted[2] as Unit, counted[1] === 'LAST', n ?? 0, today);
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(plain);
  if (ago) return period(ago[1] as Unit, today, -(n ?? 0));
  throw refuse(`unexpected token: '${name}'`);
}

/** LAST_N_DAYS includes today; the other units and all NEXT_N leave the current one out. */
function countedPeriods(period: Period, unit: Unit, last: boolean, n: number, today: number): DayRange {
  if (last) {
    const end = unit === 'DAY' ? today + 1 : period(unit, today, 0).start;
    return { start: unit === 'DAY' ? today - n : period(unit, today, -n).start, end };
  }
  return { start: period(unit, today, 1).start, end: period(unit, today, n).end };
}

/** The unit that lies `offset` units after the one that today is in. */
function periodOf(unit: Unit, today: number, offset: number, firstDay: number, firstMonth: number): DayRange {
  const { year: calendarYear, month } = calendarOf(today);
  const year = month < firstMonth ? calendarYear - 1 : calendarYear;
  switch (unit) {
    case 'DAY':
      return { start: today + offset, end: today + offset + 1 };
    case 'WEEK': {
      // Day 0, the first of January 1970, was a Thursday.
      const first = today - ((((today + 4 - firstDay) % 7) + 7) % 7);
      return { start: first + 7 * offset, end: first + 7 * (offset + 1) };
    }
    case 'MONTH':
      return { start: daysOf(calendarYear, month + offset, 1), end: daysOf(calendarYear, month + offset + 1, 1) };
    case 'QUARTER': {
      const first = firstMonth + Math.floor(((month - firstMonth + 12) % 12) / 3) * 3;
      return { start: daysOf(year, first + 3 * offset, 1), end: daysOf(year, first + 3 * (offset + 1), 1) };
    }
    case 'YEAR':
      return { start: daysOf(year + offset, firstMonth, 1), end: daysOf(year + offset + 1, firstMonth, 1) };
  }
}

/**
 * SQL for the offset of a time zone at the moment that `sql` gives, in ms. SQLite knows no time zones: the changes of daylight
 * saving from 1990 to 2060 are written out.
 */
export function offsetSql(timeZone: string, sql: string): string {
  const changes = offsetChanges(timeZone);
  const last = changes.at(-1)?.offset ?? 0;
  if (changes.length === 1) return String(last);
  const whens = changes.slice(0, -1).map(({ offset, until }) => `WHEN ${sql} < ${until} THEN ${offset}`);
  return `(CASE ${whens.join(' ')} ELSE ${last} END)`;
}

interface OffsetChange {
  readonly offset: number;
  readonly until: number;
}
const known = new Map<string, readonly OffsetChange[]>();

function offsetChanges(timeZone: string): readonly OffsetChange[] {
  const found = known.get(timeZone);
  if (found) return found;
  const changes: OffsetChange[] = [];
  const end = daysOf(2060, 1, 1);
  let offset = localParts(timeZone, daysOf(1990, 1, 1) * dayMs).offsetMs;
  for (let day = daysOf(1990, 1, 1); day < end; day += 7) {
    const next = localParts(timeZone, (day + 7) * dayMs).offsetMs;
    if (next === offset) continue;
    changes.push({ offset, until: changeBetween(timeZone, day * dayMs, (day + 7) * dayMs, offset) });
    offset = next;
  }
  changes.push({ offset, until: Infinity });
  known.set(timeZone, changes);
  return changes;
}

function changeBetween(timeZone: string, from: number, to: number, offset: number): number {
  let low = from;
  let high = to;
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (localParts(timeZone, middle).offsetMs === offset) low = middle;
    else high = middle;
  }
  return high;
}
