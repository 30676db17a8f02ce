import { type BigDecimal, RoundingMode } from 'bigdecimal.js';

const modes: Readonly<Record<string, RoundingMode>> = {
  UP: RoundingMode.UP,
  DOWN: RoundingMode.DOWN,
  CEILING: RoundingMode.CEILING,
  FLOOR: RoundingMode.FLOOR,
  HALF_UP: RoundingMode.HALF_UP,
  HALF_DOWN: RoundingMode.HALF_DOWN,
  HALF_EVEN: RoundingMode.HALF_EVEN
};

/** A number by a pattern of java.text.DecimalFormat: `#,##0.00`, `00`, `#.##%`, with another pattern for negative ones after `;`. */
export function formatNumber(value: BigDecimal, pattern: string, rounding = 'HALF_UP'): string {
  const [positive = '', negative] = pattern.split(';');
  const match = /^((?:'[^']*'|[^#0.,'])*)([#0.,]*)((?:'[^']*'|[^'])*)$/.exec(positive);
  const [, prefix = '', digits = '', suffix = ''] = match ?? [];
  const plain = (text: string): string => text.replaceAll("'", '');
  const factor = suffix.includes('%') ? 2 : suffix.includes('‰') ? 3 : 0;
  const [whole = '', fraction = ''] = digits.split('.');
  const rounded = value
    .abs()
    .movePointRight(factor)
    .setScale(fraction.length, modes[rounding] ?? RoundingMode.HALF_UP)
    .toPlainString();
  const [wholeDigits = '0', fractionDigits = ''] = rounded.split('.');
  const least = (fraction.match(/0/g) ?? []).length;
  const body = grouped(wholeDigits, whole) + decimals(fractionDigits, least);
  if (value.signum() >= 0 || /^[0.,]*$/.test(body)) return plain(prefix) + body + plain(suffix);
  if (negative === undefined) return `${plain(prefix)}-${body}${plain(suffix)}`;
  const [, before = '', after = ''] = /^([^#0.,]*)[#0.,]*(.*)$/.exec(negative) ?? [];
  return plain(before) + body + plain(after);
}

function decimals(digits: string, least: number): string {
  const kept = digits.slice(0, least) + digits.slice(least).replace(/0+$/, '');
  return kept === '' ? '' : `.${kept}`;
}

function grouped(digits: string, pattern: string): string {
  const least = (pattern.match(/0/g) ?? []).length;
  const bare = digits.replace(/^0+/, '');
  const full = bare.padStart(least, '0');
  const comma = pattern.lastIndexOf(',');
  if (comma < 0) return full;
  const size = pattern.length - comma - 1;
  return full.replace(new RegExp(`(\\d)(?=(\\d{${size}})+$)`, 'g'), '$1,');
}
