import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime } from '../../kernel/scalars.js';
import type { RunningUser } from '../../kernel/services.js';
import type { FieldModel } from '../../schema/model.js';

/**
 * The text that stands for a value on a page in the user's locale and time zone; null where the value speaks for itself.
 * `currency` is the record's currency code when it has one.
 */
export function displayValue(
  value: ApexValue,
  field: FieldModel,
  user: RunningUser,
  currency: string | null
): string | null {
  if (value === null) return null;
  const locale = user.locale.replace('_', '-');
  if (value instanceof BigDecimal) {
    const number = Number(value.toPlainString());
    const scale = field.scale ?? 0;
    if (field.type === 'percent') return `${new Intl.NumberFormat(locale, digits(scale)).format(number)}%`;
    if (field.type !== 'currency') return new Intl.NumberFormat(locale, digits(scale)).format(number);
    return new Intl.NumberFormat(locale, { style: 'currency', currency: currency ?? user.currency }).format(number);
  }
  if (value instanceof ApexDate) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).format(value.days * 86_400_000);
  }
  if (value instanceof ApexDatetime) {
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: user.timeZone
    }).format(value.ms);
  }
  if (field.type === 'picklist' && typeof value === 'string') {
    return field.picklist?.find((entry) => entry.value === value)?.label ?? value;
  }
  return null;
}

const digits = (scale: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: scale,
  maximumFractionDigits: scale
});
