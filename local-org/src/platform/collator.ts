import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { platformClass } from './define.js';

/** System.Collator: compares texts as the user's locale sorts them, for List.sort. */
class CollatorObject extends ApexObject {
  private readonly collator: Intl.Collator;
  constructor(locale: string) {
    super();
    this.collator = new Intl.Collator(locale.replaceAll('_', '-'));
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Collator', args: [] };
  }
  compare(a: string | null, b: string | null): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return this.collator.compare(a, b);
  }
}

export const collatorClass = platformClass({
  name: 'System.Collator',
  implements: ['Comparator<String>'],
  members: {
    'static Collator getInstance()': (tx) => new CollatorObject(tx.user.locale),
    'Integer compare(String a, String b)': (_tx, self: CollatorObject, a: string | null, b: string | null) =>
      self.compare(a, b)
  }
});
