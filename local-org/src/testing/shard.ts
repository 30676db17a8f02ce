import type { TestClass } from './results.js';

/** One of `count` parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The classes of one shard. The largest classes are dealt first, each to the shard with the fewest tests so far: every machine that
 * has the same sources comes to the same parts, no class is in two and none is left out.
 */
export function shardOf(classes: readonly TestClass[], { index, count }: Shard): TestClass[] {
  const tests = new Array<number>(count).fill(0);
  const chosen = new Set<string>();
  const ordered = [...classes].sort((a, b) => b.methods.length - a.methods.length || (a.name < b.name ? -1 : 1));
  for (const one of ordered) {
    const least = tests.indexOf(Math.min(...tests));
    tests[least] = (tests[least] ?? 0) + one.methods.length;
    if (least === index - 1) chosen.add(one.name);
  }
  return classes.filter((one) => chosen.has(one.name));
}
