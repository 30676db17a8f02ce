import { table } from './table.js';

const date = 'Apex Reference Guide, "Date Class"';
const datetime = 'Apex Reference Guide, "Datetime Class"';
const format = 'java.text.SimpleDateFormat';
const moment = 'Datetime.newInstanceGmt(2026, 1, 5, 20, 7, 9)';

table(
  'Date',
  [
    ['Date.newInstance(2026, 1, 31).addMonths(1)', '2026-02-28 00:00:00', date],
    ['Date.newInstance(2026, 2, 30)', '2026-03-02 00:00:00'],
    ['Date.newInstance(2024, 2, 29).addYears(1)', '2025-02-28 00:00:00', date],
    ['Date.newInstance(2026, 1, 1).addDays(-1)', '2025-12-31 00:00:00', date],
    ['Date.newInstance(2008, 1, 1).daysBetween(Date.newInstance(2008, 1, 31))', '30', date],
    ['Date.newInstance(2006, 12, 2).monthsBetween(Date.newInstance(2012, 12, 8))', '72', date],
    ['Date.newInstance(1998, 10, 21).dayOfYear()', '294', date],
    ['Date.daysInMonth(1960, 2)', '29', date],
    ['Date.isLeapYear(1900)', 'false', date],
    ['Date.newInstance(2026, 7, 22).toStartOfMonth()', '2026-07-01 00:00:00', date],
    ['Date.newInstance(2026, 7, 22).toStartOfWeek()', '2026-07-19 00:00:00', date],
    ['Date.newInstance(2009, 12, 27).format()', '12/27/2009', date],
    ["Date.parse('12/27/2009')", '2009-12-27 00:00:00', date],
    ["Date.parse('2009-12-27')", 'System.TypeException: Invalid date: 2009-12-27'],
    ["Date.valueOf('2008-10-05 12:20:20')", '2008-10-05 00:00:00', date],
    ["Date.valueOf('x')", 'System.TypeException: Invalid date: x'],
    ['Date.newInstance(2026, 1, 5) < Date.newInstance(2026, 1, 6)', 'true'],
    ['Date.newInstance(2026, 1, 5) == Date.newInstance(2026, 1, 5)', 'true'],
    // 05:00 in GMT is still the day before in Los Angeles.
    ['Date.today()', '2026-01-05 00:00:00', date]
  ],
  { now: Date.UTC(2026, 0, 6, 5) }
);

table('Datetime', [
  ['Datetime.newInstance(2026, 1, 5, 12, 0, 0)', '2026-01-05 20:00:00', datetime],
  ['Datetime.newInstance(2026, 7, 5, 12, 0, 0)', '2026-07-05 19:00:00', datetime],
  ["Datetime.valueOf('2026-01-05 12:00:00')", '2026-01-05 20:00:00', datetime],
  ["Datetime.valueOfGmt('2026-01-05 12:00:00')", '2026-01-05 12:00:00', datetime],
  ["Datetime.valueOf('2026-01-05')", 'System.TypeException: Invalid date/time: 2026-01-05'],
  ["Datetime.parse('10/14/2011, 11:46 AM')", '2011-10-14 18:46:00', datetime],
  [`${moment}.format()`, '1/5/2026, 12:07 PM', datetime],
  [`${moment}.formatLong()`, '1/5/2026, 12:07:09 PM PST', datetime],
  [`${moment}.format('yyyy-MM-dd HH:mm:ss')`, '2026-01-05 12:07:09', format],
  [`${moment}.formatGmt('yyyy-MM-dd\\'T\\'HH:mm:ss.SSS\\'Z\\'')`, '2026-01-05T20:07:09.000Z', format],
  [`${moment}.format('EEE, d MMM yyyy h:mm a', 'Europe/Berlin')`, 'Mon, 5 Jan 2026 9:07 PM', format],
  [`${moment}.format('EEEE MMMM dd yy')`, 'Monday January 05 26', format],
  [`${moment}.format('Z X XXX z')`, '-0800 -08 -08:00 PST', format],
  [`${moment}.formatGmt('Z XXX z')`, '+0000 Z GMT', format],
  [`${moment}.format('D w u k K')`, '5 2 1 12 0', format],
  [`${moment}.format('b')`, "System.StringException: Illegal pattern character 'b'"],
  [`${moment}.addDays(1).addHours(-1)`, '2026-01-06 19:07:09', datetime],
  [`${moment}.addMonths(1)`, '2026-02-05 20:07:09', datetime],
  ['Datetime.newInstance(2026, 3, 7, 12, 0, 0).addDays(1)', '2026-03-08 20:00:00'],
  ['Datetime.newInstance(1767643629001L) == Datetime.newInstance(1767643629000L)', 'true'],
  ['Datetime.newInstance(1767643629001L) > Datetime.newInstance(1767643629000L)', 'true'],
  [`${moment}.getTime()`, '1767643629000', datetime],
  [`${moment}.hour() + ' ' + ${moment}.hourGmt()`, '12 20', datetime],
  [`${moment}.date()`, '2026-01-05 00:00:00', datetime],
  [`${moment}.time()`, '12:07:09.000Z', datetime],
  [`${moment}.isSameDay(${moment}.addHours(9))`, 'true', datetime],
  ["TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2026, 7, 1, 0, 0, 0))", '-25200000'],
  ["TimeZone.getTimeZone('nowhere').getID()", 'GMT', 'java.util.TimeZone.getTimeZone']
]);

table('Time', [
  ['Time.newInstance(18, 30, 2, 20)', '18:30:02.020Z', 'Apex Reference Guide, "Time Class"'],
  ['Time.newInstance(23, 0, 0, 0).addHours(2)', '01:00:00.000Z', 'Apex Reference Guide, "Time Class"'],
  ['Time.newInstance(10, 20, 30, 0).minute()', '20', 'Apex Reference Guide, "Time Class"']
]);
