import type { Nullable } from '@salesforce/ts-types';
/** Puts values into the places {0}, {1} … of a label; an absent value leaves nothing behind. */
export function fill(template: string, ...values: (string | Nullable<number>)[]): string {
  return template.replace(/\{(\d+)\}/g, (_place, index: string) => String(values[Number(index)] ?? ''));
}
