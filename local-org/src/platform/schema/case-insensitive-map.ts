import { ApexMap, type KeyToken } from '../../kernel/collections.js';
import type { ApexObject } from '../../kernel/object.js';
import { type ApexType, T } from '../../kernel/types.js';

type Entry = { readonly key: string; value: ApexObject };

/** The entries of a describe map: names are found whatever their case. */
class FoldedEntries extends Map<KeyToken, Entry> {
  override get(token: KeyToken): Entry | undefined {
    return super.get(fold(token));
  }
  override has(token: KeyToken): boolean {
    return super.has(fold(token));
  }
  override set(token: KeyToken, entry: Entry): this {
    return super.set(fold(token), entry);
  }
  override delete(token: KeyToken): boolean {
    return super.delete(fold(token));
  }
}

const fold = (token: KeyToken): KeyToken => (typeof token === 'string' ? token.toLowerCase() : token);

/** The maps of getGlobalDescribe() and fields.getMap(): keys are lower case and look-ups ignore case. */
export class CaseInsensitiveMap extends ApexMap<string, ApexObject> {
  override readonly entries = new FoldedEntries();
  constructor(value: ApexType) {
    super(T.String, value);
  }
}
