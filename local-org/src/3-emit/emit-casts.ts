import type { Cast, InstanceOf } from '../2-bind/bound/expressions.js';
import { numericName } from '../2-bind/conversion.js';
import { isSubtype } from '../2-bind/subtyping.js';
import type { ClassSymbol } from '../2-bind/symbols.js';
import type { ApexType } from '../kernel/types.js';
import { emitExpression } from './emit-expression.js';
import type { FunctionScope } from './function-scope.js';

export function cast(fn: FunctionScope, bound: Cast): string {
  const value = emitExpression(fn, bound.operand);
  const from = bound.operand.type;
  const to = bound.type;
  const number = numericName(to);
  if (number && numericName(from)) return `${fn.support(`to${number}`)}(${value})`;
  if (isSubtype(fn.script.project, from, to)) return value;
  const symbol = concreteClass(fn, to);
  if (symbol) return `${fn.support('castToClass')}(${value}, ${fn.pool.class(symbol)})`;
  return `${fn.support('castTo')}($x, ${value}, ${fn.pool.type(to)})`;
}

export function instanceOf(fn: FunctionScope, bound: InstanceOf): string {
  const value = emitExpression(fn, bound.operand);
  const symbol = concreteClass(fn, bound.of);
  if (symbol) return `(${value} instanceof ${fn.pool.class(symbol)})`;
  return `${fn.support('instanceOf')}($x, ${value}, ${fn.pool.type(bound.of)})`;
}

/** Classes are checked by JavaScript's own instanceof; interfaces and enums by their types. */
function concreteClass(fn: FunctionScope, type: ApexType): ClassSymbol | undefined {
  const symbol = type.kind === 'class' ? fn.script.project.class(type.name) : undefined;
  return symbol?.kind === 'class' ? symbol : undefined;
}
