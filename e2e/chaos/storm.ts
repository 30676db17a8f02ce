import type { Backend } from '../backend.js';
import type { Fault } from '../erp.js';
import { activate, change, draftsLeft, remove } from './company.js';
import type { Random } from './random.js';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** What strikes whole calls and single operations of the ERP, before and after it has committed. */
function randomFault(random: Random): Fault {
  const route = random.pick(['**/$batch', '**/$batch', 'salesOrders', 'customers', 'contacts', 'salesOrders*', '**']);
  const times = random.whole(1, 4);
  const kind = random.pick([
    'latency',
    'status',
    'statusAfterCommit',
    'dropAfterCommit',
    'dropBeforeCommit',
    'malformedBody',
    'expiredToken'
  ]);
  switch (kind) {
    case 'latency':
      return { route, kind, times, delayMs: random.whole(50, 1500) };
    case 'status':
      return random.chance(0.5)
        ? { route, kind, times, status: 429, retryAfter: random.whole(1, 30) }
        : { route, kind, times, status: random.pick([500, 502, 503, 504]) };
    case 'statusAfterCommit':
      return { route, kind, times, status: random.pick([500, 502, 504]) };
    case 'malformedBody':
      return {
        route,
        kind,
        times,
        body: random.pick(['', '{"responses":[', '<html>Bad gateway</html>', '{"responses":{}}', 'null'])
      };
    default:
      return { route, kind, times };
  }
}

/**
 * Orders are activated, changed and taken away while the ERP misbehaves and the org's process, with every worker in it, is
 * killed again and again. Ends when no draft is left.
 * @returns what happened, counted
 */
export async function storm(backend: Backend, random: Random, batch: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = { activations: 0, changes: 0, removals: 0, faults: 0, kills: 0 };
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  let left = await draftsLeft(backend);
  while (left > 0) {
    await backend.erp.fault(randomFault(random));
    count('faults');
    if (random.chance(0.6)) {
      await activate(backend, batch);
      count('activations');
      left = await draftsLeft(backend);
    }
    if (random.chance(0.3)) {
      await change(backend, random, random.whole(1, 20));
      count('changes');
    }
    if (random.chance(0.15)) {
      await remove(backend, random, random.whole(1, 3));
      count('removals');
    }
    if (random.chance(0.15)) {
      await backend.crashAndRestartOrg();
      count('kills');
    }
    if (process.env['CHAOS_TELL']) console.log(`storm, ${left} drafts left`, JSON.stringify(counts));
    await pause(random.whole(100, 1200));
  }
  return counts;
}

interface StateCount {
  readonly State__c: string;
  readonly n: number;
}

/**
 * The storm is over: hours pass, and what is refused is tried again, as an admin would, until nothing moves any more.
 * @returns how many items are in which state at the end
 */
export async function calm(backend: Backend): Promise<Record<string, number>> {
  await backend.erp.clearFaults();
  let states: Record<string, number> = {};
  for (let round = 1; round <= 12; round++) {
    await backend.crashAndRestartOrg(round * 1500);
    await backend.apex('new OutboxSweep().run();');
    states = await stillness(backend);
    if (process.env['CHAOS_TELL']) console.log(`calm ${round}`, JSON.stringify(states));
    const open = Object.keys(states).filter((state) => !['Delivered', 'Superseded', 'Cancelled'].includes(state));
    if (open.length === 0) return states;
    await backend.apex(`
      Set<Id> stuck = new Map<Id, OutboxItem__c>(
        [SELECT Id FROM OutboxItem__c WHERE State__c IN ('Rejected', 'Waiting', 'Held') LIMIT 200]).keySet();
      if (!stuck.isEmpty()) { new RetryService().retryAll(stuck); }`);
    states = await stillness(backend);
  }
  return states;
}

/** Waits until the states have not changed for a while. */
async function stillness(backend: Backend): Promise<Record<string, number>> {
  let last = '';
  let still = 0;
  for (;;) {
    const rows = await backend.query<StateCount>('SELECT State__c, COUNT(Id) n FROM OutboxItem__c GROUP BY State__c');
    const states = Object.fromEntries(rows.map((row) => [row.State__c, row.n]));
    const now = JSON.stringify(states);
    const moving = (states['Sending'] ?? 0) > 0;
    still = now === last && !moving ? still + 1 : 0;
    if (still >= 6 || (moving && now === last && still > 60)) return states;
    last = now;
    await pause(500);
  }
}
