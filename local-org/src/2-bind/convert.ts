import type { Position } from '../1-parse/ast/index.js';
import { isNamed } from './subtyping.js';
import { type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { conversion, type Conversion } from './conversion.js';
import { bindError, type ErrorCode } from './errors.js';
import { gapAmong } from './platform-gaps.js';

/** The expression as a value of the wanted type; throws `Illegal assignment from A to B`, or the given error, when it is none. */
export function convertTo(
  ctx: BodyContext,
  bound: Bound,
  to: ApexType,
  at: Position,
  code: Extract<ErrorCode, 'illegalAssignment' | 'wrongReturn'> = 'illegalAssignment'
): Bound {
  const how = conversionOf(ctx, bound, to);
  if (!how) {
    throw gapAmong(ctx.project, at, bound.type, to) ?? bindError(at, code, shownType(bound.type), shownType(to));
  }
  return applyConversion(bound, to, how);
}

/** How an expression becomes a value of the type: as its type says, or as the only row of a query. */
export function conversionOf(ctx: BodyContext, bound: Bound, to: ApexType): Conversion | undefined {
  const byType = conversion(ctx.project, bound.type, to);
  if (byType || to.kind !== 'sobject' || !isQuery(bound)) return byType;
  const row = rowType(bound.type);
  const fits = row && (conversion(ctx.project, row, to) ?? conversion(ctx.project, to, row));
  // As far as a list of SObjects is from the list of the query: with an overload for either the platform calls it ambiguous.
  return fits && { cost: 10 + fits.cost, operation: 'singleRow' };
}

export function applyConversion(bound: Bound, to: ApexType, how: Conversion): Bound {
  if (how.operation === 'singleRow') return onlyRow(bound, to);
  if (how.operation) return { kind: 'convert', operation: how.operation, operand: bound, type: to };
  if (bound.kind === 'constant' && bound.value === null) return { ...bound, type: to };
  return bound;
}

/** The only row of a query; of a choice between queries, that of the one chosen. Left of `??` there need not be one. */
export function onlyRow(bound: Bound, type: ApexType, operation: 'singleRow' | 'rowIfAny' = 'singleRow'): Bound {
  if (isNull(bound)) return { ...bound, type };
  switch (bound.kind) {
    case 'group':
      return { ...bound, operand: onlyRow(bound.operand, type, operation), type };
    case 'conditional': {
      const of = (branch: Bound) => onlyRow(branch, type, operation);
      return { ...bound, whenTrue: of(bound.whenTrue), whenFalse: of(bound.whenFalse), type };
    }
    case 'coalesce':
      return {
        ...bound,
        left: onlyRow(bound.left, type, 'rowIfAny'),
        right: onlyRow(bound.right, type, operation),
        type
      };
    default:
      return { kind: 'convert', operation, operand: bound, type };
  }
}

const isNull = (bound: Bound): boolean => bound.kind === 'constant' && bound.value === null;

/** SOQL, and Database.query and its like, give their only row where one record is wanted. */
export function isQuery(bound: Bound): boolean {
  if (bound.kind === 'group') return isQuery(bound.operand);
  if (bound.kind === 'conditional') return areQueries(bound.whenTrue, bound.whenFalse);
  if (bound.kind === 'coalesce') return areQueries(bound.left, bound.right);
  if (bound.kind === 'soql') return bound.result === 'rows';
  if (bound.kind !== 'libraryCall' || bound.member.owner.name !== 'Database') return false;
  return ['query', 'querywithbinds'].includes(bound.member.member.name.toLowerCase());
}

/** Either may be null as well. */
const areQueries = (a: Bound, b: Bound): boolean =>
  (isQuery(a) && (isQuery(b) || isNull(b))) || (isNull(a) && isQuery(b));

export function rowType(type: ApexType): ApexType | undefined {
  return isNamed(type, 'List') && type.kind === 'platform' ? type.args[0] : undefined;
}

/** A condition, or an operand of `&&`, `||` and `!`. */
export function requireBoolean(
  bound: Bound,
  at: Position,
  code: 'conditionType' | 'notBoolean' | 'logicalType'
): Bound {
  if (!isNamed(bound.type, 'Boolean')) {
    throw code === 'conditionType' ? bindError(at, code, shownType(bound.type)) : bindError(at, code);
  }
  return bound;
}

/** A void call has no value. */
export function requireValue(bound: Bound, at: Position): Bound {
  if (bound.type.kind === 'void') throw bindError(at, 'voidValue');
  return bound;
}
