import { ApexMap, type KeyToken } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { type ApexType, T } from '../kernel/types.js';

/** Entries under folded names. */
class FoldedEntries<V extends ApexValue> extends Map<KeyToken, { readonly key: string; value: V }> {
  override get(token: KeyToken): { readonly key: string; value: V } | undefined {
    return super.get(fold(token));
  }
  override has(token: KeyToken): boolean {
    return super.has(fold(token));
  }
  override set(token: KeyToken, entry: { readonly key: string; value: V }): this {
    return super.set(fold(token), entry);
  }
  override delete(token: KeyToken): boolean {
    return super.delete(fold(token));
  }
}

const fold = (token: KeyToken): KeyToken => (typeof token === 'string' ? token.toLowerCase() : token);

/** A map whose look-ups ignore the case of names but which keeps their spelling: those of describe, the parameters of a page. */
export class CaseInsensitiveMap<V extends ApexValue> extends ApexMap<string, V> {
  override readonly entries = new FoldedEntries<V>();
  constructor(value: ApexType) {
    super(T.String, value);
  }
}
