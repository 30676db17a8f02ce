import { expect } from 'vitest';

/** What fast-check is told, and a line that says what came of it. */
export interface Runs {
  readonly parameters: { readonly numRuns: number; readonly seed: number };
  report(count: number, more?: string): void;
}

/**
 * How many cases a property test tries, and from which seed: `<NAME>_RUNS` and `<NAME>_SEED` of the environment. Without
 * them the same cases always, on any machine: `npm test` fails by what was changed, never by luck or speed. Whoever looks
 * for bugs gives a seed, `LEDGER_RUNS=3000 LEDGER_SEED=$RANDOM`; it repeats what it found exactly.
 * @param count how many without `<NAME>_RUNS`: what takes some 15 seconds on two processors
 */
export function runs(name: string, count: number): Runs {
  const seed = Number(process.env[`${name}_SEED`] ?? 1);
  const began = Date.now();
  return {
    parameters: { numRuns: Number(process.env[`${name}_RUNS`] ?? count), seed },
    report(count, more) {
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      console.log([`${name}_SEED=${seed}: ${count} worlds, ${seconds} s`, more].filter(Boolean).join('; '));
      expect(count, 'worlds tried').toBeGreaterThan(0);
    }
  };
}
