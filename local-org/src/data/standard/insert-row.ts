import type { ApexId } from '../../kernel/scalars.js';
import type { DmlEnvironment } from '../dml/environment.js';
import { systemStamps } from '../dml/write.js';
import type { SqlValue } from '../store/connection.js';

/** Stores a record that the platform makes beside one that is being saved: no triggers, no rules. Null when the org has no such object. */
export function insertRow(
  env: DmlEnvironment,
  object: string,
  values: Readonly<Record<string, SqlValue>>
): ApexId | null {
  const model = env.schema.object(object);
  const [id] = model ? env.sequences.newIds(model.keyPrefix, 1) : [];
  if (!model || !id) return null;
  const stamps = [...systemStamps(env, true)].filter(([name]) => model.fields.has(name));
  const row = new Map<string, SqlValue>([['Id', id.value], ...stamps, ...Object.entries(values)]);
  const columns = [...row.keys()].map((name) => `"${name}"`).join(', ');
  env.connection.run(`INSERT INTO "${object}" (${columns}) VALUES (${[...row.keys()].map(() => '?').join(', ')})`, [
    ...row.values()
  ]);
  return id;
}
