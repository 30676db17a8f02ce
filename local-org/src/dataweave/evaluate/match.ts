import { WeaveError } from '../errors.js';
import type { Expression, MatchCase } from '../syntax/tree.js';
import { isArray, WeaveObject, WeaveRegex, type WeaveValue } from '../values.js';
import { equals } from './equality.js';
import { evaluate, isTrue, typesOf } from './evaluator.js';
import { Scope } from './scope.js';
import { textOf } from './text.js';
import { isOfType, typeName } from './type-of.js';

/** `value match { … }`: the body of the first case that fits. */
export function evaluateMatch(expression: Expression & { kind: 'match' }, scope: Scope): WeaveValue {
  const value = evaluate(expression.value, scope);
  for (const each of expression.cases) {
    const inner = bind(each, value, scope);
    if (inner && (!each.when || isTrue(evaluate(each.when, inner)))) return evaluate(each.body, inner);
  }
  throw new WeaveError(`Unable to find a case that matches ${textOf(value) ?? typeName(value)}`);
}

/** The names of a case whose pattern fits, undefined when it does not. */
function bind({ pattern, name }: MatchCase, value: WeaveValue, scope: Scope): Scope | undefined {
  const inner = new Scope(scope);
  const named = (bound: WeaveValue): Scope => {
    inner.set('$', bound);
    if (name !== undefined) inner.set(name, bound);
    return inner;
  };
  switch (pattern.kind) {
    case 'any':
      return named(value);
    case 'value':
      return equals(evaluate(pattern.value, scope), value) ? named(value) : undefined;
    case 'type':
      return isOfType(value, pattern.type, typesOf(scope)) ? named(value) : undefined;
    case 'regex': {
      const groups = matchWhole(evaluate(pattern.regex, scope), value);
      return groups && named(groups);
    }
    case 'empty':
      return isEmpty(value, pattern.of) ? named(value) : undefined;
    case 'array':
      if (!isArray(value) || value.length === 0) return undefined;
      inner.set(pattern.head, value[0] ?? null);
      inner.set(pattern.tail, value.slice(1));
      return named(value);
    case 'object': {
      const [first, ...rest] = value instanceof WeaveObject ? value.pairs : [];
      if (!first) return undefined;
      inner.set(pattern.key, first.key);
      inner.set(pattern.value, first.value);
      inner.set(pattern.tail, new WeaveObject(rest));
      return named(value);
    }
  }
}

const isEmpty = (value: WeaveValue, of: 'array' | 'object'): boolean =>
  of === 'array' ? isArray(value) && value.length === 0 : value instanceof WeaveObject && value.pairs.length === 0;

/** The whole match and its groups when a regular expression covers the whole text. */
function matchWhole(regex: WeaveValue, value: WeaveValue): readonly WeaveValue[] | undefined {
  const text = textOf(value);
  if (text === undefined || !(regex instanceof WeaveRegex)) return undefined;
  const whole = regex.whole().exec(text);
  return whole ? [...whole].map((group) => group ?? null) : undefined;
}
