import type { BoundDml, BoundMerge, BoundRunAs } from '../2-bind/bound/statements.js';
import { emitExpression, present } from './emit-expression.js';
import { accessMode } from './emit-platform.js';
import { emitStatements } from './emit-statement.js';
import type { FunctionScope } from './function-scope.js';

export function dml(fn: FunctionScope, statement: BoundDml): void {
  const field = statement.field === undefined ? '' : `, ${JSON.stringify(statement.field)}`;
  const operation = JSON.stringify(statement.operation);
  const access = accessMode(fn, statement.access);
  fn.writer.write(`${fn.support('dml')}($x, ${operation}, ${present(fn, statement.value)}, ${access}${field}); `);
}

export function merge(fn: FunctionScope, statement: BoundMerge): void {
  const master = present(fn, statement.master);
  const access = accessMode(fn, statement.access);
  fn.writer.write(`${fn.support('merge')}($x, ${master}, ${present(fn, statement.duplicates)}, ${access}); `);
}

/** System.runAs: the user before comes back however the block ends. */
export function runAs(fn: FunctionScope, statement: BoundRunAs): void {
  const before = fn.temp();
  fn.writer.write(`${before} = $x.user; ${fn.support('runAs')}($x, ${emitExpression(fn, statement.user)}); try { `);
  emitStatements(fn, statement.body);
  fn.writer.write(`} finally { $x.user = ${before}; } `);
}
