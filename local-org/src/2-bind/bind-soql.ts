import type { SoqlExpression } from '../1-parse/ast/index.js';
import { listOf, sobjectType, T } from '../kernel/types.js';
import type { SoqlQuery } from '../soql/ast.js';
import { bindValue } from './bind-expression.js';
import type { Soql } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { bindError } from './errors.js';

/** `[SELECT …]`: a list of records, of AggregateResults, or the number of a COUNT(). */
export function bindSoql(ctx: BodyContext, node: SoqlExpression): Soql {
  const { query } = node;
  if (query.access === 'securityEnforced' && ctx.apiVersion >= 67) throw bindError(node, 'securityEnforced');
  const binds = node.binds.map((bind) => bindValue(ctx, bind));
  if (isCount(query)) return { kind: 'soql', query, binds, result: 'count', type: T.Integer };
  const object = isAggregate(query) ? 'AggregateResult' : ctx.project.sobject(query.from.object);
  if (object === undefined) throw bindError(node, 'unknownType', query.from.object);
  return { kind: 'soql', query, binds, result: 'rows', type: listOf(sobjectType(object)) };
}

function isCount(query: SoqlQuery): boolean {
  const [only] = query.select;
  return (
    query.select.length === 1 &&
    only?.kind === 'function' &&
    only.name.toLowerCase() === 'count' &&
    only.args.length === 0
  );
}

const aggregates = new Set(['avg', 'count', 'count_distinct', 'min', 'max', 'sum', 'grouping']);

function isAggregate(query: SoqlQuery): boolean {
  if (query.groupBy) return true;
  return query.select.some((item) => item.kind === 'function' && aggregates.has(item.name.toLowerCase()));
}
