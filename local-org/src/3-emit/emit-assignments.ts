import type { Assign, Bound, CompoundAssign, Step, Target } from '../2-bind/bound/expressions.js';
import { isNonNull } from '../2-bind/non-null.js';
import { assignedTo } from './emit-detail.js';
import { emitExpression, fieldPath, present, upward } from './emit-expression.js';
import type { FunctionScope } from './function-scope.js';

export function assign(fn: FunctionScope, bound: Assign, used: boolean): string {
  const value = emitExpression(fn, bound.value);
  return store(fn, bound.target, value, used);
}

/** `target op= …`: the target's object and index are worked out once. */
export function compound(fn: FunctionScope, bound: CompoundAssign, used: boolean): string {
  const { setup, target } = evaluatedOnce(fn, bound.target);
  const old = emitExpression(fn, target);
  fn.name(bound.old, isNonNull(bound.target) ? old : `(${old} ?? ${fn.support('npe')}())`);
  if (bound.value.kind === 'concat' || bound.type.kind !== 'platform' || bound.type.name === 'String')
    fn.name(bound.old, old);
  const stored = store(fn, target, emitExpression(fn, bound.value), used);
  return setup === '' ? stored : `(${setup}${stored})`;
}

export function step(fn: FunctionScope, bound: Step, used: boolean): string {
  const { setup, target } = evaluatedOnce(fn, bound.target);
  const by = bound.operator === '++' ? '+' : '-';
  const old = isNonNull(bound.target) ? emitExpression(fn, target) : present(fn, target);
  const next = (value: string): string => {
    if (bound.numeric === 'Integer') return `(${value} ${by} 1 | 0)`;
    const one = { Long: '1n', Double: fn.pool.constant('$.double(1)'), Decimal: fn.pool.constant('$.decimal("1")') };
    const name = `${bound.numeric.toLowerCase()}${by === '+' ? 'Add' : 'Subtract'}`;
    return `${fn.support(name)}(${value}, ${one[bound.numeric]})`;
  };
  if (bound.prefix || !used) {
    const stored = store(fn, target, next(old), used);
    return setup === '' ? stored : `(${setup}${stored})`;
  }
  const before = fn.temp();
  return `(${setup}${before} = ${old}, ${store(fn, target, next(before), false)}, ${before})`;
}

function store(fn: FunctionScope, target: Target, given: string, used: boolean): string {
  const value = assignedTo(fn, target, given);
  switch (target.kind) {
    case 'local':
      return `(${target.local.jsName} = ${value})`;
    case 'field':
      return `(${fieldPath(fn, target)} = ${value})`;
    case 'record': {
      const set = at(fn, target, () => fn.support('setField'));
      const record = at(fn, target, () => present(fn, target.target));
      return upward(fn, record, (of) => `${set}($x, ${of}, ${JSON.stringify(target.field)}, ${value})`);
    }
    case 'index': {
      const list = emitExpression(fn, target.target);
      return `${fn.support('setAt')}(${list}, ${emitExpression(fn, target.index)}, ${value})`;
    }
    case 'property': {
      const on = target.target ? present(fn, target.target) : fn.pool.class(target.field.owner);
      const setter = target.field.setter?.jsName ?? '';
      const mark = at(fn, target, () => fn.mark());
      return keeping(fn, value, used, (kept) =>
        target.viaSuper
          ? `${fn.pool.class(target.field.owner)}.prototype.${setter}.${mark}call(this, $x, ${kept})`
          : `${on}.${mark}${setter}($x, ${kept})`
      );
    }
    case 'libraryProperty': {
      const setter = fn.library(target.member, 'set');
      const self = target.target ? `, ${present(fn, target.target)}` : '';
      return keeping(fn, value, used, (kept) => `${setter}($x${self}, ${kept})`);
    }
  }
}

/** Emits on the line of a target. */
function at<V>(fn: FunctionScope, { line }: Target, emit: () => V): V {
  const outer = fn.line;
  fn.line = line ?? outer;
  const emitted = emit();
  fn.line = outer;
  return emitted;
}

/** Setters answer nothing: where the assignment's value is used, it is kept. */
function keeping(fn: FunctionScope, value: string, used: boolean, store: (value: string) => string): string {
  if (!used) return store(value);
  const temp = fn.temp();
  return `(${temp} = ${value}, ${store(temp)}, ${temp})`;
}

/** A target whose parts may be read twice; what has to be worked out first is in `setup`. */
function evaluatedOnce(fn: FunctionScope, target: Target): { setup: string; target: Target } {
  const parts: string[] = [];
  const once = (bound: Bound): Bound => {
    if (['this', 'local', 'temp', 'constant'].includes(bound.kind)) return bound;
    const temp = { type: bound.type };
    const name = fn.temp();
    parts.push(`${name} = ${present(fn, bound)}, `);
    fn.name(temp, name);
    return { kind: 'temp', temp, type: bound.type };
  };
  switch (target.kind) {
    case 'local':
      return { setup: '', target };
    case 'index': {
      const fixed: Target = { ...target, target: once(target.target), index: once(target.index) };
      return { setup: parts.join(''), target: fixed };
    }
    default: {
      if (!target.target) return { setup: '', target };
      const fixed: Target = { ...target, target: once(target.target) };
      return { setup: parts.join(''), target: fixed };
    }
  }
}
