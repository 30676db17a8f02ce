import type { BoundBlock, BoundStatement } from '../2-bind/bound/statements.js';
import { assigned, executed, scopeBegins } from './emit-detail.js';
import { emitExpression, present } from './emit-expression.js';
import { dml, merge, runAs } from './emit-dml.js';
import { forEach, forLoop, queryLoop, whileLoop } from './emit-loops.js';
import { switchOn } from './emit-switch.js';
import { tryCatch } from './emit-try.js';
import type { FunctionScope } from './function-scope.js';

/** Writes a statement on the line of its source. */
export function emitStatement(fn: FunctionScope, statement: BoundStatement): void {
  const { writer } = fn;
  writer.at(statement.line);
  fn.line = statement.line;
  if (statement.kind !== 'block') {
    count(fn, statement.line);
    writer.write(executed(fn, statement.line));
  }
  switch (statement.kind) {
    case 'block':
      writer.write('{ ');
      emitStatements(fn, statement);
      writer.write('} ');
      return;
    case 'local':
      statement.variables.forEach(({ local, value, line }) => {
        writer.at(line);
        fn.line = line;
        const given = value ? assigned(fn, local.name, emitExpression(fn, value)) : 'null';
        writer.write(`${scopeBegins(fn, local, line)}let ${local.jsName} = ${given}; `);
        if (local.outlives) writer.write(`${fn.outliving(local.name.toLowerCase())} = () => ${local.jsName}; `);
      });
      return;
    case 'expression':
      writer.write(`${emitExpression(fn, statement.expression, false)}; `);
      return;
    case 'if':
      writer.write(`if (${present(fn, statement.condition)}) `);
      emitNested(fn, statement.whenTrue);
      if (statement.whenFalse) {
        writer.write('else ');
        emitNested(fn, statement.whenFalse);
      }
      return;
    case 'switch':
      return switchOn(fn, statement);
    case 'for':
      return forLoop(fn, statement);
    case 'forEach':
      return forEach(fn, statement);
    case 'queryLoop':
      return queryLoop(fn, statement);
    case 'while':
      return whileLoop(fn, statement);
    case 'try':
      return tryCatch(fn, statement);
    case 'return':
      writer.write(statement.value ? `return (${emitExpression(fn, statement.value)}); ` : 'return; ');
      return;
    case 'throw':
      writer.write(`throw ${fn.support('thrown')}(${present(fn, statement.value)}); `);
      return;
    case 'break':
    case 'continue':
      writer.write(`${statement.kind}; `);
      return;
    case 'dml':
      return dml(fn, statement);
    case 'merge':
      return merge(fn, statement);
    case 'runAs':
      return runAs(fn, statement);
  }
}

export function emitStatements(fn: FunctionScope, block: BoundBlock): void {
  fn.writer.write(executed(fn, block.line));
  for (const statement of block.statements) emitStatement(fn, statement);
}

/** A statement under `if` or in a loop always gets its own braces. */
export function emitNested(fn: FunctionScope, statement: BoundStatement, before = ''): void {
  fn.writer.write(`{ ${before}`);
  if (statement.kind === 'block') emitStatements(fn, statement);
  else emitStatement(fn, statement);
  fn.writer.write('} ');
}

/** Coverage: one counter a line. */
function count(fn: FunctionScope, line: number): void {
  if (!fn.script.coverage) return;
  fn.script.lines.add(line);
  fn.writer.write(`$c[${line}]++; `);
}
