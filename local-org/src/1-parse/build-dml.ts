import type { AccessLevelContext, ExpressionContext, StatementContext } from '@apexdevtools/apex-parser';
import type { DmlOperation } from '../kernel/services.js';
import type { Position, Statement } from './ast/index.js';
import { expression, expressions } from './build-expressions.js';
import { block } from './build-statements.js';

interface SimpleDml {
  accessLevel(): AccessLevelContext;
  expression(): ExpressionContext;
}

/** insert, update, delete, undelete, upsert, merge and System.runAs. */
export function dmlStatement(ctx: StatementContext, at: Position): Statement {
  const runAs = ctx.runAsStatement();
  if (runAs) return { kind: 'runAs', ...at, args: expressions(runAs.expressionList()), body: block(runAs.block()) };
  const merge = ctx.mergeStatement();
  if (merge) {
    return {
      kind: 'merge',
      ...at,
      ...access(merge.accessLevel()),
      master: expression(merge.expression(0)),
      duplicates: expression(merge.expression(1))
    };
  }
  const upsert = ctx.upsertStatement();
  if (upsert) {
    const field = upsert
      .qualifiedName()
      ?.id_list()
      .map((id) => id.getText());
    return { ...simple('upsert', upsert, at), ...(field ? { field } : {}) };
  }
  const insert = ctx.insertStatement();
  if (insert) return simple('insert', insert, at);
  const update = ctx.updateStatement();
  if (update) return simple('update', update, at);
  const undelete = ctx.undeleteStatement();
  if (undelete) return simple('undelete', undelete, at);
  return simple('delete', ctx.deleteStatement(), at);
}

function simple(operation: DmlOperation, ctx: SimpleDml, at: Position) {
  return {
    kind: 'dml',
    ...at,
    operation,
    ...access(ctx.accessLevel()),
    value: expression(ctx.expression())
  } as const;
}

function access(ctx: AccessLevelContext | null): { access?: 'user' | 'system' } {
  if (!ctx) return {};
  return { access: ctx.USER() ? 'user' : 'system' };
}
