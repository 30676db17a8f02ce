import type { ObjectModel } from '../../schema/model.js';
import type { SoqlOperand, SoqlQuery } from '../../soql/ast.js';
import { rowConditions, whereSql } from './conditions.js';
import type { TranslationContext } from './context.js';
import { refuse } from './errors.js';
import { Scope } from './scope.js';
import { checkSides } from './semi-join-rules.js';

/** The inner query of `Id IN (SELECT AccountId FROM Contact …)`, without rows whose field is empty. */
export function semiJoinSql(outer: Scope, left: SoqlOperand, query: SoqlQuery): string {
  const scope = scopeOf(outer.context, query);
  const item = query.select[0];
  if (item?.kind !== 'field' || query.select.length !== 1) {
    throw refuse('The inner select of a semi-join must name exactly one field.');
  }
  const field = scope.field(item.path);
  checkSides(outer, left, scope, field);
  const rows = rowConditions(scope);
  scope.narrow(rows);
  const where = query.where ? whereSql(scope, query.where) : [];
  const conditions = [...where, ...rows, `${field.sql} IS NOT NULL`];
  return `SELECT ${field.sql} FROM ${scope.from()} WHERE ${conditions.join(' AND ')}`;
}

/** The scope of a query's FROM clause, with its aliases. */
export function scopeOf(context: TranslationContext, query: SoqlQuery): Scope {
  const object = context.object(query.from.object);
  const scope = Scope.of(context, object);
  const derived = (one: ObjectModel) => context.settings.derived?.(one, query, context);
  scope.table = derived(object);
  if (scope.table !== undefined) scope.derived = derived;
  if (query.from.alias) scope.name(query.from.alias, []);
  for (const { path, alias } of query.from.aliases) scope.name(alias, path);
  return scope;
}
