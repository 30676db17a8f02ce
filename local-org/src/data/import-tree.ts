import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Big } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import type { FieldModel, Schema } from '../schema/model.js';
import { familyOf } from './translate/encoding.js';

/** One entry of a plan file: which files hold records of which object, in the order in which they are inserted. */
interface PlanEntry {
  readonly sobject?: string;
  readonly files: readonly (string | { readonly file: string })[];
}

interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId?: string };
  readonly [field: string]: unknown;
}

/**
 * Inserts the records of a plan file of `sf data import tree` (or of one record file), as user and mode of the transaction.
 * `@Ref` in a field stands for the id of the record with that referenceId. Answers the ids by reference.
 */
export function importPlan(tx: Transaction, file: string): Map<string, ApexId> {
  const ids = new Map<string, ApexId>();
  const content = JSON.parse(readFileSync(file, 'utf8')) as PlanEntry[] | { records: TreeRecord[] };
  if (!Array.isArray(content)) importRecords(tx, content.records, ids);
  else {
    for (const entry of content) {
      for (const name of entry.files) {
        const path = join(dirname(file), typeof name === 'string' ? name : name.file);
        importRecords(tx, (JSON.parse(readFileSync(path, 'utf8')) as { records: TreeRecord[] }).records, ids);
      }
    }
  }
  return ids;
}

/** Records of one object each time, so that a file may hold parents before their children. */
function importRecords(tx: Transaction, records: readonly TreeRecord[], ids: Map<string, ApexId>): void {
  let from = 0;
  while (from < records.length) {
    const object = records[from]?.attributes.type;
    let to = from;
    while (
      to < records.length &&
      records[to]?.attributes.type === object &&
      !waitsFor(records[to], records.slice(from, to))
    )
      to++;
    insertAll(tx, records.slice(from, Math.max(to, from + 1)), ids);
    from = Math.max(to, from + 1);
  }
}

/** True when a record names one of the others, so that it must come after them. */
function waitsFor(record: TreeRecord | undefined, others: readonly TreeRecord[]): boolean {
  const names = new Set(others.map(({ attributes }) => `@${attributes.referenceId}`));
  return Object.values(record ?? {}).some((value) => typeof value === 'string' && names.has(value));
}

function insertAll(tx: Transaction, records: readonly TreeRecord[], ids: Map<string, ApexId>): void {
  const made = records.map((record) => recordOf(tx.org.schema, record, ids));
  tx.data.dml(tx, 'insert', made, { access: { mode: 'system', sharing: false }, allOrNone: true, forced: true });
  records.forEach((record, i) => {
    const id = made[i]?.fields.get('Id');
    if (record.attributes.referenceId !== undefined && id instanceof ApexId) ids.set(record.attributes.referenceId, id);
    for (const [name, value] of Object.entries(record)) {
      const children = childRecords(value);
      const relationship = children && tx.org.schema.childRelationship(record.attributes.type, name);
      if (!children || !relationship || !(id instanceof ApexId)) continue;
      const linked = children.map((child) => ({ ...child, [relationship.field]: id.value }) as TreeRecord);
      importRecords(tx, linked, ids);
    }
  });
}

function childRecords(value: unknown): readonly TreeRecord[] | undefined {
  const records = typeof value === 'object' && value !== null ? (value as { records?: unknown }).records : undefined;
  return Array.isArray(records) ? (records as TreeRecord[]) : undefined;
}

function recordOf(schema: Schema, source: TreeRecord, ids: ReadonlyMap<string, ApexId>): SObjectValue {
  const object = schema.object(source.attributes.type);
  if (!object) throw new Error(`There is no object ${source.attributes.type}.`);
  const record = new SObjectValue(object.name);
  for (const [name, value] of Object.entries(source)) {
    if (name === 'attributes' || childRecords(value)) continue;
    const field = schema.field(object.name, name);
    if (!field) throw new Error(`${object.name} has no field ${name}.`);
    record.fields.set(field.name, valueOf(field, value, ids));
  }
  return record;
}

/** A JSON value as the REST API reads it, for a field. */
function valueOf(field: FieldModel, value: unknown, ids: ReadonlyMap<string, ApexId>): ApexValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && value.startsWith('@') && familyOf(field) === 'id') {
    const id = ids.get(value.slice(1));
    if (!id) throw new Error(`${field.name}: there is no record with the reference ${value.slice(1)} before this one.`);
    return id;
  }
  const text = String(value);
  switch (familyOf(field)) {
    case 'id':
      return ApexId.parse(text) ?? text;
    case 'boolean':
      return value === true || text === 'true';
    case 'integer':
      return Math.trunc(Number(text));
    case 'decimal':
      return Big(text);
    case 'date':
      return new ApexDate(Math.round(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000));
    case 'datetime':
      return new ApexDatetime(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${text.replace(/Z?$/, 'Z')}`));
    case 'blob':
      return new ApexBlob(Buffer.from(text, 'base64'));
    default:
      return text;
  }
}
