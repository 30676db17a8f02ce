import { ApexSet, type ApexMap, type KeyToken } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { finalException } from '../runtime/exceptions.js';

/** The keys of a map, as entries of a set. */
class KeyEntries extends Map<KeyToken, ApexValue> {
  private readonly of: ApexMap['entries'];
  constructor(of: ApexMap['entries']) {
    super();
    this.of = of;
  }
  override get size(): number {
    return this.of.size;
  }
  override has(token: KeyToken): boolean {
    return this.of.has(token);
  }
  override get(token: KeyToken): ApexValue | undefined {
    return this.of.get(token)?.key;
  }
  override set(): this {
    throw finalException('Collection is read-only');
  }
  override delete(token: KeyToken): boolean {
    return this.of.delete(token);
  }
  override clear(): void {
    this.of.clear();
  }
  override keys(): MapIterator<KeyToken> {
    return this.of.keys();
  }
  override *values(): MapIterator<ApexValue> {
    for (const { key } of this.of.values()) yield key;
  }
  override *entries(): MapIterator<[KeyToken, ApexValue]> {
    for (const [token, { key }] of this.of) yield [token, key];
  }
  override [Symbol.iterator](): MapIterator<[KeyToken, ApexValue]> {
    return this.entries();
  }
  override forEach(each: (value: ApexValue, token: KeyToken, map: Map<KeyToken, ApexValue>) => void): void {
    for (const [token, key] of this.entries()) each(key, token, this);
  }
}

/**
 * What Map.keySet() gives: the keys that the map has at any time. Removing one removes its entry from the map; adding is refused
 * (https://salesforce.stackexchange.com/questions/207388).
 */
export class KeySet extends ApexSet {
  override readonly entries: Map<KeyToken, ApexValue>;
  constructor(map: ApexMap) {
    super(map.key);
    this.entries = new KeyEntries(map.entries);
  }
}
