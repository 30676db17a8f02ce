import type { ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { fieldsOf, formatDate, weekRule } from '../runtime/date-format.js';
import { addMonths, parseIsoDate, parseLocalDate } from '../runtime/date-parse.js';
import { calendarOf, dateText, daysInMonth, daysOf } from '../runtime/date-text.js';
import { sameValue } from '../runtime/equality.js';
import { typeException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { platformClass } from './define.js';

type I = number | null;
type D = ApexDate | null;

const date = (days: number): ApexDate => new ApexDate(days);
const dayMs = 86_400_000;

/** The date that the clocks of the running user show. */
export function today(tx: Transaction): ApexDate {
  const f = fieldsOf(tx.now(), tx.user.timeZone);
  return date(Math.floor(f.localMs / dayMs));
}

function valueOfText(text: string | null): ApexDate {
  const days = parseIsoDate(required(text, 1));
  if (days === undefined) throw typeException(`Invalid date: ${text}`);
  return date(days);
}

/** The value of a field as Object: null stays null, and a text is none, however it reads. */
function valueOfField(tx: Transaction, value: ApexValue): ApexDate | null {
  if (value === null || value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return date(Math.floor(fieldsOf(value.ms, tx.user.timeZone).localMs / dayMs));
  throw typeException(`Invalid date: ${toText(tx, value)}`);
}

export const dateClass = platformClass({
  name: 'System.Date',
  members: {
    'static Integer daysInMonth(Integer year, Integer month)': (_tx, year: I, month: I) =>
      daysInMonth(required(year, 1), required(month, 2)),
    'static Boolean isLeapYear(Integer year)': (_tx, year: I) => daysInMonth(required(year, 1), 2) === 29,
    'static Date newInstance(Integer year, Integer month, Integer day)': (_tx, year: I, month: I, day: I) =>
      date(daysOf(required(year, 1), required(month, 2), required(day, 3))),
    'static Date parse(String stringDate)': (tx, text: string | null) => {
      const { year } = calendarOf(today(tx).days);
      const days = parseLocalDate(required(text, 1), tx.user.locale, year);
      if (days === undefined) throw typeException(`Invalid date: ${text}`);
      return date(days);
    },
    'static Date today()': (tx) => today(tx),
    'static Date valueOf(String stringDate)': (_tx, text: string | null) => valueOfText(text),
    'static Date valueOf(Object fieldValue)': (tx, value: ApexValue) => valueOfField(tx, value),
    'Date addDays(Integer additionalDays)': (_tx, self: ApexDate, count: I) => date(self.days + required(count, 1)),
    'Date addMonths(Integer additionalMonths)': (_tx, self: ApexDate, count: I) =>
      date(addMonths(self.days, required(count, 1))),
    'Date addYears(Integer additionalYears)': (_tx, self: ApexDate, count: I) =>
      date(addMonths(self.days, required(count, 1) * 12)),
    'Integer day()': (_tx, self: ApexDate) => calendarOf(self.days).day,
    'Integer dayOfYear()': (_tx, self: ApexDate) => self.days - daysOf(calendarOf(self.days).year, 1, 1) + 1,
    'Integer daysBetween(Date secondDate)': (_tx, self: ApexDate, other: D) => required(other, 1).days - self.days,
    'Boolean equals(Object other)': (tx, self: ApexDate, other: ApexValue) => sameValue(tx, self, other),
    'String format()': (tx, self: ApexDate) => formatDate(self.days, tx.user.locale),
    'Integer hashCode()': (tx, self: ApexDate) => hashOf(tx, self),
    'Boolean isSameDay(Date dateToCompare)': (_tx, self: ApexDate, other: D) => required(other, 1).days === self.days,
    'Integer month()': (_tx, self: ApexDate) => calendarOf(self.days).month,
    'Integer monthsBetween(Date secondDate)': (_tx, self: ApexDate, other: D) => {
      const from = calendarOf(self.days);
      const to = calendarOf(required(other, 1).days);
      return (to.year - from.year) * 12 + to.month - from.month;
    },
    'Date toStartOfMonth()': (_tx, self: ApexDate) => date(self.days - calendarOf(self.days).day + 1),
    'Date toStartOfWeek()': (tx, self: ApexDate) => {
      const weekday = (((self.days + 4) % 7) + 7) % 7;
      return date(self.days - ((weekday - weekRule(tx.user.locale).firstDay + 7) % 7));
    },
    'String toString()': (_tx, self: ApexDate) => `${dateText(self.days)} 00:00:00`,
    'Integer year()': (_tx, self: ApexDate) => calendarOf(self.days).year
  }
});
