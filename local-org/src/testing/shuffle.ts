import type { TestClass } from './results.js';

/** Classes, and the methods in each, in a random order that the seed decides: the same seed gives the same order again. */
export function shuffle(classes: readonly TestClass[], seed: number): TestClass[] {
  const random = randomNumbers(seed);
  return mixed(classes, random).map((one) => ({ ...one, methods: mixed(one.methods, random) }));
}

/** Fisher and Yates. */
function mixed<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [result[last], result[chosen]] = [result[chosen] as T, result[last] as T];
  }
  return result;
}

/** Numbers from 0 to below 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32;
  };
}
