import type { ApexId } from '../../kernel/scalars.js';
import type { DmlOperation, DmlRowResult } from '../../kernel/services.js';
import { dmlException } from '../../runtime/exceptions.js';
import { lockMessage } from '../lock.js';
import { LockTimeout } from '../store/connection.js';
import type { Work } from '../work.js';

const lockError = { code: 'UNABLE_TO_LOCK_ROW', message: lockMessage, fields: [] };

/** False when another transaction has held the records for too long (Apex Developer Guide, "Locking Statements"). */
export function takeLock(work: Work): boolean {
  try {
    work.begin();
    return true;
  } catch (error) {
    if (error instanceof LockTimeout) return false;
    throw error;
  }
}

/** Takes the lock for a statement that stands or falls as a whole. */
export function lockRows(
  work: Work,
  operation: DmlOperation | 'merge' | 'convertLead',
  ids: readonly (ApexId | null)[]
): void {
  if (!takeLock(work)) throw dmlException(operation, [{ index: 0, id: ids[0] ?? null, errors: [lockError] }]);
}

/** What a partial save answers for a record that another transaction holds. */
export const lockedRow = (id: ApexId | null): DmlRowResult => ({
  id,
  success: false,
  created: false,
  errors: [lockError]
});
