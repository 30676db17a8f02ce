import type { Block, Declarator, LocalDeclaration, Statement } from '../1-parse/ast/index.js';
import { type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindExpression, bindValue } from './bind-expression.js';
import { bindDml, bindMerge, bindRunAs } from './bind-dml.js';
import { bindDoWhile, bindFor, bindForEach, bindWhile } from './bind-loops.js';
import { bindSwitch } from './bind-switch.js';
import { bindTry, bindThrow } from './bind-try.js';
import type { Bound } from './bound/expressions.js';
import type { BoundBlock, BoundLocal, BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { convertTo, requireBoolean } from './convert.js';
import { bindError } from './errors.js';
import { modifierErrors } from './check-modifiers.js';
import { completes } from './flow.js';
import { declaredType } from './platform-gaps.js';
import { resolveType } from './type-resolution.js';

export function bindBlock(ctx: BodyContext, node: Block): BoundBlock {
  return ctx.nested(() => ({ kind: 'block', line: node.line, statements: bindStatements(ctx, node.statements) }));
}

/**
 * Binds statements one after the other; a wrong one is reported and left out, so that all errors of a body are found. Of those that
 * cannot be reached the first is reported, except at the top of a trigger. Older versions let dead code stand: observed, 41.0 against
 * 42.0.
 */
export function bindStatements(ctx: BodyContext, nodes: readonly Statement[]): BoundStatement[] {
  const bound: BoundStatement[] = [];
  const dead = ctx.apiVersion >= 42 && !ctx.atTop ? nodes.findIndex((node) => !completes(node)) + 1 : 0;
  for (const [i, node] of nodes.entries()) {
    if (i > 0 && i === dead) ctx.diagnostics.add(ctx.owner.source, bindError(node, 'unreachable'));
    ctx.diagnostics.attempt(ctx.owner.source, () => bound.push(bindStatement(ctx, node)));
  }
  return bound;
}

export function bindStatement(ctx: BodyContext, node: Statement): BoundStatement {
  const { line } = node;
  switch (node.kind) {
    case 'block':
      return bindBlock(ctx, node);
    case 'local':
      return bindLocal(ctx, node);
    case 'expression': {
      const expression = bindExpression(ctx, node.expression);
      if (!isStatement(expression)) throw bindError(node, 'expressionStatement');
      return { kind: 'expression', line, expression };
    }
    case 'if': {
      const condition = requireBoolean(bindValue(ctx, node.condition), node.condition, 'conditionType');
      const whenTrue = ctx.nested(() => bindStatement(ctx, node.whenTrue));
      const { whenFalse } = node;
      return {
        kind: 'if',
        line,
        condition,
        whenTrue,
        whenFalse: whenFalse && ctx.nested(() => bindStatement(ctx, whenFalse))
      };
    }
    case 'switch':
      return bindSwitch(ctx, node);
    case 'for':
      return bindFor(ctx, node);
    case 'forEach':
      return bindForEach(ctx, node);
    case 'while':
      return bindWhile(ctx, node);
    case 'doWhile':
      return bindDoWhile(ctx, node);
    case 'try':
      return bindTry(ctx, node);
    case 'throw':
      return bindThrow(ctx, node);
    case 'return': {
      const { returns } = ctx;
      if (ctx.initialises && !ctx.static && !ctx.constructs && !ctx.accessorOf)
        throw bindError(node, 'initializerReturn');
      if (!node.value) {
        if (returns.kind !== 'void') throw bindError(node, 'returnRequired', shownType(returns));
        return { kind: 'return', line, value: undefined };
      }
      if (returns.kind === 'void') {
        throw bindError(node, ctx.triggerBody ? 'triggerReturn' : ctx.constructs ? 'constructorReturn' : 'voidReturn');
      }
      return { kind: 'return', line, value: convertTo(ctx, bindValue(ctx, node.value), returns, node, 'wrongReturn') };
    }
    case 'break':
    case 'continue':
      if (ctx.loopDepth === 0) throw bindError(node, node.kind === 'break' ? 'breakOutside' : 'continueOutside');
      return { kind: node.kind, line };
    case 'dml':
      return bindDml(ctx, node);
    case 'merge':
      return bindMerge(ctx, node);
    case 'runAs':
      return bindRunAs(ctx, node);
  }
}

export function bindLocal(ctx: BodyContext, node: LocalDeclaration): BoundLocal {
  const type = declaredType(
    () => resolveType(ctx.project, ctx.owner, node.type),
    node.type,
    (error) => ctx.diagnostics.add(ctx.owner.source, error)
  );
  const [first = node] = node.declarators;
  for (const error of modifierErrors(node.modifiers, 'locals', first)) ctx.diagnostics.add(ctx.owner.source, error);
  const variables = node.declarators.map((declarator) => {
    const value = initialValue(ctx, declarator, type);
    const local = ctx.declareLocal(declarator, declarator.name, type);
    if (value) ctx.assigned(local, value);
    else local.nonNull = false;
    return { local, value, line: declarator.line };
  });
  return { kind: 'local', line: node.line, variables };
}

/** A variable whose initial value is wrong exists all the same, so that the error is reported once. */
function initialValue(ctx: BodyContext, declarator: Declarator, type: ApexType): Bound | undefined {
  if (!declarator.value) return undefined;
  try {
    return convertTo(ctx, bindExpression(ctx, declarator.value), type, declarator);
  } catch (error) {
    ctx.declare(declarator, declarator.name, type);
    throw error;
  }
}

const statementKinds = new Set<Bound['kind']>([
  'assign',
  'compound',
  'step',
  'call',
  'libraryCall',
  'construct',
  'chained',
  'enumOperation',
  'newRecord',
  'newList',
  'newMap',
  'cloneObject',
  'fieldError'
]);

/** A bare value is no statement in Apex. */
export function isStatement(bound: Bound): boolean {
  if (bound.kind === 'safe') return isStatement(bound.body);
  return statementKinds.has(bound.kind);
}
