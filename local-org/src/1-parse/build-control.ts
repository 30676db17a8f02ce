import type {
  ForStatementContext,
  SwitchStatementContext,
  TryStatementContext,
  WhenLiteralContext,
  WhenValueContext
} from '@apexdevtools/apex-parser';
import type {
  Expression,
  ForEachStatement,
  ForStatement,
  SwitchLabels,
  SwitchStatement,
  TryStatement,
  TypeRef
} from './ast/index.js';
import { expression, expressions } from './build-expressions.js';
import { positionOf, typeRef } from './build-names.js';
import { block, localDeclaration, loopBody } from './build-statements.js';
import { stringLiteral } from './literals.js';

export function forStatement(ctx: ForStatementContext): ForStatement | ForEachStatement {
  const at = positionOf(ctx);
  const control = ctx.forControl();
  const each = control.enhancedForControl();
  const body = loopBody(ctx);
  if (each) {
    const source = expression(each.expression());
    return { kind: 'forEach', ...at, type: typeRef(each.typeRef()), name: each.id().getText(), source, body };
  }
  const init = control.forInit();
  const declaration = init?.localVariableDeclaration();
  const condition = control.expression();
  return {
    kind: 'for',
    ...at,
    ...(init ? { init: declaration ? localDeclaration(declaration) : expressions(init.expressionList()) } : {}),
    ...(condition ? { condition: expression(condition) } : {}),
    update: expressions(control.forUpdate()?.expressionList()),
    body
  };
}

export function tryStatement(ctx: TryStatementContext): TryStatement {
  const finallyBlock = ctx.finallyBlock();
  return {
    kind: 'try',
    ...positionOf(ctx),
    body: block(ctx.block()),
    catches: ctx.catchClause_list().map((clause) => {
      const name = clause.qualifiedName();
      const type: TypeRef = {
        ...positionOf(name),
        parts: name.id_list().map((id) => ({ name: id.getText(), args: [] })),
        dimensions: 0
      };
      return { ...positionOf(clause), type, name: clause.id().getText(), body: block(clause.block()) };
    }),
    ...(finallyBlock ? { finallyBlock: block(finallyBlock.block()) } : {})
  };
}

export function switchStatement(ctx: SwitchStatementContext): SwitchStatement {
  return {
    kind: 'switch',
    ...positionOf(ctx),
    value: expression(ctx.expression()),
    cases: ctx.whenControl_list().map((control) => ({
      ...positionOf(control),
      labels: labels(control.whenValue()),
      body: block(control.block())
    }))
  };
}

function labels(ctx: WhenValueContext): SwitchLabels {
  if (ctx.ELSE()) return { kind: 'else' };
  const type = ctx.typeRef();
  if (type) return { kind: 'type', type: typeRef(type), name: ctx.id().getText() };
  return { kind: 'values', values: ctx.whenLiteral_list().map(label) };
}

function label(ctx: WhenLiteralContext): Expression {
  const at = positionOf(ctx);
  const inner = ctx.whenLiteral();
  if (inner) return label(inner);
  const name = ctx.qualifiedName();
  if (name) {
    const [first, ...rest] = name.id_list().map((id) => id.getText());
    return rest.reduce<Expression>((target, part) => ({ kind: 'dot', ...at, target, name: part, safe: false }), {
      kind: 'name',
      ...at,
      name: first ?? ''
    });
  }
  if (ctx.NULL()) return { kind: 'literal', ...at, type: 'Null', text: 'null' };
  const text = ctx.StringLiteral() ?? ctx.MultilineStringLiteral();
  if (text) return { kind: 'literal', ...at, type: 'String', text: stringLiteral(text.getText()) };
  const negative = ctx.SUB_list().length % 2 === 1;
  const long = ctx.LongLiteral();
  const digits = long ? long.getText().slice(0, -1) : ctx.IntegerLiteral().getText();
  const number: Expression = { kind: 'literal', ...at, type: long ? 'Long' : 'Integer', text: digits };
  return negative ? { kind: 'unary', ...at, operator: '-', operand: number } : number;
}
