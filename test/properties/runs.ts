import { expect } from 'vitest';

/** How long a run takes that names no number, and the most it tries in that time. */
const milliseconds = 12_000;
const most = 2000;

/** What fast-check is told, and a line that says what came of it. */
export interface Runs {
  readonly parameters: { readonly numRuns: number; readonly seed: number; readonly interruptAfterTimeLimit?: number };
  report(count: number, more?: string): void;
}

/**
 * How many cases a property test tries, and from which seed: `<NAME>_RUNS` and `<NAME>_SEED` of the environment. Without
 * them as many as 12 seconds allow, from one seed always: `npm test` fails by what was changed, never by luck. Whoever looks
 * for bugs gives a seed, `LEDGER_RUNS=3000 LEDGER_SEED=$RANDOM`; it repeats what it found exactly.
 */
export function runs(name: string): Runs {
  const wanted = process.env[`${name}_RUNS`];
  const seed = Number(process.env[`${name}_SEED`] ?? 1);
  const limit = wanted === undefined ? { interruptAfterTimeLimit: milliseconds } : {};
  const began = Date.now();
  return {
    parameters: { numRuns: Number(wanted ?? most), seed, ...limit },
    report(count, more) {
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      console.log([`${name}_SEED=${seed}: ${count} worlds, ${seconds} s`, more].filter(Boolean).join('; '));
      expect(count, 'worlds tried').toBeGreaterThan(0);
    }
  };
}
