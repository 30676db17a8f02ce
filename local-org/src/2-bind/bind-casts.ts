import type { CastExpression, InstanceOfExpression } from '../1-parse/ast/index.js';
import { T, typeName } from '../kernel/types.js';
import { bindExpression, bindValue } from './bind-expression.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { castable, numericName } from './conversion.js';
import { applyConversion, conversionOf } from './convert.js';
import { bindError } from './errors.js';
import { findType, resolveType } from './type-resolution.js';

/** `(X) value`: a conversion where there is one, otherwise a check when it runs. */
export function castExpression(ctx: BodyContext, node: CastExpression): Bound {
  const difference = asSubtraction(ctx, node);
  if (difference) return difference;
  const to = resolveType(ctx.project, ctx.owner, node.type);
  const operand = bindValue(ctx, node.operand);
  const how = conversionOf(ctx, operand, to);
  if (how) {
    const converted = applyConversion(operand, to, how);
    return converted === operand ? { kind: 'cast', operand, type: to } : converted;
  }
  const narrowing = numericName(operand.type) && numericName(to);
  if (!narrowing && !castable(ctx.project, operand.type, to)) {
    throw bindError(node, 'incompatibleTypes', typeName(operand.type), typeName(to));
  }
  return { kind: 'cast', operand, type: to };
}

/** The grammar reads `(a) - b` as a cast of `-b`; when `a` is a variable and no type it is a difference. */
function asSubtraction(ctx: BodyContext, node: CastExpression): Bound | undefined {
  const { operand, type } = node;
  const [part] = type.parts;
  if (operand.kind !== 'unary' || (operand.operator !== '-' && operand.operator !== '+')) return undefined;
  if (!part || type.parts.length > 1 || type.dimensions > 0 || findType(ctx.project, ctx.owner, type)) return undefined;
  const { line, column } = node;
  return bindExpression(ctx, {
    kind: 'binary',
    line,
    column,
    operator: operand.operator,
    left: { kind: 'name', line, column, name: part.name },
    right: operand.operand
  });
}

export function instanceOfExpression(ctx: BodyContext, node: InstanceOfExpression): Bound {
  const of = resolveType(ctx.project, ctx.owner, node.type);
  return { kind: 'instanceOf', operand: bindValue(ctx, node.operand), of, type: T.Boolean };
}
