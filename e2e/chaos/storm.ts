import type { Backend } from '../backend.js';
import type { Fault } from '../erp.js';
import type { Life } from './life.js';
import type { Random } from './random.js';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const tell = (...what: unknown[]) => process.env['CHAOS_TELL'] && console.log(...what);

/** What strikes whole calls and single operations of the ERP, before and after it has committed. */
function randomFault(random: Random, routes: readonly string[]): Fault {
  const route = random.pick(['**/$batch', '**/$batch', '**', ...routes]);
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

/** The ERP takes a document and its answer is lost: a connector that sends again without asking makes a duplicate. */
const lostAnswer = (route: string): Fault => ({ method: 'POST', route, kind: 'dropAfterCommit', times: 3 });

/** A storm over one backend. The org's clock only ever goes forward: each restart comes later than the one before. */
export class Storm {
  readonly #backend: Backend;
  readonly #random: Random;
  readonly #life: Life;
  #secondsAhead = 0;

  constructor(backend: Backend, random: Random, life: Life) {
    this.#backend = backend;
    this.#random = random;
    this.#life = life;
  }

  /**
   * Documents are let go, changed and taken away while the ERP misbehaves and the org's process, with every worker in it, is
   * killed again and again: between two requests, or while one is under way. Ends when nothing is left to let go.
   * @returns what happened, counted
   */
  async rage(): Promise<Record<string, number>> {
    const random = this.#random;
    const counts: Record<string, number> = { faults: 0, kills: 0 };
    const count = (what: Readonly<Record<string, number>>) => {
      for (const [name, times] of Object.entries(what)) counts[name] = (counts[name] ?? 0) + times;
    };
    while (this.#life.left() > 0) {
      // The first one for certain, so that no storm, however short, goes without.
      if (counts['faults'] === 0) await this.#backend.erp.fault(lostAnswer(this.#life.decisive));
      await this.#backend.erp.fault(randomFault(random, this.#life.routes));
      count({ faults: 1 });
      const acting = this.#life.act(random).then(count);
      if (counts['faults'] === 2 || random.chance(0.15)) {
        const interrupted = acting.catch(() => count({ requestsKilled: 1 }));
        if (random.chance(0.5)) await interrupted;
        else await pause(random.whole(10, 500));
        await this.#restart(random.whole(0, 1200));
        await interrupted;
        count({ kills: 1 });
        await this.#life.look();
      } else await acting;
      tell(`storm, ${this.#life.left()} left`, JSON.stringify(counts));
      await pause(random.whole(50, 400));
    }
    return counts;
  }

  /**
   * The storm is over: hours pass, longer than any back-off, and what is refused is tried again, as an admin would, until
   * nothing is left to do.
   * @returns how many items are in which state at the end
   */
  async calm(): Promise<Record<string, number>> {
    const backend = this.#backend;
    await backend.erp.clearFaults();
    // Where nothing was sent before, as when the ERP had asked to wait.
    await backend.erp.fault(lostAnswer(this.#life.decisive));
    // The sweep looks back over the last forty minutes only: the hours pass when it has seen what changed.
    await backend.apex('new OutboxSweep().run();');
    for (let round = 1; ; round++) {
      await this.#restart(5 * 3600);
      await backend.apex('new OutboxSweep().run();');
      let states = await this.#stillness();
      const open = Object.keys(states).filter((state) => !['Delivered', 'Superseded', 'Cancelled'].includes(state));
      tell(`calm ${round}`, JSON.stringify(states));
      if (open.length === 0 || round === 8) return states;
      if (!open.some((state) => ['Rejected', 'Held', 'Waiting'].includes(state))) continue;
      await backend.apex(`
        Set<Id> stuck = new Map<Id, OutboxItem__c>(
          [SELECT Id FROM OutboxItem__c WHERE State__c IN ('Rejected', 'Waiting', 'Held') LIMIT 500]).keySet();
        if (!stuck.isEmpty()) { new RetryService().retryAll(stuck); }`);
      states = await this.#stillness();
      // What people have to mend stays as it is, however often it is tried.
      if (round > 1 && Object.keys(states).every((state) => !open.includes(state) || /Rejected|Held/.test(state)))
        return states;
    }
  }

  async #restart(later: number): Promise<void> {
    this.#secondsAhead += later;
    await this.#backend.crashAndRestartOrg(this.#secondsAhead);
  }

  /** Waits until there is nothing left that goes by itself, or nothing has changed for a while. */
  async #stillness(): Promise<Record<string, number>> {
    const backend = this.#backend;
    let last = '';
    let since = Date.now();
    for (;;) {
      const rows = await backend.query<{ readonly State__c: string; readonly n: number }>(
        'SELECT State__c, COUNT(Id) n FROM OutboxItem__c GROUP BY State__c'
      );
      const states = Object.fromEntries(rows.map((row) => [row.State__c, row.n]));
      const now = JSON.stringify(states);
      if (now !== last) since = Date.now();
      last = now;
      const going = ['Planned', 'Ready', 'Sending', 'Unknown', 'Waiting'].filter((state) => (states[state] ?? 0) > 0);
      const patience = states['Sending'] ? 60_000 : 5_000;
      if (going.length === 0 || Date.now() - since > patience) return states;
      await pause(400);
    }
  }
}
