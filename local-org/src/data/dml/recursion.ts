import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

const busy = {};

/**
 * Runs what follows the writing of rows, with those of them whose save is not part of a save of the same record: a recursive save has
 * no assignment rules, workflow rules or flows of its own.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function onceInSave(
  env: DmlEnvironment,
  rows: readonly DmlRow[],
  work: (outermost: readonly DmlRow[]) => void
): void {
  const saving = env.tx.slot(busy, () => new Set<string>());
  const outermost = rows.filter(({ id }) => id && !saving.has(id.value));
  for (const { id } of outermost) if (id) saving.add(id.value);
  try {
    work(outermost);
  } finally {
    for (const { id } of outermost) if (id) saving.delete(id.value);
  }
}
