import type { ApexValue } from '../../kernel/object.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { encode } from '../translate/encoding.js';
import type { SqlValue } from '../store/connection.js';
import { autoNumberText } from '../store/sequences.js';
import { storedFields } from '../store/tables.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

interface InsertPlan {
  readonly fields: readonly FieldModel[];
  readonly sql: string;
}
const plans = new WeakMap<ObjectModel, InsertPlan>();

function insertPlan(object: ObjectModel): InsertPlan {
  const known = plans.get(object);
  if (known) return known;
  const fields = storedFields(object);
  const columns = fields.map(({ name }) => `"${name}"`).join(', ');
  const sql = `INSERT INTO "${object.name}" (${columns}) VALUES (${fields.map(() => '?').join(', ')})`;
  const plan = { fields, sql };
  plans.set(object, plan);
  return plan;
}

/** Writes new rows and gives them their ids, numbers and system fields. */
export function insertRows(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const { object, sequences, connection } = env;
  const { fields, sql } = insertPlan(object);
  const ids = sequences.newIds(object.keyPrefix, rows.length);
  const stamps = systemStamps(env, true);
  for (const field of fields) if (field.type === 'autonumber') assignNumbers(env, field, rows);
  rows.forEach((row, i) => {
    row.id = ids[i] ?? null;
    row.record.fields.set('Id', row.id);
    nameAfterId(env, row);
    connection.run(
      sql,
      fields.map((field) => stamps.get(field.name) ?? columnValue(field, row.record.fields.get(field.name) ?? null))
    );
  });
}

/** A custom object's record without a name is named by its id of 15 characters. */
function nameAfterId({ object }: DmlEnvironment, row: DmlRow): void {
  if (object.kind !== 'custom' || object.fields.get('Name')?.type !== 'string' || !row.id) return;
  if ((row.record.fields.get('Name') ?? null) === null) row.record.fields.set('Name', row.id.value.slice(0, 15));
}

function assignNumbers(env: DmlEnvironment, field: FieldModel, rows: readonly DmlRow[]): void {
  const first = env.sequences.take(`${env.object.name}.${field.name}`, rows.length);
  const now = new Date(env.tx.now());
  rows.forEach((row, i) =>
    row.record.fields.set(field.name, autoNumberText(field.autoNumberFormat ?? '{0}', first + i, now))
  );
}

/** Writes what changed in each row. */
export function updateRows(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const stamps = systemStamps(env, false);
  for (const row of rows) {
    nameAfterId(env, row);
    const changes = new Map<string, SqlValue>();
    for (const field of storedFields(env.object)) {
      if (field.type === 'id') continue;
      const before = columnValue(field, row.old?.fields.get(field.name) ?? null);
      const after = columnValue(field, row.record.fields.get(field.name) ?? null);
      if (!same(before, after)) changes.set(field.name, after);
    }
    for (const [name, value] of stamps) if (env.object.fields.has(name)) changes.set(name, value);
    writeColumns(env, row, changes);
  }
}

function writeColumns(env: DmlEnvironment, row: DmlRow, changes: ReadonlyMap<string, SqlValue>): void {
  if (changes.size === 0 || !row.id) return;
  const sets = [...changes.keys()].map((name) => `"${name}" = ?`).join(', ');
  env.connection.run(`UPDATE "${env.object.name}" SET ${sets} WHERE "Id" = ?`, [...changes.values(), row.id.value]);
}

/** Moments keep no milliseconds in the database, and a Boolean is never null. */
export function columnValue(field: FieldModel, value: ApexValue): SqlValue {
  const encoded = encode(field, value) ?? null;
  if (encoded === null) return field.type === 'boolean' ? 0 : null;
  return field.type === 'datetime' ? Math.floor(Number(encoded) / 1000) * 1000 : encoded;
}

function same(a: SqlValue, b: SqlValue): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return a === b;
}

export function systemStamps(env: DmlEnvironment, isNew: boolean): Map<string, SqlValue> {
  const now = Math.floor(env.tx.now() / 1000) * 1000;
  const user = env.tx.user.id.value;
  const stamps = new Map<string, SqlValue>([
    ['LastModifiedDate', now],
    ['LastModifiedById', user],
    ['SystemModstamp', now]
  ]);
  if (isNew) stamps.set('CreatedDate', now).set('CreatedById', user).set('IsDeleted', 0);
  return stamps;
}
