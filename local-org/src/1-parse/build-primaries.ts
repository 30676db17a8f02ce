import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext
} from '@apexdevtools/apex-parser';
import type { LiteralContext, PrimaryContext } from '@apexdevtools/apex-parser';
import { buildQuery, SoqlSyntaxError } from '../soql/parse.js';
import type { Expression, LiteralExpression } from './ast/index.js';
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
    const binds: Expression[] = [];
    try {
      const query = buildQuery(ctx.soqlLiteral().query(), (bound) => `$${binds.push(expression(bound)) - 1}`);
      return { kind: 'soql', ...at, query, binds };
    } catch (error) {
      if (error instanceof SoqlSyntaxError) throw new SyntaxFailure(at, error.message);
      throw error;
    }
  }
  if (ctx instanceof SoslPrimaryContext) return { kind: 'sosl', ...at };
  return { kind: 'classLiteral', ...at };
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
