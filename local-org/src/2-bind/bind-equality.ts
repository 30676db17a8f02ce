import type { EqualityOperator, Position } from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { commonType } from './bind-operators.js';
import type { Bound, OperandKind } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { castable, numericName } from './conversion.js';
import { bindError } from './errors.js';
import { isNamed } from './subtyping.js';

/** `== != === !==`. Numbers of different types compare by value, strings without regard to case, objects by their equals. */
export function equality(ctx: BodyContext, operator: EqualityOperator, left: Bound, right: Bound, at: Position): Bound {
  const strict = operator.length === 3;
  const negated = operator.startsWith('!');
  const base = { kind: 'equal', strict, negated, type: T.Boolean } as const;
  if (strict) checkStrict(ctx, left, right, at);
  if (!comparable(ctx, left, right)) {
    throw bindError(at, 'comparisonTypes', shownType(left.type), shownType(right.type));
  }
  return { ...base, operands: operandKind(ctx, left.type, right.type, strict), left, right };
}

function operandKind(ctx: BodyContext, a: ApexType, b: ApexType, strict: boolean): OperandKind {
  if (a.kind === 'null' || b.kind === 'null') return 'identity';
  const number = numericName(a);
  if (number) return number === numericName(b) && (number === 'Integer' || number === 'Long') ? number : 'any';
  if (isNamed(a, 'Boolean') && isNamed(b, 'Boolean')) return 'Boolean';
  if (isNamed(a, 'String') && isNamed(b, 'String')) return 'String';
  const isEnum = a.kind === 'class' && ctx.project.class(a.name)?.kind === 'enum';
  const reference = (type: ApexType): boolean => type.kind === 'class' || type.kind === 'sobject';
  return isEnum || (strict && reference(a) && reference(b)) ? 'identity' : 'any';
}

const values = new Set(
  'Boolean Integer Long Double Decimal String Id Date Datetime Time Blob'.split(' ') as readonly string[]
);

/** `===` asks whether two references are the same object: values without identity are refused. */
function checkStrict(ctx: BodyContext, a: Bound, b: Bound, at: Position): void {
  const [left, right] = [a.type, b.type];
  const isValue = (type: ApexType) => type.kind === 'platform' && values.has(type.name);
  const isNull = (type: ApexType) => type.kind === 'null';
  const common = isValue(left) && isValue(right) ? commonType(ctx, a, b) : undefined;
  if (common) {
    const converted = [left, right].find((type) => isNamed(type, 'Decimal') || isNamed(type, 'Id')) ?? common;
    throw bindError(at, 'exactEqualityType', shownType(converted));
  }
  if ((isNull(left) || isValue(left)) && (isNull(right) || isValue(right))) {
    const shown = (type: ApexType) => shownType(type);
    throw bindError(at, 'comparisonTypes', shown(left), shown(right));
  }
}

/** One converts to the other; records behind a polymorphic parent may be any. */
function comparable(ctx: BodyContext, left: Bound, right: Bound): boolean {
  if (commonType(ctx, left, right)) return true;
  if (left.type.kind !== 'sobject' || right.type.kind !== 'sobject') return false;
  return castable(ctx.project, left.type, right.type) || castable(ctx.project, right.type, left.type);
}
