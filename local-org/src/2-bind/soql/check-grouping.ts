import type { Position } from '../../1-parse/ast/index.js';
import { isAggregate, isCountQuery } from '../../soql/aggregates.js';
import type { SoqlOperand, SoqlQuery, SoqlSelectItem } from '../../soql/ast.js';
import { bindError } from '../errors.js';
import type { SoqlScope } from './soql-scope.js';

const onNumbers = new Set(['avg', 'sum']);
const numbers = new Set(['int', 'double', 'currency', 'percent', 'anyType']);

/**
 * What is selected or sorted by in a grouped query is grouped or aggregated, and each name of a result stands once:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_groupby.htm
 */
export function checkGrouping(scope: SoqlScope, at: Position, query: SoqlQuery): void {
  const groups = new Set((query.groupBy?.operands ?? []).map((operand) => keyOf(scope, operand)));
  const names = new Set<string>();
  for (const item of query.select) {
    if (item.kind !== 'field' && item.kind !== 'function') throw bindError(at, 'groupedChildren');
    if (!isAggregate(item) && !groups.has(keyOf(scope, item))) throw bindError(at, 'notGrouped', written(item));
    checkNumber(scope, at, item);
    const alias = item.alias?.toLowerCase();
    if (item.alias === undefined || alias === undefined) continue;
    if (names.has(alias)) throw bindError(at, 'duplicateAlias', item.alias);
    names.add(alias);
  }
  for (const { operand } of isCountQuery(query) ? [] : query.orderBy) {
    if (!isAggregate(operand) && !groups.has(keyOf(scope, operand))) {
      throw bindError(at, 'orderNotGrouped', written(operand));
    }
  }
  if (query.limit && !query.groupBy && !isCountQuery(query)) throw bindError(at, 'aggregateLimit');
}

function checkNumber(scope: SoqlScope, at: Position, item: SoqlSelectItem | SoqlOperand): void {
  if (item.kind !== 'function') return;
  const [argument] = item.args;
  const name = item.name.toLowerCase();
  if (onNumbers.has(name) && argument?.kind === 'field') {
    const type = scope.field(argument.path)?.type;
    if (type !== undefined && !numbers.has(type)) throw bindError(at, 'aggregateNumber', name.toUpperCase());
  }
  for (const arg of item.args) checkNumber(scope, at, arg);
}

/** `toLabel(Status)` is grouped where `Status` is: they are compared without formatting functions around a field. */
function keyOf(scope: SoqlScope, operand: SoqlOperand | SoqlSelectItem): string {
  if (operand.kind === 'field') return scope.canonical(operand.path);
  if (operand.kind !== 'function') return '';
  const args = operand.args.map((arg) => keyOf(scope, arg)).join(', ');
  return transparent.has(operand.name.toLowerCase()) ? args : `${operand.name.toLowerCase()}(${args})`;
}

const transparent = new Set(['tolabel', 'format', 'convertcurrency']);

const written = (operand: SoqlOperand | SoqlSelectItem): string => {
  if (operand.kind === 'field') return operand.path.join('.');
  return operand.kind === 'function' ? written(operand.args[0] ?? { kind: 'null' }) : '';
};
