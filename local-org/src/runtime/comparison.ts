import { BigDecimal } from 'bigdecimal.js';
import { ApexEnumValue, type ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import { doubleToDecimal, toDecimal } from './conversion.js';
import { stringException, typeException } from './exceptions.js';

export type NumericValue = number | bigint | ApexDouble | BigDecimal;

export function isNumeric(value: ApexValue): value is NumericValue {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble || value instanceof BigDecimal
  );
}

/** Compares numbers of any two types by their value: 1, 1L, 1.0 and 1.00 are the same. NaN equals nothing. */
export function compareNumbers(a: NumericValue, b: NumericValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof ApexDouble || b instanceof ApexDouble) {
    const left = a instanceof ApexDouble ? a.value : Number(a instanceof BigDecimal ? a.numberValue() : a);
    const right = b instanceof ApexDouble ? b.value : Number(b instanceof BigDecimal ? b.numberValue() : b);
    if (Number.isNaN(left) || Number.isNaN(right)) return NaN;
    if (a instanceof BigDecimal && Number.isFinite(right)) return a.compareTo(decimalOf(b));
    if (b instanceof BigDecimal && Number.isFinite(left)) return decimalOf(a).compareTo(b);
    return left === right ? 0 : left < right ? -1 : 1;
  }
  if (a instanceof BigDecimal || b instanceof BigDecimal) return decimalOf(a).compareTo(decimalOf(b));
  return a === b || BigInt(a) === BigInt(b) ? 0 : a < b ? -1 : 1;
}

const decimalOf = (value: NumericValue): BigDecimal =>
  value instanceof ApexDouble ? (doubleToDecimal(value) as BigDecimal) : (toDecimal(value) as BigDecimal);

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
const plainText = /^[a-z0-9]*$/i;
const spacing = /[\s\u2010-\u2015-]/g;

/**
 * Strings as `<` orders them: case is ignored, and the order is that of java.text.Collator, where white space and hyphens count
 * only between texts that are otherwise the same (https://salesforce.stackexchange.com/questions/12305, …/394089).
 */
export function collate(a: string, b: string): number {
  if (a === b) return 0;
  if (plainText.test(a) && plainText.test(b)) return compareCodeUnits(a.toLowerCase(), b.toLowerCase());
  return collator.compare(a.replaceAll(spacing, ''), b.replaceAll(spacing, '')) || collator.compare(a, b);
}

/** Strings as String.compareTo and List.sort order them: by UTF-16 code unit. */
export const compareCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Orders two values that are not null for `<`, `<=`, `>` and `>=`: negative, zero, positive, or NaN when they cannot be ordered.
 */
export function compare(a: ApexValue, b: ApexValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return collate(a, b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (a instanceof ApexId || b instanceof ApexId) return compareCodeUnits(idText(a), idText(b));
  if (isMoment(a) && isMoment(b)) return momentOf(a) - momentOf(b);
  if (a instanceof ApexTime && b instanceof ApexTime) return a.ms - b.ms;
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return a.ordinal - b.ordinal;
  throw typeException('Comparison arguments must be compatible types');
}

const isMoment = (value: ApexValue): value is ApexDate | ApexDatetime =>
  value instanceof ApexDate || value instanceof ApexDatetime;
const momentOf = (value: ApexDate | ApexDatetime): number =>
  value instanceof ApexDate ? value.days * 86_400_000 : value.ms;

function idText(value: ApexValue): string {
  if (value instanceof ApexId) return value.value;
  const id = typeof value === 'string' ? ApexId.parse(value) : undefined;
  if (!id) throw stringException(`Invalid id: ${String(value)}`);
  return id.value;
}

/**
 * The order operators with null operands: false for numbers and dates, while a String or Id that is there is greater than null
 * (Apex Developer Guide, "Expression Operators").
 */
export function lessThan(a: ApexValue, b: ApexValue): boolean {
  if (a === null) return typeof b === 'string' || b instanceof ApexId;
  return b !== null && compare(a, b) < 0;
}
export function lessOrEqual(a: ApexValue, b: ApexValue): boolean {
  if (a === null) return b === null || typeof b === 'string' || b instanceof ApexId;
  return b !== null && compare(a, b) <= 0;
}
export const greaterThan = (a: ApexValue, b: ApexValue): boolean => lessThan(b, a);
export const greaterOrEqual = (a: ApexValue, b: ApexValue): boolean => lessOrEqual(b, a);
