// What many orders cost, in governor counts over all transactions: they do not depend on the machine.
import { costOf } from './costs.mjs';
import { activate, activateAll, delivered, makeCustomers, makeDrafts, ownCost } from './orders.mjs';

/** Makes orders, hands them over, and counts: {callouts, soql, dml, cpuMs, failed} over all transactions. */
export async function handOver(world, count) {
  await makeDrafts(world, count);
  const before = world.callouts();
  const cost = await costOf(world, async () => {
    await activateAll(world, count);
    await delivered(world);
  });
  const scripts = Math.ceil(count / 1000);
  return {
    callouts: world.callouts() - before,
    soql: cost.sum('soql') - scripts * ownCost.soql,
    dml: cost.sum('dml') - scripts * ownCost.dml,
    cpuMs: cost.sum('cpuMs'),
    failed: cost.failed
  };
}

/**
 * 1,000 orders of customers that the ERP does not know and of such as it knows, and what 200 cost their user.
 * @param figure takes what was measured and its bound
 * @returns the cost of 1,000 orders of known customers
 */
export async function measureVolume(world, figure) {
  await makeCustomers(world, 300);
  const fresh = await handOver(world, 1000);
  figure('1,000 orders of 300 new customers: callouts', fresh.callouts, 'callouts', 40);
  const known = await handOver(world, 1000);
  figure('1,000 orders of 5 lines of 300 known customers: callouts', known.callouts, 'callouts', 25);
  figure('the same: SOQL over all transactions', known.soql, 'queries', 60);
  figure('the same: DML over all transactions', known.dml, 'statements', 40);

  await makeDrafts(world, 200);
  const { transactions } = await costOf(world, () => activate(world, 200));
  // A job that an earlier turn left for later may come between.
  const user = transactions.find(({ unit }) => /anonymous/i.test(unit));
  figure('200 orders activated in one transaction: SOQL', user.soql - ownCost.soql, 'queries', 6);
  figure('the same: DML', user.dml - ownCost.dml, 'statements', 4);
  figure('the same: jobs enqueued', user.jobs, 'jobs', 1);
  figure('the same: CPU, the save of the orders included', user.cpuMs, 'ms', 1500);
  await delivered(world);
  return known;
}
