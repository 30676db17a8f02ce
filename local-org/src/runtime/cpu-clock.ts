import { readFileSync } from 'node:fs';

/** Linux counts the run time of each thread here, in nanoseconds. */
const schedulerFile = '/proc/thread-self/schedstat';

/**
 * Processor time of this thread in ms since an arbitrary start. Where the system does not tell it, wall-clock time stands in:
 * the callers subtract what they know to be waiting.
 */
export function threadCpuMs(): { readonly ms: number; readonly wall: boolean } {
  try {
    return { ms: Number(readFileSync(schedulerFile, 'latin1').split(' ', 1)[0]) / 1e6, wall: false };
  } catch {
    return { ms: performance.now(), wall: true };
  }
}
