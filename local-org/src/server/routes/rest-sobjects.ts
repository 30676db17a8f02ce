import { ApexBlob, ApexId } from '../../kernel/scalars.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { fieldValue } from '../json/field-value.js';
import { JsonMismatch } from '../json/from-json.js';
import { recordJson } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { objectSummary } from './describe/object.js';
import { recordBody } from './multipart.js';
import { quote, readableObject, recordId, recordWith, select, write } from './records.js';
import { apiRoot, bodyObject, HttpError, json, noContent, type RouteContext } from './route.js';

const notFound = (): HttpError => new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');

/** GET sobjects/<object>: its short describe. Nothing is recorded as viewed, so nothing is recent. */
export function getObject({ tx, task, params }: RouteContext): HttpResult {
  const model = readableObject(tx, params[0] ?? '');
  return json(200, { objectDescribe: objectSummary(tx, model, apiRoot(task)), recentItems: [] });
}

/** GET recent: what the user viewed. The local org keeps no such list. */
export const recentItems = (): HttpResult => json(200, []);

/** GET sobjects/<object>/<id>[?fields=] */
export function getRecord(context: RouteContext): HttpResult {
  const { tx, params } = context;
  const model = readableObject(tx, params[0] ?? '');
  return json(200, oneRecord(context, model, 'Id', recordId(params[1] ?? '').value));
}

/** GET sobjects/<object>/<id>/<name>: a blob, a parent or children; with an external id field, the record that has the value. */
export function getBelow(context: RouteContext): HttpResult {
  const { tx, params, query } = context;
  const [object = '', second = '', third = ''] = params;
  const model = readableObject(tx, object);
  const id = ApexId.parse(second);
  if (!id || !tx.org.schema.objectByPrefix(id.value.slice(0, 3))) {
    const field = externalIdField(tx, model, second);
    return json(200, oneRecord(context, model, field.name, literal(field, third)));
  }
  const blob = tx.org.schema.field(model.name, third);
  if (blob) return blobOf(tx, model, blob, id);
  const fields = query.get('fields');
  const parent = tx.org.schema.parentRelationship(model.name, third);
  const child = tx.org.schema.childRelationship(model.name, third);
  if (parent?.referenceTo?.[0] !== undefined) {
    const [row] = select(tx, `SELECT ${parent.name} FROM ${model.name} WHERE Id = ${quote(id.value)}`);
    const target = row?.fields.get(parent.name);
    if (!(target instanceof ApexId)) throw notFound();
    const of = tx.org.schema.objectByPrefix(target.value.slice(0, 3));
    return json(200, oneRecord(context, readableObject(tx, of?.name ?? ''), 'Id', target.value));
  }
  if (!child) throw notFound();
  const of = readableObject(tx, child.childObject);
  const rows = select(
    tx,
    `SELECT ${fieldList(tx, of, fields)} FROM ${of.name} WHERE ${child.field} = ${quote(id.value)}`
  );
  const root = apiRoot(context.task);
  return json(200, { totalSize: rows.length, done: true, records: rows.map((row) => recordJson(row, root)) });
}

function oneRecord(context: RouteContext, model: ObjectModel, field: string, value: string) {
  const { tx, query, task } = context;
  const text = field === 'Id' ? quote(value) : value;
  const rows = select(
    tx,
    `SELECT ${fieldList(tx, model, query.get('fields'))} FROM ${model.name} WHERE ${field} = ${text} LIMIT 2`
  );
  const [row] = rows;
  if (!row) throw notFound();
  return recordJson(row, apiRoot(task));
}

/** What the client asks for, else every field that the user may read. */
function fieldList(tx: Transaction, model: ObjectModel, asked: string | null): string {
  const names =
    asked?.split(',').map((name) => name.trim()) ??
    [...model.fields.values()]
      .map((field) => field.name)
      .filter((name) => tx.user.access.fieldAccess(model.name, name, 'read'));
  return [...new Map(['Id', ...names].map((name) => [name.toLowerCase(), name])).values()].join(', ');
}

function blobOf(tx: Transaction, model: ObjectModel, field: FieldModel, id: ApexId): HttpResult {
  if (field.type !== 'base64') throw notFound();
  const [row] = select(tx, `SELECT ${field.name} FROM ${model.name} WHERE Id = ${quote(id.value)}`);
  if (!row) throw notFound();
  const value = row.fields.get(field.name);
  const body = value instanceof ApexBlob ? value.bytes : new Uint8Array();
  return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body };
}

/** POST sobjects/<object>; a file may come as a part of its own. */
export function createRecord({ tx, task, params }: RouteContext): HttpResult {
  const model = readableObject(tx, params[0] ?? '');
  const id = write(tx, 'insert', recordWith(tx, model.name, recordBody(task)));
  const created = json(201, { id: id.value, success: true, errors: [] });
  const address = `${apiRoot(task)}/sobjects/${model.name}/${id.value}`;
  return { ...created, headers: { ...created.headers, Location: address } };
}

/** PATCH sobjects/<object>/<id> */
export function updateRecord({ tx, task, params }: RouteContext): HttpResult {
  const [object = '', idText = ''] = params;
  const model = readableObject(tx, object);
  const record = recordWith(tx, model.name, recordBody(task));
  record.fields.set('Id', existing(tx, model, recordId(idText)));
  write(tx, 'update', record);
  return noContent;
}

/** PATCH sobjects/<object>/<external id field>/<value>: upsert. `?updateOnly=true` never inserts. */
export function upsertRecord(context: RouteContext): HttpResult {
  const { tx, params } = context;
  const [object = '', fieldName = '', value = ''] = params;
  const model = readableObject(tx, object);
  const field = externalIdField(tx, model, fieldName);
  const record = recordWith(tx, model.name, { ...bodyObject(context.task), [field.name]: value });
  const before = idsWith(tx, model, field, value);
  if (before.length === 0 && context.query.get('updateOnly') === 'true') throw notFound();
  const id = write(tx, 'upsert', record, field.name);
  const created = before.length === 0;
  return json(created ? 201 : 200, { id: id.value, success: true, errors: [], created });
}

/** DELETE sobjects/<object>/<external id field>/<value> */
export function deleteByExternalId({ tx, params }: RouteContext): HttpResult {
  const [object = '', fieldName = '', value = ''] = params;
  const model = readableObject(tx, object);
  const [row] = idsWith(tx, model, externalIdField(tx, model, fieldName), value);
  if (!row) throw notFound();
  write(tx, 'delete', row);
  return noContent;
}

/** DELETE sobjects/<object>/<id> */
export function deleteRecord({ tx, params }: RouteContext): HttpResult {
  const model = readableObject(tx, params[0] ?? '');
  const record = new SObjectValue(model.name);
  record.fields.set('Id', existing(tx, model, recordId(params[1] ?? '')));
  write(tx, 'delete', record);
  return noContent;
}

/** An id of that object; an id of another, or of no record, does not exist for the API. */
function existing(tx: Transaction, model: ObjectModel, id: ApexId): ApexId {
  const rows =
    id.value.slice(0, 3) === model.keyPrefix
      ? select(tx, `SELECT Id FROM ${model.name} WHERE Id = ${quote(id.value)} ALL ROWS`)
      : [];
  if (rows.length === 0) throw notFound();
  return id;
}

function externalIdField(tx: Transaction, model: ObjectModel, name: string): FieldModel {
  const field = tx.org.schema.field(model.name, name);
  if (field && isLookupKey(model, field)) return field;
  throw new HttpError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
}

function idsWith(tx: Transaction, model: ObjectModel, field: FieldModel, value: string): SObjectValue[] {
  return select(tx, `SELECT Id FROM ${model.name} WHERE ${field.name} = ${literal(field, value)}`);
}

/** The value of an address as SOQL writes values of the field; what does not fit is of no record. */
function literal(field: FieldModel, text: string): string {
  try {
    const value = fieldValue(text, field);
    if (value instanceof ApexId) return quote(value.value);
    return typeof value === 'string' ? quote(value) : String(value);
  } catch (error) {
    throw error instanceof JsonMismatch ? notFound() : error;
  }
}
