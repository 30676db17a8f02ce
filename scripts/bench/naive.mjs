// The baseline: a connector that makes one call a record (naive/), with the same orders.
import { costOf } from './costs.mjs';
import { activateAll, makeDrafts, ownCost, setTriggers } from './orders.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const count = 200;

/** @param base cost of 1,000 orders of known customers by Handoff */
export async function measureNaive(world, figure, base) {
  await setTriggers(world, true);
  await makeDrafts(world, count, 5, 'Brightwater Marine');
  const before = world.callouts();
  const cost = await costOf(world, async () => {
    await activateAll(world, count);
    await world.apex(`System.enqueueJob(new NaiveConnector(new List<Id>(
      new Map<Id, Order>([SELECT Id FROM Order WHERE Name = 'volume' AND Account.Name = 'Brightwater Marine']).keySet())));`);
    await sent(world);
  });
  await setTriggers(world, false);
  const naive = {
    callouts: ((world.callouts() - before) / count) * 1000,
    soql: ((cost.sum('soql') - ownCost.soql - 1) / count) * 1000,
    dml: ((cost.sum('dml') - ownCost.dml) / count) * 1000
  };
  for (const [name, unit] of [
    ['callouts', 'callouts'],
    ['soql', 'SOQL queries'],
    ['dml', 'DML statements']
  ]) {
    const many = Math.round(naive[name]).toLocaleString('en');
    const times = (naive[name] / base[name]).toFixed(1);
    figure(`one call a record, 1,000 orders: ${many} ${unit}, as many times as Handoff's ${base[name]}`, times, '×');
  }
}

async function sent(world) {
  for (let turn = 0; turn < 2400; turn++) {
    const [done] = await world.query(
      "SELECT COUNT(Id) n FROM Order WHERE Name = 'volume' AND Account.Name = 'Brightwater Marine' AND PoNumber != NULL"
    );
    if (done.n === count) return;
    await pause(250);
  }
  throw new Error('The orders of the naive connector did not arrive.');
}
