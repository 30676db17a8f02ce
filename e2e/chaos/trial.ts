import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { Backend, type BackendOptions } from '../backend.js';
import type { Life } from './life.js';
import { Random } from './random.js';
import { Storm } from './storm.js';

const whole = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

/**
 * Which seeds a run tries: one and the same in `npm test`, others by `npm run chaos -- --first`. A seed repeats the faults and
 * what people do; just when a worker is killed depends on the machine.
 */
export const seeds: readonly number[] = Array.from(
  { length: whole('CHAOS_SEEDS', 1) },
  (_, i) => whole('CHAOS_FIRST_SEED', 1) + i
);

/** How many documents, and of how many customers. */
export const size = { customers: whole('CHAOS_CUSTOMERS', 10), orders: whole('CHAOS_ORDERS', 60) };

export interface Trial {
  /** What is told of it, such as `each order is in the ERP once`. */
  readonly claim: string;
  readonly options: BackendOptions;
  /** Makes what all seeds begin with; once. */
  prepare(backend: Backend): Promise<void>;
  begin(backend: Backend): Promise<Life>;
}

/** One test a seed. All begin with copies of the same data, so that only the first waits for them to be made. */
export function tryAll({ claim, options, prepare, begin }: Trial): void {
  const timeout = 900_000 + size.orders * 2_000;
  let data: string | undefined;
  afterAll(() => {
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });
  for (const seed of seeds) {
    test(
      `seed ${seed}: ${claim}`,
      async () => {
        const started = Date.now();
        const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
        const random = new Random(seed);
        let backend = await Backend.start(data === undefined ? options : { ...options, data });
        try {
          if (data === undefined) await prepare(backend);
          if (data === undefined && seeds.length > 1) {
            data = await backend.leave();
            backend = await Backend.start({ ...options, data });
          }
          const told = [`prepared ${seconds()}`];
          const life = await begin(backend);
          const storm = new Storm(backend, random, life);
          const happened = await storm.rage();
          told.push(`storm ${seconds()}`);
          const states = await storm.calm();
          told.push(`calm ${seconds()}`);
          const found = await life.complaints();
          const doubts = await doubtsOf(backend);
          console.log(
            `seed ${seed}:`,
            JSON.stringify({ ...happened, doubts }),
            JSON.stringify(states),
            [...told, seconds()].join(', ')
          );

          expect(found.slice(0, 20)).toEqual([]);
          expect(states['Delivered']).toBeGreaterThan(0);
          for (const state of ['Planned', 'Ready', 'Sending', 'Unknown', 'Waiting']) expect(states[state] ?? 0).toBe(0);
        } finally {
          await backend.stop();
        }
      },
      timeout
    );
  }
}

/** How many times nobody could say whether the ERP has something: what a storm is about. */
async function doubtsOf(backend: Backend): Promise<number> {
  const [row] = await backend.query<{ readonly n: number }>(
    `SELECT COUNT(Id) n FROM OutboxEvent__c WHERE FromState__c = 'Sending' AND ToState__c = 'Unknown'`
  );
  return row?.n ?? 0;
}
