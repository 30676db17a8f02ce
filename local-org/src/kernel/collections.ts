import { BigDecimal } from 'bigdecimal.js';
import { ApexEnumValue, ApexObject, type ApexValue } from './object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from './scalars.js';
import { listOf, mapOf, setOf, type ApexType } from './types.js';

/** A List: `items` is the live array. */
export class ApexList<V extends ApexValue = ApexValue> extends ApexObject {
  readonly element: ApexType;
  items: V[];
  /** How many loops are going over it: meanwhile nothing is added or removed. */
  loops = 0;
  constructor(element: ApexType, items: V[] = []) {
    super();
    this.element = element;
    this.items = items;
  }
  override apexType(): ApexType {
    return listOf(this.element);
  }
}

/** A Set. Iterates in insertion order. Keys are compared as `keyOf` says. */
export class ApexSet<V extends ApexValue = ApexValue> extends ApexObject {
  readonly element: ApexType;
  /** As for lists. */
  loops = 0;
  readonly entries = new Map<KeyToken, V>();
  constructor(element: ApexType) {
    super();
    this.element = element;
  }
  override apexType(): ApexType {
    return setOf(this.element);
  }
}

/** A Map. Iterates in insertion order. Keys are compared as `keyOf` says. */
export class ApexMap<K extends ApexValue = ApexValue, V extends ApexValue = ApexValue> extends ApexObject {
  readonly key: ApexType;
  readonly value: ApexType;
  readonly entries = new Map<KeyToken, { readonly key: K; value: V }>();
  constructor(key: ApexType, value: ApexType) {
    super();
    this.key = key;
    this.value = value;
  }
  override apexType(): ApexType {
    return mapOf(this.key, this.value);
  }
}

/** What stands for a value as a key of a JavaScript Map: equal tokens mean equal keys in Apex. */
export type KeyToken = string | number | bigint | boolean | null | object;

/** Objects that define their own key: sObjects (by value), collections (by value), classes with equals and hashCode. */
export interface HasKeyToken {
  keyToken(): KeyToken;
}

/**
 * The key token of a value: case-sensitive for strings, by value for scalars (an Id equals the String of the same 18 characters),
 * by identity for objects unless they say otherwise. Decimals of different scale are different keys
 * (Apex Reference, "Decimal Class": 1.1 and 1.10 do not have the same hash code).
 */
export function keyOf(value: ApexValue): KeyToken {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
  }
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexEnumValue) return value;
  if (value instanceof ApexDate) return `\u0000d${value.days}`;
  if (value instanceof ApexDatetime) return `\u0000t${value.ms}`;
  if (value instanceof ApexTime) return `\u0000m${value.ms}`;
  if (value instanceof ApexDouble) return `\u0000f${value.value}`;
  if (value instanceof ApexBlob) return `\u0000b${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof BigDecimal) return `\u0000n${value.toString()}`;
  if (value instanceof ApexList) return `\u0000l${JSON.stringify(value.items.map(tokenText))}`;
  if (value instanceof ApexSet) return `\u0000s${JSON.stringify([...value.entries.values()].map(tokenText).sort())}`;
  if (value instanceof ApexMap) {
    return `\u0000p${JSON.stringify([...value.entries.values()].map((e) => [tokenText(e.key), tokenText(e.value)]))}`;
  }
  const own = (value as Partial<HasKeyToken>).keyToken;
  return own ? own.call(value) : value;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A token as text, for tokens made of several values. */
export function tokenText(value: ApexValue): string {
  const token = keyOf(value);
  if (token === null || typeof token !== 'object') return `${typeof token}:${String(token)}`;
  let id = identities.get(token);
  if (id === undefined) identities.set(token, (id = nextIdentity++));
  return `object:${id}`;
}
