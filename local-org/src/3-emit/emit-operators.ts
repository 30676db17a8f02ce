import type { Arithmetic, BooleanBits, Bound, Compare, Concat, Equal, Negate } from '../2-bind/bound/expressions.js';
import { isNonNull } from '../2-bind/non-null.js';
import { emitExpression, present } from './emit-expression.js';
import type { FunctionScope } from './function-scope.js';

const names: Readonly<Record<string, string>> = {
  '+': 'Add',
  '-': 'Subtract',
  '*': 'Multiply',
  '/': 'Divide',
  '&': 'And',
  '|': 'Or',
  '^': 'Xor',
  '<<': 'ShiftLeft',
  '>>': 'ShiftRight',
  '>>>': 'ShiftRightUnsigned'
};

/** Integers are JavaScript numbers cut to 32 bits; the other types go through runtime/arithmetic. */
export function arithmetic(fn: FunctionScope, bound: Arithmetic): string {
  const { operator, numeric, left, right } = bound;
  if (numeric === 'Integer') {
    if (operator === '*') return `${fn.support('imul')}(${present(fn, left)}, ${present(fn, right)})`;
    const divisor = right.kind === 'constant' && typeof right.value === 'number' ? right.value : 0;
    if (operator !== '/' || divisor !== 0) {
      const exact = operator === '&' || operator === '|' || operator === '^' || operator === '<<' || operator === '>>';
      return `(${present(fn, left)} ${operator} ${present(fn, right)}${exact ? '' : ' | 0'})`;
    }
  }
  const name = `${numeric.toLowerCase()}${names[operator] ?? ''}`;
  return `${fn.support(name)}(${emitExpression(fn, left)}, ${emitExpression(fn, right)})`;
}

export function negate(fn: FunctionScope, bound: Negate): string {
  const { numeric, operator, operand } = bound;
  if (numeric === 'Integer') return operator === '~' ? `(~${present(fn, operand)})` : `(-${present(fn, operand)} | 0)`;
  const name = operator === '~' ? 'longComplement' : `${numeric.toLowerCase()}Negate`;
  return `${fn.support(name)}(${emitExpression(fn, operand)})`;
}

export function booleanBits(fn: FunctionScope, bound: BooleanBits): string {
  const left = present(fn, bound.left);
  const right = present(fn, bound.right);
  return bound.operator === '^' ? `(${left} !== ${right})` : `((${left} ${bound.operator} ${right}) === 1)`;
}

/** JavaScript joins strings, numbers and booleans as Apex shows them; other values are turned into text first. */
export function concat(fn: FunctionScope, bound: Concat): string {
  const parts = bound.parts.map((part) => ({ text: textOf(fn, part), certain: isCertainText(part) }));
  const certain = (parts[0]?.certain ?? false) || (parts[1]?.certain ?? false);
  const joined = `${certain ? '' : '"" + '}${parts.map((part) => part.text).join(' + ')}`;
  return `${fn.support('heldText')}($x, ${joined})`;
}

const plain = new Set(['String', 'Integer', 'Long', 'Boolean']);

function isPlain(part: Bound): boolean {
  return part.type.kind === 'platform' && plain.has(part.type.name);
}

/** True when the JavaScript value is a string and never null. */
function isCertainText(part: Bound): boolean {
  if (!isPlain(part)) return true;
  return part.type.kind === 'platform' && part.type.name === 'String' && isNonNull(part);
}

function textOf(fn: FunctionScope, part: Bound): string {
  const value = emitExpression(fn, part);
  return isPlain(part) ? value : `${fn.support('toText')}($x, ${value})`;
}

const comparisons = { '<': 'lessThan', '<=': 'lessOrEqual', '>': 'greaterThan', '>=': 'greaterOrEqual' } as const;

/** A comparison with null is false for numbers (Apex Developer Guide, "Expression Operators"). */
export function compare(fn: FunctionScope, bound: Compare): string {
  const left = emitExpression(fn, bound.left);
  const right = emitExpression(fn, bound.right);
  if (bound.operands === 'Integer' || bound.operands === 'Long') {
    const nullable = [bound.left, bound.right].filter((operand) => !isNonNull(operand));
    if (nullable.length === 0) return `(${left} ${bound.operator} ${right})`;
    if (nullable.every((operand) => operand.kind === 'local')) {
      const checks = nullable.map((operand) => `${emitExpression(fn, operand)} !== null && `).join('');
      return `(${checks}${left} ${bound.operator} ${right})`;
    }
  }
  return `${fn.support(comparisons[bound.operator])}(${left}, ${right})`;
}

export function equal(fn: FunctionScope, bound: Equal): string {
  const left = emitExpression(fn, bound.left);
  const right = emitExpression(fn, bound.right);
  const not = bound.negated ? '!' : '';
  switch (bound.operands) {
    case 'Integer':
    case 'Long':
    case 'Boolean':
    case 'identity':
      return `(${left} ${bound.negated ? '!==' : '==='} ${right})`;
    case 'String':
      return bound.strict
        ? `${not}${fn.support('strictEquals')}(${left}, ${right})`
        : `${not}${fn.support('sameText')}(${left}, ${right})`;
    case 'any':
      return bound.strict
        ? `${not}${fn.support('strictEquals')}(${left}, ${right})`
        : `${not}${fn.support('equals')}($x, ${left}, ${right})`;
  }
}
