import type { KeyToken } from '../kernel/collections.js';
import type { ApexObject } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexFunction } from './class-table.js';

interface RunningCode {
  activeTransaction(): Transaction;
}

/**
 * Objects with equals and hashCode as keys of Sets and Maps: equal objects get the same token, which is the first of them that the
 * transaction used as a key. Only objects with the same equals are asked, since code may count on getting its own kind.
 */
export class KeyTokens {
  readonly #code: RunningCode;

  constructor(code: RunningCode) {
    this.#code = code;
  }

  of(target: ApexObject, hashCode: ApexFunction, equals: ApexFunction): KeyToken {
    const tx = this.#code.activeTransaction();
    const byEquals = tx.slot<Map<ApexFunction, Map<unknown, ApexObject[]>>>(this, () => new Map());
    let buckets = byEquals.get(equals);
    if (!buckets) byEquals.set(equals, (buckets = new Map()));
    const hash = hashCode.call(target, tx) ?? null;
    const bucket = buckets.get(hash) ?? [];
    for (const known of bucket) {
      if (known === target || equals.call(target, tx, known) === true) return known;
    }
    buckets.set(hash, [...bucket, target]);
    return target;
  }
}
