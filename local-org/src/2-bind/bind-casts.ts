import type { CastExpression, InstanceOfExpression } from '../1-parse/ast/index.js';
import { sameType, T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindExpression, bindValue } from './bind-expression.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { castable, conversion, numericName } from './conversion.js';
import { applyConversion, conversionOf } from './convert.js';
import { bindError } from './errors.js';
import { gapAmong } from './platform-gaps.js';
import { isGenericRecord, isNamed } from './subtyping.js';
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
    const gap = gapAmong(ctx.project, node, operand.type, to);
    throw gap ?? bindError(node, 'incompatibleTypes', shownType(operand.type), shownType(to));
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
  const operand = bindValue(ctx, node.operand);
  const from = operand.type;
  if (isNeverOfRecords(from, of)) throw bindError(node, 'neverInstance', shownType(from), shownType(of));
  // Numbers, dates and elements widen as in an assignment. A String may hold an Id, and an open list may hold any records: these
  // alone convert without always being of the type.
  const always = conversion(ctx.project, from, of) !== undefined;
  if (always && !mayFail(from, of)) throw bindError(node, 'alwaysInstance', shownType(from), shownType(of));
  if (!always && !castable(ctx.project, from, of)) {
    throw gapAmong(ctx.project, node, from, of) ?? bindError(node, 'neverInstance', shownType(from), shownType(of));
  }
  return { kind: 'instanceOf', operand, of, type: T.Boolean };
}

/** True where a conversion depends on the value: texts that may be Ids, lists of SObjects that may be lists of one object. */
function mayFail(from: ApexType, to: ApexType): boolean {
  if (isNamed(from, 'String') && isNamed(to, 'Id')) return true;
  const [inner] = from.kind === 'platform' ? from.args : [];
  const [wanted] = to.kind === 'platform' ? to.args : [];
  if (inner?.kind === 'sobject' && isNamed(from, 'List') && (sameType(from, to) || isNamed(to, 'Iterable')))
    return true;
  return inner !== undefined && wanted?.kind === 'sobject' && isGenericRecord(inner) && !isGenericRecord(wanted);
}

/**
 * The platform's compiler takes lists of records for no Object and no list of Objects, though they may be assigned to both, and null
 * for no list of records, though for a list of anything else.
 */
function isNeverOfRecords(from: ApexType, to: ApexType): boolean {
  if (from.kind === 'null') return to.kind === 'platform' && to.name === 'List' && to.args[0]?.kind === 'sobject';
  if (from.kind !== 'platform' || from.name !== 'List' || from.args[0]?.kind !== 'sobject') return false;
  if (to.kind !== 'platform') return false;
  return to.name === 'Object' || (to.name === 'List' && to.args[0] !== undefined && isNamed(to.args[0], 'Object'));
}
