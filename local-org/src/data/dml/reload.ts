import { ApexId } from '../../kernel/scalars.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** What runs after the save sees what is stored: numbers, dates, formulas. */
export function reload(env: DmlEnvironment, rows: readonly DmlRow[], deleted = false): void {
  const ids = rows.flatMap((row) => (row.id instanceof ApexId ? [row.id] : []));
  const stored = env.loader.load(env.tx, env.object, ids, deleted);
  for (const row of rows) row.record = (row.id && stored.get(row.id.value)) ?? row.record;
}
