import { type BigDecimal, MathContext, RoundingMode } from 'bigdecimal.js';
import { ApexDouble } from '../kernel/scalars.js';
import { mathException, nullPointer } from './exceptions.js';

/**
 * Arithmetic on nullable operands; a null operand is `Attempt to de-reference a null object`.
 * The compiler emits plain JavaScript where it knows that Integers are not null.
 */

/** Significant digits of a Decimal quotient that does not end: 1.0 / 3 shows 33 threes. */
const quotientContext = new MathContext(33, RoundingMode.HALF_UP);

const divideByZero = () => mathException('Divide by 0');

function present<V>(value: V | null): V {
  if (value === null) throw nullPointer();
  return value;
}

export const integerAdd = (a: number | null, b: number | null): number => (present(a) + present(b)) | 0;
export const integerSubtract = (a: number | null, b: number | null): number => (present(a) - present(b)) | 0;
export const integerMultiply = (a: number | null, b: number | null): number => Math.imul(present(a), present(b));
export const integerNegate = (a: number | null): number => -present(a) | 0;

/** Truncates toward zero; Integer.MIN_VALUE / -1 wraps as in Java. */
export function integerDivide(a: number | null, b: number | null): number {
  const divisor = present(b);
  if (divisor === 0) throw divideByZero();
  return (present(a) / divisor) | 0;
}

export const longAdd = (a: bigint | null, b: bigint | null): bigint => BigInt.asIntN(64, present(a) + present(b));
export const longSubtract = (a: bigint | null, b: bigint | null): bigint => BigInt.asIntN(64, present(a) - present(b));
export const longMultiply = (a: bigint | null, b: bigint | null): bigint => BigInt.asIntN(64, present(a) * present(b));
export const longNegate = (a: bigint | null): bigint => BigInt.asIntN(64, -present(a));

export function longDivide(a: bigint | null, b: bigint | null): bigint {
  const divisor = present(b);
  if (divisor === 0n) throw divideByZero();
  return BigInt.asIntN(64, present(a) / divisor);
}

export const integerShiftLeft = (a: number | null, b: number | null): number => present(a) << present(b);
export const integerShiftRight = (a: number | null, b: number | null): number => present(a) >> present(b);
export const integerShiftRightUnsigned = (a: number | null, b: number | null): number =>
  (present(a) >>> present(b)) | 0;
export const integerAnd = (a: number | null, b: number | null): number => present(a) & present(b);
export const integerOr = (a: number | null, b: number | null): number => present(a) | present(b);
export const integerXor = (a: number | null, b: number | null): number => present(a) ^ present(b);

/** Shift counts use their low six bits, as in Java. */
export const longShiftLeft = (a: bigint | null, b: bigint | null): bigint =>
  BigInt.asIntN(64, present(a) << (present(b) & 63n));
export const longShiftRight = (a: bigint | null, b: bigint | null): bigint => present(a) >> (present(b) & 63n);
export const longShiftRightUnsigned = (a: bigint | null, b: bigint | null): bigint =>
  BigInt.asIntN(64, BigInt.asUintN(64, present(a)) >> (present(b) & 63n));
export const longAnd = (a: bigint | null, b: bigint | null): bigint => present(a) & present(b);
export const longOr = (a: bigint | null, b: bigint | null): bigint => present(a) | present(b);
export const longXor = (a: bigint | null, b: bigint | null): bigint => present(a) ^ present(b);

export const doubleAdd = (a: ApexDouble | null, b: ApexDouble | null): ApexDouble =>
  new ApexDouble(present(a).value + present(b).value);
export const doubleSubtract = (a: ApexDouble | null, b: ApexDouble | null): ApexDouble =>
  new ApexDouble(present(a).value - present(b).value);
export const doubleMultiply = (a: ApexDouble | null, b: ApexDouble | null): ApexDouble =>
  new ApexDouble(present(a).value * present(b).value);
export const doubleNegate = (a: ApexDouble | null): ApexDouble => new ApexDouble(-present(a).value);

/** Unlike Java, a Double divided by zero is a MathException. */
export function doubleDivide(a: ApexDouble | null, b: ApexDouble | null): ApexDouble {
  const divisor = present(b).value;
  if (divisor === 0) throw divideByZero();
  return new ApexDouble(present(a).value / divisor);
}

/** The scale of a sum is the larger one, that of a product the sum of both. */
export const decimalAdd = (a: BigDecimal | null, b: BigDecimal | null): BigDecimal => present(a).add(present(b));
export const decimalSubtract = (a: BigDecimal | null, b: BigDecimal | null): BigDecimal =>
  present(a).subtract(present(b));
export const decimalMultiply = (a: BigDecimal | null, b: BigDecimal | null): BigDecimal =>
  present(a).multiply(present(b));
export const decimalNegate = (a: BigDecimal | null): BigDecimal => present(a).negate();

/** The `/` operator: an exact quotient where there is one, otherwise 33 significant digits. */
export function decimalDivide(a: BigDecimal | null, b: BigDecimal | null): BigDecimal {
  const divisor = present(b);
  if (divisor.signum() === 0) throw divideByZero();
  return present(a).divideWithMathContext(divisor, quotientContext);
}
