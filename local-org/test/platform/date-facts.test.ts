import { table } from './table.js';

const date = 'Apex Reference Guide, "Date Class"';
const datetime = 'Apex Reference Guide, "Datetime Class"';
const time = 'Apex Reference Guide, "Time Class"';
const format = 'java.text.SimpleDateFormat';
const calendar = 'java.util.GregorianCalendar';
const org = 'seen on an org';
/** 2026-01-05 20:07:09 GMT, a Monday: 12:07:09 in Los Angeles, where the user of these tests is. */
const moment = 'Datetime.newInstanceGmt(2026, 1, 5, 20, 7, 9)';

table('Date: arithmetic', [
  ['Date.newInstance(2024, 1, 31).addMonths(1)', '2024-02-29 00:00:00', date],
  ['Date.newInstance(2025, 3, 31).addMonths(-1)', '2025-02-28 00:00:00', date],
  ['Date.newInstance(2025, 1, 30).addMonths(13)', '2026-02-28 00:00:00', date],
  ['Date.newInstance(2025, 12, 15).addMonths(1)', '2026-01-15 00:00:00', date],
  ['Date.newInstance(2024, 2, 29).addYears(4)', '2028-02-29 00:00:00', date],
  ['Date.newInstance(2024, 2, 29).addYears(-1)', '2023-02-28 00:00:00', date],
  ['Date.newInstance(2025, 2, 28).addDays(1)', '2025-03-01 00:00:00', date],
  ['Date.newInstance(2025, 1, 1) + 31', '2025-02-01 00:00:00', 'Apex Developer Guide, "Expression Operators"'],
  ['Date.newInstance(2025, 1, 1) - 1', '2024-12-31 00:00:00', 'Apex Developer Guide, "Expression Operators"'],
  ['Date.newInstance(2025, 13, 1)', '2026-01-01 00:00:00', `${calendar}: lenient`],
  ['Date.newInstance(2025, 0, 1)', '2024-12-01 00:00:00', `${calendar}: lenient`],
  ['Date.newInstance(2025, 3, 0)', '2025-02-28 00:00:00', `${calendar}: lenient`],
  ['Date.newInstance(2025, 1, 10).daysBetween(Date.newInstance(2025, 1, 1))', '-9', date],
  ['Date.newInstance(2024, 2, 28).daysBetween(Date.newInstance(2024, 3, 1))', '2', date],
  ['Date.newInstance(2025, 1, 31).monthsBetween(Date.newInstance(2025, 2, 1))', '1', `${date}: days do not count`],
  ['Date.newInstance(2025, 3, 1).monthsBetween(Date.newInstance(2024, 12, 31))', '-3', date],
  ['Date.daysInMonth(2000, 2)', '29', date],
  ['Date.daysInMonth(2100, 2)', '28', date],
  ['Date.isLeapYear(2000)', 'true', date],
  ['Date.newInstance(2024, 12, 31).dayOfYear()', '366', date],
  ['Date.newInstance(2025, 7, 4).toStartOfMonth().day()', '1', date],
  ['Date.newInstance(2025, 6, 1).toStartOfWeek()', '2025-06-01 00:00:00', `${date}: weeks begin on Sunday in en_US`],
  ['Date.newInstance(2025, 6, 7).toStartOfWeek()', '2025-06-01 00:00:00', `${date}: weeks begin on Sunday in en_US`],
  ['Date.newInstance(2025, 6, 7).isSameDay(Date.newInstance(2025, 6, 7))', 'true', date],
  ['Date.newInstance(1, 1, 1)', '0001-01-01 00:00:00', calendar],
  ['Date.newInstance(9999, 12, 31).year()', '9999', calendar],
  ['Date.newInstance(2025, null, 1)', 'System.NullPointerException: Argument cannot be null.', org],
  ['Date.newInstance(2025, 6, 7).addDays(null)', 'System.NullPointerException: Argument cannot be null.', org]
]);

table('Date: texts', [
  ["Date.valueOf('2025-6-7')", '2025-06-07 00:00:00', date],
  ["Date.valueOf('2020-01-16 00:00:00:00')", '2020-01-16 00:00:00', org],
  ["Date.valueOf('2025-06-07T10:00:00Z')", '2025-06-07 00:00:00', date],
  ["Date.valueOf('06/07/2025')", 'System.TypeException: Invalid date: 06/07/2025'],
  ["Date.valueOf('')", 'System.TypeException: Invalid date: '],
  ['Date.valueOf((String) null)', 'System.NullPointerException: Argument cannot be null.', org],
  ['Date.valueOf((Object) null)', 'null', org],
  ["Date.valueOf((Object) '2026-05-04')", 'System.TypeException: Invalid date: 2026-05-04', org],
  ['Date.valueOf((Object) Date.newInstance(2026, 5, 4))', '2026-05-04 00:00:00', date],
  ["Date.parse('6/7/2025')", '2025-06-07 00:00:00', date],
  ["Date.parse('13/7/2025')", 'System.TypeException: Invalid date: 13/7/2025'],
  ['Date.newInstance(2025, 6, 7).format()', '6/7/2025', date],
  ['String.valueOf(Date.newInstance(2025, 6, 7))', '2025-06-07', 'Apex Reference Guide, "String Class"'],
  ["'on ' + Date.newInstance(2025, 6, 7)", 'on 2025-06-07 00:00:00'],
  ['JSON.serialize(Date.newInstance(2025, 6, 7))', '"2025-06-07"', 'Apex Developer Guide, "JSON Support"']
]);

table('Datetime: daylight saving in Los Angeles', [
  // The clocks go from 01:59:59 PST to 03:00:00 PDT on 8 March 2026, and from 01:59:59 PDT to 01:00:00 PST on 1 November.
  ['Datetime.newInstance(2026, 3, 8, 1, 59, 59)', '2026-03-08 09:59:59', calendar],
  ['Datetime.newInstance(2026, 3, 8, 2, 30, 0)', '2026-03-08 10:30:00', `${calendar}: a time that is skipped moves on`],
  ['Datetime.newInstance(2026, 3, 8, 3, 0, 0)', '2026-03-08 10:00:00', calendar],
  ['Datetime.newInstance(2026, 11, 1, 0, 59, 59)', '2026-11-01 07:59:59', calendar],
  [
    'Datetime.newInstance(2026, 11, 1, 1, 30, 0)',
    '2026-11-01 09:30:00',
    `${calendar}: standard time where a time comes twice`
  ],
  ['Datetime.newInstance(2026, 11, 1, 2, 0, 0)', '2026-11-01 10:00:00', calendar],
  ['Datetime.newInstance(2026, 3, 8, 2, 30, 0).hour()', '3', calendar],
  ['Datetime.newInstanceGmt(2026, 11, 1, 8, 30, 0).hour()', '1', calendar],
  ['Datetime.newInstanceGmt(2026, 11, 1, 9, 30, 0).hour()', '1', calendar],
  ["Datetime.newInstanceGmt(2026, 11, 1, 8, 30, 0).format('HH:mm z')", '01:30 PDT', format],
  ["Datetime.newInstanceGmt(2026, 11, 1, 9, 30, 0).format('HH:mm z')", '01:30 PST', format],
  ['Datetime.newInstance(2026, 3, 7, 12, 0, 0).addHours(24).hour()', '13', `${datetime}: hours are hours`],
  [
    'Datetime.newInstance(2026, 3, 8).getTime() + 86400000 - Datetime.newInstance(2026, 3, 9).getTime()',
    '3600000',
    calendar
  ],
  ['Datetime.newInstance(2026, 3, 8).dayOfYear()', '67', datetime],
  ['Datetime.newInstance(2026, 7, 1).hourGmt()', '7', datetime],
  ['Datetime.newInstance(2026, 1, 1).hourGmt()', '8', datetime]
]);

table('Datetime: arithmetic and parts', [
  ['Datetime.newInstance(2026, 13, 1)', '2027-01-01 08:00:00', `${calendar}: lenient`],
  ['Datetime.newInstance(2026, 1, 1, 25, 61, 61)', '2026-01-02 10:02:01', `${calendar}: lenient`],
  ['Datetime.newInstance(Date.newInstance(2026, 1, 5), Time.newInstance(1, 2, 3, 4)).millisecond()', '4', datetime],
  [
    'Datetime.newInstanceGmt(Date.newInstance(2026, 1, 5), Time.newInstance(1, 2, 3, 4))',
    '2026-01-05 01:02:03',
    datetime
  ],
  ['Datetime.newInstance(0L)', '1970-01-01 00:00:00', datetime],
  ['Datetime.newInstance(-1L)', '1969-12-31 23:59:59', datetime],
  [`${moment}.addYears(1)`, '2027-01-05 20:07:09', datetime],
  [`${moment}.addMonths(-1)`, '2025-12-05 20:07:09', datetime],
  ['Datetime.newInstanceGmt(2026, 1, 31, 5, 0, 0).addMonths(1)', '2026-02-28 05:00:00', datetime],
  [`${moment}.addMinutes(-8)`, '2026-01-05 19:59:09', datetime],
  [`${moment}.addSeconds(51)`, '2026-01-05 20:08:00', datetime],
  [`${moment} + 1`, '2026-01-06 20:07:09', 'Apex Developer Guide, "Expression Operators"'],
  [`${moment} - 0.5`, '2026-01-05 08:07:09', 'Apex Developer Guide, "Expression Operators"'],
  [`${moment}.dateGmt()`, '2026-01-05 00:00:00', datetime],
  [
    'Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).date()',
    '2026-01-04 00:00:00',
    `${datetime}: in the zone of the user`
  ],
  ['Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).dateGmt()', '2026-01-05 00:00:00', datetime],
  ['Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).day()', '4', datetime],
  ['Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).dayGmt()', '5', datetime],
  [`${moment}.timeGmt()`, '20:07:09.000Z', datetime],
  [
    `${moment}.monthGmt() + ' ' + ${moment}.yearGmt() + ' ' + ${moment}.minuteGmt() + ' ' + ${moment}.secondGmt()`,
    '1 2026 7 9',
    datetime
  ],
  [
    `${moment}.isSameDay(Datetime.newInstanceGmt(2026, 1, 6, 7, 59, 59))`,
    'true',
    `${datetime}: in the zone of the user`
  ],
  [
    `${moment}.isSameDay(Datetime.newInstanceGmt(2026, 1, 6, 8, 0, 0))`,
    'false',
    `${datetime}: in the zone of the user`
  ],
  [`${moment} == Datetime.newInstance(${moment}.getTime())`, 'true', datetime],
  [`${moment} < ${moment}.addSeconds(1)`, 'true', datetime],
  [
    'Date.newInstance(2026, 1, 5) == Datetime.newInstanceGmt(2026, 1, 5, 0, 0, 0)',
    'true',
    'a Date becomes a Datetime at midnight GMT'
  ],
  ['Datetime.newInstance(2026, 1, null)', 'System.NullPointerException: Argument cannot be null.', org]
]);

table('Datetime: texts', [
  ["Datetime.valueOf('2026-07-04 12:00:00')", '2026-07-04 19:00:00', `${datetime}: in the zone of the user`],
  ["Datetime.valueOf('2026-7-4 1:2:3')", '2026-07-04 08:02:03', datetime],
  ["Datetime.valueOfGmt('2018-13-45 25:99:99')", '2019-02-15 02:40:39', org],
  ["Datetime.valueOf('2026-07-04T12:00:00Z')", 'System.TypeException: Invalid date/time: 2026-07-04T12:00:00Z'],
  ["Datetime.valueOf('x')", 'System.TypeException: Invalid date/time: x'],
  ['Datetime.valueOf((String) null)', 'System.NullPointerException: Argument cannot be null.', org],
  ['Datetime.valueOf((Object) null)', 'null', org],
  ['Datetime.valueOf((Object) 0L)', '1970-01-01 00:00:00', 'seen in public tests'],
  ['Datetime.valueOf(86400000L).getTime()', '86400000', 'seen in public tests'],
  [
    "Datetime.valueOf((Object) '2026-05-02 01:02:03')",
    'System.TypeException: Invalid date/time: 2026-05-02 01:02:03',
    org
  ],
  ["Datetime.parse('1/5/2026, 12:07 PM')", '2026-01-05 20:07:00', datetime],
  ["Datetime.parse('1/5/2026 12:07 AM')", '2026-01-05 08:07:00', datetime],
  ["Datetime.parse('2026-01-05')", 'System.TypeException: Invalid date/time: 2026-01-05'],
  [`String.valueOf(${moment})`, '2026-01-05 12:07:09', 'Apex Reference Guide, "String Class": in the zone of the user'],
  [`'' + ${moment}`, '2026-01-05 20:07:09', 'GMT'],
  [`JSON.serialize(${moment})`, '"2026-01-05T20:07:09.000Z"', 'Apex Developer Guide, "JSON Support"']
]);

table('Datetime: patterns', [
  [`${moment}.format('G')`, 'AD', format],
  [`${moment}.format('y yy yyy yyyy yyyyy')`, '2026 26 2026 2026 02026', format],
  [`${moment}.format('YYYY')`, '2026', format],
  [`${moment}.format('M MM MMM MMMM')`, '1 01 Jan January', format],
  [`${moment}.format('L LL LLL LLLL')`, '1 01 Jan January', format],
  [`${moment}.format('w ww W')`, '2 02 2', format],
  [`${moment}.format('D DDD')`, '5 005', format],
  [`${moment}.format('d dd')`, '5 05', format],
  [`${moment}.format('F')`, '1', `${format}: the how-manieth weekday of the month`],
  [`${moment}.format('E EEE EEEE')`, 'Mon Mon Monday', format],
  [`${moment}.format('u')`, '1', `${format}: Monday is 1`],
  [`${moment}.format('a')`, 'PM', format],
  [`${moment}.addHours(12).format('a H HH k kk K h hh')`, 'AM 0 00 24 24 0 12 12', format],
  [`${moment}.format('m mm s ss S SSS')`, '7 07 9 09 0 000', format],
  [`${moment}.format('z zzzz Z X XX XXX')`, 'PST Pacific Standard Time -0800 -08 -0800 -08:00', format],
  [`${moment}.formatGmt('z Z X XX XXX')`, 'GMT +0000 Z Z Z', format],
  [`${moment}.format('yyyy', 'Asia/Tokyo')`, '2026', datetime],
  [`${moment}.format('dd HH:mm Z', 'Asia/Tokyo')`, '06 05:07 +0900', datetime],
  [`${moment}.format('HH:mm XXX', 'Asia/Kolkata')`, '01:37 +05:30', datetime],
  [`${moment}.format('HH:mm', 'Nowhere/City')`, '20:07', 'java.util.TimeZone.getTimeZone: GMT for unknown names'],
  [`${moment}.format('\\'it\\'\\'s\\' yyyy')`, "it's 2026", format],
  [`${moment}.format('yyyy-MM-dd\\'T\\'HH:mm:ss\\'Z\\'')`, '2026-01-05T12:07:09Z', datetime],
  [`${moment}.format('\\'open')`, 'System.StringException: Unterminated quote', format],
  [`${moment}.format('q')`, "System.StringException: Illegal pattern character 'q'", format],
  [`${moment}.format('')`, '', format],
  [`${moment}.formatLong()`, '1/5/2026, 12:07:09 PM PST', datetime],
  ["Datetime.newInstanceGmt(2027, 1, 1, 12, 0, 0).format('YYYY w')", '2027 1', `${format}: week years`],
  ["Datetime.newInstanceGmt(2026, 12, 27, 12, 0, 0).format('YYYY w')", '2027 1', `${format}: week years`]
]);

table('Time and TimeZone', [
  ['Time.newInstance(1, 2, 3, 4)', '01:02:03.004Z', time],
  ['Time.newInstance(0, 0, 0, 0).addMinutes(-1)', '23:59:00.000Z', time],
  ['Time.newInstance(23, 59, 59, 999).addMilliseconds(1)', '00:00:00.000Z', time],
  ['Time.newInstance(1, 0, 0, 0).addSeconds(3661)', '02:01:01.000Z', time],
  ['Time.newInstance(1, 2, 3, 4) < Time.newInstance(1, 2, 3, 5)', 'true', time],
  ['Time.newInstance(1, 2, 3, 4) == Time.newInstance(1, 2, 3, 4)', 'true', time],
  ['String.valueOf(Time.newInstance(1, 2, 3, 4))', '01:02:03.004Z', time],
  ['JSON.serialize(Time.newInstance(1, 2, 3, 4))', '"01:02:03.004Z"', 'Apex Developer Guide, "JSON Support"'],
  [
    "TimeZone.getTimeZone('Asia/Kolkata').getOffset(Datetime.newInstance(0L))",
    '19800000',
    'Apex Reference Guide, "TimeZone Class"'
  ],
  [
    "TimeZone.getTimeZone('America/Los_Angeles').getDisplayName()",
    '(GMT-08:00) Pacific Standard Time (America/Los_Angeles)',
    'Apex Reference Guide, "TimeZone Class"'
  ],
  ["'' + TimeZone.getTimeZone('Europe/Berlin')", 'Europe/Berlin', 'Apex Reference Guide, "TimeZone Class"']
]);
