import { isAggregate } from '../../soql/aggregates.js';
import type { SoqlGroupBy, SoqlOperand, SoqlQuery, SoqlSelectItem } from '../../soql/ast.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { isGroupable } from '../../schema/query-traits.js';
import type { SqlRow } from '../store/connection.js';
import { conditionSql, filterSql } from './conditions.js';
import type { TranslationContext } from './context.js';
import { decode, familyOf, readable, type Shape } from './encoding.js';
import { refuse } from './errors.js';
import { withoutCaseKey } from './folding.js';
import { formatText } from './format.js';
import { operandSql, type OperandOptions } from './functions.js';
import { termsOf } from './order.js';
import { scopeOf } from './semi-join.js';
import type { Scope } from './scope.js';
import { countOf } from './values.js';

interface Output {
  readonly name: string;
  readonly shape: Shape;
  readonly format: boolean;
}

export interface AggregateStatement {
  readonly sql: string;
  read(row: SqlRow): SObjectValue;
  /** How many query rows the result counts for. */
  counted(rows: readonly SqlRow[]): number;
}

/** A grouped query. ROLLUP and CUBE are one select a grouping set, joined by UNION ALL. */
export function translateAggregate(context: TranslationContext, query: SoqlQuery): AggregateStatement {
  const scope = scopeOf(context, query);
  const operands = query.groupBy?.operands ?? [];
  const groups = operands.map((operand) => groupSql(scope, operand));
  const keys = new Map(groups.map((sql, i) => [sql, groupKey(scope, operands[i], sql)]));
  const outputs: Output[] = [];
  const names = resultNames(scope, query.select);
  const where = filterSql(scope, query);
  const sets = groupingSets(query.groupBy, groups);
  let order: string[] = [];
  const selects = sets.map((kept) => {
    const options: OperandOptions = { groupedOut: new Set(groups.filter((sql) => !kept.includes(sql))) };
    const parts = query.select.map((item, i) => selected(scope, item, groups, options, outputs, names[i] ?? ''));
    const sorted = query.orderBy.map((entry) => sortable(scope, entry.operand, groups, options));
    order = query.orderBy.flatMap((entry, i) => {
      return termsOf({ sql: `s${i}`, shape: sorted[i]?.shape ?? { type: 'string' } }, entry);
    });
    const columns = [...parts.map((sql, i) => `${sql} AS c${i}`), ...sorted.map(({ sql }, i) => `${sql} AS s${i}`)];
    columns.push('COUNT(*) AS n');
    const having = query.having ? ` HAVING ${conditionSql(scope, query.having, options)}` : '';
    const by = kept.length > 0 ? ` GROUP BY ${kept.map((sql) => keys.get(sql) ?? sql).join(', ')}` : '';
    const filter = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
    return `SELECT ${columns.join(', ')} FROM ${scope.from()}${filter}${by}${having}`;
  });
  const sorted = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '';
  const limited =
    sets.length === 1 && sorted === '' ? selects[0] : `SELECT * FROM (${selects.join(' UNION ALL ')})${sorted}`;
  return {
    sql: `${limited}${limits(context, query)}`,
    read: (row) => readResult(context, outputs, row),
    counted: (rows) => countedRows(query, rows)
  };
}

function groupSql(scope: Scope, operand: SoqlOperand): string {
  if (operand.kind !== 'field') return operandSql(scope, operand).sql;
  const { sql, field } = scope.field(operand.path);
  if (!isGroupable(field)) throw refuse(`field '${operand.path.join('.')}' can not be grouped in a query call`);
  return sql;
}

function groupKey(scope: Scope, operand: SoqlOperand | undefined, sql: string): string {
  return operand?.kind === 'field' ? withoutCaseKey(scope.field(operand.path).field, sql) : sql;
}

/**
 * Each row that goes into an aggregate counts, but for COUNT: there each row of the result does.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm
 */
function countedRows(query: SoqlQuery, rows: readonly SqlRow[]): number {
  if (!query.select.some((item) => item.kind === 'function' && sumsUp(item))) return rows.length;
  const sizes = rows.map((row) => Number(row.at(-1)));
  // The grand total of ROLLUP and CUBE has all rows, and the other sets have them again.
  return query.groupBy && query.groupBy.mode !== 'plain'
    ? Math.max(0, ...sizes)
    : sizes.reduce((sum, size) => sum + size, 0);
}

function sumsUp(operand: SoqlOperand): boolean {
  if (operand.kind !== 'function') return false;
  return /^(sum|avg|min|max|count_distinct)$/i.test(operand.name) || operand.args.some(sumsUp);
}

function limits(context: TranslationContext, query: SoqlQuery): string {
  if (query.limit && !query.groupBy) {
    throw refuse('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
  }
  const limit = query.limit ? countOf(context, query.limit) : -1;
  const offset = query.offset ? countOf(context, query.offset) : 0;
  return limit < 0 && offset === 0 ? '' : ` LIMIT ${limit} OFFSET ${offset}`;
}

/** Plain: all groups. ROLLUP (a, b): (a, b), (a), (). CUBE: every subset. */
function groupingSets(groupBy: SoqlGroupBy | undefined, groups: readonly string[]): string[][] {
  if (!groupBy || groupBy.mode === 'plain') return [[...groups]];
  if (groupBy.mode === 'rollup') return groups.map((_, i) => groups.slice(0, groups.length - i)).concat([[]]);
  const sets: string[][] = [];
  for (let mask = 2 ** groups.length - 1; mask >= 0; mask--) {
    sets.push(groups.filter((_, i) => mask & (1 << (groups.length - 1 - i))));
  }
  return sets;
}

function selected(
  scope: Scope,
  item: SoqlSelectItem,
  groups: readonly string[],
  options: OperandOptions,
  outputs: Output[],
  name: string
): string {
  if (item.kind !== 'field' && item.kind !== 'function') throw refuse('Grouped query cannot have child queries.');
  const { sql, shape } = operandSql(scope, item, options);
  if (!isAggregate(item) && !groups.includes(sql))
    throw refuse(`Field must be grouped or aggregated: ${writtenName(item)}`);
  const format = item.kind === 'function' && item.name.toLowerCase() === 'format';
  if (!outputs.some((output) => output.name === name)) outputs.push({ name, shape, format });
  return options.groupedOut?.has(sql) ? 'NULL' : readable(shape, sql);
}

function sortable(scope: Scope, operand: SoqlOperand, groups: readonly string[], options: OperandOptions) {
  const expression = operandSql(scope, operand, options);
  if (!isAggregate(operand) && !groups.includes(expression.sql)) {
    throw refuse(`Ordered field must be grouped or aggregated: ${writtenName(operand)}`);
  }
  const text = familyOf(expression.shape) === 'text' ? ' COLLATE NOCASE' : '';
  return { ...expression, sql: options.groupedOut?.has(expression.sql) ? 'NULL' : `${expression.sql}${text}` };
}

const writtenName = (operand: SoqlOperand | SoqlSelectItem): string => {
  if (operand.kind === 'field') return operand.path.join('.');
  return operand.kind === 'function' ? writtenName(operand.args[0] ?? { kind: 'null' }) : '';
};

/** Alias, else the field's own name, else expr0, expr1, … Each stands once. */
function resultNames(scope: Scope, select: readonly SoqlSelectItem[]): string[] {
  let expressions = 0;
  const names = select.map((item) => {
    if ((item.kind === 'field' || item.kind === 'function') && item.alias !== undefined) return item.alias;
    return item.kind === 'field' ? scope.field(item.path).field.name : `expr${expressions++}`;
  });
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw refuse(`duplicate alias: ${name}`);
    seen.add(name.toLowerCase());
  }
  return names;
}

function readResult(context: TranslationContext, outputs: readonly Output[], row: SqlRow): SObjectValue {
  const result = new SObjectValue('AggregateResult');
  result.queried = true;
  outputs.forEach(({ name, shape, format }, i) => {
    const value = decode(shape, row[i] ?? null);
    result.fields.set(name, format ? formatText(shape, value, context.settings.user) : value);
  });
  return result;
}
