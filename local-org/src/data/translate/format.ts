import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime } from '../../kernel/scalars.js';
import type { RunningUser } from '../../kernel/services.js';
import type { Shape } from './encoding.js';

/**
 * FORMAT(): the value as the user's locale writes it. Null stays null. `code` is the currency of an amount in an org with several;
 * it is then written out (from memory).
 */
export function formatText(
  shape: Shape,
  value: ApexValue,
  user: Pick<RunningUser, 'locale' | 'timeZone' | 'currency'>,
  code?: string
): ApexValue {
  const locale = user.locale.replace('_', '-');
  if (value instanceof BigDecimal) {
    const digits = { minimumFractionDigits: value.scale(), maximumFractionDigits: value.scale() };
    const money = shape.type === 'currency' ? moneyStyle(code, user.currency) : {};
    return new Intl.NumberFormat(locale, { ...digits, ...money }).format(value.numberValue()).replaceAll('\u00a0', ' ');
  }
  if (value instanceof ApexDate) {
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(value.days * 86_400_000);
  }
  if (value instanceof ApexDatetime) {
    const style = { dateStyle: 'short', timeStyle: 'short', timeZone: user.timeZone } as const;
    return new Intl.DateTimeFormat(locale, style).format(value.ms);
  }
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  return value === null ? null : typeof value === 'string' ? value : String(value);
}

const moneyStyle = (code: string | undefined, usual: string) =>
  ({ style: 'currency', currency: code ?? usual, currencyDisplay: code === undefined ? 'symbol' : 'code' }) as const;
