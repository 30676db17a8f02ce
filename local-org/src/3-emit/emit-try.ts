import type { BoundCatch, BoundTry } from '../2-bind/bound/statements.js';
import { isNamed } from '../2-bind/subtyping.js';
import { emitNested, emitStatements } from './emit-statement.js';
import type { FunctionScope } from './function-scope.js';

/** What Apex may not catch (limits, failed assertions, faults of the local org) passes through `caught`, which throws it again. */
export function tryCatch(fn: FunctionScope, statement: BoundTry): void {
  const { writer } = fn;
  writer.write('try { ');
  emitStatements(fn, statement.body);
  writer.write('} ');
  if (statement.catches.length > 0) {
    const exception = fn.temp();
    writer.write(`catch ($e) { ${exception} = ${fn.support('caught')}($e); `);
    let prefix = '';
    for (const each of statement.catches) {
      writer.at(each.line).write(`${prefix}if (${test(fn, each, exception)}) `);
      emitNested(fn, each.body, `let ${each.local.jsName} = ${exception}; `);
      prefix = 'else ';
    }
    writer.write('else throw $e; } ');
  }
  if (!statement.finallyBlock) return;
  writer.at(statement.finallyBlock.line).write('finally { ');
  emitStatements(fn, statement.finallyBlock);
  writer.write('} ');
}

function test(fn: FunctionScope, each: BoundCatch, exception: string): string {
  if (isNamed(each.type, 'Exception')) return 'true';
  if (each.of) return `${exception} instanceof ${fn.pool.class(each.of)}`;
  return `${fn.support('instanceOf')}($x, ${exception}, ${fn.pool.type(each.type)})`;
}
