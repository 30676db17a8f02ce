import type { NewList, NewMap, NewRecord } from '../2-bind/bound/expressions.js';
import { emitExpression } from './emit-expression.js';
import type { FunctionScope } from './function-scope.js';

export function newRecord(fn: FunctionScope, bound: NewRecord): string {
  const fields = bound.fields.map((field) => `${JSON.stringify(field.name)}, ${emitExpression(fn, field.value)}`);
  return `${fn.support('newRecord')}(${[JSON.stringify(bound.object), ...fields].join(', ')})`;
}

export function newList(fn: FunctionScope, bound: NewList): string {
  const element = fn.pool.type(bound.element);
  if (bound.size) return `${fn.support('newArray')}($x, ${element}, ${emitExpression(fn, bound.size)})`;
  const items = `[${bound.items.map((item) => emitExpression(fn, item)).join(', ')}]`;
  return `${fn.support(bound.collection === 'List' ? 'newList' : 'newSet')}(${element}, ${items})`;
}

export function newMap(fn: FunctionScope, bound: NewMap): string {
  const entries = bound.entries.map(({ key, value }) => `${emitExpression(fn, key)}, ${emitExpression(fn, value)}`);
  return `${fn.support('newMap')}(${fn.pool.type(bound.key)}, ${fn.pool.type(bound.value)}, [${entries.join(', ')}])`;
}
