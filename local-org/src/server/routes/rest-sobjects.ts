import { ApexId } from '../../kernel/scalars.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { recordJson } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { objectOf, quote, readableObject, recordId, recordWith, select, write } from './records.js';
import { API_ROOT, bodyObject, HttpError, json, noContent, type RouteContext } from './route.js';

/** GET sobjects/<object>/<id>[?fields=] */
export function getRecord(context: RouteContext): HttpResult {
  const { tx } = context;
  const [object = '', idText = ''] = context.params;
  const model = readableObject(tx, object);
  const asked = context.query.get('fields')?.split(',');
  const readable = [...model.fields.values()]
    .map((field) => field.name)
    .filter((name) => tx.user.access.fieldAccess(model.name, name, 'read'));
  const fields = [...new Set(['Id', ...(asked ?? readable)])].join(', ');
  const [row] = select(tx, `SELECT ${fields} FROM ${model.name} WHERE Id = ${quote(recordId(idText).value)}`);
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return json(200, recordJson(row, API_ROOT));
}

/** POST sobjects/<object> */
export function createRecord(context: RouteContext): HttpResult {
  const model = readableObject(context.tx, context.params[0] ?? '');
  const id = write(context.tx, 'insert', recordWith(context.tx, model.name, bodyObject(context.task)));
  return json(201, { id: id.value, success: true, errors: [] });
}

/** PATCH sobjects/<object>/<id> */
export function updateRecord(context: RouteContext): HttpResult {
  const [object = '', idText = ''] = context.params;
  const model = readableObject(context.tx, object);
  const record = recordWith(context.tx, model.name, bodyObject(context.task));
  record.fields.set('Id', recordId(idText));
  write(context.tx, 'update', record);
  return noContent;
}

/** PATCH sobjects/<object>/<external id field>/<value>: upsert */
export function upsertRecord(context: RouteContext): HttpResult {
  const { tx } = context;
  const [object = '', fieldName = '', value = ''] = context.params;
  const model = readableObject(tx, object);
  const field = tx.org.schema.field(model.name, fieldName);
  if (!field) {
    throw new HttpError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${fieldName}`
    );
  }
  const record = recordWith(tx, model.name, { ...bodyObject(context.task), [field.name]: value });
  const before = select(tx, `SELECT Id FROM ${model.name} WHERE ${field.name} = ${literal(record, field.name)}`);
  const id = write(tx, 'upsert', record, field.name);
  const created = before.length === 0;
  return json(created ? 201 : 200, { id: id.value, success: true, errors: [], created });
}

function literal(record: SObjectValue, field: string): string {
  const value = record.fields.get(field);
  if (value instanceof ApexId) return quote(value.value);
  return typeof value === 'string' ? quote(value) : String(value);
}

/** DELETE sobjects/<object>/<id> */
export function deleteRecord(context: RouteContext): HttpResult {
  const id = recordId(context.params[1] ?? '');
  const record = new SObjectValue(objectOf(context.tx, id).name);
  record.fields.set('Id', id);
  write(context.tx, 'delete', record);
  return noContent;
}
