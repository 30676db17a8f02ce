import { ApexDatetime, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { required } from '../../runtime/arguments.js';
import { invalidParameter } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { BusinessCalendar, type OpeningHours } from './business-calendar.js';

type S = string | null;
type Moment = ApexDatetime | null;

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const system = { mode: 'system', sharing: false } as const;
const fields = days.flatMap((day) => [`${day}StartTime`, `${day}EndTime`]).join(', ');

/** The hours of a record; the look-up counts as no query, as far as the limits page tells. */
function calendarOf(tx: Transaction, id: S): BusinessCalendar {
  const text = required(id, 1);
  const query = tx.data.parse(tx, `SELECT TimeZoneSidKey, ${fields} FROM BusinessHours WHERE Id = :id`);
  tx.limits.push();
  try {
    const parsed = ApexId.parse(text);
    const [record] = parsed ? tx.data.query(tx, query, () => parsed, system) : [];
    if (!record) throw invalidParameter(`Invalid business hours ID: ${text}`);
    const zone = record.fields.get('TimeZoneSidKey');
    return new BusinessCalendar(
      typeof zone === 'string' ? zone : tx.user.timeZone,
      days.map((day) => hoursOf(record, day))
    );
  } finally {
    tx.limits.pop();
  }
}

/** Midnight at both ends is the whole day (Object Reference, "BusinessHours"); a day without times is closed. */
function hoursOf(record: SObjectValue, day: string): OpeningHours | undefined {
  const opens = record.fields.get(`${day}StartTime`);
  const closes = record.fields.get(`${day}EndTime`);
  if (!(opens instanceof ApexTime) || !(closes instanceof ApexTime)) return undefined;
  return { opens: opens.ms, closes: closes.ms === 0 ? 86_400_000 : closes.ms };
}

const add = (tx: Transaction, id: S, start: Moment, interval: bigint | null): ApexDatetime => {
  const minutes = Math.trunc(Number(required(interval, 3)) / 60_000);
  return new ApexDatetime(calendarOf(tx, id).add(required(start, 2).ms, minutes * 60_000));
};

/**
 * Apex Reference Guide, "BusinessHours Class". Holidays count on the platform where they are assigned to the hours, which no record
 * says: hours are as the BusinessHours record has them.
 */
export const businessHoursClass = platformClass({
  name: 'System.BusinessHours',
  members: {
    'static Datetime add(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'static Datetime addGmt(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'static Long diff(String businessHoursId, Datetime startDate, Datetime endDate)': (
      tx,
      id: S,
      start: Moment,
      end: Moment
    ) => BigInt(calendarOf(tx, id).between(required(start, 2).ms, required(end, 3).ms)),
    'static Boolean isWithin(String businessHoursId, Datetime targetDate)': (tx, id: S, target: Moment) => {
      const { ms } = required(target, 2);
      return calendarOf(tx, id).next(ms) === ms;
    },
    'static Datetime nextStartDate(String businessHoursId, Datetime targetDate)': (tx, id: S, target: Moment) =>
      new ApexDatetime(calendarOf(tx, id).next(required(target, 2).ms))
  }
});
