import { BigDecimal, MathContext } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import type { BinaryOperator } from '../syntax/tree.js';
import { addPeriod, difference, inZone, join } from '../time/arithmetic.js';
import { WeavePeriod, WeaveTimeZone } from '../time/values.js';
import { isArray, WeaveBinary, WeaveKey, WeaveObject, type WeaveTemporal, type WeaveValue } from '../values.js';
import { compare, equals, similar } from './equality.js';
import { textOf, toText } from './text.js';
import { toNumber } from './to-number.js';
import { isTemporal, typeName } from './type-of.js';

type Operation = (left: WeaveValue, right: WeaveValue) => WeaveValue;

/** `You called the function '+' with these arguments: …` is how the language refuses operands. */
export const badOperands = (operator: string, values: readonly WeaveValue[]): WeaveError =>
  new WeaveError(
    `You called the function '${operator}' with these arguments: \n${values
      .map((value, i) => `  ${i + 1}: ${typeName(value)} (${textOf(value) ?? (value === null ? 'null' : '...')})`)
      .join('\n')}\n`
  );

const temporal = (value: WeaveValue): WeaveTemporal | undefined =>
  value !== null && isTemporal(value) ? (value as WeaveTemporal) : undefined;

function arithmetic(
  operator: string,
  left: WeaveValue,
  right: WeaveValue,
  run: (a: BigDecimal, b: BigDecimal) => BigDecimal
): WeaveValue {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (!a || !b) throw badOperands(operator, [left, right]);
  return run(a, b);
}

function add(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (isArray(left)) return [...left, right];
  const [a, b] = [temporal(left), temporal(right)];
  const moved =
    a && b instanceof WeavePeriod ? addPeriod(a, b, 1) : b && a instanceof WeavePeriod ? addPeriod(b, a, 1) : undefined;
  return moved ?? arithmetic('+', left, right, (x, y) => x.add(y));
}

function subtract(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (isArray(left)) return left.filter((item) => !equals(item, right));
  if (left instanceof WeaveObject) {
    const name = toText(right);
    return new WeaveObject(left.pairs.filter(({ key }) => key.name !== name));
  }
  const [a, b] = [temporal(left), temporal(right)];
  if (a && b) {
    const result = b instanceof WeavePeriod ? addPeriod(a, b, -1) : difference(a, b);
    if (result) return result;
  }
  return arithmetic('-', left, right, (x, y) => x.subtract(y));
}

function divide(left: WeaveValue, right: WeaveValue): WeaveValue {
  return arithmetic('/', left, right, (x, y) => {
    if (y.signum() === 0) throw new WeaveError('Division by zero');
    return x.divideWithMathContext(y, MathContext.DECIMAL128);
  });
}

function concatenate(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (isArray(left) && isArray(right)) return [...left, ...right];
  if (left instanceof WeaveObject && right instanceof WeaveObject)
    return new WeaveObject([...left.pairs, ...right.pairs]);
  if (left === null && (isArray(right) || right instanceof WeaveObject)) return right;
  if (right === null && (isArray(left) || left instanceof WeaveObject)) return left;
  const [a, b] = [temporal(left), temporal(right)];
  const joined = a && b ? join(a, b) : undefined;
  if (joined) return joined;
  if (left instanceof WeaveBinary && right instanceof WeaveBinary)
    return new WeaveBinary(Buffer.concat([left.bytes, right.bytes]));
  const [x, y] = [textOf(left), textOf(right)];
  if (x === undefined || y === undefined) throw badOperands('++', [left, right]);
  return x + y;
}

function remove(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (left === null) return null;
  if (isArray(left)) {
    if (!isArray(right)) throw badOperands('--', [left, right]);
    return left.filter((item) => !right.some((each) => equals(item, each)));
  }
  if (!(left instanceof WeaveObject)) throw badOperands('--', [left, right]);
  if (right instanceof WeaveObject) {
    const isIn = (name: string, value: WeaveValue): boolean =>
      right.pairs.some((each) => each.key.name === name && equals(each.value, value));
    return new WeaveObject(left.pairs.filter(({ key, value }) => !isIn(key.name, value)));
  }
  if (!isArray(right)) throw badOperands('--', [left, right]);
  const names = new Set(right.map(toText));
  return new WeaveObject(left.pairs.filter(({ key }) => !names.has(key.name)));
}

/** `moment >> zone` tells a moment on other clocks; `item >> array` puts an item in front. */
function shiftRight(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (isArray(right)) return [left, ...right];
  const moment = temporal(left);
  const zone =
    right instanceof WeaveTimeZone
      ? right.id
      : typeof right === 'string' || right instanceof WeaveKey
        ? toText(right)
        : undefined;
  const moved = moment && zone !== undefined ? inZone(moment, zone) : undefined;
  if (!moved) throw badOperands('>>', [left, right]);
  return moved;
}

function shiftLeft(left: WeaveValue, right: WeaveValue): WeaveValue {
  if (!isArray(left)) throw badOperands('<<', [left, right]);
  return [...left, right];
}

/** The operators that look at both of their operands. */
export const operations: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or'>, Operation>> = {
  '+': add,
  '-': subtract,
  '*': (left, right) => arithmetic('*', left, right, (x, y) => x.multiply(y)),
  '/': divide,
  '++': concatenate,
  '--': remove,
  '>>': shiftRight,
  '<<': shiftLeft,
  '==': equals,
  '!=': (left, right) => !equals(left, right),
  '~=': similar,
  '<': (left, right) => compare(left, right) < 0,
  '>': (left, right) => compare(left, right) > 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>=': (left, right) => compare(left, right) >= 0
};

/** `-value`: of a number, of a period, and of a text as the key of a descending order. */
export function negate(value: WeaveValue): WeaveValue {
  if (value instanceof BigDecimal) return value.negate();
  if (value instanceof WeavePeriod) return new WeavePeriod(-value.months, -value.days, -value.ms);
  const plain = toNumber(value);
  if (!plain) throw badOperands('-', [value]);
  return plain.negate();
}
