import type { BoundCatch, BoundTry } from '../2-bind/bound/statements.js';
import { isNamed } from '../2-bind/subtyping.js';
import { variableBegins } from './emit-detail.js';
import { emitNested, emitStatements } from './emit-statement.js';
import type { FunctionScope } from './function-scope.js';

/** What Apex may not catch (limits, failed assertions, faults of the local org) passes through `caught`, which throws it again. */
export function tryCatch(fn: FunctionScope, statement: BoundTry): void {
  const { writer } = fn;
  if (statement.finallyBlock) return tryFinally(fn, statement, statement.finallyBlock);
  writer.write('try { ');
  emitStatements(fn, statement.body);
  writer.write('} ');
  if (statement.catches.length > 0) {
    const exception = fn.temp();
    writer.write(`catch ($e) { ${exception} = ${fn.support('caught')}($e); `);
    let prefix = '';
    for (const each of statement.catches) {
      writer.at(each.line).write(`${prefix}if (${test(fn, each, exception)}) `);
      emitNested(
        fn,
        each.body,
        `let ${each.local.jsName} = ${exception}; ${variableBegins(fn, each.local, each.line)}`
      );
      prefix = 'else ';
    }
    writer.write('else throw $e; } ');
  }
}

/** Behind what Apex may not catch, finally blocks are not executed either (Apex Developer Guide, "Exception Statements"). */
function tryFinally(fn: FunctionScope, statement: BoundTry, block: NonNullable<BoundTry['finallyBlock']>): void {
  const { writer } = fn;
  const dead = fn.temp();
  writer.write(`${dead} = false; try { `);
  if (statement.catches.length > 0) tryCatch(fn, { ...statement, finallyBlock: undefined });
  else emitStatements(fn, statement.body);
  writer.write(`} catch ($e) { ${dead} = ${fn.support('isUncatchable')}($e); throw $e; } `);
  writer.at(block.line).write(`finally { if (!${dead}) { `);
  emitStatements(fn, block);
  writer.write('} } ');
}

function test(fn: FunctionScope, each: BoundCatch, exception: string): string {
  if (isNamed(each.type, 'Exception')) return 'true';
  if (each.of) return `${exception} instanceof ${fn.pool.class(each.of)}`;
  return `${fn.support('instanceOf')}($x, ${exception}, ${fn.pool.type(each.type)})`;
}
