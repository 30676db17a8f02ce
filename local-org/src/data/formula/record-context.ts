import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { quote } from '../translate/context.js';
import { todayIn } from '../../runtime/time-zone.js';
import type { FormulaContext } from '../../formula/evaluate.js';
import { formulaValue } from './formula-value.js';
import { variable } from './record-variables.js';
import type { FormulaWorld } from './world.js';

/** A formula's view of a record in a DML statement; `old` is its state before, null for a new one. */
export function recordContext(env: FormulaWorld, record: SObjectValue, old: SObjectValue | null): FormulaContext {
  const { tx } = env;
  return {
    field: (path) => valueAt(env, record, path, true),
    isNumber: (path) => isNumberAt(env, record.object, path),
    prior: (path) => valueAt(env, old ?? record, path, old === null),
    find: (object, key, value, field) => found(env, object, key, value, field),
    isNew: old === null,
    today: todayIn(tx.user.timeZone, tx.now()),
    now: tx.now()
  };
}

/** `pending`: the record is being changed, so that what it holds in formula fields is out of date. */
function valueAt(env: FormulaWorld, record: SObjectValue, path: readonly string[], pending = false): ApexValue {
  const [head = '', ...rest] = path;
  if (head.startsWith('$'))
    return variable(env, head.toLowerCase(), rest, record, (row, field) => valueAt(env, row, field));
  if (rest.length === 0) {
    const field = env.schema.field(record.object, head);
    if (field?.formula !== undefined && (pending || !record.fields.has(field.name)))
      return formulaValue(env, record, field);
    return (field && record.fields.get(field.name)) ?? null;
  }
  const reference = env.schema.parentRelationship(record.object, head);
  const id = reference && record.fields.get(reference.name);
  if (!(id instanceof ApexId)) return null;
  const parent = parentOf(env, id);
  return parent ? valueAt(env, parent, rest) : null;
}

function isNumberAt({ schema }: Pick<FormulaWorld, 'schema'>, object: string, path: readonly string[]): boolean {
  const [head = '', ...rest] = path;
  if (rest.length === 0) return /^(int|double|currency|percent)$/.test(schema.field(object, head)?.type ?? '');
  const parent = schema.parentRelationship(object, head)?.referenceTo?.[0];
  return parent !== undefined && isNumberAt({ schema }, parent, rest);
}

function parentOf(env: FormulaWorld, id: ApexId): SObjectValue | undefined {
  const object = env.schema.objectByPrefix(id.value.slice(0, 3));
  return object && env.loader.load(env.tx, object, [id]).get(id.value);
}

function found(env: FormulaWorld, object: string, key: string, value: string, field: string): ApexValue {
  const model = env.schema.object(object);
  const column = env.schema.field(object, key);
  if (!model || !column || !env.schema.field(object, field)) return null;
  const living = model.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const sql = `SELECT "Id" FROM ${quote(model.name)} WHERE ${quote(column.name)} = ?${living} ORDER BY rowid LIMIT 1`;
  const id = ApexId.parse(String(env.connection.get(sql, [value])?.[0] ?? ''));
  const row = id && parentOf(env, id);
  return row ? valueAt(env, row, [field]) : null;
}
