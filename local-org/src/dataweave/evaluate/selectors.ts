import { WeaveError } from '../errors.js';
import type { Expression, Selector } from '../syntax/tree.js';
import { isArray, WeaveKey, WeaveObject, WeaveTypeValue, type WeaveValue } from '../values.js';
import { evaluate, isTrue, keyText } from './evaluator.js';
import { namespaceOf } from './objects.js';
import { Scope } from './scope.js';
import * as select from './select.js';

type Select = Expression & { kind: 'select' };

/** The value of a selector behind an expression. */
export function evaluateSelect(expression: Select, scope: Scope): WeaveValue {
  const { target, selector } = expression;
  switch (selector.kind) {
    case 'present':
      return isPresent(target, scope);
    case 'required':
      return requirePresent(target, scope);
    case 'attributes':
      return select.attributesOf(keysAt(target, scope));
    case 'attribute':
      return attribute(target, selector, scope);
    case 'namespace':
      return select.namespaceOf(keysAt(target, scope));
    case 'metadata':
      return metadata(evaluate(target, scope), selector.name);
    case 'filter':
      return filter(evaluate(target, scope), selector.condition, scope);
    default:
      return pick(evaluate(target, scope), selector, scope);
  }
}

function pick(value: WeaveValue, selector: Selector, scope: Scope): WeaveValue {
  switch (selector.kind) {
    case 'value':
      return select.selectValue(value, nameIn(selector.name, scope), namespaceOf(selector.namespace, scope)?.uri);
    case 'values':
      return select.selectValues(value, nameIn(selector.name, scope));
    case 'pairs':
      return select.selectPairs(value, nameIn(selector.name, scope));
    case 'descendants':
      return select.selectDescendants(value, selector.name && nameIn(selector.name, scope), selector.all);
    case 'index':
      return select.selectIndex(value, evaluate(selector.index, scope));
    default:
      throw new WeaveError(`A selector ${selector.kind} cannot stand here`);
  }
}

const nameIn = (name: Expression, scope: Scope): string => keyText(evaluate(name, scope));

/** The keys of what an expression selects: attributes and namespaces belong to keys, not to values. */
function keysAt(target: Expression, scope: Scope): WeaveKey[] {
  if (target.kind === 'select') {
    const { selector } = target;
    if (selector.kind === 'value' || selector.kind === 'values') {
      return select.keysFor(evaluate(target.target, scope), nameIn(selector.name, scope), selector.kind === 'values');
    }
    if (selector.kind === 'index') {
      const of = evaluate(target.target, scope);
      const index = evaluate(selector.index, scope);
      if (of instanceof WeaveObject && typeof index === 'string') return select.keysFor(of, index, false);
    }
  }
  const value = evaluate(target, scope);
  if (value instanceof WeaveKey) return [value];
  const objects = isArray(value) ? value : [value];
  return objects.flatMap((each) => (each instanceof WeaveObject ? each.pairs.slice(0, 1).map(({ key }) => key) : []));
}

function attribute(target: Expression, selector: Selector & { kind: 'attribute' }, scope: Scope): WeaveValue {
  const name = nameIn(selector.name, scope);
  const values = keysAt(target, scope).flatMap(({ attributes }) =>
    attributes.filter(({ key }) => key.name === name).map(({ value }) => value)
  );
  if (!selector.all) return values[0] ?? null;
  return values.length > 0 ? values : null;
}

/** `value.name?`: whether the key is there, whatever its value. */
function isPresent(target: Expression, scope: Scope): boolean {
  if (target.kind !== 'select') return evaluate(target, scope) !== null;
  const { selector } = target;
  if (selector.kind === 'value' || selector.kind === 'values') {
    return select.keysFor(evaluate(target.target, scope), nameIn(selector.name, scope), true).length > 0;
  }
  if (selector.kind === 'attribute') {
    const name = nameIn(selector.name, scope);
    return keysAt(target.target, scope).some(({ attributes }) => attributes.some(({ key }) => key.name === name));
  }
  return evaluate(target, scope) !== null;
}

/** `value.name!` */
function requirePresent(target: Expression, scope: Scope): WeaveValue {
  if (!isPresent(target, scope)) {
    const name = target.kind === 'select' && 'name' in target.selector ? target.selector.name : undefined;
    const shown = typeof name === 'object' ? nameIn(name, scope) : '';
    throw new WeaveError(`There is no key named '${shown}'`);
  }
  return evaluate(target, scope);
}

/** `value[?(condition)]`: items of an array, pairs of an object; null when none is left. */
function filter(value: WeaveValue, condition: Expression, scope: Scope): WeaveValue {
  const holds = (item: WeaveValue, second: WeaveValue): boolean => {
    const inner = new Scope(scope);
    inner.set('$', item);
    inner.set('$$', second);
    return isTrue(evaluate(condition, inner));
  };
  if (isArray(value)) {
    const kept = value.filter((item) => holds(item, null));
    return kept.length > 0 ? kept : null;
  }
  if (!(value instanceof WeaveObject)) return null;
  const kept = value.pairs.filter(({ key, value: of }) => holds(of, key));
  return kept.length > 0 ? new WeaveObject(kept) : null;
}

/** `value.^class`: what `as Type { class: … }` has said. */
function metadata(value: WeaveValue, name: string): WeaveValue {
  if (value instanceof WeaveObject) return value.schema?.get(name) ?? null;
  if (value instanceof WeaveTypeValue) return null;
  return value !== null && typeof value === 'object' && 'format' in value && name === 'format'
    ? (value.format ?? null)
    : null;
}
