import { BigDecimal } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { temporalField } from '../time/fields.js';
import type { WeaveNamespace } from '../values.js';
import { isArray, number, WeaveKey, WeaveObject, type Pair, type WeaveTemporal, type WeaveValue } from '../values.js';
import { toText } from './text.js';
import { isTemporal } from './type-of.js';

/** `value.name`: of an object the first value of that name; of an array the values of its objects. Null when there is none. */
export function selectValue(target: WeaveValue, name: string, uri?: string): WeaveValue {
  if (target instanceof WeaveObject) return find(target, name, uri)?.value ?? null;
  if (target !== null && isTemporal(target)) {
    const field = temporalField(target as WeaveTemporal, name);
    return typeof field === 'number' ? number(field) : (field ?? null);
  }
  if (!isArray(target)) return null;
  const found = target.flatMap((item) => {
    const match = item instanceof WeaveObject ? find(item, name, uri) : undefined;
    return match ? [match.value] : [];
  });
  return found.length > 0 ? found : null;
}

const find = (target: WeaveObject, name: string, uri?: string): Pair | undefined =>
  target.pairs.find(({ key }) => key.name === name && (uri === undefined || key.namespace?.uri === uri));

/** `value.*name`: all values of that name. */
export function selectValues(target: WeaveValue, name: string): WeaveValue {
  const objects = isArray(target) ? target : [target];
  const found = objects.flatMap((item) =>
    item instanceof WeaveObject ? item.pairs.filter(({ key }) => key.name === name).map(({ value }) => value) : []
  );
  return found.length > 0 ? found : null;
}

/** `value.&name`: the pairs of that name. */
export function selectPairs(target: WeaveValue, name: string): WeaveValue {
  const objects = isArray(target) ? target : [target];
  const found = objects.flatMap((item) =>
    item instanceof WeaveObject ? item.pairs.filter(({ key }) => key.name === name) : []
  );
  return found.length > 0 ? new WeaveObject(found) : null;
}

/** `value..name`: values of that name at any depth, those of one level before those below; `..*name` all of them. */
export function selectDescendants(target: WeaveValue, name: string | undefined, all: boolean): WeaveValue {
  const found: WeaveValue[] = [];
  let level: readonly WeaveValue[] = [target];
  while (level.length > 0) {
    const below: WeaveValue[] = [];
    for (const item of level) {
      const pairs = item instanceof WeaveObject ? item.pairs : [];
      const named = pairs.filter(({ key }) => name === undefined || key.name === name);
      found.push(...(name !== undefined && !all ? named.slice(0, 1) : named).map(({ value }) => value));
      below.push(...pairs.map(({ value }) => value), ...(isArray(item) ? item : []));
    }
    level = below;
  }
  return found.length > 0 || name === undefined ? found : null;
}

/** `value[index]`: an item, a character, a pair's value, a value by its name, or a range of them. */
export function selectIndex(target: WeaveValue, index: WeaveValue): WeaveValue {
  if (target === null) return null;
  if (isArray(index)) return selectRange(target, index);
  if (index instanceof BigDecimal) {
    const at = Number(index.toPlainString());
    if (typeof target === 'string') return [...target].at(at) ?? null;
    if (isArray(target)) return target.at(at) ?? null;
    return target instanceof WeaveObject ? (target.pairs.at(at)?.value ?? null) : null;
  }
  if (typeof index === 'string' || index instanceof WeaveKey) return selectValue(target, toText(index));
  throw new WeaveError('A selector needs a number, a text or a range');
}

/** Null when the range is not wholly inside; from back to front where it falls. */
function selectRange(target: WeaveValue, range: readonly WeaveValue[]): WeaveValue {
  const items = typeof target === 'string' ? [...target] : isArray(target) ? target : undefined;
  if (!items) return null;
  const places = range.map((each) => Number(toText(each)));
  const [first = 0, last = first] = [places[0], places.at(-1)];
  const from = first < 0 ? items.length + first : first;
  const to = last < 0 ? items.length + last : last;
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return null;
  const step = from <= to ? 1 : -1;
  const found = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => items[from + i * step] ?? null);
  return typeof target === 'string' ? found.map(toText).join('') : found;
}

/** The attributes of the first pair that holds the value, as `payload.root.@` and `.@name` ask for them. */
export function attributesOf(keys: readonly WeaveKey[]): WeaveObject | null {
  const pairs = keys.flatMap(({ attributes }) => attributes);
  return pairs.length > 0 ? new WeaveObject(pairs) : null;
}

/** The keys under which a selector finds its values: what `.@` and `.#` ask about. */
export function keysFor(target: WeaveValue, name: string, all: boolean): WeaveKey[] {
  const objects = isArray(target) ? target : [target];
  return objects.flatMap((item) => {
    if (!(item instanceof WeaveObject)) return [];
    const keys = item.pairs.map(({ key }) => key).filter((key) => key.name === name);
    return all ? keys : keys.slice(0, 1);
  });
}

export const namespaceOf = (keys: readonly WeaveKey[]): WeaveNamespace | null => keys[0]?.namespace ?? null;
