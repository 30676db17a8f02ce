import type { SObjectValue } from '../../kernel/sobject.js';
import type { DmlRowResult } from '../../kernel/services.js';
import type { Json } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { readableObject, recordWith, userMode } from './records.js';
import { bodyObject, HttpError, json, type RouteContext } from './route.js';

type JsonObject = Readonly<Record<string, Json>>;

/** The most records of a tree, and how deep it goes. */
const mostRecords = 200;
const mostLevels = 5;

interface TreeRecord {
  readonly referenceId: string;
  readonly record: SObjectValue;
  readonly children: readonly { readonly field: string; readonly of: TreeRecord }[];
}

/** What went wrong with records of a tree: nothing of it is kept. */
class TreeFailure extends Error {
  readonly results: readonly unknown[];
  constructor(results: readonly unknown[]) {
    super('The tree was not saved');
    this.results = results;
  }
}

/**
 * POST composite/tree/<object>: records with their children, all or none of them.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm
 */
export function createTree(context: RouteContext): HttpResult {
  const { tx, task, params } = context;
  const model = readableObject(tx, params[0] ?? '');
  const roots = recordsIn(bodyObject(task)).map((one) => treeRecord(context, model.name, one, 1));
  const all = roots.flatMap(flatten);
  if (all.length > mostRecords) {
    throw new HttpError(400, 'INVALID_INPUT', `The request can contain up to ${mostRecords} records.`);
  }
  const references = new Set(all.map((one) => one.referenceId));
  if (references.size < all.length) {
    const twice = all.find((one, at) => all.findIndex((other) => other.referenceId === one.referenceId) < at);
    throw new HttpError(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${twice?.referenceId}`);
  }
  const before = tx.data.savepoint(tx);
  try {
    saveLevel(context, roots);
  } catch (error) {
    if (!(error instanceof TreeFailure)) throw error;
    tx.data.rollback(tx, before);
    return json(400, { hasErrors: true, results: error.results });
  }
  const results = all.map(({ referenceId, record }) => ({ referenceId, id: String(idText(record)) }));
  return json(201, { hasErrors: false, results });
}

const idText = (record: SObjectValue): string =>
  (record.fields.get('Id') as { value: string } | undefined)?.value ?? '';

function recordsIn(body: JsonObject): JsonObject[] {
  const list = body['records'];
  if (!Array.isArray(list)) throw new HttpError(400, 'INVALID_INPUT', 'The records property is required');
  return list.map((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one))
      throw new HttpError(400, 'JSON_PARSER_ERROR', 'A record must be a JSON object');
    return one;
  });
}

function treeRecord(context: RouteContext, object: string, source: JsonObject, level: number): TreeRecord {
  const { tx } = context;
  if (level > mostLevels) throw new HttpError(400, 'INVALID_INPUT', `A tree has up to ${mostLevels} levels.`);
  const attributes = source['attributes'] as { readonly referenceId?: Json; readonly type?: Json } | undefined;
  const { referenceId, type } = attributes ?? {};
  if (typeof referenceId !== 'string') {
    throw new HttpError(400, 'INVALID_INPUT', 'Include a reference ID for each record in the request.');
  }
  if (typeof type !== 'string' || type.toLowerCase() !== object.toLowerCase()) {
    throw new HttpError(400, 'INVALID_INPUT', `Include a type of ${object} for each record in the request.`);
  }
  const own: [string, Json][] = [];
  const children: { field: string; of: TreeRecord }[] = [];
  for (const [name, value] of Object.entries(source)) {
    const relationship = tx.org.schema.childRelationship(object, name);
    if (!relationship || typeof value !== 'object' || value === null || Array.isArray(value)) own.push([name, value]);
    else
      for (const one of recordsIn(value)) {
        children.push({ field: relationship.field, of: treeRecord(context, relationship.childObject, one, level + 1) });
      }
  }
  return { referenceId, record: recordWith(tx, object, Object.fromEntries(own)), children };
}

const flatten = (one: TreeRecord): TreeRecord[] => [one, ...one.children.flatMap(({ of }) => flatten(of))];

/** Saves the records of a level by object, then their children with the ids of their parents. */
function saveLevel(context: RouteContext, level: readonly TreeRecord[]): void {
  const { tx } = context;
  const byObject = new Map<string, TreeRecord[]>();
  for (const one of level) byObject.set(one.record.object, [...(byObject.get(one.record.object) ?? []), one]);
  for (const group of byObject.values()) {
    const records = group.map((one) => one.record);
    const results = tx.data.dml(tx, 'insert', records, { access: userMode, allOrNone: false });
    const failed = results.flatMap((result, at) => failure(group[at], result));
    if (failed.length > 0) throw new TreeFailure(failed);
  }
  const next = level.flatMap((one) =>
    one.children.map(({ field, of }) => {
      of.record.fields.set(field, one.record.fields.get('Id') ?? null);
      return of;
    })
  );
  if (next.length > 0) saveLevel(context, next);
}

function failure(of: TreeRecord | undefined, { success, errors }: DmlRowResult): unknown[] {
  if (success) return [];
  return [
    {
      referenceId: of?.referenceId,
      errors: errors.map((one) => ({ statusCode: one.code, message: one.message, fields: [...one.fields] }))
    }
  ];
}
