import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { todayIn } from '../translate/dates.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { FormulaContext } from './evaluate.js';
import { variable } from './record-variables.js';

/** A formula's view of a record in a DML statement; `old` is its state before, null for a new one. */
export function recordContext(env: DmlEnvironment, record: SObjectValue, old: SObjectValue | null): FormulaContext {
  const { tx } = env;
  return {
    field: (path) => valueAt(env, record, path),
    prior: (path) => valueAt(env, old ?? record, path),
    isNew: old === null,
    today: todayIn(tx.user.timeZone, tx.now()),
    now: tx.now()
  };
}

function valueAt(env: DmlEnvironment, record: SObjectValue, path: readonly string[]): ApexValue {
  const [head = '', ...rest] = path;
  if (head.startsWith('$')) return variable(env, head.toLowerCase(), rest, (row, field) => valueAt(env, row, field));
  if (rest.length === 0) {
    const field = env.schema.field(record.object, head);
    return (field && record.fields.get(field.name)) ?? null;
  }
  const reference = env.schema.parentRelationship(record.object, head);
  const id = reference && record.fields.get(reference.name);
  if (!(id instanceof ApexId)) return null;
  const parent = parentOf(env, id);
  return parent ? valueAt(env, parent, rest) : null;
}

function parentOf(env: DmlEnvironment, id: ApexId): SObjectValue | undefined {
  const object = env.schema.objectByPrefix(id.value.slice(0, 3));
  return object && env.loader.load(env.tx, object, [id]).get(id.value);
}
