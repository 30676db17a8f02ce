/** Calendar arithmetic and ISO texts of Date, Datetime (GMT) and Time. Proleptic Gregorian, as java.time. */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

/** Days since 1970-01-01; month and day may lie outside their range and carry over. */
export function daysOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayMs);
}

export function calendarOf(days: number): CalendarDay {
  const date = new Date(days * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return calendarOf(daysOf(year, month + 1, 0)).day;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-01-05` */
export function dateText(days: number): string {
  const { year, month, day } = calendarOf(days);
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `10:15:30` of the day that `ms` falls into. */
function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `2026-01-05 10:15:30` in GMT. */
export function datetimeText(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return `${dateText(days)} ${clockText(ms - days * dayMs)}`;
}

/** `2026-01-05T10:15:30.000Z`, the form of JSON. */
export function datetimeIso(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return `${dateText(days)}T${timeText(ms - days * dayMs)}`;
}

/** `10:15:30.000Z` */
export function timeText(ms: number): string {
  return `${clockText(ms)}.${String(ms % 1000).padStart(3, '0')}Z`;
}
