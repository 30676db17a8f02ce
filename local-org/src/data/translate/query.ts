import type { SObjectValue } from '../../kernel/sobject.js';
import { isAggregateQuery } from '../../soql/aggregates.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { translateAggregate } from './aggregate.js';
import { execute, type RunSql } from './computed.js';
import { filterSql, listSql } from './conditions.js';
import { quote, TranslationContext, type TranslationSettings } from './context.js';
import { refersByName } from './encoding.js';
import { refuse } from './errors.js';
import { orderTerms } from './order.js';
import { scopeOf } from './semi-join.js';
import { idOf } from './rows.js';
import { Scope } from './scope.js';
import { translateSelect, type ChildRequest } from './select.js';
import { countOf } from './values.js';

export interface QueryOutcome {
  readonly records: SObjectValue[];
  /** Rows of the query and of all its child queries: what the row limit counts. */
  readonly rows: number;
}

/** Runs a query: one statement for it and one for each child query, whatever the number of parents. */
export function runQuery(settings: TranslationSettings, query: SoqlQuery, run: RunSql): QueryOutcome {
  const context = new TranslationContext(settings);
  if (isAggregateQuery(query)) {
    const statement = translateAggregate(context, query);
    const rows = execute(context, statement.sql, run);
    return { records: rows.map((row) => statement.read(row)), rows: statement.counted(rows) };
  }
  checkFields(context, query);
  const scope = scopeOf(context, query);
  const { columns, shape, children } = translateSelect(scope, query.select);
  const where = filterSql(scope, query);
  const order = [...orderTerms(scope, query.orderBy), ...(scope.table ? [] : [`${scope.root.alias}.rowid`])];
  const filter = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  const sql = `SELECT ${columns.list().join(', ')} FROM ${scope.from()}${filter}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}${limits(context, query)}`;
  const records = execute(context, sql, run).map((row) => shape.build(scope.root.object.name, row));
  return { records, rows: records.length + runChildren(settings, children, records, run) };
}

/** FIELDS(ALL) and FIELDS(CUSTOM) name any number of fields, so that rows are limited instead. */
function checkFields(context: TranslationContext, { select, limit }: SoqlQuery): void {
  if (!select.some((item) => item.kind === 'fields' && item.set !== 'standard')) return;
  if (!limit || countOf(context, limit) > 200)
    throw refuse('The SOQL FIELDS function must have a LIMIT of at most 200');
}

/** `SELECT COUNT() …` */
export function runCount(settings: TranslationSettings, query: SoqlQuery, run: RunSql): number {
  const context = new TranslationContext(settings);
  const scope = scopeOf(context, query);
  const where = filterSql(scope, query);
  const filter = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  const rows = `SELECT 1 FROM ${scope.from()}${filter}${limits(context, query)}`;
  return Number(execute(context, `SELECT COUNT(*) FROM (${rows})`, run)[0]?.[0] ?? 0);
}

const maximumOffset = 2000;

function limits(context: TranslationContext, query: SoqlQuery): string {
  const limit = query.limit ? countOf(context, query.limit) : -1;
  const offset = query.offset ? countOf(context, query.offset) : 0;
  if (offset > maximumOffset) throw refuse(`Maximum SOQL offset allowed is ${maximumOffset}`);
  return limit < 0 && offset === 0 ? '' : ` LIMIT ${limit} OFFSET ${offset}`;
}

function runChildren(
  settings: TranslationSettings,
  requests: readonly ChildRequest[],
  parents: readonly SObjectValue[],
  run: RunSql
): number {
  if (parents.length === 0) {
    for (const request of requests) runChild(settings, request, [], run);
    return 0;
  }
  const ids = parents.map(idOf);
  return requests.reduce((count, request) => count + runChild(settings, request, ids, run), 0);
}

/** The children of all parents at once; LIMIT and OFFSET hold for each parent. */
function runChild(
  settings: TranslationSettings,
  request: ChildRequest,
  parentIds: readonly string[],
  run: RunSql
): number {
  const context = new TranslationContext(settings);
  const { query } = request;
  const object = context.object(request.object);
  const scope = Scope.of(context, object);
  // Definitions refer to their object by its name.
  const field = context.schema.field(object.name, request.field);
  const byName = field && refersByName(field) ? namesOf(parentIds, run) : undefined;
  const keys = byName ? [...byName.keys()] : parentIds;
  scope.table = settings.derived?.(object, query, context, byName ? keys : undefined);
  if (query.from.alias) scope.name(query.from.alias, []);
  const { columns, shape, children } = translateSelect(scope, query.select);
  const reference = scope.field([request.field]);
  shape.imply(reference.field.name, columns.reader(reference));
  const parent = `${scope.root.alias}.${quote(request.field)}`;
  const parentPlace = columns.add(parent);
  const place = scope.table ? '1' : `${scope.root.alias}.rowid`;
  const order = [...orderTerms(scope, query.orderBy), place].join(', ');
  scope.narrow([`${parent} IN ${listSql(context, keys)}`]);
  const where = [...scope.narrowed, ...filterSql(scope, query)].join(' AND ');
  const selected = columns.list().map((sql, i) => `${sql} AS c${i}`);
  const limit = query.limit ? countOf(context, query.limit) : Infinity;
  const offset = query.offset ? countOf(context, query.offset) : 0;
  const numbered = limit !== Infinity || offset > 0;
  if (numbered) selected.push(`row_number() OVER (PARTITION BY ${parent} ORDER BY ${order}) AS place`);
  const inner = `SELECT ${selected.join(', ')} FROM ${scope.from()} WHERE ${where}`;
  const sql = numbered
    ? `SELECT * FROM (${inner}) WHERE place > ${offset}${limit === Infinity ? '' : ` AND place <= ${offset + limit}`} ORDER BY place`
    : `${inner} ORDER BY ${order}`;
  const records: SObjectValue[] = [];
  for (const row of parentIds.length > 0 ? execute(context, sql, run) : []) {
    const record = shape.build(request.object, row);
    const key = String(row[parentPlace]);
    request.rows.get(byName ? (byName.get(key) ?? '') : key)?.push(record);
    records.push(record);
  }
  return records.length + runChildren(settings, children, records, run);
}

/** Ids of EntityDefinition rows by the names of their objects. */
function namesOf(ids: readonly string[], run: RunSql): Map<string, string> {
  const rows = run('SELECT "DurableId", "Id" FROM "EntityDefinition" WHERE "Id" IN (SELECT value FROM json_each(?1))', [
    JSON.stringify(ids)
  ]);
  return new Map(rows.map(([name, id]) => [String(name), String(id)]));
}
