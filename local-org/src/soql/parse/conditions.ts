import type { SoqlComparison, SoqlCondition, SoqlRight } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parseSubquery } from './query.js';
import { parseOperand, parseValue } from './values.js';

/**
 * A condition. AND and OR of one level cannot be mixed without parentheses, and NOT binds one condition:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_conditionexpression.htm
 */
export function parseCondition(cursor: Cursor): SoqlCondition {
  const first = parseUnary(cursor);
  const kind = cursor.at('and') ? 'and' : cursor.at('or') ? 'or' : undefined;
  if (!kind) return first;
  const items = [first];
  while (cursor.take(kind)) items.push(parseUnary(cursor));
  if (cursor.at('and') || cursor.at('or')) cursor.fail();
  return { kind, items };
}

function parseUnary(cursor: Cursor): SoqlCondition {
  if (cursor.take('not')) return { kind: 'not', item: parseUnary(cursor) };
  if (!cursor.take('(')) return parseComparison(cursor);
  const inner = parseCondition(cursor);
  cursor.expect(')');
  return inner;
}

function parseComparison(cursor: Cursor): SoqlCondition {
  const left = parseOperand(cursor);
  const operator = parseOperator(cursor);
  return { kind: 'compare', left, operator, right: parseRight(cursor, operator) };
}

const symbols: Readonly<Record<string, SoqlComparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  like: 'like',
  in: 'in',
  includes: 'includes',
  excludes: 'excludes'
};

function parseOperator(cursor: Cursor): SoqlComparison {
  if (cursor.take('not', 'in')) return 'not in';
  const operator = symbols[cursor.peek().text.toLowerCase()];
  if (!operator) return cursor.fail();
  cursor.next();
  return operator;
}

function parseRight(cursor: Cursor, operator: SoqlComparison): SoqlRight {
  if (cursor.at('(', 'select')) {
    cursor.expect('(');
    const query = parseSubquery(cursor);
    cursor.expect(')');
    return { kind: 'query', query };
  }
  const pattern = operator === 'like';
  if (!cursor.take('(')) return { kind: 'value', value: parseValue(cursor, pattern) };
  const values = cursor.list(() => parseValue(cursor, pattern));
  cursor.expect(')');
  return { kind: 'list', values };
}
