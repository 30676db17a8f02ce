import type { ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { fieldsOf, formatLong, formatPattern, formatShort, type FormatContext } from '../runtime/date-format.js';
import { addMonths, parseClock, parseLocalDate, parsePlainDatetime } from '../runtime/date-parse.js';
import { datetimeText, daysOf } from '../runtime/date-text.js';
import { sameValue } from '../runtime/equality.js';
import { typeException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { fromLocal, isTimeZone } from '../runtime/time-zone.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from './define.js';

type I = number | null;
type S = string | null;

const dayMs = 86_400_000;
const moment = (ms: number): ApexDatetime => new ApexDatetime(ms);
const context = (tx: Transaction, timeZone = tx.user.timeZone): FormatContext => ({ locale: tx.user.locale, timeZone });

/** Milliseconds that read like UTC, of calendar and clock fields that may lie outside their range. */
function plain(year: I, month: I, day: I, hour: I = 0, minute: I = 0, second: I = 0): number {
  return (
    daysOf(required(year, 1), required(month, 2), required(day, 3)) * dayMs +
    required(hour, 4) * 3_600_000 +
    required(minute, 5) * 60_000 +
    required(second, 6) * 1000
  );
}

/** The same constructor in the user's time zone and in GMT. */
function makers(name: string, toMoment: (tx: Transaction, plainMs: number) => number): PlatformClassSource['members'] {
  return {
    [`static Datetime ${name}(Integer year, Integer month, Integer day)`]: (tx, y: I, m: I, d: I) =>
      moment(toMoment(tx, plain(y, m, d))),
    [`static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
      (tx, y: I, m: I, d: I, h: I, min: I, s: I) => moment(toMoment(tx, plain(y, m, d, h, min, s))),
    [`static Datetime ${name}(Date date, Time time)`]: (tx, day: ApexDate | null, time: ApexTime | null) =>
      moment(toMoment(tx, required(day, 1).days * dayMs + required(time, 2).ms))
  };
}

const local = (tx: Transaction, plainMs: number): number => fromLocal(tx.user.timeZone, plainMs);
const gmt = (_tx: Transaction, plainMs: number): number => plainMs;

function valueOfText(tx: Transaction, text: S, toMoment: (tx: Transaction, plainMs: number) => number): ApexDatetime {
  const parsed = parsePlainDatetime(required(text, 1));
  if (parsed === undefined) throw typeException(`Invalid date/time: ${text}`);
  return moment(toMoment(tx, parsed));
}

/** The value of a field as Object: null stays null, a Long is a moment, and a text is none, however it reads. */
function valueOfField(tx: Transaction, value: ApexValue): ApexDatetime | null {
  if (value === null || value instanceof ApexDatetime) return value;
  if (typeof value === 'bigint') return moment(Number(value));
  if (value instanceof ApexDate) return moment(value.days * dayMs);
  throw typeException(`Invalid date/time: ${toText(tx, value)}`);
}

function parse(tx: Transaction, text: S): ApexDatetime {
  const given = required(text, 1);
  const [datePart = '', ...rest] = given.split(/,\s*|\s+/);
  const year = fieldsOf(tx.now(), tx.user.timeZone).year;
  const days = parseLocalDate(datePart, tx.user.locale, year);
  const clock = parseClock(rest.join(' '));
  if (days === undefined || clock === undefined) throw typeException(`Invalid date/time: ${given}`);
  return moment(local(tx, days * dayMs + clock));
}

/** Adds to the calendar in GMT: the clock time in the user's zone shifts when daylight saving begins or ends in between. */
function addGmtDays(self: ApexDatetime, change: (days: number) => number): ApexDatetime {
  const days = Math.floor(self.ms / dayMs);
  return moment(change(days) * dayMs + (self.ms - days * dayMs));
}

type FieldName = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'milli' | 'dayOfYear';
const read =
  (name: FieldName, zone?: string): StaticFunction =>
  (tx, self: ApexDatetime) =>
    fieldsOf(self.ms, zone ?? tx.user.timeZone)[name];

/** A reading of the wall clock under its name, and in GMT under its name with `Gmt`. */
const reading = (name: string, part: FieldName): PlatformClassSource['members'] => ({
  [`Integer ${name}()`]: read(part),
  [`Integer ${name}Gmt()`]: read(part, 'GMT')
});

const dateIn = (ms: number, zone: string): ApexDate => new ApexDate(Math.floor(fieldsOf(ms, zone).localMs / dayMs));
const timeIn = (ms: number, zone: string): ApexTime => {
  const { localMs } = fieldsOf(ms, zone);
  return new ApexTime(localMs - Math.floor(localMs / dayMs) * dayMs);
};

export const datetimeClass = platformClass({
  name: 'System.Datetime',
  members: {
    ...makers('newInstance', local),
    'static Datetime newInstance(Long milliseconds)': (_tx, ms: bigint | null) => moment(Number(required(ms, 1))),
    ...makers('newInstanceGmt', gmt),
    'static Datetime now()': (tx) => moment(tx.now()),
    'static Datetime parse(String datetimeString)': (tx, text: S) => parse(tx, text),
    'static Datetime valueOf(String dateTimeString)': (tx, text: S) => valueOfText(tx, text, local),
    'static Datetime valueOf(Object fieldValue)': (tx, value: ApexValue) => valueOfField(tx, value),
    'static Datetime valueOfGmt(String dateTimeString)': (tx, text: S) => valueOfText(tx, text, gmt),
    'Datetime addDays(Integer additionalDays)': (_tx, self: ApexDatetime, count: I) =>
      addGmtDays(self, (days) => days + required(count, 1)),
    'Datetime addHours(Integer additionalHours)': (_tx, self: ApexDatetime, count: I) =>
      moment(self.ms + required(count, 1) * 3_600_000),
    'Datetime addMinutes(Integer additionalMinutes)': (_tx, self: ApexDatetime, count: I) =>
      moment(self.ms + required(count, 1) * 60_000),
    'Datetime addMonths(Integer additionalMonths)': (_tx, self: ApexDatetime, count: I) =>
      addGmtDays(self, (days) => addMonths(days, required(count, 1))),
    'Datetime addSeconds(Integer additionalSeconds)': (_tx, self: ApexDatetime, count: I) =>
      moment(self.ms + required(count, 1) * 1000),
    'Datetime addYears(Integer additionalYears)': (_tx, self: ApexDatetime, count: I) =>
      addGmtDays(self, (days) => addMonths(days, required(count, 1) * 12)),
    'Date date()': (tx, self: ApexDatetime) => dateIn(self.ms, tx.user.timeZone),
    'Date dateGMT()': (_tx, self: ApexDatetime) => dateIn(self.ms, 'GMT'),
    ...reading('day', 'day'),
    ...reading('dayOfYear', 'dayOfYear'),
    'Boolean equals(Object other)': (tx, self: ApexDatetime, other: ApexValue) => sameValue(tx, self, other),
    'String format()': (tx, self: ApexDatetime) => formatShort(self.ms, context(tx)),
    'String format(String dateFormatString)': (tx, self: ApexDatetime, pattern: S) =>
      formatPattern(self.ms, required(pattern, 1), context(tx)),
    // An unknown zone name means GMT, as in java.util.TimeZone.getTimeZone.
    'String format(String dateFormatString, String timezone)': (tx, self: ApexDatetime, pattern: S, zone: S) =>
      formatPattern(
        self.ms,
        required(pattern, 1),
        context(tx, isTimeZone(required(zone, 2)) ? (zone as string) : 'GMT')
      ),
    'String formatGmt(String dateFormatString)': (tx, self: ApexDatetime, pattern: S) =>
      formatPattern(self.ms, required(pattern, 1), context(tx, 'GMT')),
    'String formatLong()': (tx, self: ApexDatetime) => formatLong(self.ms, context(tx)),
    'Long getTime()': (_tx, self: ApexDatetime) => BigInt(self.ms),
    'Integer hashCode()': (tx, self: ApexDatetime) => hashOf(tx, self),
    ...reading('hour', 'hour'),
    'Boolean isSameDay(Datetime dateToCompare)': (tx, self: ApexDatetime, other: ApexDatetime | null) =>
      dateIn(self.ms, tx.user.timeZone).days === dateIn(required(other, 1).ms, tx.user.timeZone).days,
    ...reading('millisecond', 'milli'),
    ...reading('minute', 'minute'),
    ...reading('month', 'month'),
    ...reading('second', 'second'),
    'Time time()': (tx, self: ApexDatetime) => timeIn(self.ms, tx.user.timeZone),
    'Time timeGMT()': (_tx, self: ApexDatetime) => timeIn(self.ms, 'GMT'),
    'String toString()': (_tx, self: ApexDatetime) => datetimeText(self.ms),
    ...reading('year', 'year')
  }
});
