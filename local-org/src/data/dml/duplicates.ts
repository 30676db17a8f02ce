import type { FieldModel } from '../../schema/model.js';
import { encode } from '../translate/encoding.js';
import type { SqlValue } from '../store/connection.js';
import type { DmlEnvironment } from './environment.js';
import { alive, type DmlRow } from './row.js';

/**
 * Refuses rows whose unique fields hold a value that another record, stored or of the same statement, holds already. All such fields
 * of a row stand in one error, with the 15-character ids of the holders.
 */
export function checkDuplicates(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const living = alive(rows);
  const found = new Map<DmlRow, string[]>();
  for (const field of env.object.fields.values()) {
    if (field.unique) checkField(env, field, living, found);
  }
  for (const [row, parts] of found) row.fail('DUPLICATE_VALUE', `duplicate value found: ${parts.join(', ')}`);
}

function checkField(
  env: DmlEnvironment,
  field: FieldModel,
  rows: readonly DmlRow[],
  found: Map<DmlRow, string[]>
): void {
  const values = new Map<DmlRow, SqlValue>();
  for (const row of rows) {
    const value = encode(field, row.record.fields.get(field.name) ?? null) ?? null;
    if (value !== null) values.set(row, value);
  }
  if (values.size === 0) return;
  const holders = holdersOf(env, field, [...new Set(values.values())]);
  const changing = new Map(rows.flatMap((row) => (row.id ? [[row.id.value, row] as const] : [])));
  const seen = new Map<SqlValue, DmlRow>();
  for (const [row, value] of values) {
    const key = keyOf(field, value);
    const earlier = seen.get(key);
    seen.set(key, row);
    const holder = holders.get(key);
    const other = holder !== undefined && holder !== row.id?.value && !givesUp(changing.get(holder), field, key);
    if (!earlier && !other) continue;
    const id = (other ? holder : (earlier?.id?.value ?? '<unknown>')).slice(0, 15);
    const name = other ? field.name : '<unknown>';
    found.set(row, [...(found.get(row) ?? []), `${name} duplicates value on record with id: ${id}`]);
  }
}

/** True when the holder is a row of this statement that takes another value. */
function givesUp(row: DmlRow | undefined, field: FieldModel, key: SqlValue): boolean {
  if (!row) return false;
  const value = encode(field, row.record.fields.get(field.name) ?? null) ?? null;
  return value === null || keyOf(field, value) !== key;
}

const keyOf = (field: FieldModel, value: SqlValue): SqlValue =>
  typeof value === 'string' && !field.caseSensitive ? value.toLowerCase() : value;

function holdersOf(env: DmlEnvironment, field: FieldModel, values: readonly SqlValue[]): Map<SqlValue, string> {
  const list = `[${values.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value))).join(',')}]`;
  const living = env.object.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const found = env.connection.all(
    `SELECT "${field.name}", "Id" FROM "${env.object.name}" WHERE "${field.name}" IN (SELECT value FROM json_each(?))${living}`,
    [list]
  );
  return new Map(found.map(([value, id]) => [keyOf(field, value ?? null), String(id)]));
}
