/** Tells the time; injected so that tests can move it. */
export type Clock = () => Date;

/** The value an ERP date has when it is not set. */
export const NO_DATE = '0001-01-01';

/** The UTC calendar day of a moment, as yyyy-mm-dd. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whether the text is a real calendar day written yyyy-mm-dd. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && dayOf(parsed) === text;
}

/** The day some days after (or, negative, before) another. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

/** Adds a date formula of the kind 30D, 2W or 1M to a day; an empty formula adds nothing. A month end stays within its month. */
export function addFormula(day: string, formula: string): string {
  const match = /^(\d+)([DWM])$/.exec(formula.toUpperCase());
  if (!match) return day;
  const count = Number(match[1]);
  if (match[2] === 'D') return addDays(day, count);
  if (match[2] === 'W') return addDays(day, count * 7);
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDay))));
}
