import { Big, BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import type { ApexDate } from '../kernel/scalars.js';
import { ApexDatetime, ApexDouble, ApexId } from '../kernel/scalars.js';
import { stringException } from './exceptions.js';
import { doubleText } from './number-text.js';

/** The conversions that Apex makes by itself where static types differ. Null stays null. */

export const integerToLong = (value: number | null): bigint | null => (value === null ? null : BigInt(value));
export const integerToDouble = (value: number | null): ApexDouble | null =>
  value === null ? null : new ApexDouble(value);
export const integerToDecimal = (value: number | null): BigDecimal | null => (value === null ? null : Big(value));
export const longToDouble = (value: bigint | null): ApexDouble | null =>
  value === null ? null : new ApexDouble(Number(value));
export const longToDecimal = (value: bigint | null): BigDecimal | null => (value === null ? null : Big(value));
export const decimalToDouble = (value: BigDecimal | null): ApexDouble | null =>
  value === null ? null : new ApexDouble(value.numberValue());
/** Takes the decimal digits that the Double shows (0.1d becomes 0.1, 1.0d becomes 1.0), not its binary expansion. */
export const doubleToDecimal = (value: ApexDouble | null): BigDecimal | null =>
  value === null ? null : Big(doubleText(value.value));

type Numeric = number | bigint | ApexDouble | BigDecimal;

/** Any number to Long; fractions are cut off. */
export function toLong(value: Numeric | null): bigint | null {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (value instanceof ApexDouble) return truncateToLong(value.value);
  return BigInt.asIntN(64, value.toBigInt());
}

/** Any number to Integer; fractions are cut off, what is above 32 bits wraps for Long and Decimal and is capped for Double. */
export function toInteger(value: Numeric | null): number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof ApexDouble) return truncateToInteger(value.value);
  return Number(BigInt.asIntN(32, value.toBigInt()));
}

export function toDouble(value: Numeric | null): ApexDouble | null {
  if (value === null || value instanceof ApexDouble) return value;
  if (typeof value === 'number') return new ApexDouble(value);
  if (typeof value === 'bigint') return new ApexDouble(Number(value));
  return new ApexDouble(value.numberValue());
}

export function toDecimal(value: Numeric | null): BigDecimal | null {
  if (value === null) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return Big(value);
  return value instanceof ApexDouble ? doubleToDecimal(value) : value;
}

/** Any Apex number as Decimal, undefined for what is no number. */
export function decimalOf(value: ApexValue): BigDecimal | undefined {
  if (value instanceof BigDecimal) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Big(value);
  return value instanceof ApexDouble ? Big(doubleText(value.value)) : undefined;
}

function truncateToInteger(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.min(Math.max(value, -2147483648), 2147483647)) | 0;
}

function truncateToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 9223372036854775807) return 9223372036854775807n;
  if (value <= -9223372036854775808) return -9223372036854775808n;
  return BigInt(Math.trunc(value));
}

/** String to Id as an assignment does it: throws `Invalid id: x` for a text that is none. An empty text is no id either. */
export function idFromString(value: string | null): ApexId | null {
  if (value === null) return null;
  const id = ApexId.parse(value);
  if (!id) throw stringException(`Invalid id: ${value}`);
  return id;
}

export const idToString = (value: ApexId | null): string | null => (value === null ? null : value.value);

/** Date to Datetime: midnight GMT. */
export const dateToDatetime = (value: ApexDate | null): ApexDatetime | null =>
  value === null ? null : new ApexDatetime(value.days * 86_400_000);
