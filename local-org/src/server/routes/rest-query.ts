import type { SObjectValue } from '../../kernel/sobject.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { recordJson } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { userMode } from './records.js';
import { API_ROOT, HttpError, json, type RouteContext } from './route.js';

/** Rows in one answer; the rest follows by nextRecordsUrl. */
const defaultBatch = 2000;

/** GET query?q= and queryAll?q=. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
export function runQuery(context: RouteContext): HttpResult {
  const soql = context.query.get('q');
  if (soql === null || soql.trim() === '')
    throw new HttpError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  return page(context, soql, 0, batchSize(context));
}

/** GET query/<locator>: the locator carries the query itself, so that it outlives a restart of the server. */
export function nextRecords(context: RouteContext): HttpResult {
  const match = /^01g([A-Za-z0-9_-]+)-(\d+)-(\d+)$/.exec(context.params[0] ?? '');
  if (!match) throw new HttpError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const soql = Buffer.from(match[1] ?? '', 'base64url').toString('utf8');
  return page(context, soql, Number(match[3]), Number(match[2]));
}

function page({ tx }: RouteContext, soql: string, from: number, size: number): HttpResult {
  const query = tx.data.parse(tx, soql);
  if (isCount(query)) {
    return json(200, { totalSize: tx.data.count(tx, query, () => null, userMode), done: true, records: [] });
  }
  const rows = tx.data.query(tx, query, () => null, userMode);
  const done = from + size >= rows.length;
  const locator = `01g${Buffer.from(soql).toString('base64url')}-${size}-${from + size}`;
  return json(200, {
    totalSize: rows.length,
    done,
    ...(done ? {} : { nextRecordsUrl: `${API_ROOT}/query/${locator}` }),
    records: rows.slice(from, from + size).map((row: SObjectValue) => recordJson(row, API_ROOT))
  });
}

function isCount(query: SoqlQuery): boolean {
  const [only, ...others] = query.select;
  return (
    only?.kind === 'function' &&
    others.length === 0 &&
    only.name.toLowerCase() === 'count' &&
    only.args.length === 0 &&
    !only.alias
  );
}

/** `Sforce-Query-Options: batchSize=200`, between 200 and 2,000. */
function batchSize({ task }: RouteContext): number {
  const header = task.headers.find(([name]) => name.toLowerCase() === 'sforce-query-options')?.[1];
  const size = Number(/batchSize=(\d+)/i.exec(header ?? '')?.[1] ?? defaultBatch);
  return Math.min(Math.max(size, 200), defaultBatch);
}
