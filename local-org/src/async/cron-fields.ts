/** One field of a cron expression: the values it allows, in ascending order. */
export interface CronRange {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export const ranges = {
  seconds: { name: 'Minute and Second', low: 0, high: 59 },
  minutes: { name: 'Minute and Second', low: 0, high: 59 },
  hours: { name: 'Hour', low: 0, high: 23 },
  dayOfMonth: { name: 'Day of month', low: 1, high: 31 },
  month: { name: 'Month', low: 1, high: 12, names: months },
  /** 1 is Sunday. */
  dayOfWeek: { name: 'Day-of-Week', low: 1, high: 7, names: weekdays },
  /** Salesforce writes 1970–2099; Quartz, which reads the expressions, goes further (public suites schedule for 2100). */
  year: { name: 'Year', low: 1970, high: 2126 }
} as const satisfies Record<string, CronRange>;

/** A text that is no cron expression; the message is that of the exception, in the words of Quartz, whose expressions these are. */
export class CronError extends Error {}

/** The values of a list of numbers, names, ranges and steps: `1,3-5`, `MON-FRI`, `0/15`, `*`. */
export function fieldValues(text: string, range: CronRange): readonly number[] {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [span = '', step] = part.split('/');
    const by = step === undefined ? 1 : wholeNumber(step);
    if (by < 1) throw new CronError(`${range.name} increment must be positive: ${text}`);
    const [from, to] = bounds(span, step !== undefined, range);
    // A range that wraps (`FRI-MON`, `22-2`) goes over the end, as Quartz lets it.
    const size = range.high - range.low + 1;
    const end = to < from ? to + size : to;
    for (let value = from; value <= end; value += by) values.add(((value - range.low) % size) + range.low);
  }
  return [...values].sort((a, b) => a - b);
}

function bounds(span: string, stepped: boolean, range: CronRange): [number, number] {
  if (span === '*') return [range.low, range.high];
  const dash = span.indexOf('-');
  if (dash > 0) return [one(span.slice(0, dash), range), one(span.slice(dash + 1), range)];
  const value = one(span, range);
  return [value, stepped ? range.high : value];
}

/** A single value: a number inside the range or one of its names. */
export function one(text: string, range: CronRange): number {
  const named = range.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + range.low;
  const value = wholeNumber(text);
  if (value < range.low || value > range.high) {
    throw new CronError(`${range.name} values must be between ${range.low} and ${range.high}`);
  }
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new CronError(`Illegal characters for this position: '${text}'`);
  return Number(text);
}
