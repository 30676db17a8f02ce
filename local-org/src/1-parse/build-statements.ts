import type {
  BlockContext,
  LocalVariableDeclarationContext,
  StatementContext,
  VariableDeclaratorsContext
} from '@apexdevtools/apex-parser';
import type { Block, Declarator, LocalDeclaration, Statement } from './ast/index.js';
import { forStatement, switchStatement, tryStatement } from './build-control.js';
import { dmlStatement } from './build-dml.js';
import { expression } from './build-expressions.js';
import { lastLineOf, modifiers, positionOf, typeRef } from './build-names.js';

export function block(ctx: BlockContext): Block {
  return {
    kind: 'block',
    ...positionOf(ctx),
    statements: ctx.statement_list().map(statement),
    endLine: lastLineOf(ctx)
  };
}

export function statement(ctx: StatementContext): Statement {
  const at = positionOf(ctx);
  const inner = ctx.block();
  if (inner) return block(inner);
  const local = ctx.localVariableDeclarationStatement();
  if (local) return localDeclaration(local.localVariableDeclaration());
  const bare = ctx.expressionStatement();
  if (bare) return { kind: 'expression', ...at, expression: expression(bare.expression()) };
  const conditional = ctx.ifStatement();
  if (conditional) {
    const [whenTrue, whenFalse] = conditional.statement_list().map(statement);
    return {
      kind: 'if',
      ...at,
      condition: expression(conditional.parExpression().expression()),
      whenTrue: whenTrue ?? emptyBlock(ctx),
      ...(whenFalse ? { whenFalse } : {})
    };
  }
  const returned = ctx.returnStatement();
  if (returned) {
    const value = returned.expression();
    return value ? { kind: 'return', ...at, value: expression(value) } : { kind: 'return', ...at };
  }
  const thrown = ctx.throwStatement();
  if (thrown) return { kind: 'throw', ...at, value: expression(thrown.expression()) };
  if (ctx.breakStatement()) return { kind: 'break', ...at };
  if (ctx.continueStatement()) return { kind: 'continue', ...at };
  const whileLoop = ctx.whileStatement();
  if (whileLoop) {
    const condition = expression(whileLoop.parExpression().expression());
    return { kind: 'while', ...at, condition, body: loopBody(whileLoop) };
  }
  const doWhile = ctx.doWhileStatement();
  if (doWhile) {
    const condition = expression(doWhile.parExpression().expression());
    return { kind: 'doWhile', ...at, condition, body: block(doWhile.block()) };
  }
  const forLoop = ctx.forStatement();
  if (forLoop) return forStatement(forLoop);
  const tried = ctx.tryStatement();
  if (tried) return tryStatement(tried);
  const switched = ctx.switchStatement();
  if (switched) return switchStatement(switched);
  return dmlStatement(ctx, at);
}

export function localDeclaration(ctx: LocalVariableDeclarationContext): LocalDeclaration {
  return {
    kind: 'local',
    ...positionOf(ctx),
    modifiers: modifiers(ctx.modifier_list()),
    type: typeRef(ctx.typeRef()),
    declarators: declarators(ctx.variableDeclarators())
  };
}

export function declarators(ctx: VariableDeclaratorsContext): Declarator[] {
  return ctx.variableDeclarator_list().map((each) => {
    const value = each.expression();
    const name = each.id().getText();
    return value ? { ...positionOf(each), name, value: expression(value) } : { ...positionOf(each), name };
  });
}

/** `for (…);` and `while (…);` have no statement. */
export function loopBody(ctx: { statement(): StatementContext | null }): Statement {
  const body = ctx.statement();
  return body ? statement(body) : emptyBlock(ctx);
}

function emptyBlock(ctx: unknown): Block {
  return { kind: 'block', ...positionOf(ctx), statements: [], endLine: lastLineOf(ctx) };
}
