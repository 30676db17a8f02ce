import type { SObjectValue } from '../../kernel/sobject.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** The stored records of the rows, deleted ones too, by id. */
export function loadStored(env: DmlEnvironment, rows: readonly DmlRow[]): Map<string, SObjectValue> {
  const ids = rows.flatMap((row) => (row.id ? [row.id] : []));
  return env.loader.load(env.tx, env.object, ids, true);
}

/** The stored record that a row is about. An id that was deleted fails the row otherwise than one that never was. */
export function livingRow(
  env: DmlEnvironment,
  row: DmlRow,
  stored: ReadonlyMap<string, SObjectValue>
): SObjectValue | undefined {
  const found = row.id ? stored.get(row.id.value) : undefined;
  if (!found) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (env.object.fields.has('IsDeleted') && found.fields.get('IsDeleted') === true) {
    row.fail('ENTITY_IS_DELETED', 'entity is deleted');
  } else return found;
  return undefined;
}
