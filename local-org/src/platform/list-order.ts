import { BigDecimal } from 'bigdecimal.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { compareCodeUnits, compareNumbers, isNumeric } from '../runtime/comparison.js';
import { listException } from '../runtime/exceptions.js';
import { SObjectFieldToken, SObjectTypeToken } from './schema/tokens.js';
import { TypeToken } from './type-token.js';
import { SelectOption } from './visualforce/select-option.js';

/**
 * The order of List.sort(): nulls first, numbers, dates and times by value, strings by character code, enums by ordinal,
 * sObjects by name field and then by the other fields, select options by value and label, objects by their compareTo.
 */
export function naturalOrder(tx: Transaction, a: ApexValue, b: ApexValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareCodeUnits(a, b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return a.ordinal - b.ordinal;
  if (a instanceof SObjectValue && b instanceof SObjectValue) return recordOrder(tx, a, b);
  if (a instanceof SelectOption && b instanceof SelectOption) {
    return naturalOrder(tx, a.value, b.value) || naturalOrder(tx, a.label, b.label);
  }
  if (a instanceof ApexObject) {
    const compareTo = tx.org.code.userMethod(a, 'compareTo', 1);
    if (compareTo) return Number(compareTo(tx, b));
  }
  const left = scalarOrder(a);
  const right = scalarOrder(b);
  if (left !== undefined && right !== undefined) return left === right ? 0 : left < right ? -1 : 1;
  throw listException('One or more of the items in this list is not Comparable.');
}

function scalarOrder(value: ApexValue): number | string | undefined {
  if (value instanceof ApexDate) return value.days * 86_400_000;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  if (value instanceof ApexId) return value.value;
  if (typeof value === 'string') return value;
  if (value instanceof SObjectTypeToken) return value.object;
  if (value instanceof SObjectFieldToken) return value.field;
  if (value instanceof TypeToken) return value.apexText();
  return undefined;
}

/** Apex Developer Guide, "List Sorting": sObjects by label of their type, then the name field, then the other fields. */
function recordOrder(tx: Transaction, a: SObjectValue, b: SObjectValue): number {
  if (a.object !== b.object) return compareCodeUnits(a.object, b.object);
  const nameField = tx.org.schema.object(a.object)?.nameField ?? 'Name';
  const others = [...new Set([...a.fields.keys(), ...b.fields.keys()])].filter((name) => name !== nameField).sort();
  for (const name of [nameField, ...others]) {
    const left = a.fields.get(name) ?? null;
    const right = b.fields.get(name) ?? null;
    if (!isOrdered(left) || !isOrdered(right)) continue;
    const order = naturalOrder(tx, left, right);
    if (order !== 0) return order;
  }
  return 0;
}

const isOrdered = (value: ApexValue): boolean =>
  value === null ||
  typeof value !== 'object' ||
  value instanceof BigDecimal ||
  value instanceof ApexDouble ||
  value instanceof ApexDate ||
  value instanceof ApexDatetime ||
  value instanceof ApexTime ||
  value instanceof ApexId;
