import { SObjectValue } from '../../kernel/sobject.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { RecordInput } from '../../lightning/protocol.js';
import { objectOf, quote, readableObject, recordId, recordWith, select, write } from '../routes/records.js';
import { bodyObject, HttpError, json, noContent, type RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { addAll, addPath, addQualified, fieldTree, selectList, type FieldTree } from './field-tree.js';
import { representation, systemFields } from './record-representation.js';

/** GET ui-api/records/<id>?fields=&optionalFields=&layoutTypes= */
export function getUiRecord(context: RouteContext): HttpResult {
  const { tx, query } = context;
  const id = recordId(context.params[0] ?? '');
  const tree = fieldTree(objectOf(tx, id));
  const list = (name: string) =>
    query.getAll(name).flatMap((text) => text.split(',').filter((one) => one.trim() !== ''));
  addQualified(tx, tree, list('fields'), false);
  addQualified(tx, tree, list('optionalFields'), true);
  if (query.has('layoutTypes') || (!query.has('fields') && !query.has('optionalFields'))) addAll(tx, tree);
  return json(200, read(tx, id, tree));
}

/** POST ui-api/records */
export function createUiRecord(context: RouteContext): HttpResult {
  const { tx } = context;
  const input = bodyObject(context.task) as Partial<RecordInput>;
  const model = readableObject(tx, input.apiName ?? '');
  const id = write(tx, 'insert', recordWith(tx, model.name, input.fields ?? {}));
  return json(201, readAll(tx, id));
}

/** PATCH ui-api/records/<id> */
export function updateUiRecord(context: RouteContext): HttpResult {
  const { tx } = context;
  const id = recordId(context.params[0] ?? '');
  const input = bodyObject(context.task) as Partial<RecordInput>;
  const record = recordWith(tx, objectOf(tx, id).name, { ...input.fields, Id: id.value });
  write(tx, 'update', record);
  return json(200, readAll(tx, id));
}

/** DELETE ui-api/records/<id> */
export function deleteUiRecord(context: RouteContext): HttpResult {
  const id = recordId(context.params[0] ?? '');
  const record = new SObjectValue(objectOf(context.tx, id).name);
  record.fields.set('Id', id);
  write(context.tx, 'delete', record);
  return noContent;
}

function readAll(tx: Transaction, id: ApexId) {
  const tree = fieldTree(objectOf(tx, id));
  addAll(tx, tree);
  return read(tx, id, tree);
}

function read(tx: Transaction, id: ApexId, tree: FieldTree) {
  for (const name of systemFields) addPath(tx, tree, [name]);
  const [row] = select(
    tx,
    `SELECT ${selectList(tree).join(', ')} FROM ${tree.object.name} WHERE Id = ${quote(id.value)}`
  );
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return representation(tx, row, tree);
}
