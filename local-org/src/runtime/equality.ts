import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet, keyOf } from '../kernel/collections.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { sameType } from '../kernel/types.js';
import { compareNumbers, isNumeric } from './comparison.js';

/**
 * The `==` operator: strings ignore case, numbers of different types compare by value, an Id equals the String of its 15 or 18
 * characters, sObjects and collections compare by content, objects by their own equals method or else by identity.
 */
export function equals(tx: Transaction, a: ApexValue, b: ApexValue): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.length === b.length && a.toLowerCase() === b.toLowerCase();
  }
  return sameValue(tx, a, b);
}

/** The equals() method of any value: as `==`, but strings are compared with their case. Decides between elements of collections too. */
export function sameValue(tx: Transaction, a: ApexValue, b: ApexValue): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isNumeric(a)) return isNumeric(b) && compareNumbers(a, b) === 0;
  if (a instanceof ApexId || b instanceof ApexId) return sameId(a, b);
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (!(a instanceof ApexObject)) return sameScalar(a, b);
  if (a instanceof ApexList) {
    if (!(b instanceof ApexList) || a.items.length !== b.items.length) return false;
    return a.items.every((item, i) => sameValue(tx, item, b.items[i] ?? null));
  }
  if (a instanceof ApexSet) return b instanceof ApexSet && sameKeys(a.entries, b.entries);
  if (a instanceof ApexMap) return b instanceof ApexMap && sameMap(tx, a, b);
  if (a instanceof SObjectValue) return b instanceof SObjectValue && sameRecord(tx, a, b);
  if (a instanceof ApexEnumValue) return b instanceof ApexEnumValue && sameEnum(a, b);
  const own = tx.org.code.userMethod(a, 'equals', 1);
  // Platform objects that are values (UUID, Pattern, …) have a key of their own; all others are their own key.
  return own ? own(tx, b) === true : keyOf(a) === keyOf(b);
}

/** The `===` operator: identity for objects and dates, value for other scalars; strings with their case. */
export function strictEquals(a: ApexValue, b: ApexValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return isNumeric(a) && isNumeric(b) && compareNumbers(a, b) === 0;
  }
  if (a instanceof ApexObject) {
    return a instanceof ApexEnumValue && b instanceof ApexEnumValue && sameEnum(a, b);
  }
  // Dates are objects to this operator (public suites tell two of one day apart).
  if (a instanceof ApexDate || a instanceof ApexDatetime) return false;
  return sameScalar(a, b) || (isNumeric(a) && isNumeric(b) && compareNumbers(a, b) === 0);
}

function sameScalar(a: ApexValue, b: ApexValue): boolean {
  if (a instanceof ApexDate && b instanceof ApexDate) return a.days === b.days;
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return sameSecond(a.ms, b.ms);
  if (a instanceof ApexDate && b instanceof ApexDatetime) return sameSecond(a.days * 86_400_000, b.ms);
  if (a instanceof ApexDatetime && b instanceof ApexDate) return sameSecond(a.ms, b.days * 86_400_000);
  if (a instanceof ApexTime && b instanceof ApexTime) return a.ms === b.ms;
  if (a instanceof ApexDouble && b instanceof ApexDouble) return a.value === b.value;
  if (a instanceof BigDecimal && b instanceof BigDecimal) return a.compareTo(b) === 0;
  if (a instanceof ApexId && b instanceof ApexId) return a.value === b.value;
  return a instanceof ApexBlob && b instanceof ApexBlob && Buffer.compare(a.bytes, b.bytes) === 0;
}

/** Two Datetimes of the same second are equal, though `<` and getTime() tell their milliseconds apart. */
const sameSecond = (a: number, b: number): boolean => Math.floor(a / 1000) === Math.floor(b / 1000);

function sameId(a: ApexValue, b: ApexValue): boolean {
  // Records read from JSON may have texts for ids that are none.
  const textOf = (value: ApexValue): string | undefined =>
    value instanceof ApexId
      ? value.value
      : typeof value === 'string'
        ? (ApexId.parse(value)?.value ?? value)
        : undefined;
  const left = textOf(a);
  return left !== undefined && left === textOf(b);
}

const sameEnum = (a: ApexEnumValue, b: ApexEnumValue): boolean => a.name === b.name && sameType(a.type, b.type);

function sameKeys(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function sameMap(tx: Transaction, a: ApexMap, b: ApexMap): boolean {
  if (!sameKeys(a.entries, b.entries)) return false;
  for (const [key, entry] of a.entries) {
    if (!sameValue(tx, entry.value, b.entries.get(key)?.value ?? null)) return false;
  }
  return true;
}

function sameRecord(tx: Transaction, a: SObjectValue, b: SObjectValue): boolean {
  if (a.object !== b.object) return false;
  const fields = a.compared();
  if (fields.length !== b.compared().length) return false;
  for (const [name, value] of fields) {
    if (!b.isPopulated(name) || !sameValue(tx, value, b.fields.get(name) ?? null)) return false;
  }
  return true;
}
