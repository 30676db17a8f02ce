import { describe, expect, it } from 'vitest';
import { BusinessCalendar } from '../../src/platform/services/business-calendar.js';
import { orgTable } from './org-table.js';

const guide = 'Apex Reference Guide, "BusinessHours Class"';
const usage = 'Apex Developer Guide, "Support Classes"';

const hour = 3_600_000;
const office = { opens: 9 * hour, closes: 17 * hour };
/** Monday to Friday, nine to five, in Berlin. */
const calendar = new BusinessCalendar('Europe/Berlin', [undefined, office, office, office, office, office, undefined]);
const at = (text: string): number => Date.parse(text);
const shown = (moment: number): string => new Date(moment).toISOString().slice(0, 16);

/** 2026-11-20 is a Friday; Berlin is an hour ahead of UTC in winter. */
describe('a business calendar', () => {
  it.each([
    ['within an office day', '2026-11-20T08:00Z', 2, '2026-11-20T10:00'],
    ['from before the office opens', '2026-11-20T05:00Z', 1, '2026-11-20T09:00'],
    ['over the weekend', '2026-11-20T15:30Z', 1, '2026-11-23T08:30'],
    ['to just the end of a day', '2026-11-20T08:00Z', 8, '2026-11-20T16:00'],
    ['over the change to summer time', '2026-03-27T15:30Z', 1, '2026-03-30T07:30'],
    ['over weeks', '2026-11-02T08:00Z', 80, '2026-11-13T16:00'],
    ['backward over the weekend', '2026-11-23T08:30Z', -1, '2026-11-20T15:30']
  ])('adds hours %s', (_, start, hours, expected) => {
    expect(shown(calendar.add(at(start), hours * hour))).toBe(expected);
  });

  it.each([
    ['2026-11-20T08:00Z', '2026-11-20T10:00Z', 2],
    ['2026-11-20T15:00Z', '2026-11-23T09:00Z', 2],
    ['2026-11-21T08:00Z', '2026-11-22T08:00Z', 0],
    ['2026-11-16T00:00Z', '2026-11-23T00:00Z', 40],
    ['2026-11-23T09:00Z', '2026-11-20T15:00Z', -2]
  ])('counts open hours from %s to %s: %d', (start, end, hours) => {
    expect(calendar.between(at(start), at(end))).toBe(hours * hour);
  });

  it.each([
    ['2026-11-20T08:30Z', '2026-11-20T08:30'],
    ['2026-11-20T16:00Z', '2026-11-23T08:00'],
    ['2026-11-22T12:00Z', '2026-11-23T08:00']
  ])('opens next after %s at %s', (moment, expected) => {
    expect(shown(calendar.next(at(moment)))).toBe(expected);
  });

  it('that is never open ends its search', () => {
    const closed = new BusinessCalendar('UTC', new Array(7).fill(undefined));

    expect(closed.between(0, 1_000 * hour)).toBe(0);
    expect(closed.next(5)).toBe(5);
  });
});

const code = {
  Hours: `public class Hours {
    public static BusinessHours standard = [SELECT Id, TimeZoneSidKey FROM BusinessHours WHERE IsDefault = true];
    public static final Datetime NOON = Datetime.newInstanceGmt(2026, 11, 20, 12, 0, 30);
  }`
};

orgTable(
  'BusinessHours',
  [
    ["BusinessHours.add(Hours.standard.Id, Hours.NOON, 3600000L).formatGmt('HH:mm:ss')", '13:00:30', usage],
    ["System.BusinessHours.add(Hours.standard.Id, Hours.NOON, 119999L).formatGmt('HH:mm:ss')", '12:01:30', guide],
    ["BusinessHours.addGmt(Hours.standard.Id, Hours.NOON, 60000L).formatGmt('HH:mm:ss')", '12:01:30', guide],
    ['BusinessHours.diff(Hours.standard.Id, Hours.NOON, Hours.NOON.addDays(1))', '86400000', usage],
    ['BusinessHours.isWithin(Hours.standard.Id, Hours.NOON)', 'true', guide],
    ['BusinessHours.nextStartDate(Hours.standard.Id, Hours.NOON) == Hours.NOON', 'true', guide],
    [
      "BusinessHours.isWithin('01m000000000000AAA', Hours.NOON)",
      'System.InvalidParameterValueException: Invalid business hours ID: 01m000000000000AAA',
      'from memory'
    ],
    [
      'new List<BusinessHours>{ Hours.standard }.size() + [SELECT COUNT() FROM Site]',
      '1',
      'a class of the name is no type'
    ]
  ],
  { classes: code }
);
