import { runInNewContext } from 'node:vm';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import type { Transaction } from '../kernel/services.js';

/** Values below this many bytes are made without asking: asking costs more than they do. */
const noticeable = 100_000;
/** What an element of a collection takes at least: a reference. */
const elementBytes = 4;
/** The share of the thread's memory that may be in use before garbage is told from live values. */
const fullShare = 0.35;

/** A text that was just made. Throws the limit exception when it alone is larger than the heap of the transaction. */
export function heldText(tx: Transaction, text: string): string {
  if (text.length > noticeable) tx.limits.checkHeap(text.length);
  return text;
}

/** Throws the limit exception before something of that size is made. */
export function reserveBytes(tx: Transaction, bytes: number): void {
  if (bytes > noticeable) tx.limits.checkHeap(bytes);
}

/** The same for a collection of that many elements. */
export const reserveElements = (tx: Transaction, count: number): void => reserveBytes(tx, count * elementBytes);

/** Bytes of this thread's memory that are in use, with garbage, buffers included. */
export function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

let collectGarbage: (() => void) | undefined;

/** Bytes of this thread's memory that live values take, with buffers that are garbage. Collects garbage, which takes about a tenth of a second. */
export function nearlyLiveBytes(): number {
  if (!collectGarbage) {
    setFlagsFromString('--expose-gc');
    collectGarbage = runInNewContext('gc') as () => void;
  }
  collectGarbage();
  return usedBytes();
}

/** Bytes of this thread's memory that live values take. Collects garbage, which takes some tenths of a second. */
export function liveBytes(): number {
  // The second time frees the buffers that the first has found to be garbage.
  nearlyLiveBytes();
  return nearlyLiveBytes();
}

/**
 * Bytes by which live values have outgrown what the thread can bear, 0 while they have not. Garbage is collected before anything is
 * said, which takes long: but only a thread that is a third full comes to that.
 */
export function liveBytesWhenFull(): number {
  const limit = getHeapStatistics().heap_size_limit * fullShare;
  if (usedBytes() < limit) return 0;
  const live = liveBytes();
  return live < limit ? 0 : live;
}
