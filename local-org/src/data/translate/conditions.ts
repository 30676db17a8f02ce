import type { ApexValue } from '../../kernel/object.js';
import type { SoqlComparison, SoqlCondition, SoqlOperand, SoqlQuery, SoqlRight, SoqlValue } from '../../soql/ast.js';
import { isFilterable } from '../../schema/query-traits.js';
import { decimalOf } from '../../runtime/conversion.js';
import { corporateAmount } from './currency.js';
import { encode, familyOf, refersByName, scaleOf, type Shape } from './encoding.js';
import { refuse } from './errors.js';
import { startOfDay, type DayRange } from './dates.js';
import { withoutCase } from './folding.js';
import { operandSql, type OperandOptions } from './functions.js';
import type { Expression, Scope } from './scope.js';
import { idText, isCollection, operands, requireCollection, type Operand } from './values.js';
import { quote, type TranslationContext } from './context.js';
import { scopeConditions } from './filter-scope.js';
import { semiJoinSql } from './semi-join.js';
import { checkSemiJoins } from './semi-join-rules.js';
import type { SqlValue } from '../store/connection.js';

/** A condition as SQL that is never NULL where that matters: `NOT` of an unknown comparison is true, as on the platform. */
export function conditionSql(scope: Scope, condition: SoqlCondition, options: OperandOptions = {}): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.items.map((item) => conditionSql(scope, item, options));
      return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `(NOT COALESCE(${conditionSql(scope, condition.item, options)}, 0))`;
    case 'compare':
      return compareSql(scope, condition.left, condition.operator, condition.right, options);
  }
}

function compareSql(
  scope: Scope,
  operand: SoqlOperand,
  operator: SoqlComparison,
  right: SoqlRight,
  options: OperandOptions
): string {
  if (operand.kind === 'function' && operand.name.toLowerCase() === 'convertcurrency')
    throw refuse(`unexpected token: '${operand.name}'`);
  const found = operandSql(scope, operand, options);
  if (operand.kind === 'field') checkFilter(found, operand.path.join('.'), operator, right);
  const left = neverNull(found);
  const named: Named = { ...left, name: operand.kind === 'field' ? operand.path.join('.') : 'expression' };
  if (right.kind === 'query') return membershipOfQuery(scope, operand, left, operator, right.query);
  const { context } = scope;
  const values = right.kind === 'list' ? right.values : [right.value];
  const amounts = values.flatMap((value) => (value.kind === 'currency' ? [value] : []));
  if (amounts.length > 0) return amountSql(context, named, operand, operator, amounts, amounts.length < values.length);
  if ((operator === 'in' || operator === 'not in') && right.kind === 'value') requireCollection(context, right.value);
  const given = values.flatMap((value) => operands(context, value));
  switch (operator) {
    case 'in':
      return oneOf(context, named, given);
    case 'not in':
      return noneOf(context, named, given);
    case 'includes':
      return includesAny(context, named, given);
    case 'excludes':
      return `(NOT COALESCE(${includesAny(context, named, given)}, 0))`;
    case 'like':
      return like(context, named, given);
    default:
      return single(context, named, operator, given, right.kind === 'value' && isCollection(context, right.value));
  }
}

/** `Amount > USD5000`: both sides in the corporate currency. */
function amountSql(
  context: TranslationContext,
  left: Named,
  operand: SoqlOperand,
  operator: SoqlComparison,
  amounts: readonly Extract<SoqlValue, { kind: 'currency' }>[],
  mixed: boolean
): string {
  const [first] = amounts;
  const isOne = /^(=|!=|[<>]=?)$/.test(operator);
  if (mixed || !first || operand.kind !== 'field' || left.shape.type !== 'currency')
    throw refuse(`unexpected token: '${first?.code ?? ''}${first?.text ?? ''}'`);
  const right = amounts.map(({ code, text }) => corporateAmount(context, left.shape, code, text));
  const sql = left.rate === undefined ? left.sql : `(${left.sql} / ${left.rate})`;
  // Rates are doubles: amounts of the same smallest unit are equal.
  const whole = (value: string | undefined) => `round(${value})`;
  if (isOne) return `${whole(sql)} ${operator === '!=' ? 'IS NOT' : operator} ${whole(right[0])}`;
  const listed = `${whole(sql)} IN (${right.map(whole).join(', ')})`;
  if (operator === 'in') return listed;
  if (operator === 'not in') return `(${left.sql} IS NULL OR NOT ${listed})`;
  throw refuse(`unexpected token: '${first.code}${first.text}'`);
}

/** What the platform refuses of a field in WHERE, whatever the value. */
function checkFilter({ shape }: Expression, name: string, operator: SoqlComparison, right: SoqlRight): void {
  if (!isFilterable(shape)) throw refuse(`field '${name}' can not be filtered in a query call`);
  const family = familyOf(shape);
  if (operator === 'like' && family !== 'text')
    throw refuse(`invalid operator on ${likeNames[family] ?? family} field`);
  const literal = right.kind === 'value' ? right.value.kind : undefined;
  if ((family === 'date' && literal === 'datetime') || (family === 'datetime' && literal === 'date')) {
    throw refuse(`value of filter criterion for field '${name}' must be of type ${filterTypes[family] ?? family}`);
  }
}

const likeNames: Readonly<Record<string, string>> = { decimal: 'number', integer: 'number' };

/**
 * "The Boolean field never has a null value. Instead, null is treated as false", also where there is no parent:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_relationships_and_null.htm
 */
function neverNull(left: Expression): Expression {
  return left.shape.type === 'boolean' ? { ...left, sql: `COALESCE(${left.sql}, 0)` } : left;
}

interface Named extends Expression {
  readonly name: string;
}

/** `=` and `!=` with a bound collection mean IN and NOT IN. */
function single(
  context: TranslationContext,
  left: Named,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  found: readonly Operand[],
  collection: boolean
): string {
  if (collection && operator === '=') return oneOf(context, left, found);
  if (collection && operator === '!=') return noneOf(context, left, found);
  const operand: Operand = found[0] ?? { kind: 'value', value: null };
  if (operand.kind === 'range') return rangeSql(context, left, operator, operand.range);
  const value = comparable(left, operand.value, operand.bound);
  if (value === null && operator === '=') return `${left.sql} IS NULL`;
  if (value === null && operator === '!=') return `${left.sql} IS NOT NULL`;
  // Every text and id is greater than the empty text; nothing is greater or less than null.
  if (value === null) return operand.value === '' && operator.startsWith('>') ? `${left.sql} IS NOT NULL` : '0';
  const { sql, fold } = withoutCase(left, [value]);
  return `${sql} ${operator === '!=' ? 'IS NOT' : operator} ${context.param(fold(value))}`;
}

function rangeSql(context: TranslationContext, left: Named, operator: string, range: DayRange): string {
  const family = familyOf(left.shape);
  if (family !== 'date' && family !== 'datetime') throw typeMismatch(left);
  const zone = context.settings.user.timeZone;
  const bound = (days: number) => context.param(family === 'date' ? days : startOfDay(zone, days));
  switch (operator) {
    case '=':
      return `(${left.sql} >= ${bound(range.start)} AND ${left.sql} < ${bound(range.end)})`;
    case '!=':
      return `(${left.sql} IS NULL OR ${left.sql} < ${bound(range.start)} OR ${left.sql} >= ${bound(range.end)})`;
    case '<':
      return `${left.sql} < ${bound(range.start)}`;
    case '<=':
      return `${left.sql} < ${bound(range.end)}`;
    case '>':
      return `${left.sql} >= ${bound(range.end)}`;
    default:
      return `${left.sql} >= ${bound(range.start)}`;
  }
}

function oneOf(context: TranslationContext, left: Named, found: readonly Operand[]): string {
  const { values, hasNull, ranges } = split(left, found);
  const parts = ranges.map((range) => rangeSql(context, left, '=', range));
  if (values.length > 0) {
    const { sql, fold } = withoutCase(left, values);
    parts.push(`${sql} IN ${listSql(context, values.map(fold))}`);
  }
  if (hasNull) parts.push(`${left.sql} IS NULL`);
  return parts.length === 0 ? '0' : parts.length === 1 ? (parts[0] ?? '0') : `(${parts.join(' OR ')})`;
}

/** Rows without a value are none of the listed ones, unless null is listed. */
function noneOf(context: TranslationContext, left: Named, found: readonly Operand[]): string {
  const { values, hasNull, ranges } = split(left, found);
  const parts = ranges.map((range) => rangeSql(context, left, '!=', range));
  if (values.length > 0) {
    const { sql, fold } = withoutCase(left, values);
    const outside = `${sql} NOT IN ${listSql(context, values.map(fold))}`;
    parts.push(hasNull ? outside : `(${left.sql} IS NULL OR ${outside})`);
  }
  if (hasNull) parts.push(`${left.sql} IS NOT NULL`);
  return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
}

function split(left: Named, found: readonly Operand[]) {
  const ranges = found.flatMap((operand) => (operand.kind === 'range' ? [operand.range] : []));
  const encoded = found.flatMap((operand) =>
    operand.kind === 'value' ? [comparable(left, operand.value, operand.bound)] : []
  );
  const values = encoded.filter((value): value is Exclude<SqlValue, null> => value !== null);
  return { values, hasNull: values.length < encoded.length, ranges };
}

/** All values in one parameter, so that the statement's text does not depend on their number. */
export function listSql(context: TranslationContext, values: readonly SqlValue[]): string {
  const items = values.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value)));
  return `(SELECT value FROM json_each(${context.param(`[${items.join(',')}]`)}))`;
}

/** `INCLUDES ('A;B', 'C')`: both A and B, or C. */
function includesAny(context: TranslationContext, left: Named, found: readonly Operand[]): string {
  if (left.shape.type !== 'multipicklist') throw refuse('INCLUDES and EXCLUDES need a multi-select picklist field.');
  const alternatives = found.map((operand) => {
    const text = operand.kind === 'value' && typeof operand.value === 'string' ? operand.value : '';
    const tests = text.split(';').map((value) => {
      return `(';' || ${left.sql} || ';') LIKE ${context.param(`%;${escapeLike(value.trim())};%`)} ESCAPE '\\'`;
    });
    return `(${tests.join(' AND ')})`;
  });
  return alternatives.length === 0 ? '0' : `(${alternatives.join(' OR ')})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function like(context: TranslationContext, left: Named, found: readonly Operand[]): string {
  const tests = found.map((operand) => {
    const pattern = operand.kind === 'value' ? operand.value : null;
    if (pattern === null) return `${left.sql} IS NULL`;
    if (typeof pattern !== 'string') throw typeMismatch(left);
    const { sql, fold } = withoutCase(left, [pattern]);
    return `${sql} LIKE ${context.param(fold(completeEscapes(pattern)))} ESCAPE '\\'`;
  });
  return tests.length === 0 ? '0' : `(${tests.join(' OR ')})`;
}

/** SQLite refuses a pattern in which the escape character escapes nothing special: that backslash is meant as itself. */
const completeEscapes = (pattern: string): string =>
  pattern.replace(/\\(?:[\\%_]|(.|$))/gs, (whole, other) => (other === undefined ? whole : `\\\\${other}`));

function membershipOfQuery(
  scope: Scope,
  operand: SoqlOperand,
  left: Expression,
  operator: SoqlComparison,
  query: SoqlQuery
): string {
  if (operator !== 'in' && operator !== 'not in') throw refuse('A query on the right needs IN or NOT IN.');
  const inner = semiJoinSql(scope, operand, query);
  return operator === 'in' ? `${left.sql} IN (${inner})` : `(${left.sql} IS NULL OR ${left.sql} NOT IN (${inner}))`;
}

/** The value in the form of the column, so that comparing numbers is comparing values. Empty text means null, as in the database. */
function comparable(left: Named, value: ApexValue, bound = false): SqlValue {
  const { shape } = left;
  if (value === null) return shape.type === 'boolean' ? 0 : null;
  if (value === '' && (familyOf(shape) === 'text' || familyOf(shape) === 'id')) return null;
  switch (familyOf(shape)) {
    case 'id':
      return refersByName(shape) && typeof value === 'string' ? value : idText(value, bound);
    case 'decimal':
    case 'integer':
      return comparableNumber(left, shape, value);
    default: {
      const encoded = encode(shape, value);
      if (encoded === undefined) throw typeMismatch(left);
      return encoded;
    }
  }
}

/** A number with more digits than the column keeps is compared as it is, not rounded. */
function comparableNumber(left: Named, shape: Shape, value: ApexValue): SqlValue {
  const decimal = decimalOf(value);
  if (!decimal) throw typeMismatch(left);
  const moved = decimal.movePointRight(familyOf(shape) === 'decimal' ? scaleOf(shape) : 0).stripTrailingZeros();
  if (moved.scale() > 0) return moved.numberValue();
  const whole = moved.toBigInt();
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

const filterTypes: Readonly<Record<string, string>> = {
  text: 'string and should be enclosed in quotes',
  boolean: 'boolean and should not be enclosed in quotes',
  integer: 'int and should not be enclosed in quotes',
  decimal: 'double and should not be enclosed in quotes',
  date: 'date and should not be enclosed in quotes',
  datetime: 'dateTime and should not be enclosed in quotes',
  time: 'time and should not be enclosed in quotes'
};

function typeMismatch(left: Named) {
  const wanted = filterTypes[familyOf(left.shape)] ?? left.shape.type;
  return refuse(`value of filter criterion for field '${left.name}' must be of type ${wanted}`);
}

/** The conditions of a whole query: its WHERE clause, its scope, and what hides rows from anyone. */
export function filterSql(scope: Scope, query: Pick<SoqlQuery, 'where' | 'scope'>): string[] {
  if (query.where) checkSemiJoins(query.where);
  const rows = [...scopeConditions(scope, query.scope), ...rowConditions(scope)];
  scope.narrow(rows);
  return [...(query.where ? whereSql(scope, query.where) : []), ...rows];
}

/** The conditions that all must hold. Those without computed values say for which records values are to be computed. */
export function whereSql(scope: Scope, where: SoqlCondition): string[] {
  return (where.kind === 'and' ? where.items : [where]).map((item) => {
    const before = scope.context.uses;
    const sql = conditionSql(scope, item);
    if (scope.context.uses === before) scope.narrow([sql]);
    return sql;
  });
}

/** Rows that are not deleted and that sharing shows, where the object has such a thing. */
export function rowConditions(scope: Scope): string[] {
  const { object, alias } = scope.root;
  const { settings } = scope.context;
  const conditions: string[] = [];
  if (!settings.allRows && object.fields.has('IsDeleted')) conditions.push(`${alias}.${quote('IsDeleted')} = 0`);
  const visible = settings.visibility(object, alias, scope.context);
  if (visible !== undefined) conditions.push(visible);
  return conditions;
}
