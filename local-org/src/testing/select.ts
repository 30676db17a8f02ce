import { selectTests } from './filter.js';
import type { TestClass } from './results.js';
import { shardOf, type Shard } from './shard.js';
import { shuffle } from './shuffle.js';

/** Which of the project's tests are run, and in which order. */
export interface Selection {
  readonly filter: string | null;
  readonly shard: Shard | null;
  /** Seed of a random order; null: the largest classes first, methods as they are written. */
  readonly seed: number | null;
}

export const allTests: Selection = { filter: null, shard: null, seed: null };

/** The selected tests, in the order in which workers take them. */
export function select(classes: readonly TestClass[], { filter, shard, seed }: Selection): TestClass[] {
  const filtered = selectTests(classes, filter);
  const mine = shard === null ? filtered : shardOf(filtered, shard);
  if (seed !== null) return shuffle(mine, seed);
  return mine.sort((a, b) => b.methods.length - a.methods.length);
}
