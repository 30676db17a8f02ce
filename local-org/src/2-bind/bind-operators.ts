import type {
  ArithmeticOperator,
  BinaryExpression,
  ComparisonOperator,
  ConditionalExpression,
  Position,
  UnaryExpression
} from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindExpression, bindValue } from './bind-expression.js';
import { equality } from './bind-equality.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { conversion, numericName, type NumericName } from './conversion.js';
import { convertTo, isQuery, onlyRow, requireBoolean, requireValue, rowType } from './convert.js';
import { BindError, bindError } from './errors.js';
import { isGenericRecord, isNamed } from './subtyping.js';

const numericTypes = { Integer: T.Integer, Long: T.Long, Double: T.Double, Decimal: T.Decimal } as const;
const ranks: readonly NumericName[] = ['Integer', 'Long', 'Double', 'Decimal'];

export function binaryExpression(ctx: BodyContext, node: BinaryExpression): Bound {
  const left = bindExpression(ctx, node.left);
  const right = bindExpression(ctx, node.right);
  if (left.type.kind === 'void' || right.type.kind === 'void') throw bindError(node, 'arithmeticVoid');
  switch (node.operator) {
    case '&&':
    case '||': {
      const isNull = left.type.kind === 'null' || right.type.kind === 'null';
      if (isNull) throw bindError(node, 'comparisonTypes', shownType(left.type), shownType(right.type));
      const of = (operand: Bound) => requireBoolean(operand, node, 'logicalType');
      return { kind: 'logical', operator: node.operator, left: of(left), right: of(right), type: T.Boolean };
    }
    case '??': {
      const row = commonRow(ctx, left, right);
      const type = row ?? commonType(ctx, left, right);
      if (!type) throw bindError(node, 'ambiguousTypes', shownType(left.type), shownType(right.type));
      return {
        kind: 'coalesce',
        left: row && isQuery(left) ? onlyRow(left, row, 'rowIfAny') : convertTo(ctx, left, type, node),
        right: convertTo(ctx, right, type, node),
        type
      };
    }
    case '==':
    case '!=':
    case '===':
    case '!==':
      return equality(ctx, node.operator, left, right, node);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(ctx, node.operator, left, right, node);
    default:
      return arithmetic(ctx, node.operator, left, right, node);
  }
}

/** `+ - * / & | ^ << >> >>>`; also the combining step of `+=` and its like. */
export function arithmetic(
  ctx: BodyContext,
  operator: ArithmeticOperator,
  left: Bound,
  right: Bound,
  at: Position
): Bound {
  if (operator === '+' && (isNamed(left.type, 'String') || isNamed(right.type, 'String'))) return concat(left, right);
  const leftNumber = numericName(left.type);
  const rightNumber = numericName(right.type);
  if (operator === '+' || operator === '-') {
    const moved = moveDate(operator, left, right, at);
    if (moved) return moved;
  }
  if (operator === '&' || operator === '|' || operator === '^') {
    if (isNamed(left.type, 'Boolean') && isNamed(right.type, 'Boolean')) {
      return { kind: 'booleanBits', operator, left, right, type: T.Boolean };
    }
  }
  if (!leftNumber || !rightNumber) throw operandTypes(at, operator);
  const whole = (name: NumericName) => name === 'Integer' || name === 'Long';
  if (!'+-*/'.includes(operator) && !(whole(leftNumber) && whole(rightNumber))) throw operandTypes(at, operator);
  const shift = operator.length > 1;
  const numeric = shift ? leftNumber : wider(leftNumber, rightNumber);
  const type = numericTypes[numeric];
  return {
    kind: 'arithmetic',
    operator,
    numeric,
    left: convertTo(ctx, left, type, at),
    right: shift ? shiftCount(ctx, right, numeric, at) : convertTo(ctx, right, type, at),
    type
  };
}

function operandTypes(at: Position, operator: ArithmeticOperator): BindError {
  if ('+-*/'.includes(operator)) return bindError(at, 'arithmeticTypes');
  return bindError(at, operator.length > 1 ? 'shiftTypes' : 'bitwiseTypes', operator);
}

function shiftCount(ctx: BodyContext, right: Bound, numeric: NumericName, at: Position): Bound {
  if (numeric === 'Long') return convertTo(ctx, right, T.Long, at);
  return isNamed(right.type, 'Long') ? { kind: 'cast', operand: right, type: T.Integer } : right;
}

export function wider(a: NumericName, b: NumericName): NumericName {
  return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}

/** Nested concatenations become one list of parts; only the left side is flat, brackets on the right keep their own. */
function concat(left: Bound, right: Bound): Bound {
  const parts = left.kind === 'concat' ? [...left.parts, right] : [left, right];
  return { kind: 'concat', parts, type: T.String };
}

/** Dates move by days, Datetimes by days and their fractions, Times by milliseconds. */
function moveDate(operator: '+' | '-', left: Bound, right: Bound, at: Position): Bound | undefined {
  if (!['Date', 'Datetime', 'Time'].some((name) => isNamed(left.type, name))) return undefined;
  const error = stepError(left, right, at);
  if (error) throw error;
  return { kind: 'moveDate', operator, operand: left, days: right, type: left.type };
}

/** What the platform says of a value that a Date, Datetime or Time is to be moved by; undefined where it will do. */
function stepError(moved: Bound, by: Bound, at: Position): BindError | undefined {
  const step = numericName(by.type);
  if (isNamed(moved.type, 'Datetime')) {
    return step === undefined || step === 'Long' ? bindError(at, 'datetimeOperand') : undefined;
  }
  if (step === 'Integer' || step === 'Long') return undefined;
  if (isNamed(moved.type, 'Date')) return bindError(at, 'dateOperand');
  return isNamed(moved.type, 'Time') ? bindError(at, 'timeOperand') : undefined;
}

/** `d += 1`: the combining step of a compound assignment, whose rules for dates are not those of the plain operator. */
export function combining(
  ctx: BodyContext,
  operator: ArithmeticOperator,
  left: Bound,
  right: Bound,
  at: Position
): Bound {
  if (operator !== '+' && isNamed(right.type, 'String')) throw operandTypes(at, operator);
  try {
    return arithmetic(ctx, operator, left, right, at);
  } catch (error) {
    if (error instanceof BindError && (operator === '*' || operator === '/')) error.also = stepError(left, right, at);
    throw error;
  }
}

function comparison(ctx: BodyContext, operator: ComparisonOperator, left: Bound, right: Bound, at: Position): Bound {
  const leftNumber = numericName(left.type);
  const rightNumber = numericName(right.type);
  const base = { kind: 'compare', operator, type: T.Boolean } as const;
  if (leftNumber && rightNumber) {
    const numeric = wider(leftNumber, rightNumber);
    if (numeric !== 'Integer' && numeric !== 'Long') return { ...base, operands: 'any', left, right };
    const to = numericTypes[numeric];
    return { ...base, operands: numeric, left: convertTo(ctx, left, to, at), right: convertTo(ctx, right, to, at) };
  }
  const isNull = left.type.kind === 'null' || right.type.kind === 'null';
  const common = isNull ? undefined : commonType(ctx, left, right);
  if (!common) throw bindError(at, 'comparisonTypes', shownType(left.type), shownType(right.type));
  const isUnordered = !isOrdered(left.type) || !isOrdered(right.type);
  if (isUnordered) throw bindError(at, 'inequalityType', shownType(common));
  return { ...base, operands: 'any', left, right };
}

const ordered = new Set(['String', 'Id', 'Date', 'Datetime', 'Time', 'Integer', 'Long', 'Double', 'Decimal']);

function isOrdered(type: ApexType): boolean {
  return type.kind === 'null' || (type.kind === 'platform' && ordered.has(type.name));
}

export function unaryExpression(ctx: BodyContext, node: UnaryExpression): Bound {
  const { operator, operand: inner } = node;
  const operand = bindValue(ctx, inner);
  if (operator === '!') {
    return { kind: 'not', operand: requireBoolean(operand, node, 'notBoolean'), type: T.Boolean };
  }
  const numeric = numericName(operand.type);
  if (operator === '~') {
    if (numeric !== 'Integer' && numeric !== 'Long') throw bindError(node, 'complement', shownType(operand.type));
    return { kind: 'negate', operator: '~', numeric, operand, type: operand.type };
  }
  // `+` may stand before anything: `'a' + + 'b'`.
  if (operator === '+') return operand;
  if (!numeric) throw bindError(node, 'negation');
  return { kind: 'negate', operator: '-', numeric, operand, type: operand.type };
}

export function conditionalExpression(ctx: BodyContext, node: ConditionalExpression): Bound {
  const condition = requireBoolean(bindValue(ctx, node.condition), node.condition, 'conditionType');
  const whenTrue = requireValue(bindExpression(ctx, node.whenTrue), node.whenTrue);
  const whenFalse = requireValue(bindExpression(ctx, node.whenFalse), node.whenFalse);
  const type = commonRow(ctx, whenTrue, whenFalse) ?? commonType(ctx, whenTrue, whenFalse);
  if (!type) throw bindError(node, 'incompatibleBranches', shownType(whenFalse.type), shownType(whenTrue.type));
  return {
    kind: 'conditional',
    condition,
    whenTrue: convertTo(ctx, whenTrue, type, node.whenTrue),
    whenFalse: convertTo(ctx, whenFalse, type, node.whenFalse),
    type
  };
}

/** The type of both operands where one is a query and the other a record. */
function commonRow(ctx: BodyContext, a: Bound, b: Bound): ApexType | undefined {
  const [query, record] = isQuery(a) ? [a, b] : [b, a];
  const row = isQuery(query) ? rowType(query.type) : undefined;
  if (!row || record.type.kind !== 'sobject') return undefined;
  if (isGenericRecord(row) || conversion(ctx.project, row, record.type)) return record.type;
  return conversion(ctx.project, record.type, row) && row;
}

/** The type that both operands can have: that of one of them, to which the other converts; of the first where both do (Id, String). */
export function commonType(ctx: BodyContext, a: Bound, b: Bound): ApexType | undefined {
  if (a.type.kind === 'null') return b.type;
  if (b.type.kind === 'null') return a.type;
  const leftNumber = numericName(a.type);
  const rightNumber = numericName(b.type);
  if (leftNumber && rightNumber) {
    // Double and Decimal convert both ways: the first operand says which it is.
    const exact = leftNumber === 'Decimal' && rightNumber === 'Double';
    const inexact = leftNumber === 'Double' && rightNumber === 'Decimal';
    return exact || inexact ? a.type : numericTypes[wider(leftNumber, rightNumber)];
  }
  const forward = conversion(ctx.project, a.type, b.type);
  const backward = conversion(ctx.project, b.type, a.type);
  if (forward && backward) return forward.cost < backward.cost ? b.type : a.type;
  if (forward) return b.type;
  return backward ? a.type : undefined;
}
