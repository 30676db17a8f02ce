// npm run chaos: documents go through the sandbox ERP while faults strike at random and the org's process is killed and started again;
// at the end the ERP's books are compared with what Salesforce says. 5,000 orders of 500 customers over 20 seeds, then 2,500 invoices with
// their payments, credit notes and refunds, at Lead to Payment and at Lead to Ledger.
//   npm run chaos -- --seeds 3 --first 7 --orders 500 --customers 50      another number; invoices are half as many as orders
//   npm run chaos -- --only orders                                        or --only billing
// `npm test` runs a small one of each, always of seed 1. A seed repeats the faults and what people do, but not when exactly a worker is
// killed: what a seed found once it may not find again.
//
// That the verdict is no rubber stamp is seen by planting a bug: in OutboxSettlement.doubt give items back (giveBack(item)) instead of
// leaving them Unknown, so that they are sent again without asking, and run it.
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
    customers: { type: 'string', default: '500' },
    only: { type: 'string', default: '' }
  }
});
ensurePackages();
const { buildNode } = await import('./build-node.mjs');
await buildNode();
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--config', 'e2e/vitest.config.ts', '--no-file-parallelism', `e2e/chaos/${values.only}`],
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
