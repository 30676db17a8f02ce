import type { Nullable } from '@salesforce/ts-types';
import locale from '@salesforce/i18n/locale';

/** Puts values into the places {0}, {1} … of a label, numbers as the user writes them; an absent value leaves nothing behind. */
export function fill(template: string, ...values: (string | Nullable<number>)[]): string {
  return template.replace(/\{(\d+)\}/g, (_place, index: string) => {
    const value = values[Number(index)];
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '');
  });
}

/** A calendar date (yyyy-mm-dd) as the user writes it; in UTC, as it carries no time. */
export function dayText(day: Nullable<string>): string {
  if (!day) return '';
  const options = { year: 'numeric', month: 'short', day: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(day));
}
