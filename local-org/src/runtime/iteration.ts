import type { ApexMap } from '../kernel/collections.js';
import { ApexList, ApexSet } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { callMethod } from './dispatch.js';
import { nullPointer } from './exceptions.js';

/** The elements of anything iterable in Apex: List, Set, or an object with iterator(). A snapshot for collections. */
export function iterate(tx: Transaction, source: ApexObject | null): ApexValue[] {
  if (source === null) throw nullPointer();
  if (source instanceof ApexList) return source.items;
  if (source instanceof ApexSet) return [...source.entries.values()];
  const iterator = callMethod(tx, source, 'iterator') as ApexObject | null;
  if (iterator === null) throw nullPointer();
  const items: ApexValue[] = [];
  while (callMethod(tx, iterator, 'hasNext') === true) items.push(callMethod(tx, iterator, 'next'));
  return items;
}

/** Adds to a Map under the token of its key; a key that is there keeps its place and its first spelling. */
export function mapPut<K extends ApexValue, V extends ApexValue>(
  map: ApexMap<K, V>,
  token: unknown,
  key: K,
  value: V
): V | null {
  const entries = map.entries as Map<unknown, { readonly key: K; value: V }>;
  const entry = entries.get(token);
  if (!entry) {
    entries.set(token, { key, value });
    return null;
  }
  const old = entry.value;
  entry.value = value;
  return old;
}
