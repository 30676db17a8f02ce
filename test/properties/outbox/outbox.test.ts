import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setOrgTimeAhead } from '../../../local-org/src/kernel/org-time.js';
import { PropertyOrg } from '../property-org.js';
import { worlds, type Step, type World } from './steps.js';

/** How many worlds: thousands by the environment, else as many of these as a minute takes. */
const wanted = process.env['OUTBOX_RUNS'];
const runs = Number(wanted ?? 300);
const limits = wanted === undefined ? { interruptAfterTimeLimit: 60_000 } : {};
const seed = process.env['OUTBOX_SEED'] === undefined ? undefined : Number(process.env['OUTBOX_SEED']);

let org: PropertyOrg;
let minutesAhead = 0;
beforeAll(async () => {
  org = await PropertyOrg.open(import.meta.dirname);
}, 300_000);
afterAll(() => {
  setOrgTimeAhead(0);
  org?.close();
});

interface Books {
  readonly entries: Record<string, { readonly content: string }>;
  readonly violations: readonly string[];
}

/** One world while it runs: what its ERP holds, and what its workers have taken. */
class Running {
  readonly #connection: string;
  readonly #orders: readonly string[];
  readonly #taken: string[] = [];
  readonly #dead: string[] = [];
  #books = '{"entries":{},"late":[],"violations":[],"fatesUsed":0}';

  private constructor(connection: string, orders: readonly string[]) {
    this.#connection = connection;
    this.#orders = orders;
  }

  static async begin(world: World): Promise<Running> {
    const [connection, ...orders] = await org.ask<string[]>(`OutboxWorld.begin(${world.customers}, ${world.orders})`);
    return new Running(connection!, orders);
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'activate':
      case 'remove':
      case 'restore':
        return org.do(`OutboxWorld.${step.kind}('${this.#order(step.order)}');`);
      case 'change':
        return org.do(`OutboxWorld.change('${this.#order(step.order)}', ${step.day});`);
      case 'take':
        return this.#take();
      case 'deliver':
        return this.#deliver(step.worker, step.dies, step.fates);
      case 'mourn': {
        const work = this.#dead.splice(step.worker, 1)[0];
        return work === undefined ? undefined : org.do(`OutboxWorld.mourn(${literal(work)});`);
      }
      case 'pass':
        return this.#pass(step.minutes);
      case 'arrive':
        return this.#withErp(['ok'], 'RandomErp.arrive();');
      case 'sweep':
        return org.do('OutboxWorld.sweep();');
      case 'retry':
        return org.do(`OutboxWorld.retry('${this.#connection}');`);
    }
  }

  /** Nothing goes wrong any more: hours pass, workers take their turns, people press Retry. */
  async settle(): Promise<void> {
    for (let round = 0; round < 8; round++) {
      await this.#pass(30);
      await org.do('OutboxWorld.sweep();');
      for (let turn = 0; turn < 10; turn++) {
        const before = this.#taken.length;
        await this.#take();
        if (this.#taken.length === before) break;
        await this.#deliver(before, false, ['ok']);
      }
      const states = Object.keys(await this.states());
      if (states.every((state) => ['Delivered', 'Superseded', 'Cancelled'].includes(state))) return;
      await org.do(`OutboxWorld.retry('${this.#connection}');`);
    }
  }

  states(): Promise<Record<string, number>> {
    return org.ask(`OutboxWorld.states('${this.#connection}')`);
  }

  /** What the ERP holds of orders, and what it must hold. */
  async compare(): Promise<{ readonly held: unknown; readonly wanted: unknown; readonly violations: unknown }> {
    const books = JSON.parse(this.#books) as Books;
    const held = Object.fromEntries(
      Object.entries(books.entries)
        .filter(([, entry]) => entry.content !== 'party')
        .map(([id, entry]) => [id, entry.content])
    );
    const ids = this.#orders.map((id) => `'${id}'`).join(', ');
    return { held, wanted: await org.ask(`OutboxWorld.wanted(new List<Id>{ ${ids} })`), violations: books.violations };
  }

  async #take(): Promise<void> {
    const work = await org.ask<string | null>(`OutboxWorld.take('${this.#connection}')`);
    if (work !== null) this.#taken.push(work);
  }

  async #deliver(worker: number, dies: boolean, fates: readonly string[]): Promise<void> {
    const work = this.#taken.splice(worker, 1)[0];
    if (work === undefined) return;
    if (dies) this.#dead.push(work);
    await this.#withErp(fates, `OutboxWorld.deliver('${this.#connection}', ${literal(work)}, ${dies});`);
  }

  async #pass(minutes: number): Promise<void> {
    await this.#withErp(['ok'], 'RandomErp.arrive();');
    minutesAhead += minutes;
    setOrgTimeAhead(minutesAhead * 60_000);
  }

  async #withErp(fates: readonly string[], statements: string): Promise<void> {
    const told = fates.map((fate) => `'${fate}'`).join(', ');
    const open = `RandomErp.open(${literal(this.#books)}, new List<String>{ ${told} });`;
    this.#books = await org.ask<string>('RandomErp.close()', `${open}\n${statements}`);
  }

  #order(index: number): string {
    return this.#orders[index % this.#orders.length]!;
  }
}

/** A text as Apex reads it, whatever is in it. */
function literal(text: string): string {
  return `EncodingUtil.base64Decode('${Buffer.from(text).toString('base64')}').toString()`;
}

test('whatever happens, each order is in the ERP once, with equal content, and no other is', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const running = await Running.begin(world);
      for (const step of world.steps) await running.step(step);
      await running.settle();

      const { held, wanted: due, violations } = await running.compare();
      expect(violations).toEqual([]);
      expect(held).toEqual(due);
      const states = Object.keys(await running.states());
      expect(states.filter((state) => !['Delivered', 'Superseded', 'Cancelled'].includes(state))).toEqual([]);
    }),
    { numRuns: runs, ...limits, ...(seed === undefined ? {} : { seed }) }
  );
}, 7_200_000);
