import type { SoqlOrder } from '../../soql/ast.js';
import { isSortable } from '../../schema/query-traits.js';
import { converted } from './currency.js';
import { familyOf, type Shape } from './encoding.js';
import { capitalsSql } from './folding.js';
import { operandSql, type OperandOptions } from './functions.js';
import { refuse } from './errors.js';
import type { Expression, Scope } from './scope.js';

/**
 * Sort terms. Nulls come first unless told otherwise, and picklists sort by the order of their values:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_orderby.htm
 */
export function orderTerms(scope: Scope, orderBy: readonly SoqlOrder[], options: OperandOptions = {}): string[] {
  return orderBy.flatMap((order) => {
    const { operand } = order;
    if (operand.kind === 'function' && operand.name.toLowerCase() === 'convertcurrency')
      throw refuse(`unexpected token: '${operand.name}'`);
    const found = operandSql(scope, operand, options);
    // "Ordering is always based on the converted currency value": the page about convertCurrency().
    return termsOf(found.rate === undefined ? found : { ...found, sql: converted(found.sql, found.rate) }, order);
  });
}

export function termsOf(expression: Expression, order: SoqlOrder): string[] {
  const { shape, sql } = expression;
  if (!isSortable(shape)) {
    const name = order.operand.kind === 'field' ? order.operand.path.join('.') : 'expression';
    throw refuse(`field '${name}' can not be sorted in a query call`);
  }
  const direction = `${order.descending ? 'DESC' : 'ASC'} NULLS ${order.nulls === 'last' ? 'LAST' : 'FIRST'}`;
  const values = shape.type === 'picklist' ? (shape.picklist ?? []) : [];
  if (values.length === 0) return [`${sortKey(shape, sql)} ${direction}`];
  const places = values.map(({ value }, i) => `WHEN '${value.replaceAll("'", "''")}' THEN ${i}`).join(' ');
  const place = `(CASE WHEN ${sql} IS NULL THEN NULL ELSE CASE ${sql} ${places} ELSE ${values.length} END END)`;
  return [`${place} ${direction}`, `${sortKey(shape, sql)} ${direction}`];
}

/** Texts sort by their capitals, so that `_` comes after letters ("Sort order" of the page above). */
const sortKey = (shape: Shape, sql: string): string =>
  familyOf(shape) === 'text' && !shape.caseSensitive ? `${capitalsSql(sql)} COLLATE BINARY` : sql;
