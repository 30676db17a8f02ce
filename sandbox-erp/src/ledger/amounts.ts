/**
 * Exact decimals as scaled integers. Amounts are cents (scale 2); quantities, unit prices and percentages carry five
 * decimals (scale 5), which is Business Central's finest unit-amount rounding. Products go through BigInt, so nothing is
 * ever a binary fraction.
 */
export const CENTS_SCALE = 2;
export const FINE_SCALE = 5;
export const FINE_ONE = 100_000;
const RATE_ONE = 1_000_000n;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** Parses a decimal to a scaled integer, rounding half away from zero; undefined when the text is no decimal or too large to hold exactly. */
export function parseScaled(text: string, scale: number): number | undefined {
  const match = DECIMAL.exec(text.trim());
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') return undefined;
  const exponent = Number(match[4] ?? 0) + scale - fraction.length;
  if (Math.abs(exponent) > 40) return undefined;
  const digits = BigInt(whole + fraction);
  const scaled = exponent >= 0 ? digits * 10n ** BigInt(exponent) : divideRounded(digits, 10n ** BigInt(-exponent));
  const value = Number(match[1] === '-' ? -scaled : scaled);
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

/** Integer division, rounding half away from zero; the divisor is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** Cents of quantity × unit price, both with five decimals. */
export function extend(quantity: number, unitPrice: number): number {
  return Number(divideRounded(BigInt(quantity) * BigInt(unitPrice), 100_000_000n));
}

/** The part of an amount in cents that `share` is of `whole`; 0 when the whole is 0. */
export function proportion(cents: number, share: number, whole: number): number {
  if (whole === 0) return 0;
  const sign = whole < 0 ? -1n : 1n;
  return Number(divideRounded(BigInt(cents) * BigInt(share) * sign, BigInt(whole) * sign));
}

/** Converts cents of a document currency to cents of the base currency; the rate is base units per unit, in millionths. */
export function toBase(cents: number, rateMicro: number): number {
  return Number(divideRounded(BigInt(cents) * BigInt(rateMicro), RATE_ONE));
}

/** Converts base currency cents back to the document currency; the rate is as in {@link toBase}. */
export function fromBase(cents: number, rateMicro: number): number {
  return Number(divideRounded(BigInt(cents) * RATE_ONE, BigInt(rateMicro)));
}

/** A scaled integer as the JSON number a client reads, e.g. 1245000 cents as 12450. */
export function toNumber(scaled: number, scale: number): number {
  return Number(toDecimalText(scaled, scale));
}

/** A scaled integer as plain decimal text with exactly `scale` decimals, e.g. "12450.00". */
export function toDecimalText(scaled: number, scale: number): string {
  const digits = String(Math.abs(scaled)).padStart(scale + 1, '0');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
