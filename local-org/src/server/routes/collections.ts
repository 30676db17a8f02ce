import { ApexId } from '../../kernel/scalars.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import type { DmlOperation, DmlRowResult, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { recordJson } from '../json/record-json.js';
import type { Json } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { quote, readableObject, recordId, recordWith, select, userMode } from './records.js';
import { apiRoot, bodyObject, HttpError, json, type RouteContext } from './route.js';

/** The most records of one request, and of one that only reads. */
const mostWritten = 200;
const mostRead = 2000;
const mostChunks = 10;

/** POST composite/sobjects. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm */
export function createCollection(context: RouteContext): HttpResult {
  const { records, allOrNone } = bodyOf(context);
  return json(200, save(context.tx, 'insert', records, { allOrNone }));
}

/** PATCH composite/sobjects: each record has its `id` beside its fields. */
export function updateCollection(context: RouteContext): HttpResult {
  const { records, allOrNone } = bodyOf(context);
  return json(200, save(context.tx, 'update', records, { allOrNone }));
}

/** PATCH composite/sobjects/<object>/<external id field> */
export function upsertCollection(context: RouteContext): HttpResult {
  const { tx, params } = context;
  const model = readableObject(tx, params[0] ?? '');
  const field = tx.org.schema.field(model.name, params[1] ?? '');
  if (!field || !isLookupKey(model, field)) {
    throw new HttpError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${params[1]}`
    );
  }
  const { records, allOrNone } = bodyOf(context);
  if (records.some((record) => record.object !== model.name)) {
    throw new HttpError(400, 'INVALID_TYPE', `All records must be of type ${model.name}`);
  }
  return json(200, save(tx, 'upsert', records, { allOrNone, externalIdField: field.name }));
}

/** DELETE composite/sobjects?ids=&allOrNone= */
export function deleteCollection({ tx, query }: RouteContext): HttpResult {
  const ids = idList(query.get('ids'));
  limit(ids.length, mostWritten);
  const records = ids.map((text) => {
    const id = recordId(text);
    const model = tx.org.schema.objectByPrefix(id.value.slice(0, 3));
    if (!model) throw new HttpError(400, 'MALFORMED_ID', `malformed id ${text}`);
    const record = new SObjectValue(model.name);
    record.fields.set('Id', id);
    return record;
  });
  return json(200, save(tx, 'delete', records, { allOrNone: query.get('allOrNone') === 'true' }));
}

/** GET composite/sobjects/<object>?ids=&fields=, and POST with the same in the body: a record or null for each id. */
export function retrieveCollection(context: RouteContext): HttpResult {
  const { tx, task, query, params } = context;
  const model = readableObject(tx, params[0] ?? '');
  const body = task.method === 'POST' ? bodyObject(task) : {};
  const ids = (texts(body['ids']) ?? idList(query.get('ids'))).map((text) => ApexId.parse(text)?.value ?? '');
  const fields = texts(body['fields']) ?? idList(query.get('fields'));
  if (ids.length === 0) throw new HttpError(400, 'MISSING_ARGUMENT', 'The ids parameter is required');
  if (fields.length === 0) throw new HttpError(400, 'MISSING_ARGUMENT', 'The fields parameter is required');
  limit(ids.length, mostRead);
  const columns = [...new Map(['Id', ...fields].map((name) => [name.toLowerCase(), name])).values()].join(', ');
  const known = ids.filter((id) => id !== '');
  const rows =
    known.length === 0
      ? []
      : select(tx, `SELECT ${columns} FROM ${model.name} WHERE Id IN (${known.map(quote).join(',')})`);
  const byId = new Map(rows.map((row) => [String((row.fields.get('Id') as ApexId).value), row]));
  const root = apiRoot(task);
  return json(
    200,
    ids.map((id) => {
      const row = byId.get(id);
      return row ? recordJson(row, root) : null;
    })
  );
}

/** The records of a body, each of the type that its attributes name, in the order given. */
function bodyOf({ tx, task }: RouteContext): { records: SObjectValue[]; allOrNone: boolean } {
  const body = bodyObject(task);
  const list = body['records'];
  if (!Array.isArray(list)) throw new HttpError(400, 'MISSING_ARGUMENT', 'The records parameter is required');
  limit(list.length, mostWritten);
  const records = list.map((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      throw new HttpError(400, 'JSON_PARSER_ERROR', 'A record must be a JSON object');
    }
    const type = (one['attributes'] as { readonly type?: Json } | undefined)?.type;
    if (typeof type !== 'string') throw new HttpError(400, 'INVALID_INPUT', 'Include a type attribute for each record');
    const model = tx.org.schema.object(type);
    if (!model) throw new HttpError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
    return recordWith(tx, model.name, one);
  });
  return { records, allOrNone: body['allOrNone'] === true || body['allOrNone'] === 'true' };
}

interface SaveOptions {
  readonly allOrNone: boolean;
  readonly externalIdField?: string;
}

/** Saves records of several types in chunks of one type; one result a record, as the API writes it. */
export function save(
  tx: Transaction,
  operation: DmlOperation,
  records: readonly SObjectValue[],
  { allOrNone, externalIdField }: SaveOptions
): Record<string, unknown>[] {
  const chunks = inChunks(records);
  if (chunks.length > mostChunks) {
    throw new HttpError(400, 'TOO_MANY_CHUNKS', `Cannot have more than ${mostChunks} chunks in a single operation`);
  }
  const before = allOrNone ? tx.data.savepoint(tx) : 0;
  const results = chunks.flatMap((chunk) =>
    tx.data.dml(tx, operation, chunk, {
      access: userMode,
      allOrNone: false,
      ...(externalIdField !== undefined && { externalIdField })
    })
  );
  const failed = results.some((result) => !result.success);
  if (allOrNone && failed) tx.data.rollback(tx, before);
  return results.map((result) => saveResult(result, operation === 'upsert', allOrNone && failed));
}

const rolledBack = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: []
};

function saveResult(result: DmlRowResult, isUpsert: boolean, undone: boolean): Record<string, unknown> {
  if (result.success && undone) return { success: false, errors: [rolledBack] };
  const errors = result.errors.map((one) => ({ statusCode: one.code, message: one.message, fields: [...one.fields] }));
  return {
    ...(result.success && result.id && { id: result.id.value }),
    success: result.success,
    errors,
    ...(isUpsert && result.success && { created: result.created })
  };
}

function inChunks(records: readonly SObjectValue[]): SObjectValue[][] {
  const chunks: SObjectValue[][] = [];
  for (const record of records) {
    const last = chunks.at(-1);
    if (last?.[0]?.object === record.object) last.push(record);
    else chunks.push([record]);
  }
  return chunks;
}

function limit(count: number, most: number): void {
  if (count <= most) return;
  throw new HttpError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${most} records into this call`
  );
}

const idList = (text: string | null): string[] => (text ?? '').split(',').flatMap((one) => one.trim() || []);

function texts(value: Json | undefined): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
