import { ApexMap, type KeyToken } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { type ApexType, T } from '../kernel/types.js';

/** Entries under folded names. What is not found under a name may be found under its full one. */
class FoldedEntries<V extends ApexValue> extends Map<KeyToken, { readonly key: string; value: V }> {
  fullName = (name: string): string => name;

  override get(token: KeyToken): { readonly key: string; value: V } | undefined {
    return super.get(fold(token)) ?? super.get(this.full(token));
  }
  override has(token: KeyToken): boolean {
    return super.has(fold(token)) || super.has(this.full(token));
  }
  override set(token: KeyToken, entry: { readonly key: string; value: V }): this {
    return super.set(fold(token), entry);
  }
  override delete(token: KeyToken): boolean {
    return super.delete(fold(token));
  }
  private full(token: KeyToken): KeyToken {
    return typeof token === 'string' ? fold(this.fullName(token)) : token;
  }
}

const fold = (token: KeyToken): KeyToken => (typeof token === 'string' ? token.toLowerCase() : token);

/**
 * A map whose look-ups ignore the case of names but which keeps their spelling: those of describe, the parameters of a page.
 * `fullName` puts the org's namespace in front, which names of describe may be written without.
 */
export class CaseInsensitiveMap<V extends ApexValue> extends ApexMap<string, V> {
  override readonly entries = new FoldedEntries<V>();
  constructor(value: ApexType, fullName?: (name: string) => string) {
    super(T.String, value);
    if (fullName) this.entries.fullName = fullName;
  }
}
