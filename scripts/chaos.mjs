// npm run chaos: 5,000 orders of 500 customers through the sandbox ERP while faults strike and processes are killed, over 20 seeds.
// `npm run chaos -- --seeds 3 --first 7 --orders 500 --customers 50` runs others; `npm test` runs a small one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    orders: { type: 'string', default: '5000' },
    customers: { type: 'string', default: '500' }
  }
});
ensurePackages();
const { buildNode } = await import('./build-node.mjs');
await buildNode();
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--config', 'e2e/vitest.config.ts', 'e2e/chaos'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHAOS_SEEDS: values.seeds,
      CHAOS_FIRST_SEED: values.first,
      CHAOS_ORDERS: values.orders,
      CHAOS_CUSTOMERS: values.customers,
      CHAOS_TELL: '1'
    }
  }
);
process.exit(status ?? 1);
