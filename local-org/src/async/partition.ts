import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { toText } from '../runtime/text.js';

/**
 * The stream of a parallel subscription that an event with this key goes to. The platform does not tell its hash; equal texts have
 * equal hashes, capitals count, and an empty key counts as the empty text.
 */
export function partitionOf(tx: Transaction, key: ApexValue, partitions: number): number {
  let hash = 0;
  for (const letter of key === null ? '' : toText(tx, key))
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return (hash >>> 0) % partitions;
}
