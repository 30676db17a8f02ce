import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { sameValue } from '../runtime/equality.js';
import { assertException } from '../runtime/exceptions.js';
import { toText } from '../runtime/text.js';

/** `Assertion Failed`, then the caller's message, then what was compared. */
function failed(tx: Transaction, message: ApexValue, detail: string): Error {
  const own = message === null || message === undefined ? '' : toText(tx, message);
  return assertException(['Assertion Failed', own, detail].filter((part) => part !== '').join(': '));
}

/** Strings are compared with their case; numbers of different types by value. */
export function assertEqual(tx: Transaction, expected: ApexValue, actual: ApexValue, message: ApexValue = null): void {
  if (sameValue(tx, expected, actual)) return;
  throw failed(tx, message, `Expected: ${toText(tx, expected)}, Actual: ${toText(tx, actual)}`);
}

export function assertNotEqual(tx: Transaction, left: ApexValue, right: ApexValue, message: ApexValue = null): void {
  if (sameValue(tx, left, right)) throw failed(tx, message, `Same value: ${toText(tx, left)}`);
}

export function assertTrue(tx: Transaction, condition: boolean | null, message: ApexValue = null): void {
  if (condition !== true) throw failed(tx, message, '');
}

export function fail(tx: Transaction, message: ApexValue, detail = ''): never {
  throw failed(tx, message, detail);
}
