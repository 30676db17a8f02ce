import { recordLocks } from '../../runtime/record-locks.js';
import type { DmlEnvironment } from './environment.js';
import { alive, type DmlRow } from './row.js';

/**
 * Refuses records that are locked, in whatever mode the code runs: only who may modify all of them may change or delete them.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_approval_lock.htm; the text is from memory.
 */
export function refuseLocked(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const locks = recordLocks(env.tx);
  if (locks.size === 0) return;
  const { access } = env.tx.user;
  if (access.userPermission('ModifyAllData') || access.objectAccess(env.object.name, 'modifyAll')) return;
  for (const row of alive(rows))
    if (row.id && locks.has(row.id.value)) row.fail('ENTITY_IS_LOCKED', 'the entity is locked for editing');
}
