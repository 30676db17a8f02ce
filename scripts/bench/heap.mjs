// What the largest transaction of each kind holds, in an org that was started to measure it: an upper bound of what Apex counts, see heap-meter.ts.
import { readFileSync } from 'node:fs';
import { costOf } from './costs.mjs';
import { activateAll, delivered, makeCustomers, makeDrafts, setTriggers } from './orders.mjs';

const most = 8;

/** @param figure takes what was measured and its bound */
export async function measureHeap(world, figure) {
  const measure = async (what, work) => {
    const { transactions } = await costOf(world, work);
    const largest = transactions.reduce((one, other) => (other.heap > one.heap ? other : one));
    figure(`Heap of the largest transaction: ${what}`, (largest.heap / 1e6).toFixed(1), 'MB', most);
    console.log(`    ${largest.unit}: ${largest.peak}`);
  };
  const handOver = async (what, count, lines) => {
    await makeDrafts(world, count, lines);
    await measure(what, async () => {
      await activateAll(world, count);
      await delivered(world);
    });
  };
  const script = (name) => world.apex(readFileSync(new URL(`${name}.apex`, import.meta.url), 'utf8'));

  await makeCustomers(world, 300);
  await handOver('1,000 orders of 5 lines of new customers', 1000, 5);
  await handOver('1,000 orders of 5 lines of known customers', 1000, 5);
  await handOver('500 orders of 8 lines', 500, 8);
  await handOver('100 orders of 40 lines', 100, 40);
  await measure('the customer’s and the order’s panel', async () => {
    await script('refresh');
    await script('account-panel');
    await script('order-panel');
  });

  await setTriggers(world, true);
  await makeDrafts(world, 2000, 1);
  await activateAll(world, 2000);
  await setTriggers(world, false);
  await measure('a mass sync of 2,000 orders', async () => {
    await world.apex("new MassSyncs().start(new MassSync__c(Source__c = 'Order_Activated'));");
    await synced(world);
    await delivered(world);
  });

  await setTriggers(world, true);
  await makeDrafts(world, 2000, 1);
  await activateAll(world, 2000);
  await setTriggers(world, false);
  await measure('a sweep that finds 2,000 orders', async () => {
    await world.apex('new OutboxSweep().run();');
    await delivered(world);
  });
}

async function synced(world) {
  for (let left = 1; left > 0;) {
    await new Promise((done) => setTimeout(done, 500));
    left = (await world.query("SELECT Id FROM MassSync__c WHERE State__c = 'Running'")).length;
  }
}
