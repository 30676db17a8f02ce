// A mass sync of many records: paused and resumed on its way, and what its largest transaction takes of each limit.
import { costOf } from './costs.mjs';
import { activateAll, delivered, makeDrafts, setTriggers } from './orders.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const limits = {
  soql: 'SOQL queries',
  rows: 'query rows',
  dml: 'DML statements',
  dmlRows: 'DML rows',
  cpuMs: 'CPU',
  callouts: 'callouts'
};

/** @param count records, orders of one line of known customers that were saved while triggers were switched off */
export async function measureMassSync(world, figure, count) {
  await setTriggers(world, true);
  await makeDrafts(world, count, 1);
  await activateAll(world, count);
  await setTriggers(world, false);
  const size = `Mass sync of ${count.toLocaleString('en')} records`;
  const before = world.callouts();
  const started = performance.now();
  const cost = await costOf(world, async () => {
    // Not far ahead of the deliveries until it is paused: a fast machine would have planned all of it before.
    const ahead = count / 5;
    await world.apex(`new MassSyncs().start(new MassSync__c(Source__c = 'Order_Activated', MostAhead__c = ${ahead}));`);
    await reached(world, (now) => now.Planned__c > 0 || now.State__c !== 'Running');
    await world.apex(step('pause'));
    const paused = await quiet(world);
    figure(`${size}: left to plan when it was paused`, count - paused.Planned__c, 'records');
    await world.apex(`update as system new MassSync__c(Id = '${paused.Id}', MostAhead__c = 5000);`);
    await world.apex(step('resume'));
    await reached(world, (now) => now.State__c !== 'Running');
    await delivered(world);
  });
  const seconds = (performance.now() - started) / 1000;
  const end = await read(world);
  const [sent] = await world.query(
    `SELECT COUNT(Id) n FROM OutboxItem__c WHERE MassSync__c = '${end.Id}' AND State__c = 'Delivered'`
  );
  figure(`${size}: seconds to the last delivery, pauses included`, seconds.toFixed(0), 's');
  figure(`${size}: records that were not delivered (${end.State__c})`, count - sent.n, 'records', 0);
  figure(`${size}: transactions that failed`, cost.failed.length, 'transactions', 0);
  for (const [name, what] of Object.entries(limits)) {
    figure(
      `${size}: most that a transaction took of its limit of ${what}`,
      Math.round(cost.share(name) * 100),
      '%',
      99
    );
  }
  for (const name of ['soql', 'dml']) {
    figure(`${size}: ${limits[name]} a thousand`, (cost.sum(name) / (count / 1000)).toFixed(1), '');
  }
  figure(`${size}: callouts a thousand`, ((world.callouts() - before) / (count / 1000)).toFixed(1), 'callouts', 25);
}

const step = (name) => `new MassSyncs().${name}([SELECT Id FROM MassSync__c ORDER BY CreatedDate DESC LIMIT 1].Id);`;

async function read(world) {
  const [newest] = await world.query(
    'SELECT Id, State__c, Total__c, Found__c, Planned__c, Message__c FROM MassSync__c ORDER BY CreatedDate DESC LIMIT 1'
  );
  return newest;
}

async function reached(world, isThere) {
  for (;;) {
    const now = await read(world);
    if (isThere(now)) return now;
    await pause(100);
  }
}

/** Waits until a paused one stands still. */
async function quiet(world) {
  let before = await read(world);
  for (;;) {
    await pause(3000);
    const now = await read(world);
    if (now.State__c !== 'Paused') throw new Error(`The mass sync is ${now.State__c}: ${now.Message__c}`);
    if (now.Planned__c === before.Planned__c) return now;
    before = now;
  }
}
