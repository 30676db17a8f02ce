import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel } from '../../schema/model.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import { encode } from '../translate/encoding.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** `Account = new Account(Key__c = 'x')`: sets the reference to the record with that external id. */
export function resolveParents(env: DmlEnvironment, row: DmlRow): void {
  for (const [name, value] of row.input.fields) {
    if (!(value instanceof SObjectValue)) continue;
    const field = env.schema.parentRelationship(env.object.name, name);
    if (!field || row.input.fields.has(field.name)) continue;
    resolveParent(env, row, field, value);
  }
}

function resolveParent(env: DmlEnvironment, row: DmlRow, field: FieldModel, parent: SObjectValue): void {
  const keys = [...parent.fields].filter(([name, value]) => value !== null && keyOf(env, parent.object, name));
  const [key] = keys;
  if (!key) return;
  const found = env.schema.field(parent.object, key[0]) as FieldModel;
  const encoded = encode(found, key[1]) ?? null;
  const rows = env.connection.all(`SELECT "Id" FROM "${parent.object}" WHERE "${found.name}" = ? LIMIT 2`, [encoded]);
  if (rows.length === 1) row.record.fields.set(field.name, ApexId.parse(String(rows[0]?.[0])) ?? null);
  else {
    const text = `Foreign key external ID: ${String(encoded)} not found for field ${found.name} in entity ${parent.object}`;
    row.fail('INVALID_FIELD', text);
  }
}

function keyOf(env: DmlEnvironment, object: string, name: string): FieldModel | undefined {
  const model = env.schema.object(object);
  const field = model && env.schema.field(object, name);
  return field && isLookupKey(model, field) ? field : undefined;
}

/** Ids must be ids of an object that the field may point to; the record must exist and not be deleted. */
export function checkReferences(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const field of env.object.fields.values()) {
    if (field.type !== 'reference' || !field.createable) continue;
    const set = rows.filter((row) => !row.failed && isNew(row, field.name));
    const ids = new Map<DmlRow, string>();
    for (const row of set) {
      const id = idValue(row.record.fields.get(field.name) ?? null);
      if (id === undefined) row.fail('MALFORMED_ID', wrongType(field, row), [field.name]);
      else if (!fits(env, field, id)) row.fail('FIELD_INTEGRITY_EXCEPTION', wrongType(field, row), [field.name]);
      else ids.set(row, id);
    }
    checkExistence(env, field, ids);
  }
}

function isNew(row: DmlRow, field: string): boolean {
  const value = row.record.fields.get(field) ?? null;
  if (value === null) return false;
  return row.old === null || idValue(value) !== idValue(row.old.fields.get(field) ?? null);
}

function idValue(value: ApexValue): string | undefined {
  if (value instanceof ApexId) return value.value;
  return typeof value === 'string' ? ApexId.parse(value)?.value : undefined;
}

function wrongType(field: FieldModel, row: DmlRow): string {
  const value = row.record.fields.get(field.name) ?? null;
  return `${field.label}: id value of incorrect type: ${value instanceof ApexId ? value.value : String(value)}`;
}

function fits(env: DmlEnvironment, field: FieldModel, id: string): boolean {
  const targets = field.referenceTo ?? [];
  return targets.length === 0 || targets.some((name) => env.schema.object(name)?.keyPrefix === id.slice(0, 3));
}

function checkExistence(env: DmlEnvironment, field: FieldModel, ids: ReadonlyMap<DmlRow, string>): void {
  const byPrefix = new Map<string, Set<string>>();
  for (const id of ids.values()) {
    const set = byPrefix.get(id.slice(0, 3)) ?? new Set();
    byPrefix.set(id.slice(0, 3), set.add(id));
  }
  for (const [prefix, wanted] of byPrefix) {
    const target = env.schema.objectByPrefix(prefix);
    if (!target) continue;
    const deleted = target.fields.has('IsDeleted') ? '"IsDeleted"' : '0';
    const found = new Map(
      env.connection
        .all(`SELECT "Id", ${deleted} FROM "${target.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`, [
          JSON.stringify([...wanted])
        ])
        .map(([id, gone]) => [String(id), gone === 1])
    );
    for (const [row, id] of ids) {
      if (id.slice(0, 3) !== prefix) continue;
      const gone = found.get(id);
      if (gone === undefined) failDangling(row, field, id);
      else if (gone) row.fail('ENTITY_IS_DELETED', 'entity is deleted', []);
    }
  }
}

/** An owner that never was is reported otherwise than any other record that never was. */
function failDangling(row: DmlRow, field: FieldModel, id: string): void {
  if (field.name === 'OwnerId') row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else {
    const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`;
    row.fail('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
  }
}
