import { ApexId } from '../../kernel/scalars.js';
import type { AccessMode, DmlOperation, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { fieldValue } from '../json/field-value.js';
import { JsonMismatch } from '../json/from-json.js';
import { HttpError } from './route.js';

/** What a client's own reads and writes run under: the user's permissions and sharing. */
export const userMode: AccessMode = { mode: 'user', sharing: true };

/** Runs a SOQL text as the user. Quote every value with `quote`. */
export function select(tx: Transaction, soql: string): SObjectValue[] {
  return uncounted(tx, () => tx.data.query(tx, tx.data.parse(tx, soql), () => null, userMode));
}

/** The number of rows of a `SELECT COUNT() …` as the user. */
export function count(tx: Transaction, soql: string): number {
  return uncounted(tx, () => tx.data.count(tx, tx.data.parse(tx, soql), () => null, userMode));
}

/** The transaction without governor limits, for what an API client itself reads: it may page through any number of rows. */
export function withoutLimits(tx: Transaction): Transaction {
  const limits: Transaction['limits'] = {
    add: () => {},
    used: () => 0,
    forbid: () => {},
    readOnly: () => {},
    without: (_names, action) => action(),
    limit: () => Number.MAX_SAFE_INTEGER,
    push: () => {},
    pop: () => {},
    checkCpu: () => {},
    checkHeap: () => {},
    heapPeak: () => undefined
  };
  return Object.create(tx, { limits: { value: limits } }) as Transaction;
}

/** Governor limits are for Apex: what the platform reads for a page does not count. */
function uncounted<V>(tx: Transaction, read: () => V): V {
  tx.limits.push();
  try {
    return read();
  } finally {
    tx.limits.pop();
  }
}

export const quote = (text: string): string =>
  `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;

/** The object by name; 404 when it does not exist or the user may not read it. */
export function readableObject(tx: Transaction, name: string): ObjectModel {
  const model = tx.org.schema.object(name);
  if (!model) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (!tx.user.access.objectAccess(model.name, 'read')) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', `You do not have access to ${model.label} records.`);
  }
  return model;
}

/** The id of a URL or body, as 18 characters; 404 when it is none. */
export function recordId(text: string): ApexId {
  const id = ApexId.parse(text);
  if (!id)
    throw new HttpError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${text}`);
  return id;
}

/** The object of a record id by its key prefix. */
export function objectOf(tx: Transaction, id: ApexId): ObjectModel {
  const model = tx.org.schema.objectByPrefix(id.value.slice(0, 3));
  if (!model) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return readableObject(tx, model.name);
}

/** A record with the fields of a client's JSON; 400 for a field that does not exist or a value that does not fit. */
export function recordWith(tx: Transaction, object: string, fields: Readonly<Record<string, unknown>>): SObjectValue {
  const record = new SObjectValue(object);
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'attributes') continue;
    const field = tx.org.schema.field(object, name);
    if (!field) {
      const parent = parentReference(tx, object, name, value);
      if (!parent) throw new HttpError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);
      record.fields.set(parent.relationship, parent.record);
      continue;
    }
    if (isFixed(field)) {
      const message = `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
      throw new HttpError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, [field.name]);
    }
    try {
      record.fields.set(field.name, fieldValue(value, field));
    } catch (error) {
      if (!(error instanceof JsonMismatch)) throw error;
      throw new HttpError(
        400,
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${field.type} from ${tokenOf(value)} or request may be missing a required field`
      );
    }
  }
  return record;
}

/** What the platform alone writes: system fields, formulas, roll-up summaries, automatic numbers. */
function isFixed({ name, type, createable, updateable, formula, summary }: FieldModel): boolean {
  if (name === 'Id') return false;
  return (!createable && !updateable) || formula !== undefined || summary !== undefined || type === 'autonumber';
}

/** A parent named by its external id instead of its id: `"Account": { "Key__c": "7" }`. */
function parentReference(tx: Transaction, object: string, name: string, value: unknown) {
  const field = tx.org.schema.parentRelationship(object, name);
  const target = field?.referenceTo?.[0];
  if (!field?.relationshipName || target === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return { relationship: field.relationshipName, record: recordWith(tx, target, value as Record<string, unknown>) };
}

/** A JSON value as the platform's parser names it: `VALUE_STRING value abc`. */
function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY value [';
  if (typeof value === 'object') return 'START_OBJECT value {';
  if (typeof value === 'boolean') return `VALUE_${String(value).toUpperCase()} value ${String(value)}`;
  return `${typeof value === 'number' ? 'VALUE_NUMBER' : 'VALUE_STRING'} value ${String(value)}`;
}

/** One all-or-none DML statement on one record, in user mode; failures are System.DmlException. */
export function write(
  tx: Transaction,
  operation: DmlOperation,
  record: SObjectValue,
  externalIdField?: string
): ApexId {
  const [result] = tx.data.dml(tx, operation, [record], {
    access: userMode,
    allOrNone: true,
    ...(externalIdField === undefined ? {} : { externalIdField })
  });
  const id = result?.id ?? record.fields.get('Id');
  if (!(id instanceof ApexId)) throw new Error(`${operation} of ${record.object} gave no id`);
  return id;
}
