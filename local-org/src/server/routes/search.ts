import type { SObjectValue } from '../../kernel/sobject.js';
import { parseQuery } from '../../soql/parse.js';
import type { SoslFields, SoslQuery } from '../../soql/sosl-ast.js';
import type { Json } from '../json/to-json.js';
import { recordJson } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { readableObject, userMode } from './records.js';
import { apiRoot, bodyObject, HttpError, json, type RouteContext } from './route.js';

/** GET search?q=FIND … https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search.htm */
export function runSearch(context: RouteContext): HttpResult {
  const sosl = context.query.get('q');
  if (sosl === null || sosl.trim() === '')
    throw new HttpError(400, 'MALFORMED_SEARCH', 'A search string has to be specified');
  return found(context, context.tx.data.parseSearch(context.tx, sosl));
}

/** GET parameterizedSearch?q=&sobject=…, and POST with the same as JSON. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized.htm */
export function parameterizedSearch(context: RouteContext): HttpResult {
  const { tx, task, query } = context;
  const body = task.method === 'POST' ? bodyObject(task) : {};
  const text = typeof body['q'] === 'string' ? body['q'] : query.get('q');
  if (text === null || text.trim() === '') throw new HttpError(400, 'MALFORMED_SEARCH', 'The parameter q is required');
  const objects = Array.isArray(body['sobjects'])
    ? body['sobjects'].map((one) => one as Readonly<Record<string, Json>>)
    : query.getAll('sobject').map((name): Readonly<Record<string, Json>> => ({ name }));
  const common = namesOf(body['fields']) ?? query.get('fields')?.split(',') ?? ['Id'];
  const most = Number(body['overallLimit'] ?? query.get('overallLimit') ?? 0);
  const returning = objects.map((one) => {
    const model = readableObject(tx, String(one['name'] ?? ''));
    const fields = namesOf(one['fields']) ?? common;
    const limit = Number(one['limit'] ?? 0);
    const where = typeof one['where'] === 'string' ? ` WHERE ${one['where']}` : '';
    const suffix = limit > 0 ? ` LIMIT ${limit}` : '';
    return parseQuery(`SELECT ${[...new Set(['Id', ...fields])].join(', ')} FROM ${model.name}${where}${suffix}`);
  });
  const fields = String(body['in'] ?? query.get('in') ?? 'all').toLowerCase();
  const scope: SoslFields =
    (['all', 'name', 'email', 'phone', 'sidebar'] as const).find((one) => one === fields) ?? 'all';
  return found(context, {
    search: { kind: 'string', value: text },
    fields: scope,
    returning,
    ...(most > 0 && { limit: { kind: 'number', text: String(most) } })
  });
}

function found({ tx, task }: RouteContext, search: SoslQuery): HttpResult {
  const lists: readonly SObjectValue[][] = tx.data.search(tx, search, () => null, userMode);
  return json(200, { searchRecords: lists.flat().map((row) => recordJson(row, apiRoot(task))) });
}

/** `["Id"]`, `["Id", "Name"]`; undefined when nothing was said. */
const namesOf = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;
