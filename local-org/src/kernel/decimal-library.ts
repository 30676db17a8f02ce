import { Big, type BigDecimal } from 'bigdecimal.js';

/**
 * What this module mends in bigdecimal.js 1.3.1. It holds small unscaled values as numbers, and large ones as bigints:
 * - a negative sum beyond 2⁵³ stayed a number and lost its last digit: `-900719925.4740761 - 1.2` ended in 0;
 * - a sum of values of different scales could stay a bigint though it is small, and was then taken for the larger one of two;
 * - half of an odd divisor was rounded down, so that a remainder just below it counted as half.
 * The property tests of Decimal fail without it.
 */
interface Internals {
  /** Stands in place of a number for a value that is held as a bigint. */
  readonly INFLATED: number;
  integerMultiplyPowerTen(value: number, exponent: number): number;
  fromBigInt5(value: bigint, scale: number, precision: number): BigDecimal;
  add3(x: number, xScale: number, y: number, yScale: number): BigDecimal;
  add4(x: number, y: number, scale: number): BigDecimal;
  add5(x: number, y: number): number;
  compareHalf(remainder: bigint, divisor: bigint): number;
}

const library = Big(0).constructor as unknown as Internals;

library.add5 = (x, y) => {
  const sum = x + y;
  return Number.isSafeInteger(sum) ? sum : library.INFLATED;
};

library.add3 = (x, xScale, y, yScale) => {
  if (xScale === yScale) return library.add4(x, y, xScale);
  const scale = Math.max(xScale, yScale);
  const scaledX = library.integerMultiplyPowerTen(x, scale - xScale);
  const scaledY = library.integerMultiplyPowerTen(y, scale - yScale);
  if (scaledX !== library.INFLATED && scaledY !== library.INFLATED) return library.add4(scaledX, scaledY, scale);
  const raised = (value: number, by: number): bigint => BigInt(value) * 10n ** BigInt(by);
  return library.fromBigInt5(raised(x, scale - xScale) + raised(y, scale - yScale), scale, 0);
};

library.compareHalf = (remainder, divisor) => {
  const distance = 2n * remainder - divisor;
  return distance < 0n ? -1 : distance > 0n ? 1 : 0;
};
