import type { CatchClause, ThrowStatement, TryStatement } from '../1-parse/ast/index.js';
import { type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { BoundCatch, BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { bindError } from './errors.js';
import { isSubtype } from './subtyping.js';
import { resolveType } from './type-resolution.js';

const exception: ApexType = { kind: 'platform', name: 'Exception', args: [] };

export function bindTry(ctx: BodyContext, node: TryStatement): BoundStatement {
  return {
    kind: 'try',
    line: node.line,
    body: bindBlock(ctx, node.body),
    catches: bindCatches(ctx, node.catches),
    finallyBlock: node.finallyBlock && bindBlock(ctx, node.finallyBlock)
  };
}

function bindCatches(ctx: BodyContext, clauses: readonly CatchClause[]): BoundCatch[] {
  const caught: ApexType[] = [];
  return clauses.map((clause) => {
    const bound = bindCatch(ctx, clause);
    if (caught.some((type) => isSubtype(ctx.project, bound.type, type))) {
      throw bindError(clause, 'alreadyCaught', shownType(bound.type));
    }
    caught.push(bound.type);
    return bound;
  });
}

function bindCatch(ctx: BodyContext, node: CatchClause): BoundCatch {
  const type = resolveType(ctx.project, ctx.owner, node.type);
  if (!isSubtype(ctx.project, type, exception)) throw bindError(node.type, 'catchType', shownType(type));
  return ctx.nested(() => {
    const local = ctx.declareLocal(node, node.name, type);
    const of = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
    return { line: node.line, type, of, local, body: bindBlock(ctx, node.body) };
  });
}

export function bindThrow(ctx: BodyContext, node: ThrowStatement): BoundStatement {
  const value = bindValue(ctx, node.value);
  if (value.type.kind !== 'null' && !isSubtype(ctx.project, value.type, exception)) {
    throw bindError(node, 'notThrowable', shownType(value.type));
  }
  return { kind: 'throw', line: node.line, value };
}
