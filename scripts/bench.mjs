// npm run bench: what the product is measured by. Governor counts do not depend on the machine; times do, and are shown as such.
//
//   npm run bench                    some minutes: runs of 5,000 orders and records beside the small ones
//   npm run bench -- --quick         the small ones and runs of 2,000
//   npm run bench -- --full          runs of 50,000 orders and a mass sync of 100,000 records: an hour and more
//   npm run bench -- volume naive    only these parts: start, compiler, local-org, one-order, volume, growth, mass-sync, naive, heap
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, fail } from './lib/install.mjs';

const parts = ['start', 'compiler', 'local-org', 'one-order', 'volume', 'growth', 'mass-sync', 'naive', 'heap'];
const options = {
  quick: { type: 'boolean' },
  full: { type: 'boolean' },
  orders: { type: 'string' },
  records: { type: 'string' }
};
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const unknown = positionals.find((name) => !parts.includes(name));
if (unknown) fail(`There is no part '${unknown}' of the benchmarks; there are ${parts.join(', ')}.`);
const wanted = (...names) => positionals.length === 0 || names.some((name) => positionals.includes(name));
const sizes = values.full
  ? { orders: 50_000, records: 100_000 }
  : values.quick
    ? { orders: 2000, records: 2000 }
    : { orders: 5000, records: 5000 };
if (values.orders) sizes.orders = Number(values.orders);
if (values.records) sizes.records = Number(values.records);

ensurePackages();
const { buildNode } = await import('./build-node.mjs');
await buildNode();
const { end, freePort, launch, openWorld } = await import('./bench/world.mjs');

const rows = [];
/** Adds a figure; `bound` is what it must not exceed. */
function figure(what, value, unit, bound) {
  rows.push({ what, value, unit, bound });
  const over = bound !== undefined && !(Number(value) <= bound) ? '  ← over' : '';
  console.log(`  ${what}: ${value} ${unit}${bound === undefined ? '' : ` (at most ${bound})`}${over}`);
}

const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-'));

if (wanted('start')) {
  console.log('Start-up');
  const ports = {
    PORT: `${await freePort()}`,
    ERP_PORT: `${await freePort()}`,
    DATA_DIR: join(folder, 'start')
  };
  const first = await launch(['scripts/start.mjs', '--fresh'], ports);
  await end(first.child);
  figure('npm start, first start of a data folder', first.seconds.toFixed(1), 's');
  const warm = await launch(['scripts/start.mjs'], ports);
  await end(warm.child);
  figure('npm start, warm', warm.seconds.toFixed(1), 's', 10);
}

if (wanted('compiler')) {
  console.log('Compiler');
  const { compileTimes } = await import('./lib/compile-times.mjs');
  const times = await compileTimes(join(folder, 'compile-cache'));
  figure(`Apex of the package compiled cold (${times.lines} lines)`, times.cold.toFixed(2), 's', 3);
  figure('Apex of the package loaded from cache', times.cached.toFixed(2), 's', 0.5);
}

if (wanted('local-org')) {
  console.log('Local org');
  const { benchmarks, measure } = await import('../local-org/bench/run.mjs');
  for (const name of benchmarks()) for (const one of measure(name)) figure(one.what, one.value, one.unit, one.bound);
}

if (wanted('one-order', 'volume', 'growth', 'mass-sync', 'naive')) {
  const world = await openWorld(join(folder, 'world'), ['scripts/bench/naive']);
  try {
    if (wanted('one-order')) {
      console.log('One Account panel, one order');
      const { measureOneOrder } = await import('./bench/one-order.mjs');
      await measureOneOrder(world, figure);
    }
    if (wanted('volume', 'growth', 'mass-sync', 'naive')) {
      console.log('Many orders');
      const { measureVolume } = await import('./bench/volume.mjs');
      const base = await measureVolume(world, figure);
      if (wanted('growth')) {
        const { measureGrowth } = await import('./bench/growth.mjs');
        await measureGrowth(world, figure, base, sizes.orders);
      }
      if (wanted('mass-sync')) {
        const { measureMassSync } = await import('./bench/mass-sync.mjs');
        await measureMassSync(world, figure, sizes.records);
      }
      if (wanted('naive')) {
        const { measureNaive } = await import('./bench/naive.mjs');
        await measureNaive(world, figure, base);
      }
    }
  } finally {
    await world.close();
  }
}

if (wanted('heap')) {
  console.log('Memory');
  const world = await openWorld(join(folder, 'measured'), [], { LOCAL_ORG_MEASURE_HEAP: '1' });
  try {
    const { measureHeap } = await import('./bench/heap.mjs');
    await measureHeap(world, figure);
  } finally {
    await world.close();
  }
}

rmSync(folder, { recursive: true, force: true });

const missed = rows.filter((row) => row.bound !== undefined && !(Number(row.value) <= row.bound));
console.log(
  missed.length === 0
    ? 'All bounds are kept.'
    : `Missed: ${missed.map((row) => `${row.what} ${row.value} > ${row.bound}`).join('; ')}`
);
process.exit(missed.length === 0 ? 0 : 1);
