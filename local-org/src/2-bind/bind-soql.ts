import type { SoqlExpression, SoslExpression } from '../1-parse/ast/index.js';
import { listOf, sobjectType, T } from '../kernel/types.js';
import { isAggregateQuery, isCountQuery } from '../soql/aggregates.js';
import { bindValue } from './bind-expression.js';
import type { Soql, Sosl } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { bindError } from './errors.js';
import { checkQuery } from './soql/check-query.js';

/** `[SELECT …]`: a list of records, of AggregateResults, or the number of a COUNT(). */
export function bindSoql(ctx: BodyContext, node: SoqlExpression): Soql {
  const { query } = node;
  if (query.access === 'securityEnforced' && ctx.apiVersion >= 67) throw bindError(node, 'securityEnforced');
  checkQuery(ctx.project.schema, node, query);
  const binds = node.binds.map((bind) => bindValue(ctx, bind));
  if (isCountQuery(query)) return { kind: 'soql', query, binds, result: 'count', type: T.Integer };
  const object = isAggregateQuery(query)
    ? 'AggregateResult'
    : (ctx.project.sobject(query.from.object) ?? query.from.object);
  return { kind: 'soql', query, binds, result: 'rows', type: listOf(sobjectType(object)) };
}

/** `[FIND … RETURNING …]`: a list of records an object. */
export function bindSosl(ctx: BodyContext, node: SoslExpression): Sosl {
  const { search } = node;
  if (search.access === 'securityEnforced' && ctx.apiVersion >= 67) throw bindError(node, 'securityEnforced');
  for (const query of search.returning) checkQuery(ctx.project.schema, node, query);
  const binds = node.binds.map((bind) => bindValue(ctx, bind));
  return { kind: 'sosl', search, binds, type: listOf(listOf(T.SObject)) };
}
