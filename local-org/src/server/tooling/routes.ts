import { ApexId } from '../../kernel/scalars.js';
import type { ApexValue } from '../../kernel/object.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ObjectModel } from '../../schema/model.js';
import { fieldValue } from '../json/field-value.js';
import { JsonMismatch } from '../json/from-json.js';
import { recordJson } from '../json/record-json.js';
import type { Json } from '../json/to-json.js';
import { describeField } from '../routes/describe/field.js';
import { objectSummary } from '../routes/describe/object.js';
import { quote, recordId } from '../routes/records.js';
import { apiRoot, bodyObject, HttpError, json, noContent, type RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { complexFields, listedObjects, writableObjects } from '../../org/tooling/objects.js';
import { symbolTable } from './symbol-table.js';

const toolingRoot = (context: RouteContext): string => `${apiRoot(context.task)}/tooling`;

/** GET tooling/sobjects */
export function describeToolingGlobal(context: RouteContext): HttpResult {
  const models = listedObjects.map((name) => context.org.tooling.object(name));
  const sobjects = models.map((model) => objectSummary(context.tx, model, toolingRoot(context)));
  return json(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

/** GET tooling/sobjects/<object>/describe */
export function describeToolingObject(context: RouteContext): HttpResult {
  const model = context.org.tooling.object(context.params[0] ?? '');
  const writable = writableObjects.has(model.name);
  return json(200, {
    ...objectSummary(context.tx, model, toolingRoot(context)),
    createable: writable,
    deletable: writable,
    updateable: writable,
    childRelationships: [],
    fields: [...model.fields.values()].map((field) => describeField(model, field, writable)),
    recordTypeInfos: []
  });
}

/** A row as the Tooling API writes it: values with parts are JSON. */
export function toolingRecord(context: RouteContext, row: SObjectValue): Record<string, Json> {
  const record = recordJson(row, toolingRoot(context));
  for (const name of complexFields) {
    const value = record[name];
    if (typeof value === 'string') record[name] = JSON.parse(value) as Json;
  }
  if ('SymbolTable' in record) record['SymbolTable'] = symbolsOf(context, row);
  return record;
}

function symbolsOf({ org, tx }: RouteContext, row: SObjectValue): Json {
  const id = row.fields.get('Id');
  if (!(id instanceof ApexId)) return null;
  const [named] = org.tooling.select(tx, `SELECT Name FROM ${row.object} WHERE Id = ${quote(id.value)}`);
  const name = String(named?.fields.get('Name') ?? '');
  const info = org.code.classInfo(row.object === 'ApexTrigger' ? `Trigger.${name}` : name);
  if (!info) return null;
  const inner = [...org.code.classes()].filter((one) => one.name.startsWith(`${info.name}.`));
  return symbolTable(info, inner) as Json;
}

/** GET tooling/sobjects/<object>/<id> */
export function getToolingRecord(context: RouteContext): HttpResult {
  const { org, tx, params, query } = context;
  const model = org.tooling.object(params[0] ?? '');
  const names = query.get('fields')?.split(',') ?? [...model.fields.keys()];
  const fields = [...new Set(['Id', ...names])].join(', ');
  const [row] = org.tooling.select(
    tx,
    `SELECT ${fields} FROM ${model.name} WHERE Id = ${quote(recordId(params[1] ?? '').value)}`
  );
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return json(200, toolingRecord(context, row));
}

/** GET tooling/sobjects/ApexLog/<id>/Body: the log as text. */
export function getLogBody({ org, tx, params }: RouteContext): HttpResult {
  const id = recordId(params[0] ?? '');
  const [row] = org.tooling.select(tx, `SELECT Body FROM ApexLog WHERE Id = ${quote(id.value)}`);
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const body = new TextEncoder().encode(String(row.fields.get('Body') ?? ''));
  return { status: 200, headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body };
}

/** POST tooling/sobjects/<object>: trace flags, debug levels, test suites. Code comes from the source folders only. */
export function createToolingRecord(context: RouteContext): HttpResult {
  const { org, tx, task, params } = context;
  const model = writable(context, params[0] ?? '');
  const fields = rowFields(model, bodyObject(task));
  const id = org.tooling.write(tx, model.name, null, { ...defaults(model), ...fields });
  return json(201, { id: id.value, success: true, errors: [], warnings: [], infos: [] });
}

/** PATCH tooling/sobjects/<object>/<id> */
export function updateToolingRecord(context: RouteContext): HttpResult {
  const { org, tx, task, params } = context;
  const model = writable(context, params[0] ?? '');
  org.tooling.write(tx, model.name, existing(context, model, params[1] ?? ''), rowFields(model, bodyObject(task)));
  return noContent;
}

/** DELETE tooling/sobjects/<object>/<id>; logs can be thrown away too. */
export function deleteToolingRecord(context: RouteContext): HttpResult {
  const { org, tx, params } = context;
  const name = params[0] ?? '';
  const model = name.toLowerCase() === 'apexlog' ? org.tooling.object(name) : writable(context, name);
  org.tooling.remove(tx, model.name, existing(context, model, params[1] ?? ''));
  return noContent;
}

/** PATCH tooling/composite/sobjects: stops the waiting classes of a test run. */
export function updateToolingCollection(context: RouteContext): HttpResult {
  const { org, tx, task } = context;
  const list = bodyObject(task)['records'];
  if (!Array.isArray(list)) throw new HttpError(400, 'MISSING_ARGUMENT', 'The records parameter is required');
  const results = list.map((one) => {
    const source = one as Readonly<Record<string, Json>>;
    const type = (source['attributes'] as { readonly type?: Json } | undefined)?.type;
    const { id, Status: status } = source;
    if (type !== 'ApexTestQueueItem' || status !== 'Aborted' || typeof id !== 'string') {
      throw new HttpError(400, 'UNSUPPORTED_OPERATION', 'Only the status Aborted of an ApexTestQueueItem can be set.');
    }
    const item = existing(context, org.tooling.object(type), id);
    org.tooling.write(tx, type, item, { Status: 'Aborted' });
    return { id: item.value, success: true, errors: [] };
  });
  return json(200, results);
}

function writable({ org, tx }: RouteContext, name: string): ObjectModel {
  const model = org.tooling.schema.object(name);
  if (!model || !writableObjects.has(model.name)) {
    throw new HttpError(
      400,
      'UNSUPPORTED_OPERATION',
      `The local org takes ${name} from its source folders only: change the files there.`
    );
  }
  if (!tx.user.access.userPermission('AuthorApex')) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the permission Author Apex.');
  }
  return model;
}

function existing({ org, tx }: RouteContext, model: ObjectModel, text: string): ApexId {
  const id = recordId(text);
  const [row] = org.tooling.select(tx, `SELECT Id FROM ${model.name} WHERE Id = ${quote(id.value)}`);
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return id;
}

function rowFields(model: ObjectModel, body: Readonly<Record<string, Json>>): Record<string, ApexValue> {
  const byName = new Map([...model.fields.values()].map((field) => [field.name.toLowerCase(), field]));
  const fields: Record<string, ApexValue> = {};
  for (const [name, value] of Object.entries(body)) {
    if (['attributes', 'id'].includes(name.toLowerCase())) continue;
    const field = byName.get(name.toLowerCase());
    if (!field) throw new HttpError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${model.name}`);
    try {
      fields[field.name] = fieldValue(value, field);
    } catch (error) {
      if (!(error instanceof JsonMismatch)) throw error;
      throw new HttpError(400, 'JSON_PARSER_ERROR', `Cannot deserialize instance of ${field.type} for ${field.name}`);
    }
  }
  return fields;
}

const defaults = (model: ObjectModel): Record<string, ApexValue> =>
  Object.fromEntries(
    [...model.fields.values()].flatMap(({ name, defaultValue }) =>
      typeof defaultValue === 'string' ? [[name, defaultValue]] : []
    )
  );
