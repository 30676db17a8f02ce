import { BigDecimal } from 'bigdecimal.js';
import { badOperands } from '../evaluate/operators.js';
import { apply } from '../evaluate/call.js';
import { compare, equals, identity } from '../evaluate/equality.js';
import { isTrue } from '../evaluate/evaluator.js';
import { toText } from '../evaluate/text.js';
import { isArray, number, pair, WeaveFunction, WeaveKey, WeaveObject, type Pair, type WeaveValue } from '../values.js';
import { arrayOf, intOf, objectOf, orNull, type Functions } from './define.js';

const indexed = (i: number): WeaveValue => number(i);

/** Pairs of a value and what an order or a group goes by. */
function sorted<T>(items: readonly T[], criteria: (item: T, i: number) => WeaveValue): T[] {
  return items
    .map((item, i) => ({ item, by: criteria(item, i) }))
    .sort((a, b) => compare(a.by, b.by))
    .map(({ item }) => item);
}

function orderBy(source: NonNullable<WeaveValue>, criteria: WeaveValue): WeaveValue {
  if (isArray(source)) return sorted(source, (item, i) => apply(criteria, item, indexed(i)));
  const { pairs } = objectOf(source, 'orderBy');
  return new WeaveObject(sorted(pairs, ({ key, value }) => apply(criteria, value, key)));
}

function groups<T>(items: readonly T[], by: (item: T, i: number) => WeaveValue): Map<string, T[]> {
  const found = new Map<string, T[]>();
  items.forEach((item, i) => {
    const name = toText(by(item, i) ?? 'null');
    found.set(name, [...(found.get(name) ?? []), item]);
  });
  return found;
}

function groupBy(source: NonNullable<WeaveValue>, criteria: WeaveValue): WeaveValue {
  if (typeof source === 'string') {
    const found = groups([...source], (item, i) => apply(criteria, item, indexed(i)));
    return new WeaveObject([...found].map(([name, items]) => pair(name, items.join(''))));
  }
  if (isArray(source)) {
    const found = groups(source, (item, i) => apply(criteria, item, indexed(i)));
    return new WeaveObject([...found].map(([name, items]) => pair(name, items)));
  }
  const found = groups(objectOf(source, 'groupBy').pairs, ({ key, value }) => apply(criteria, value, key));
  return new WeaveObject([...found].map(([name, pairs]) => pair(name, new WeaveObject(pairs))));
}

function unique<T>(items: readonly T[], by: (item: T, i: number) => WeaveValue): T[] {
  const seen = new Set<string>();
  return items.filter((item, i) => {
    const token = identity(by(item, i));
    return !seen.has(token) && seen.add(token);
  });
}

function distinctBy(source: NonNullable<WeaveValue>, criteria: WeaveValue): WeaveValue {
  if (isArray(source)) return unique(source, (item, i) => apply(criteria, item, indexed(i)));
  return new WeaveObject(unique(objectOf(source, 'distinctBy').pairs, ({ key, value }) => apply(criteria, value, key)));
}

function filter(source: NonNullable<WeaveValue>, criteria: WeaveValue): WeaveValue {
  if (typeof source === 'string')
    return [...source].filter((item, i) => isTrue(apply(criteria, item, indexed(i)))).join('');
  return arrayOf(source, 'filter').filter((item, i) => isTrue(apply(criteria, item, indexed(i))));
}

/** The first item starts where the callback has no initial value for the accumulator. */
function reduce(source: NonNullable<WeaveValue>, callback: WeaveValue): WeaveValue {
  const items: readonly WeaveValue[] = typeof source === 'string' ? [...source] : arrayOf(source, 'reduce');
  const initial = callback instanceof WeaveFunction ? callback.fallback?.(1) : undefined;
  if (initial === undefined && items.length === 0) return null;
  const rest = initial === undefined ? items.slice(1) : items;
  return rest.reduce((total, item) => apply(callback, item, total), initial ?? items[0] ?? null);
}

const flatten = (items: readonly WeaveValue[]): WeaveValue[] =>
  items.flatMap((item) => (isArray(item) ? item : [item]));

function extreme(source: NonNullable<WeaveValue>, name: string, criteria: WeaveValue, sign: 1 | -1): WeaveValue {
  let best: { item: WeaveValue; by: WeaveValue } | undefined;
  for (const item of arrayOf(source, name)) {
    const by = criteria === null ? item : apply(criteria, item);
    if (!best || sign * compare(by, best.by) > 0) best = { item, by };
  }
  return best?.item ?? null;
}

function zip(left: NonNullable<WeaveValue>, right: WeaveValue): WeaveValue {
  const [a, b] = [arrayOf(left, 'zip'), arrayOf(right, 'zip')];
  return a.slice(0, b.length).map((item, i) => [item, b[i] ?? null]);
}

function unzip(source: NonNullable<WeaveValue>): WeaveValue {
  const rows = arrayOf(source, 'unzip').map((row) => arrayOf(row, 'unzip'));
  const width = Math.min(...rows.map((row) => row.length), rows.length === 0 ? 0 : Infinity);
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null));
}

function range(from: WeaveValue, to: WeaveValue): WeaveValue {
  const [first, last] = [intOf(from, 'to'), intOf(to, 'to')];
  const step = first <= last ? 1 : -1;
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => number(first + i * step));
}

function contains(items: readonly WeaveValue[], wanted: WeaveValue): boolean {
  return items.some((item) => equals(item, wanted));
}

function pluck(source: NonNullable<WeaveValue>, callback: WeaveValue): WeaveValue {
  return objectOf(source, 'pluck').pairs.map(({ key, value }, i) => apply(callback, value, key, indexed(i)));
}

function mapObject(source: NonNullable<WeaveValue>, callback: WeaveValue): WeaveValue {
  const made = objectOf(source, 'mapObject').pairs.map(({ key, value }, i) => apply(callback, value, key, indexed(i)));
  return new WeaveObject(made.flatMap((each) => (each === null ? [] : objectOf(each, 'mapObject').pairs)));
}

function filterObject(source: NonNullable<WeaveValue>, callback: WeaveValue): WeaveValue {
  return new WeaveObject(
    objectOf(source, 'filterObject').pairs.filter(({ key, value }, i) =>
      isTrue(apply(callback, value, key, indexed(i)))
    )
  );
}

const entry = ({ key, value }: Pair): WeaveObject =>
  new WeaveObject([pair('key', key), pair('value', value), pair('attributes', new WeaveObject(key.attributes))]);

/** Functions of dw::Core on arrays and objects. */
export const collectionFunctions: Functions = {
  map: [
    2,
    orNull((source, mapper: WeaveValue) => arrayOf(source, 'map').map((item, i) => apply(mapper, item, indexed(i))))
  ],
  flatMap: [
    2,
    orNull((source, mapper: WeaveValue) =>
      flatten(arrayOf(source, 'flatMap').map((item, i) => apply(mapper, item, indexed(i))))
    )
  ],
  mapObject: [2, orNull(mapObject)],
  filter: [2, orNull(filter)],
  filterObject: [2, orNull(filterObject)],
  reduce: [2, orNull(reduce)],
  groupBy: [2, orNull(groupBy)],
  orderBy: [2, orNull(orderBy)],
  distinctBy: [2, orNull(distinctBy)],
  pluck: [2, orNull(pluck)],
  flatten: [1, orNull((source) => flatten(arrayOf(source, 'flatten')))],
  zip: [2, orNull(zip)],
  unzip: [1, orNull(unzip)],
  to: [2, range],
  max: [1, (source) => extreme(source ?? [], 'max', null, 1)],
  min: [1, (source) => extreme(source ?? [], 'min', null, -1)],
  maxBy: [2, orNull((source, by: WeaveValue) => extreme(source, 'maxBy', by, 1))],
  minBy: [2, orNull((source, by: WeaveValue) => extreme(source, 'minBy', by, -1))],
  keysOf: [1, orNull((source) => objectOf(source, 'keysOf').pairs.map(({ key }) => key))],
  namesOf: [1, orNull((source) => objectOf(source, 'namesOf').pairs.map(({ key }) => key.name))],
  valuesOf: [1, orNull((source) => objectOf(source, 'valuesOf').pairs.map(({ value }) => value))],
  entriesOf: [1, orNull((source) => objectOf(source, 'entriesOf').pairs.map(entry))],
  joinBy: [
    2,
    orNull((source, separator: WeaveValue) =>
      arrayOf(source, 'joinBy')
        .map((item) => toText(item))
        .join(toText(separator))
    )
  ]
};

/** `find` and `contains` and their like, where the source is an array. */
export const inArray = {
  contains,
  find: (items: readonly WeaveValue[], wanted: WeaveValue): WeaveValue =>
    items.flatMap((item, i) => (equals(item, wanted) ? [number(i)] : [])),
  indexOf: (items: readonly WeaveValue[], wanted: WeaveValue): number =>
    items.findIndex((item) => equals(item, wanted)),
  lastIndexOf: (items: readonly WeaveValue[], wanted: WeaveValue): number =>
    items.findLastIndex((item) => equals(item, wanted))
};

/** The number of items, pairs, characters or bytes. */
export function sizeOf(value: WeaveValue): WeaveValue {
  if (isArray(value)) return number(value.length);
  if (value instanceof WeaveObject) return number(value.pairs.length);
  if (typeof value === 'string' || value instanceof WeaveKey || value instanceof BigDecimal)
    return number([...toText(value)].length);
  if (value === null) return number(0);
  if (typeof value === 'object' && 'bytes' in value) return number(value.bytes.length);
  throw badOperands('sizeOf', [value]);
}
