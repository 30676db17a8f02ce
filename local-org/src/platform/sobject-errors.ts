import { ApexException } from '../kernel/exception.js';
import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { toText } from '../runtime/text.js';

/**
 * addError on a record or, with `field` (canonical name), on one of its fields. The DML statement that is under way collects it.
 * An exception stands for its message.
 */
export function addError(tx: Transaction, record: SObjectValue, message: ApexValue, field?: string): void {
  const text = message instanceof ApexException ? (message.message ?? '') : toText(tx, message);
  (record.errors ??= []).push(field === undefined ? { message: text } : { message: text, field });
}
