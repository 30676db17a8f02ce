import type { RunningUser } from '../kernel/services.js';

const formats = new Map<string, Intl.NumberFormat>();

/** Java's default number format of a user's locale: grouping, at most three decimals, half-even. `digits` is a plain decimal text. */
export function formatNumber(user: RunningUser, digits: string): string {
  const locale = user.locale.replaceAll('_', '-');
  let format = formats.get(locale);
  if (!format) {
    const options = { maximumFractionDigits: 3, roundingMode: 'halfEven' } as Intl.NumberFormatOptions;
    formats.set(locale, (format = new Intl.NumberFormat(locale, options)));
  }
  return format.format(digits as Intl.StringNumericLiteral);
}
