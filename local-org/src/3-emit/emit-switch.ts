import type { BoundCase, BoundSwitch } from '../2-bind/bound/statements.js';
import { variableBegins } from './emit-detail.js';
import { emitExpression } from './emit-expression.js';
import { emitNested } from './emit-statement.js';
import type { FunctionScope } from './function-scope.js';

/** Labels are tried in order; strings are told apart by case. */
export function switchOn(fn: FunctionScope, statement: BoundSwitch): void {
  const value = fn.temp();
  fn.writer.write(`${value} = ${emitExpression(fn, statement.value)}; `);
  let prefix = '';
  for (const each of statement.cases) {
    fn.writer.at(each.line);
    const { test, before } = condition(fn, each, value);
    if (test !== undefined) fn.writer.write(`${prefix}if (${test}) `);
    else fn.writer.write(prefix);
    emitNested(fn, each.body, before);
    prefix = 'else ';
  }
}

function condition(fn: FunctionScope, each: BoundCase, value: string): { test: string | undefined; before: string } {
  const { labels } = each;
  switch (labels.kind) {
    case 'else':
      return { test: undefined, before: '' };
    case 'values':
      return {
        test: labels.values.map((label) => `${value} === ${emitExpression(fn, label)}`).join(' || '),
        before: ''
      };
    case 'type': {
      const object = JSON.stringify(labels.type.kind === 'sobject' ? labels.type.name : '');
      return {
        test: `${value} !== null && ${value}.object === ${object}`,
        before: `let ${labels.local.jsName} = ${value}; ${variableBegins(fn, labels.local, each.line)}`
      };
    }
  }
}
