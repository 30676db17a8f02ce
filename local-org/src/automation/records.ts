import type { ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { AccessMode, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';

export const systemAccess: AccessMode = { mode: 'system', sharing: false };

/** Rows of a query that the platform makes by itself: it counts against no limit, and no debug log has it. */
export function uncounted(
  tx: Transaction,
  soql: string,
  binds: Readonly<Record<string, ApexValue>> = {}
): SObjectValue[] {
  const query = tx.data.parse(tx, soql);
  tx.limits.push();
  try {
    return tx.ownData.query(tx, query, (name) => binds[name] ?? null, systemAccess);
  } finally {
    tx.limits.pop();
  }
}

/** A field or parent of a record by its name; a parent that the record does not hold is read from the database. */
export function memberOf(tx: Transaction, record: SObjectValue, name: string): ApexValue {
  const { schema } = tx.org;
  const field = schema.field(record.object, name);
  if (field) return record.fields.get(field.name) ?? null;
  const reference = schema.parentRelationship(record.object, name);
  if (!reference) return [...record.fields].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  const held = record.fields.get(reference.relationshipName ?? name);
  const id = record.fields.get(reference.name);
  if (held instanceof SObjectValue && (!(id instanceof ApexId) || idOf(held) === id.value)) return held;
  return id instanceof ApexId ? storedRecord(tx, id) : null;
}

const idOf = (record: SObjectValue): string | undefined => {
  const id = record.fields.get('Id');
  return id instanceof ApexId ? id.value : undefined;
};

/** A stored record with all its fields, null when there is none. */
export function storedRecord(tx: Transaction, id: ApexId): SObjectValue | null {
  const object = tx.org.schema.objectByPrefix(id.value.slice(0, 3));
  if (!object) return null;
  return uncounted(tx, `SELECT ${fieldList(tx, object.name)} FROM ${object.name} WHERE Id = :id`, { id })[0] ?? null;
}

/** All fields of an object that a query can name. */
export function fieldList(tx: Transaction, object: string): string {
  const fields = [...(tx.org.schema.object(object)?.fields.values() ?? [])];
  return fields
    .filter(({ type }) => type !== 'address' && type !== 'location')
    .map(({ name }) => name)
    .join(', ');
}
