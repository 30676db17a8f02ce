import { CronError, fieldValues, one, ranges } from './cron-fields.js';
import { toInstant, wallClock } from './zone.js';

/** Decides whether a day of a month fits. `weekday` is 1 for Sunday. */
type DayRule = (year: number, month: number, day: number) => boolean;

/**
 * A cron expression of System.schedule: `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm
 */
export class Cron {
  readonly text: string;
  private readonly seconds: readonly number[];
  private readonly minutes: readonly number[];
  private readonly hours: readonly number[];
  private readonly months: readonly number[];
  private readonly years: readonly number[] | null;
  private readonly days: DayRule;

  /** Throws CronError with the text of the platform's exception. */
  constructor(text: string) {
    this.text = text;
    const fields = text.trim().split(/\s+/);
    if (fields.length < 6 || fields.length > 7) throw new CronError(`Unexpected end of expression: ${text}`);
    const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = fields;
    if (!/^\d+$/.test(seconds) || !/^\d+$/.test(minutes)) {
      throw new CronError(`Seconds and minutes must be specified as integers: ${text}`);
    }
    this.seconds = fieldValues(seconds, ranges.seconds);
    this.minutes = fieldValues(minutes, ranges.minutes);
    this.hours = fieldValues(hours, ranges.hours);
    this.months = fieldValues(month, ranges.month);
    this.years = year === undefined || year === '*' ? null : fieldValues(year, ranges.year);
    if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
      throw new CronError(
        dayOfMonth === '?'
          ? `'?' can only be specified for Day-of-Month -OR- Day-of-Week.`
          : `Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.`
      );
    }
    this.days = dayOfMonth === '?' ? weekdayRule(dayOfWeek) : monthDayRule(dayOfMonth);
  }

  /**
   * The first moment after `afterMs` (ms since 1970) at which the wall clock of `timeZone` fits; undefined when there is none
   * before 2100. A time that daylight saving skips fires at the moment the clock jumps to.
   */
  next(afterMs: number, timeZone: string): number | undefined {
    const start = wallClock(afterMs, timeZone);
    for (let year = start.year; year <= ranges.year.high; year++) {
      if (this.years && !this.years.includes(year)) continue;
      for (const month of this.months) {
        if (year === start.year && month < start.month) continue;
        const from = year === start.year && month === start.month ? start.day : 1;
        for (let day = from; day <= daysIn(year, month); day++) {
          if (!this.days(year, month, day)) continue;
          const found = this.firstOfDay(year, month, day, afterMs, timeZone);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  private firstOfDay(year: number, month: number, day: number, afterMs: number, timeZone: string): number | undefined {
    for (const hour of this.hours) {
      for (const minute of this.minutes) {
        for (const second of this.seconds) {
          const at = toInstant({ year, month, day, hour, minute, second }, timeZone);
          if (at > afterMs) return at;
        }
      }
    }
    return undefined;
  }
}

/** Day_of_month: values, `L` (last), `L-3`, `15W` (weekday nearest), `LW`. */
function monthDayRule(text: string): DayRule {
  const upper = text.toUpperCase();
  if (upper === 'LW') return (y, m, d) => d === nearestWeekday(y, m, daysIn(y, m));
  const last = /^L(?:-(\d+))?$/.exec(upper);
  if (last) return (y, m, d) => d === daysIn(y, m) - Number(last[1] ?? 0);
  const nearest = /^(\d+)W$/.exec(upper);
  if (nearest) {
    const wanted = one(nearest[1] ?? '', ranges.dayOfMonth);
    return (y, m, d) => d === nearestWeekday(y, m, Math.min(wanted, daysIn(y, m)));
  }
  const days = fieldValues(text, ranges.dayOfMonth);
  return (_y, _m, d) => days.includes(d);
}

/** Day_of_week: values and names, `L` (Saturday), `6L` (last Friday), `2#1` (first Monday). */
function weekdayRule(text: string): DayRule {
  const upper = text.toUpperCase();
  if (upper === 'L') return (y, m, d) => weekday(y, m, d) === 7;
  const last = /^([A-Z0-9]+)L$/.exec(upper);
  if (last) {
    const wanted = one(last[1] ?? '', ranges.dayOfWeek);
    return (y, m, d) => weekday(y, m, d) === wanted && d + 7 > daysIn(y, m);
  }
  const nth = /^([A-Z0-9]+)#([1-5])$/.exec(upper);
  if (nth) {
    const wanted = one(nth[1] ?? '', ranges.dayOfWeek);
    return (y, m, d) => weekday(y, m, d) === wanted && Math.ceil(d / 7) === Number(nth[2]);
  }
  const days = fieldValues(text, ranges.dayOfWeek);
  return (y, m, d) => days.includes(weekday(y, m, d));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const weekday = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

/** The Monday-to-Friday day nearest to a day, without leaving the month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const on = weekday(year, month, day);
  if (on === 7) return day > 1 ? day - 1 : day + 2;
  if (on === 1) return day < daysIn(year, month) ? day + 1 : day - 2;
  return day;
}
