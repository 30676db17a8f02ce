import type { Expression, LiteralExpression, TypeRef } from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { assignment, step } from './bind-assignments.js';
import { bindCall, bindConstructorCall } from './bind-calls.js';
import { castExpression, instanceOfExpression } from './bind-casts.js';
import { newArray, newCollection, newMap, newObject } from './bind-creators.js';
import { denote, valueOf } from './bind-names.js';
import { binaryExpression, conditionalExpression, unaryExpression } from './bind-operators.js';
import { bindSoql, bindSosl } from './bind-soql.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { placed } from './placed.js';
import { applyConversion, conversionOf, requireValue } from './convert.js';
import { bindError } from './errors.js';
import { memberOfGap } from './platform-gaps.js';
import { isNamed } from './subtyping.js';
import { resolveType } from './type-resolution.js';

/** Binds an expression; a call of a void method gives a node of type void. */
export function bindExpression(ctx: BodyContext, node: Expression): Bound {
  return placed(bound(ctx, node), node.line);
}

function bound(ctx: BodyContext, node: Expression): Bound {
  switch (node.kind) {
    case 'literal':
      return literal(node);
    case 'name':
    case 'dot':
      return valueOf(denote(ctx, node), node);
    case 'this':
      if (ctx.static && !ctx.triggerBody) throw bindError(node, 'thisInStatic');
      return { kind: 'this', type: ctx.owner.type };
    case 'super':
      throw bindError(node, 'expressionStatement');
    case 'call':
      return bindCall(ctx, node);
    case 'constructorCall':
      return bindConstructorCall(ctx, node);
    case 'paren':
      return { kind: 'group', ...operandOf(ctx, node.operand) };
    case 'index':
      return index(ctx, node.target, node.index);
    case 'newObject':
      return newObject(ctx, node);
    case 'newArray':
      return newArray(ctx, node);
    case 'newCollection':
      return newCollection(ctx, node);
    case 'newMap':
      return newMap(ctx, node);
    case 'cast':
      return castExpression(ctx, node);
    case 'instanceOf':
      return instanceOfExpression(ctx, node);
    case 'unary':
      return unaryExpression(ctx, node);
    case 'step':
      return step(ctx, node);
    case 'binary':
      return binaryExpression(ctx, node);
    case 'conditional':
      return conditionalExpression(ctx, node);
    case 'assign':
      return assignment(ctx, node);
    case 'classLiteral':
      return {
        kind: 'token',
        token: { kind: 'type', of: node.type ? literalType(ctx, node.type) : T.Void },
        type: { kind: 'platform', name: 'Type', args: [] }
      };
    case 'soql':
      return bindSoql(ctx, node);
    case 'sosl':
      return bindSosl(ctx, node);
  }
}

/** `Thing.Thing.class`: Salesforce's own front end takes the name of a class for that of its namespace here, and public tests use it. */
function literalType(ctx: BodyContext, written: TypeRef): ApexType {
  const [first, second, ...more] = written.parts;
  const isTwice = second !== undefined && more.length === 0 && first?.name.toLowerCase() === second.name.toLowerCase();
  const own = isTwice ? ctx.project.class(second.name) : undefined;
  return own?.type ?? resolveType(ctx.project, ctx.owner, written);
}

/** An expression that must have a value. */
export function bindValue(ctx: BodyContext, node: Expression): Bound {
  return requireValue(bindExpression(ctx, node), node);
}

function operandOf(ctx: BodyContext, node: Expression): Pick<Bound, 'type'> & { operand: Bound } {
  const operand = bindExpression(ctx, node);
  return { operand, type: operand.type };
}

function index(ctx: BodyContext, targetNode: Expression, indexNode: Expression): Bound {
  const target = bindValue(ctx, targetNode);
  if (!isNamed(target.type, 'List') || target.type.kind !== 'platform') {
    throw memberOfGap(ctx.project, targetNode, target.type) ?? bindError(targetNode, 'notList', shownType(target.type));
  }
  const position = bindValue(ctx, indexNode);
  const how = conversionOf(ctx, position, T.Integer);
  if (!how) throw bindError(targetNode, 'indexType', shownType(position.type));
  const at = applyConversion(position, T.Integer, how);
  const through = (list: Bound): Bound => ({ kind: 'index', target: list, index: at, type: rowOf(list) });
  return target.kind === 'safe' ? { ...target, body: through(target.body), type: rowOf(target) } : through(target);
}

function rowOf(list: Bound) {
  return (list.type.kind === 'platform' && list.type.args[0]) || T.Object;
}

function literal(node: LiteralExpression): Bound {
  switch (node.type) {
    case 'Null':
      return { kind: 'constant', value: null, type: T.Null };
    case 'Boolean':
      return { kind: 'constant', value: node.text === 'true', type: T.Boolean };
    case 'String':
      return { kind: 'constant', value: node.text, type: T.String };
    case 'Integer': {
      const value = Number(node.text);
      if (value > 2147483647) throw bindError(node, 'integerRange');
      return { kind: 'constant', value, type: T.Integer };
    }
    case 'Long':
      if (BigInt(node.text) > 9223372036854775807n) throw bindError(node, 'longRange');
      return { kind: 'constant', value: BigInt(node.text).toString(), type: T.Long };
    case 'Double':
      return { kind: 'constant', value: node.text, type: T.Double };
    case 'Decimal':
      return { kind: 'constant', value: node.text, type: T.Decimal };
  }
}
