import type { BoundFor, BoundForEach, BoundQueryLoop, BoundWhile } from '../2-bind/bound/statements.js';
import { isNamed } from '../2-bind/subtyping.js';
import { assigned, scopeBegins, variableBegins } from './emit-detail.js';
import { iterated } from './call-names.js';
import { emitExpression, present } from './emit-expression.js';
import { soql } from './emit-platform.js';
import { emitNested } from './emit-statement.js';
import type { FunctionScope } from './function-scope.js';

/** Every few thousand turns a loop looks at the CPU limit. */
function guard(fn: FunctionScope): string {
  fn.usesLoopCounter = true;
  return 'if ((++$n & 4095) === 0) $x.limits.checkCpu(); ';
}

export function forLoop(fn: FunctionScope, loop: BoundFor): void {
  const { init } = loop;
  let head: string;
  if ('kind' in init) {
    const variables = init.variables.map(
      ({ local, value }) => `${local.jsName} = ${value ? assigned(fn, local.name, emitExpression(fn, value)) : 'null'}`
    );
    for (const { local, line } of init.variables) fn.writer.write(scopeBegins(fn, local, line));
    head = `let ${variables.join(', ')}`;
  } else head = init.map((each) => emitExpression(fn, each, false)).join(', ');
  const condition = loop.condition ? present(fn, loop.condition) : '';
  const update = loop.update.map((each) => emitExpression(fn, each, false)).join(', ');
  fn.writer.write(`for (${head}; ${condition}; ${update}) `);
  emitNested(fn, loop.body, guard(fn));
}

export function whileLoop(fn: FunctionScope, loop: BoundWhile): void {
  const { writer } = fn;
  if (!loop.bodyFirst) {
    writer.write(`while (${present(fn, loop.condition)}) `);
    emitNested(fn, loop.body, guard(fn));
    return;
  }
  writer.write('do ');
  emitNested(fn, loop.body, guard(fn));
  writer.write(`while (${present(fn, loop.condition)}); `);
}

/**
 * Lists are walked by index, sets by a copy of their elements, other iterables by their iterator. Meanwhile a list, and as of API
 * version 62.0 a set, refuses to be changed (Winter '25 release notes, "Modifying Sets During Iteration").
 */
export function forEach(fn: FunctionScope, loop: BoundForEach): void {
  const { source, local, writer } = { ...loop, writer: fn.writer };
  const collection = fn.temp();
  const element = fn.temp();
  fn.name(loop.element, element);
  const of = present(fn, source);
  const bind = (value: string) =>
    `${element} = ${value}; let ${local.jsName} = ${emitExpression(fn, loop.value)}; ${variableBegins(fn, local, loop.line)}`;
  if (isNamed(source.type, 'List') || isNamed(source.type, 'Set')) {
    const isList = isNamed(source.type, 'List');
    const [over, items, size, i] = [`$c${collection}`, `$i${collection}`, `$n${collection}`, `$j${collection}`];
    const elements = isList ? `${over}.items` : `${fn.support('elementsOf')}(${over})`;
    const locks = isList || fn.script.source.apiVersion >= 62;
    writer.write(`{ const ${over} = ${of}; ${locks ? `${over}.loops++; try { ` : ''}`);
    writer.write(`for (let ${items} = ${elements}, ${size} = ${items}.length, ${i} = 0; ${i} < ${size}; ${i}++) `);
    emitNested(fn, loop.body, `${guard(fn)}${bind(`${items}[${i}]`)}`);
    writer.write(`${locks ? `} finally { ${over}.loops--; } ` : ''}} `);
    return;
  }
  for (const name of iterated) fn.calls.add(name);
  writer.write(`for (${collection} of ${fn.support('iterateLazily')}($x, ${of})) `);
  emitNested(fn, loop.body, `${guard(fn)}${bind(collection)}`);
}

/** A SOQL loop: record by record, or 200 rows at a time. */
export function queryLoop(fn: FunctionScope, loop: BoundQueryLoop): void {
  const row = fn.temp();
  const rows = loop.query.kind === 'soql' ? soql(fn, loop.query) : present(fn, loop.query);
  const source = loop.chunks ? `${fn.support('chunks')}(${rows})` : `${rows}.items`;
  fn.writer.write(`for (const $r${row} of ${source}) `);
  emitNested(
    fn,
    loop.body,
    `${guard(fn)}let ${loop.local.jsName} = $r${row}; ${variableBegins(fn, loop.local, loop.line)}`
  );
}
