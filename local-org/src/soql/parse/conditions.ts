import type { SoqlComparison, SoqlCondition, SoqlRight } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parseSemiJoin } from './query.js';
import { parseOperand, parseValue } from './values.js';

/**
 * A condition. AND and OR of one level cannot be mixed without parentheses, and NOT stands alone or in parentheses:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_conditionexpression.htm
 */
export function parseCondition(cursor: Cursor): SoqlCondition {
  if (cursor.take('not')) return { kind: 'not', item: parseSimple(cursor) };
  const first = parseSimple(cursor);
  const kind = cursor.at('and') ? 'and' : cursor.at('or') ? 'or' : undefined;
  if (!kind) return first;
  const items = [first];
  while (cursor.take(kind)) items.push(parseSimple(cursor));
  if (cursor.at('and') || cursor.at('or')) cursor.fail();
  return { kind, items };
}

function parseSimple(cursor: Cursor): SoqlCondition {
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
  const listed = operator === 'in' || operator === 'not in';
  if (listed && cursor.at('(', 'select')) {
    cursor.expect('(');
    const query = parseSemiJoin(cursor);
    cursor.expect(')');
    return { kind: 'query', query };
  }
  const pattern = operator === 'like';
  if (listed && !cursor.at('(') && !cursor.at(':')) cursor.refuse(`expecting a colon, found '${cursor.peek().text}'`);
  if (!listed && operator !== 'includes' && operator !== 'excludes') {
    return { kind: 'value', value: parseValue(cursor, pattern) };
  }
  if (cursor.at(':')) return { kind: 'value', value: parseValue(cursor) };
  cursor.expect('(');
  const values = cursor.list(() => parseValue(cursor, pattern));
  cursor.expect(')');
  return { kind: 'list', values };
}
