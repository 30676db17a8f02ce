import { expect } from 'vitest';
import { setOrgTimeAhead } from '../../../local-org/src/kernel/org-time.js';
import type { Call, PropertyOrg } from '../property-org.js';
import type { Step, World } from './steps.js';
import { mayGo } from './transitions.js';

/** What a worker took, as its job carries it. */
interface Taken {
  readonly work: string;
  readonly keys: readonly string[];
  readonly atMinute: number;
}

interface Books {
  readonly entries: Record<string, { readonly content: string }>;
  readonly violations: readonly string[];
}

/** Takes one out of a list; undefined when it is empty. */
function oneOf<T>(list: T[], index: number): T | undefined {
  return list.splice(index % Math.max(1, list.length), 1)[0];
}

/** A worker that has held an item for so long is dead. */
const deadAfterMinutes = 15;

/** What the worlds of a run share: the org, its clock, two users, and every step that an item was seen to make. */
export class Stage {
  readonly org: PropertyOrg;
  readonly users: readonly (string | undefined)[];
  readonly seen = new Set<string>();
  minutesAhead = 0;

  constructor(org: PropertyOrg) {
    this.org = org;
    this.users = [undefined, org.ask<string>('OutboxWorld.secondUser')];
  }

  /** @returns what each call gave back */
  run(calls: readonly Call[], user = 0): unknown[] {
    const results = this.org.call([...calls, ['OutboxWatch.steps']], this.users[user]);
    for (const step of results.pop() as string[]) {
      const [before = '', after = ''] = step.split('>');
      expect(mayGo(before, after), `an item went from ${before || 'nothing'} to ${after}`).toBe(true);
      this.seen.add(step);
    }
    return results;
  }

  pass(minutes: number): void {
    this.minutesAhead += minutes;
    setOrgTimeAhead(this.minutesAhead * 60_000);
  }
}

/** One world while it runs: what its ERP holds, and what its workers have taken. */
export class Running {
  readonly #stage: Stage;
  readonly #connection: string;
  readonly #orders: readonly string[];
  readonly #taken: Taken[] = [];
  readonly #dead: Taken[] = [];
  readonly #done: Taken[] = [];
  #books = '{"entries":{},"late":[],"violations":[],"fatesUsed":0}';

  constructor(stage: Stage, world: World) {
    this.#stage = stage;
    const driver = world.records === 'orders' ? 'OutboxWorld' : 'BillingWorld';
    const [ids] = stage.run([[`${driver}.begin`, world.erp, world.customers, world.orders]]);
    const [connection = '', ...orders] = ids as string[];
    this.#connection = connection;
    this.#orders = orders;
  }

  step(step: Step): void {
    const { user } = step;
    switch (step.kind) {
      case 'activate':
      case 'remove':
      case 'restore':
      case 'sync':
        return this.#do([`OutboxWorld.${step.kind}`, this.#order(step.order)], user);
      case 'change':
        return this.#do(['OutboxWorld.change', this.#order(step.order), step.day], user);
      case 'mark':
        return this.#do(['OutboxWorld.mark', this.#order(step.order), step.mark], user);
      case 'release':
      case 'sendBack':
        return this.#do(['OutboxWorld.decide', this.#connection, step.kind === 'release'], user);
      case 'archive':
        // No trigger tells of what is saved meanwhile, and the sweep tells by the second what came after an item was planned.
        this.#pass(1);
        return this.#do(['OutboxWorld.archive', this.#connection], user);
      case 'pause':
      case 'freeze':
        return this.#do([`OutboxWorld.${step.kind}`, this.#connection], user);
      case 'take':
        return this.#take(user);
      case 'deliver': {
        const taken = oneOf(this.#taken, step.worker);
        if (taken === undefined) return;
        (step.dies ? this.#dead : this.#done).push(taken);
        return this.#deliver(taken, step.dies, step.fates, user);
      }
      case 'mourn': {
        const taken = oneOf(this.#dead, step.worker);
        return taken && this.#do(['OutboxWorld.mourn', taken.work], user);
      }
      case 'rerun': {
        const taken = this.#done[step.worker % Math.max(1, this.#done.length)];
        return taken && this.#deliver(taken, false, ['ok'], user);
      }
      case 'pass':
        return this.#pass(step.minutes);
      case 'arrive':
        return this.#withErp(['ok'], ['RandomErp.arrive'], user);
      case 'sweep':
        return this.#do(['OutboxWorld.sweep'], user);
      case 'retry':
        return this.#do(['OutboxWorld.retry', this.#connection], user);
      case 'giveUp':
        return this.#do(['OutboxWorld.giveUp', this.#connection, step.item], user);
      case 'meddle':
        return this.#meddle(step.item, step.state, user);
    }
  }

  /** Nothing goes wrong any more: what guards had against records is mended, the connection goes on, hours pass, workers take their turns, people press Retry. */
  settle(): void {
    this.#do(['OutboxWorld.mend', JSON.stringify(this.#orders)]);
    for (let round = 0; round < 8; round++) {
      this.#pass(30);
      this.#do(['OutboxWorld.sweep']);
      for (let turn = 0; turn < 10; turn++) {
        this.#take(0);
        const taken = this.#taken.pop();
        if (taken === undefined) break;
        this.#deliver(taken, false, ['ok'], 0);
      }
      if (this.unfinished().length === 0) return;
      this.#do(['OutboxWorld.retry', this.#connection]);
    }
  }

  /** States of items for which something is still to come. */
  unfinished(): string[] {
    const [counts] = this.#stage.run([['OutboxWorld.states', this.#connection]]);
    return Object.keys(counts as object).filter((state) => !['Delivered', 'Superseded', 'Cancelled'].includes(state));
  }

  /** What the ERP holds of documents, and what it must hold. */
  compare(): { readonly held: unknown; readonly wanted: unknown; readonly violations: readonly string[] } {
    const books = JSON.parse(this.#books) as Books;
    const held = Object.fromEntries(
      Object.entries(books.entries)
        .filter(([, entry]) => entry.content !== 'party')
        .map(([id, entry]) => [id, entry.content])
    );
    const [wanted] = this.#stage.run([['OutboxWorld.wanted', JSON.stringify(this.#orders)]]);
    return { held, wanted, violations: books.violations };
  }

  #do(call: Call, user = 0): void {
    this.#stage.run([call], user);
  }

  /** Nobody takes what another worker has, unless that one must be dead. */
  #take(user: number): void {
    const [taken] = this.#stage.run([['OutboxWorld.take', this.#connection]], user) as [Omit<Taken, 'atMinute'> | null];
    if (taken === null) return;
    const now = this.#stage.minutesAhead;
    const elsewhere = this.#taken
      .filter((other) => now - other.atMinute < deadAfterMinutes)
      .flatMap(({ keys }) => keys);
    expect(
      taken.keys.filter((key) => elsewhere.includes(key)),
      'no item is with two workers'
    ).toEqual([]);
    this.#taken.push({ ...taken, atMinute: now });
  }

  #deliver(taken: Taken, dies: boolean, fates: readonly string[], user: number): void {
    this.#withErp(fates, ['OutboxWorld.deliver', this.#connection, taken.work, dies], user);
  }

  #pass(minutes: number): void {
    this.#withErp(['ok'], ['RandomErp.arrive'], 0);
    this.#stage.pass(minutes);
  }

  #meddle(item: number, state: string, user: number): void {
    const [tried] = this.#stage.run([['OutboxWorld.meddle', this.#connection, item, state]], user) as [
      { readonly before: string; readonly isAllowed: boolean } | null
    ];
    if (tried === null || tried.before === state) return;
    expect(tried.isAllowed, `${tried.before} to ${state}, written by hand`).toBe(mayGo(tried.before, state));
  }

  #withErp(fates: readonly string[], call: Call, user: number): void {
    const [, , books] = this.#stage.run(
      [['RandomErp.open', this.#books, fates.join(',')], call, ['RandomErp.close']],
      user
    );
    this.#books = JSON.stringify(books);
  }

  #order(index: number): string {
    return this.#orders[index % this.#orders.length] ?? '';
  }
}
