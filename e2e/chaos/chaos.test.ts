import { describe, expect, test } from 'vitest';
import { Backend } from '../backend.js';
import { makeCompany } from './company.js';
import { Random } from './random.js';
import { calm, storm } from './storm.js';
import { complaints } from './verdict.js';

const whole = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seeds = whole('CHAOS_SEEDS', 1);
const firstSeed = whole('CHAOS_FIRST_SEED', 1);
const size = { customers: whole('CHAOS_CUSTOMERS', 20), orders: whole('CHAOS_ORDERS', 120) };

describe(`${size.orders} orders of ${size.customers} customers while everything fails`, () => {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    test(
      `seed ${seed}: each is in the ERP once, with equal content`,
      async () => {
        const random = new Random(seed);
        const backend = await Backend.start({ connected: true });
        try {
          await makeCompany(backend, random, size);
          const happened = await storm(backend, random, Math.max(10, Math.ceil(size.orders / 25)));
          const states = await calm(backend);
          console.log(`seed ${seed}:`, JSON.stringify(happened), JSON.stringify(states));

          expect(await complaints(backend)).toEqual([]);
          expect(states['Delivered']).toBeGreaterThan(0);
          for (const state of ['Planned', 'Ready', 'Sending', 'Unknown', 'Waiting']) expect(states[state] ?? 0).toBe(0);
        } finally {
          await backend.stop();
        }
      },
      600_000 + size.orders * 1_000
    );
  }
});
