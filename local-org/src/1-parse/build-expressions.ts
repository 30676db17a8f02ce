import {
  ArrayExpressionContext,
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  InstanceOfExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext
} from '@apexdevtools/apex-parser';
import type { ExpressionContext, ExpressionListContext } from '@apexdevtools/apex-parser';
import type { ArithmeticOperator, BinaryOperator, Expression } from './ast/index.js';
import { creator } from './build-creators.js';
import { positionOf, typeRef } from './build-names.js';
import { primary } from './build-primaries.js';

/** Operators whose text between the operands is the operator itself. */
const binaries = [
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  BitExpressionContext,
  CmpExpressionContext,
  EqualityExpressionContext,
  BitAndExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  CoalExpressionContext
] as const;

export function expressions(ctx: ExpressionListContext | null | undefined): Expression[] {
  return ctx ? ctx.expression_list().map(expression) : [];
}

export function expression(ctx: ExpressionContext): Expression {
  const at = positionOf(ctx);
  if (ctx instanceof PrimaryExpressionContext) return primary(ctx.primary());
  if (ctx instanceof DotExpressionContext) return dot(ctx);
  if (ctx instanceof MethodCallExpressionContext) {
    const call = ctx.methodCall();
    const args = expressions(call.expressionList());
    if (call.THIS()) return { kind: 'constructorCall', ...at, which: 'this', args };
    if (call.SUPER()) return { kind: 'constructorCall', ...at, which: 'super', args };
    return { kind: 'call', ...at, name: call.id().getText(), safe: false, args };
  }
  if (ctx instanceof ArrayExpressionContext) {
    return { kind: 'index', ...at, target: expression(ctx.expression(0)), index: expression(ctx.expression(1)) };
  }
  if (ctx instanceof NewExpressionContext) return creator(ctx.creator(), at);
  if (ctx instanceof CastExpressionContext) {
    return { kind: 'cast', ...at, type: typeRef(ctx.typeRef()), operand: expression(ctx.expression()) };
  }
  if (ctx instanceof SubExpressionContext) return { kind: 'paren', ...at, operand: expression(ctx.expression()) };
  if (ctx instanceof PostOpExpressionContext) {
    const operator = ctx.INC() ? '++' : '--';
    return { kind: 'step', ...at, operator, prefix: false, operand: expression(ctx.expression()) };
  }
  if (ctx instanceof PreOpExpressionContext) {
    const operand = expression(ctx.expression());
    if (ctx.INC() || ctx.DEC())
      return { kind: 'step', ...at, operator: ctx.INC() ? '++' : '--', prefix: true, operand };
    return { kind: 'unary', ...at, operator: ctx.ADD() ? '+' : '-', operand };
  }
  if (ctx instanceof NegExpressionContext) {
    return { kind: 'unary', ...at, operator: ctx.BANG() ? '!' : '~', operand: expression(ctx.expression()) };
  }
  if (ctx instanceof InstanceOfExpressionContext) {
    return { kind: 'instanceOf', ...at, operand: expression(ctx.expression()), type: typeRef(ctx.typeRef()) };
  }
  if (ctx instanceof CondExpressionContext) {
    const [condition, whenTrue, whenFalse] = ctx.expression_list().map(expression) as [
      Expression,
      Expression,
      Expression
    ];
    return { kind: 'conditional', ...at, condition, whenTrue, whenFalse };
  }
  if (ctx instanceof AssignExpressionContext) {
    const operator = operatorText(ctx).slice(0, -1);
    const target = expression(ctx.expression(0));
    const value = expression(ctx.expression(1));
    return operator === ''
      ? { kind: 'assign', ...at, target, value }
      : { kind: 'assign', ...at, operator: operator as ArithmeticOperator, target, value };
  }
  for (const kind of binaries) {
    if (ctx instanceof kind) {
      const text = operatorText(ctx);
      const operator = (text === '<>' ? '!=' : text) as BinaryOperator;
      return {
        kind: 'binary',
        ...at,
        operator,
        left: expression(ctx.expression(0)),
        right: expression(ctx.expression(1))
      };
    }
  }
  throw new Error(`No expression is built for '${ctx.getText()}' at line ${at.line}`);
}

function dot(ctx: DotExpressionContext): Expression {
  const target = expression(ctx.expression());
  const safe = Boolean(ctx.QUESTIONDOT());
  const call = ctx.dotMethodCall();
  if (call) {
    const name = call.anyId();
    return {
      kind: 'call',
      ...positionOf(name),
      target,
      name: name.getText(),
      safe,
      args: expressions(call.expressionList())
    };
  }
  const name = ctx.anyId();
  return { kind: 'dot', ...positionOf(name), target, name: name.getText(), safe };
}

/** The tokens between the first and the last operand: `>` `>` is one operator. */
function operatorText(ctx: { readonly children?: unknown[] | null }): string {
  return (ctx.children ?? [])
    .slice(1, -1)
    .map((child) => (child as { getText(): string }).getText())
    .join('');
}
