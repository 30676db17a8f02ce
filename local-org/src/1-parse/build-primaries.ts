import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext
} from '@apexdevtools/apex-parser';
import type { ExpressionContext, LiteralContext, PrimaryContext } from '@apexdevtools/apex-parser';
import { buildQuery, buildSearch, SoqlSyntaxError } from '../soql/parse.js';
import type { Expression, LiteralExpression, Position } from './ast/index.js';
import { expression } from './build-expressions.js';
import { positionOf, typeRef } from './build-names.js';
import { stringLiteral } from './literals.js';
import { SyntaxFailure } from './syntax-failure.js';

export function primary(ctx: PrimaryContext): Expression {
  const at = positionOf(ctx);
  if (ctx instanceof IdPrimaryContext) return { kind: 'name', ...at, name: ctx.id().getText() };
  if (ctx instanceof LiteralPrimaryContext) return literal(ctx.literal());
  if (ctx instanceof ThisPrimaryContext) return { kind: 'this', ...at };
  if (ctx instanceof SuperPrimaryContext) return { kind: 'super', ...at };
  if (ctx instanceof TypeRefPrimaryContext) return { kind: 'classLiteral', ...at, type: typeRef(ctx.typeRef()) };
  if (ctx instanceof SoqlPrimaryContext) {
    const { tree, binds } = withBinds(at, (bind) => buildQuery(ctx.soqlLiteral().query(), bind));
    return { kind: 'soql', ...at, query: tree, binds };
  }
  if (ctx instanceof SoslPrimaryContext) {
    const { tree, binds } = withBinds(at, (bind) => buildSearch(ctx.soslLiteral(), bind));
    return { kind: 'sosl', ...at, search: tree, binds };
  }
  return { kind: 'classLiteral', ...at };
}

/** Reads a query or search whose bind expressions are numbered in order. */
function withBinds<Q>(
  at: Position,
  build: (bind: (bound: ExpressionContext) => string) => Q
): { readonly tree: Q; readonly binds: readonly Expression[] } {
  const binds: Expression[] = [];
  try {
    return { tree: build((bound) => `$${binds.push(expression(bound)) - 1}`), binds };
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw new SyntaxFailure(at, error.message);
    throw error;
  }
}

export function literal(ctx: LiteralContext): LiteralExpression {
  const at = positionOf(ctx);
  const text = ctx.getText();
  if (ctx.IntegerLiteral()) return { kind: 'literal', ...at, type: 'Integer', text };
  if (ctx.LongLiteral()) return { kind: 'literal', ...at, type: 'Long', text: text.slice(0, -1) };
  if (ctx.NumberLiteral()) {
    const double = /d$/i.test(text);
    return { kind: 'literal', ...at, type: double ? 'Double' : 'Decimal', text: double ? text.slice(0, -1) : text };
  }
  if (ctx.BooleanLiteral()) return { kind: 'literal', ...at, type: 'Boolean', text: text.toLowerCase() };
  if (ctx.NULL()) return { kind: 'literal', ...at, type: 'Null', text: 'null' };
  return { kind: 'literal', ...at, type: 'String', text: stringLiteral(text) };
}
