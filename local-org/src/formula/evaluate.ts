import { Big, BigDecimal, MathContext, RoundingMode } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import { decimalOf } from '../runtime/conversion.js';
import { FormulaError, type FormulaNode } from './ast.js';
import { formulaFunctions } from './functions.js';

/** What a formula sees of the world. */
export interface FormulaContext {
  /** Value of a field path or a `$` variable. */
  field(path: readonly string[]): ApexValue;
  /** Value before the statement; the same as now for a new record. */
  prior(path: readonly string[]): ApexValue;
  /** True for a path to a number; needed where blanks are zero. */
  readonly isNumber?: (path: readonly string[]) => boolean;
  /** True for a path to a text; an empty one joins others with `+`. Absent: no empty value is a text. */
  readonly isText?: (path: readonly string[]) => boolean;
  /** What an empty number is; absent: zero in sums and products, empty elsewhere. */
  readonly blanks?: 'zero' | 'blank' | undefined;
  /** CURRENCYRATE: how many of a currency one of the corporate currency is; absent: one. */
  readonly currencyRate?: (code: string) => number;
  /** VLOOKUP: a field of the first record of an object whose key has that text. */
  readonly find?: (object: string, key: string, value: string, field: string) => ApexValue;
  readonly isNew: boolean;
  /** Days since 1970 in the user's time zone. */
  readonly today: number;
  readonly now: number;
}

/** What goes wrong while a formula is computed; `#Error!` on pages. */
export const failure = (message: string): FormulaError => new FormulaError(message, false);

/** The value of a formula, null where it cannot be computed. */
export function evaluateOrNull(node: FormulaNode, context: FormulaContext): ApexValue {
  try {
    return evaluate(node, context);
  } catch (error) {
    if (error instanceof FormulaError && !error.isUnsupported) return null;
    throw error;
  }
}

/** The value of a formula: Decimal, String, Boolean, Date, Datetime or null. Blank numbers count as zero in arithmetic. */
export function evaluate(node: FormulaNode, context: FormulaContext): ApexValue {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'field':
      return plain(numberIfBlank(node.path, context));
    case 'unary': {
      const value = evaluate(node.operand, context);
      return node.operator === '!' ? !isTrue(value) : numberOf(value).negate();
    }
    case 'binary':
      return binary(node, context);
    case 'call': {
      const call = formulaFunctions[node.name];
      if (!call) throw new FormulaError(`The function ${node.name} is not supported.`);
      return call(node.args, context);
    }
  }
}

function numberIfBlank(path: readonly string[], context: FormulaContext): ApexValue {
  const value = context.field(path);
  return value === null && context.blanks === 'zero' && context.isNumber?.(path) ? Big(0) : value;
}

/** Numbers are Decimals and ids are texts inside formulas. */
function plain(value: ApexValue): ApexValue {
  if (value instanceof ApexId) return value.value;
  return decimalOf(value) ?? value;
}

const isText = (value: ApexValue): boolean => typeof value === 'string';
export const isTrue = (value: ApexValue): boolean => value === true;
export const isBlank = (value: ApexValue): boolean => value === null || value === '';
export function numberOf(value: ApexValue): BigDecimal {
  const number = decimalOf(value);
  if (number) return number;
  if (typeof value !== 'string' || value === '') return Big(0);
  if (!/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(value)) throw failure(`${value} is no number.`);
  return Big(value.trim());
}

export function textOf(value: ApexValue): string {
  if (value === null) return '';
  if (value instanceof BigDecimal)
    return value.scale() > 0 ? value.stripTrailingZeros().toPlainString() : value.toPlainString();
  if (value instanceof ApexDate) return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
  if (value instanceof ApexDatetime)
    return new Date(value.ms)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z');
  if (value instanceof ApexTime) return new Date(value.ms).toISOString().slice(11, 23);
  return String(value);
}

function binary(node: Extract<FormulaNode, { kind: 'binary' }>, context: FormulaContext): ApexValue {
  if (node.operator === '&&') return isTrue(evaluate(node.left, context)) && isTrue(evaluate(node.right, context));
  if (node.operator === '||') return isTrue(evaluate(node.left, context)) || isTrue(evaluate(node.right, context));
  const left = evaluate(node.left, context);
  const right = evaluate(node.right, context);
  const empty = context.blanks === 'blank' && (left === null || right === null);
  if (empty && /^[-*/^]$/.test(node.operator)) return null;
  if (empty && node.operator === '+' && ![left, right].some(isText) && !isTextual(node, context)) return null;
  switch (node.operator) {
    case '&':
      return textOf(left) + textOf(right);
    case '=':
      return isUnknown(node, left, right) ? null : equal(left, right);
    case '!=':
      return isUnknown(node, left, right) ? null : !equal(left, right);
    case '+':
      if (isText(left) || isText(right) || isTextual(node.left, context) || isTextual(node.right, context))
        return textOf(left) + textOf(right);
      return add(left, right, 1);
    case '-':
      return add(left, right, -1);
    case '*':
      return numberOf(left).multiply(numberOf(right));
    case '/':
      if (numberOf(right).signum() === 0) throw failure('Division by zero.');
      return numberOf(left).divideWithMathContext(numberOf(right), MathContext.DECIMAL128);
    case '^':
      return power(numberOf(left), numberOf(right));
    default:
      return compares(node.operator, left, right);
  }
}

/** Whole powers are exact. */
function power(base: BigDecimal, exponent: BigDecimal): BigDecimal {
  const whole = exponent.stripTrailingZeros();
  if (whole.scale() <= 0 && whole.signum() >= 0 && whole.compareTo(Big(99)) <= 0)
    return base.pow(whole.numberValue(), MathContext.DECIMAL128);
  return finite(Math.pow(base.numberValue(), exponent.numberValue()));
}

/** A result of floating arithmetic; what is no number is a failure. */
export function finite(value: number): BigDecimal {
  if (!Number.isFinite(value)) throw failure('The result is no number.');
  return Big(value);
}

/**
 * An empty number or date neither equals a value nor differs from it: a rule `Total__c != 42` lets an empty total pass
 * (SFDO-Community/declarative-lookup-rollup-summaries, Not_42). Comparison with NULL itself asks whether there is a value.
 */
function isUnknown(node: Extract<FormulaNode, { kind: 'binary' }>, left: ApexValue, right: ApexValue): boolean {
  if (node.left.kind === 'null' || node.right.kind === 'null' || (left === null) === (right === null)) return false;
  const known = left ?? right;
  return known instanceof BigDecimal || known instanceof ApexDate || known instanceof ApexDatetime;
}

/** Text compares with regard to case; a blank text equals null. */
export function equal(a: ApexValue, b: ApexValue): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) === isBlank(b);
  const [x, y] = [scalar(a), scalar(b)];
  if (typeof x === 'number' && typeof y === 'number' && a instanceof BigDecimal && b instanceof BigDecimal)
    return a.compareTo(b) === 0;
  return x === y;
}

/** A comparison by size; blank values compare with nothing. */
export function compares(operator: string, a: ApexValue, b: ApexValue): boolean {
  if (isBlank(a) || isBlank(b)) return false;
  const order =
    a instanceof BigDecimal && b instanceof BigDecimal
      ? a.compareTo(b)
      : scalar(a) < scalar(b)
        ? -1
        : scalar(a) > scalar(b)
          ? 1
          : 0;
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}

function scalar(value: ApexValue): string | number | boolean {
  if (value instanceof BigDecimal) return value.numberValue();
  if (value instanceof ApexDate) return value.days * 86_400_000;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  return typeof value === 'boolean' ? value : textOf(value);
}

/** True for what is a text even when it is empty. */
function isTextual(node: FormulaNode, context: FormulaContext): boolean {
  if (node.kind === 'field') return context.isText?.(node.path) ?? false;
  if (node.kind === 'binary' && node.operator === '+')
    return isTextual(node.left, context) || isTextual(node.right, context);
  return node.kind === 'text' || (node.kind === 'call' && node.name === 'TEXT');
}

/** Days are added to dates, and two dates give the days between them. */
function add(a: ApexValue, b: ApexValue, sign: 1 | -1): ApexValue {
  if (a instanceof ApexDate)
    return b instanceof ApexDate
      ? Big(a.days - b.days)
      : new ApexDate(a.days + sign * Math.trunc(numberOf(b).numberValue()));
  if (a instanceof ApexDatetime) {
    if (b instanceof ApexDatetime) return Big((a.ms - b.ms) / 86_400_000);
    return new ApexDatetime(a.ms + sign * Math.round(numberOf(b).numberValue() * 86_400_000));
  }
  if (b instanceof ApexDate && sign === 1) return new ApexDate(b.days + Math.trunc(numberOf(a).numberValue()));
  return sign === 1 ? numberOf(a).add(numberOf(b)) : numberOf(a).subtract(numberOf(b));
}

export const roundTo = (value: BigDecimal, digits: number): BigDecimal => value.setScale(digits, RoundingMode.HALF_UP);
