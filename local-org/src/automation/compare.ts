import { BigDecimal } from 'bigdecimal.js';
import { ApexList } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { decimalOf } from '../runtime/conversion.js';
import { sameValue } from '../runtime/equality.js';
import { todayIn } from '../runtime/time-zone.js';
import { numberOf, plainText } from './values.js';

export const isEmpty = (value: ApexValue): boolean =>
  value === null || value === '' || (value instanceof ApexList && value.items.length === 0);

/** Whether two values of a condition are the same: numbers by amount, ids by their 15 characters, an empty text is nothing. */
export function same(tx: Transaction, a: ApexValue, b: ApexValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (a instanceof ApexId || b instanceof ApexId) {
    const [x, y] = [plainText(tx, a) ?? '', plainText(tx, b) ?? ''];
    return x.slice(0, 15) === y.slice(0, 15);
  }
  if (typeof a === 'boolean' || typeof b === 'boolean') return String(a).toLowerCase() === String(b).toLowerCase();
  const order = compared(tx, a, b);
  if (order !== undefined) return order === 0;
  if (a instanceof SObjectValue || b instanceof SObjectValue) return a === b || sameValue(tx, a, b);
  return plainText(tx, a) === plainText(tx, b);
}

/** Negative, zero or positive; undefined when there is no order between the two. */
export function compared(tx: Transaction, a: ApexValue, b: ApexValue): number | undefined {
  if (isEmpty(a) || isEmpty(b)) return undefined;
  if (decimalOf(a) || decimalOf(b)) {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x instanceof BigDecimal && y instanceof BigDecimal ? x.compareTo(y) : undefined;
  }
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.ms - b.ms;
  if (a instanceof ApexTime && b instanceof ApexTime) return a.ms - b.ms;
  const [x, y] = [dayOf(tx, a), dayOf(tx, b)];
  if (x !== undefined && y !== undefined) return x - y;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

/** A moment compares with a day by its day in the user's time zone. */
function dayOf(tx: Transaction, value: ApexValue): number | undefined {
  if (value instanceof ApexDate) return value.days;
  return value instanceof ApexDatetime ? todayIn(tx.user.timeZone, value.ms) : undefined;
}
