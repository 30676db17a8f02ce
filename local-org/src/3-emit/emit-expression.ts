import type { Bound, Constant, Convert, RecordRead } from '../2-bind/bound/expressions.js';
import { isNonNull } from '../2-bind/non-null.js';
import { assign, compound, step } from './emit-assignments.js';
import { calledBy } from './call-names.js';
import { call, chained, construct, libraryCall } from './emit-calls.js';
import { cast, instanceOf } from './emit-casts.js';
import { allocated } from './emit-detail.js';
import { newList, newMap, newRecord } from './emit-creators.js';
import { arithmetic, booleanBits, compare, concat, equal, negate } from './emit-operators.js';
import { soql, sosl, token } from './emit-platform.js';
import type { FunctionScope } from './function-scope.js';
import { hasMark } from './writer.js';

/**
 * The JavaScript of an expression, on one line. With `used` false the value is not needed (a statement), which allows shorter
 * forms. Every compound form stands in brackets.
 */
export function emitExpression(fn: FunctionScope, bound: Bound, used = true): string {
  const outer = fn.line;
  fn.line = bound.line ?? outer;
  for (const name of calledBy(bound)) fn.calls.add(name);
  const text = allocated(fn, bound, textOf(fn, bound, used));
  fn.line = outer;
  return text;
}

function textOf(fn: FunctionScope, bound: Bound, used: boolean): string {
  switch (bound.kind) {
    case 'constant':
      return constant(fn, bound);
    case 'local':
      return bound.local.jsName;
    case 'this':
      return 'this';
    case 'temp':
      return fn.nameOf(bound.temp);
    case 'group':
      return emitExpression(fn, bound.operand, used);
    case 'field':
      return fieldPath(fn, bound);
    case 'property': {
      const getter = bound.field.getter?.jsName ?? '';
      if (bound.viaSuper) return `${superPrototype(fn)}.${getter}.${fn.mark()}call(this, $x)`;
      return `${bound.target ? present(fn, bound.target) : fn.pool.class(bound.field.owner)}.${fn.mark()}${getter}($x)`;
    }
    case 'libraryProperty': {
      const getter = fn.library(bound.member, 'get');
      return bound.target ? upward(fn, present(fn, bound.target), (self) => `${getter}($x, ${self})`) : `${getter}($x)`;
    }
    case 'record':
      return recordRead(fn, bound);
    case 'index':
      return `${fn.support('at')}(${emitExpression(fn, bound.target)}, ${emitExpression(fn, bound.index)})`;
    case 'call':
      return call(fn, bound);
    case 'libraryCall':
      return libraryCall(fn, bound);
    case 'construct':
      return construct(fn, bound);
    case 'chained':
      return chained(fn, bound);
    case 'newRecord':
      return newRecord(fn, bound);
    case 'newList':
      return newList(fn, bound);
    case 'newMap':
      return newMap(fn, bound);
    case 'convert':
      return convert(fn, bound);
    case 'cast':
      return cast(fn, bound);
    case 'instanceOf':
      return instanceOf(fn, bound);
    case 'arithmetic':
      return arithmetic(fn, bound);
    case 'concat':
      return concat(fn, bound);
    case 'compare':
      return compare(fn, bound);
    case 'equal':
      return equal(fn, bound);
    case 'logical':
      return `(${present(fn, bound.left)} ${bound.operator} ${present(fn, bound.right)})`;
    case 'booleanBits':
      return booleanBits(fn, bound);
    case 'not':
      return `!${present(fn, bound.operand)}`;
    case 'negate':
      return negate(fn, bound);
    case 'step':
      return step(fn, bound, used);
    case 'assign':
      return assign(fn, bound, used);
    case 'compound':
      return compound(fn, bound, used);
    case 'conditional': {
      const whenTrue = emitExpression(fn, bound.whenTrue);
      return `(${present(fn, bound.condition)} ? ${whenTrue} : ${emitExpression(fn, bound.whenFalse)})`;
    }
    case 'coalesce':
      return `(${emitExpression(fn, bound.left)} ?? ${emitExpression(fn, bound.right)})`;
    case 'safe': {
      const temp = fn.temp();
      fn.name(bound.temp, temp);
      const source = emitExpression(fn, bound.source);
      return `((${temp} = ${source}) === null ? null : ${emitExpression(fn, bound.body, used)})`;
    }
    case 'soql':
      return soql(fn, bound);
    case 'sosl':
      return sosl(fn, bound);
    case 'token':
      return token(fn, bound);
    case 'enumConstant':
      if (bound.of) return `${fn.pool.class(bound.of)}.v_${bound.name}`;
      return fn.pool.constant(`$.platformEnum(${JSON.stringify(bound.platform)}, ${JSON.stringify(bound.name)})`);
    case 'enumOperation': {
      const of = fn.pool.class(bound.of);
      if (bound.operation === 'values') return `${fn.support('enumValues')}(${of})`;
      if (!bound.operand) throw new Error(`${bound.operation} of an enum without operand`);
      if (bound.operation === 'valueOf')
        return `${fn.support('enumValueOf')}(${of}, ${emitExpression(fn, bound.operand)})`;
      return `${present(fn, bound.operand)}.${bound.operation}`;
    }
    case 'moveDate': {
      const days = emitExpression(fn, bound.days);
      return `${fn.support('moveDate')}(${emitExpression(fn, bound.operand)}, ${days}, ${bound.operator === '+' ? 1 : -1})`;
    }
    case 'cloneObject':
      return `${fn.support('cloneObject')}(${present(fn, bound.operand)})`;
    case 'fieldError': {
      const record = present(fn, bound.target);
      const message = emitExpression(fn, bound.message);
      return `${fn.support('addFieldError')}($x, ${record}, ${message}, ${JSON.stringify(bound.field)})`;
    }
    case 'label':
      return `${fn.support('label')}($x, ${JSON.stringify(bound.name)})`;
  }
}

/** The expression with a check that throws NullPointerException, unless it cannot be null. */
export function present(fn: FunctionScope, bound: Bound): string {
  const text = emitExpression(fn, bound);
  return isNonNull(bound) || bound.kind === 'temp' ? text : `(${text} ?? ${fn.support('npe')}())`;
}

/**
 * A function called with what stands on lines above the function's own name, as a receiver may: it is worked out before, so that
 * the lines of the script only go down.
 */
export function upward(fn: FunctionScope, argument: string, call: (argument: string) => string): string {
  if (!hasMark(argument)) return call(argument);
  const temp = fn.temp();
  return `(${temp} = ${argument}, ${call(temp)})`;
}

/** Where a field is: on an object, or in the static state of its class. */
export function fieldPath(fn: FunctionScope, bound: Bound & { kind: 'field' }): string {
  const { field, target } = bound;
  if (target) return `${present(fn, target)}.${field.jsName}`;
  if (field.owner === fn.owner) {
    fn.usesStatics = true;
    return `$s.${field.jsName}`;
  }
  return `${fn.pool.class(field.owner)}.${fn.mark()}$s($x).${field.jsName}`;
}

export function superPrototype(fn: FunctionScope): string {
  const { superclass } = fn.owner;
  if (!superclass) throw new Error(`${fn.owner.name} has no superclass in the project`);
  return `${fn.pool.class(superclass)}.prototype`;
}

function recordRead(fn: FunctionScope, bound: RecordRead): string {
  const field = JSON.stringify(bound.field);
  const { target } = bound;
  if (bound.ofMember || (target.kind === 'record' && target.parent)) {
    const read = fn.support('getThroughParent');
    return upward(fn, emitExpression(fn, target), (record) => `${read}($x, ${record}, ${field})`);
  }
  const read = fn.support('getField');
  return upward(fn, present(fn, target), (record) => `${read}($x, ${record}, ${field})`);
}

function constant(fn: FunctionScope, bound: Constant): string {
  const { value, type } = bound;
  if (typeof value !== 'string') return typeof value === 'number' && value < 0 ? `(${value})` : String(value);
  switch (type.kind === 'platform' ? type.name : '') {
    case 'Long':
      return value.startsWith('-') ? `(${value}n)` : `${value}n`;
    case 'Double':
      return fn.pool.constant(`$.double(${Number(value)})`);
    case 'Decimal':
      return fn.pool.constant(`$.decimal(${JSON.stringify(value)})`);
    default:
      return JSON.stringify(value);
  }
}

function convert(fn: FunctionScope, bound: Convert): string {
  const { operand, operation } = bound;
  if (operand.kind === 'constant' && typeof operand.value === 'number') {
    const folded = { kind: 'constant', value: String(operand.value), type: bound.type } as const;
    return constant(fn, folded);
  }
  const value = emitExpression(fn, operand);
  if (operation === 'elementsTo') return `${fn.support(operation)}(${value}, ${fn.pool.type(bound.type)})`;
  return `${fn.support(operation)}(${value})`;
}
