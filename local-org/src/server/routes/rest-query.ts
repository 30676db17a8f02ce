import { ApexThrow } from '../../kernel/exception.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { exceptionTypeName } from '../../runtime/exceptions.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { placedMessage } from '../../soql/error-place.js';
import { recordJson } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { toolingRecord } from '../tooling/routes.js';
import { queryColumns } from './query-columns.js';
import { userMode, withoutLimits } from './records.js';
import { apiRoot, HttpError, json, type RouteContext } from './route.js';

/** Rows in one answer; the rest follows by nextRecordsUrl. */
const defaultBatch = 2000;

/** What a page of a query's rows is cut from; a locator carries it, so that it outlives a restart of the server. */
interface Cursor {
  readonly soql: string;
  /** With deleted records: queryAll. */
  readonly all: boolean;
  readonly size: number;
  readonly from: number;
}

/** GET query?q= and queryAll?q=. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
export function runQuery(context: RouteContext): HttpResult {
  const { tx, query, task } = context;
  if (query.has('explain')) {
    throw new HttpError(400, 'UNSUPPORTED_OPERATION', 'The local org does not explain queries.');
  }
  const soql = query.get('q');
  if (soql === null || soql.trim() === '')
    throw new HttpError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  if (query.get('columns') === 'true') {
    const schema = isTooling(context) ? context.org.tooling.schema : tx.org.schema;
    return json(200, queryColumns(schema, tx.data.parse(tx, soql)));
  }
  return page(context, { soql, all: /\/queryAll\/?$/i.test(task.path), size: batchSize(context), from: 0 });
}

/** GET query/<locator> */
export function nextRecords(context: RouteContext): HttpResult {
  const match = /^01g([A-Za-z0-9_-]+)-(\d+)-(\d+)$/.exec(context.params[0] ?? '');
  const text = Buffer.from(match?.[1] ?? '', 'base64url').toString('utf8');
  const size = Number(match?.[2]);
  if (!match || !/^[01]/.test(text) || size < 1)
    throw new HttpError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(context, { soql: text.slice(1), all: text.startsWith('1'), size, from: Number(match[3]) });
}

function noBinds(): never {
  throw new HttpError(400, 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code');
}

/** The Tooling API queries its own objects. */
const isTooling = ({ task }: RouteContext): boolean => /^\/services\/data\/v\d+\.\d\/tooling\//.test(task.path);

/** A page of rows; what is wrong with a query is said with its place. */
function page(context: RouteContext, cursor: Cursor): HttpResult {
  try {
    return rowsOf(context, cursor);
  } catch (error) {
    if (error instanceof ApexThrow && exceptionTypeName(error.exception.type) === 'System.QueryException') {
      error.exception.message = placedMessage(cursor.soql, error.exception.message ?? '');
    }
    throw error;
  }
}

function rowsOf(context: RouteContext, { soql, all, size, from }: Cursor): HttpResult {
  const { org, task } = context;
  const tx = withoutLimits(context.tx);
  const parsed = tx.data.parse(tx, soql);
  const query = all ? { ...parsed, allRows: true } : parsed;
  const tooling = isTooling(context) ? org.tooling : null;
  if (isCount(query)) {
    const totalSize = tooling ? tooling.count(tx, query) : tx.data.count(tx, query, noBinds, userMode);
    return json(200, { totalSize, done: true, records: [] });
  }
  const rows: readonly SObjectValue[] = tooling
    ? tooling.query(tx, query, noBinds)
    : tx.data.query(tx, query, noBinds, userMode);
  const done = from + size >= rows.length;
  const locator = `01g${Buffer.from(`${all ? 1 : 0}${soql}`).toString('base64url')}-${size}-${from + size}`;
  const root = apiRoot(task);
  return json(200, {
    totalSize: rows.length,
    done,
    ...(tooling && { size: Math.min(size, rows.length), queryLocator: null, entityTypeName: query.from.object }),
    ...(done ? {} : { nextRecordsUrl: `${root}/${tooling ? 'tooling/' : ''}query/${locator}` }),
    records: rows.slice(from, from + size).map((row) => (tooling ? toolingRecord(context, row) : recordJson(row, root)))
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
