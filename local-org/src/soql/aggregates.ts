import type { SoqlOperand, SoqlQuery } from './ast.js';

const aggregateNames = new Set(['count', 'count_distinct', 'sum', 'avg', 'min', 'max', 'grouping']);

/** True when a function is, or contains, an aggregate: `FORMAT(MIN(CloseDate))`. */
export function isAggregate(operand: SoqlOperand): boolean {
  if (operand.kind !== 'function') return false;
  return aggregateNames.has(operand.name.toLowerCase()) || operand.args.some(isAggregate);
}

/** True when the rows of a query are AggregateResults. */
export function isAggregateQuery(query: SoqlQuery): boolean {
  return query.groupBy !== undefined || query.select.some((item) => item.kind === 'function' && isAggregate(item));
}

/** `SELECT COUNT() …`, whose result is a number. */
export function isCountQuery({ select }: Pick<SoqlQuery, 'select'>): boolean {
  const [only] = select;
  return (
    select.length === 1 && only?.kind === 'function' && only.name.toLowerCase() === 'count' && only.args.length === 0
  );
}
