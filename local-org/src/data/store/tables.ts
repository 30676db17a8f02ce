import { createHash } from 'node:crypto';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import { columnType, isStored } from '../translate/encoding.js';
import type { Connection } from './connection.js';

/** Objects that only describe others or that no query can name. */
const withoutTable = new Set(['AggregateResult']);

const stored = new WeakMap<ObjectModel, readonly FieldModel[]>();

/** The stored fields of an object, in the order of its columns. */
export function storedFields(object: ObjectModel): readonly FieldModel[] {
  let fields = stored.get(object);
  if (!fields) stored.set(object, (fields = [...object.fields.values()].filter(isStored)));
  return fields;
}

/** A text that changes whenever the tables must. */
export function schemaFingerprint(schema: Schema): string {
  const hash = createHash('sha256');
  for (const object of schema.objects()) {
    hash.update(`${object.name}(`);
    for (const field of storedFields(object)) {
      hash.update(`${field.name} ${columnType(field)} ${field.scale ?? ''} ${isIndexed(object, field) ? 'i' : ''},`);
    }
    hash.update(')');
  }
  return hash.digest('hex');
}

/** Makes missing tables, columns and indexes. Columns that the schema no longer has stay: their data may be wanted again. */
export function migrateTables(connection: Connection, schema: Schema): void {
  const existing = existingColumns(connection);
  connection.exec(
    'CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID'
  );
  connection.exec('CREATE TABLE IF NOT EXISTS "_scale" (name TEXT PRIMARY KEY, scale INTEGER NOT NULL) WITHOUT ROWID');
  const statements: string[] = [];
  for (const object of schema.objects()) {
    if (withoutTable.has(object.name) || !(object.fields.has('Id') || object.kind === 'standard')) continue;
    const columns = existing.get(object.name.toLowerCase());
    statements.push(...(columns ? addColumns(object, columns) : createTable(object)));
  }
  connection.exec(statements.join(';\n'));
  rescale(connection, schema);
}

function createTable(object: ObjectModel): string[] {
  const columns = storedFields(object).map((field) => `"${field.name}" ${definition(field)}`);
  if (!object.fields.has('Id')) columns.unshift('"Id" TEXT PRIMARY KEY');
  return [
    `CREATE TABLE "${object.name}" (${columns.join(', ')})`,
    ...storedFields(object).flatMap((f) => indexOf(object, f))
  ];
}

function definition(field: FieldModel): string {
  if (field.type === 'id') return 'TEXT PRIMARY KEY';
  return field.type === 'boolean' ? 'INTEGER NOT NULL DEFAULT 0' : columnType(field);
}

function addColumns(object: ObjectModel, existing: ReadonlySet<string>): string[] {
  return storedFields(object)
    .filter((field) => !existing.has(field.name.toLowerCase()))
    .flatMap((field) => [
      `ALTER TABLE "${object.name}" ADD COLUMN "${field.name}" ${definition(field)}`,
      ...indexOf(object, field)
    ]);
}

/** References that lists and triggers follow, keys, and the names of custom objects. Set-up objects are small enough to be scanned. */
function isIndexed(object: ObjectModel, field: FieldModel): boolean {
  if (field.unique || field.externalId) return true;
  if (field.type !== 'reference')
    return field.name === 'Name' && (object.kind === 'custom' || object.name === 'Account');
  return (
    field.custom || field.childRelationshipName !== undefined || (field.name === 'OwnerId' && object.kind === 'custom')
  );
}

function indexOf(object: ObjectModel, field: FieldModel): string[] {
  return isIndexed(object, field)
    ? [`CREATE INDEX IF NOT EXISTS "${object.name}.${field.name}" ON "${object.name}" ("${field.name}")`]
    : [];
}

function existingColumns(connection: Connection): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const rows = connection.all(
    "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
  );
  for (const [table, column] of rows) {
    const key = String(table).toLowerCase();
    const columns = found.get(key) ?? new Set();
    columns.add(String(column).toLowerCase());
    found.set(key, columns);
  }
  return found;
}

/** Numbers are stored in units of their scale: when a field's scale changed, its stored numbers change with it. */
function rescale(connection: Connection, schema: Schema): void {
  const known = new Map(
    connection.all('SELECT name, scale FROM "_scale"').map(([name, scale]) => [String(name), Number(scale)])
  );
  for (const object of schema.objects()) {
    for (const field of storedFields(object)) {
      if (!field.custom || field.scale === undefined) continue;
      const key = `${object.name}.${field.name}`;
      const before = known.get(key);
      if (before === field.scale) continue;
      if (before !== undefined) {
        const column = `"${field.name}"`;
        const factor = 10 ** Math.abs(field.scale - before);
        const changed = field.scale > before ? `${column} * ${factor}` : `${column} / ${factor}.0`;
        connection.run(`UPDATE "${object.name}" SET ${column} = ${changed} WHERE ${column} IS NOT NULL`);
      }
      connection.run('INSERT INTO "_scale" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET scale = excluded.scale', [
        key,
        field.scale
      ]);
    }
  }
}
