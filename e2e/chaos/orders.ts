import type { Backend } from '../backend.js';
import { draw, type Life } from './life.js';
import type { Random } from './random.js';
import { orderComplaints } from './verdict.js';

interface Row {
  readonly Id: string;
  readonly Status: string;
  readonly EffectiveDate: string;
}

/** Orders are activated in batches, their dates and lines change, and some are taken away. */
export class Orders implements Life {
  readonly routes = ['salesOrders', 'customers', 'contacts', 'salesOrders*'];
  readonly decisive = 'salesOrders';
  readonly #backend: Backend;
  readonly #batch: number;
  #drafts: string[] = [];
  #activated = new Map<string, string>();

  private constructor(backend: Backend, batch: number) {
    this.#backend = backend;
    this.#batch = batch;
  }

  static async of(backend: Backend, batch: number): Promise<Orders> {
    const orders = new Orders(backend, batch);
    await orders.look();
    return orders;
  }

  left(): number {
    return this.#drafts.length;
  }

  async look(): Promise<void> {
    const rows = await this.#backend.query<Row>(
      `SELECT Id, Status, EffectiveDate FROM Order WHERE Name = 'chaos' ORDER BY Id`
    );
    this.#drafts = rows.filter((row) => row.Status === 'Draft').map((row) => row.Id);
    this.#activated = new Map(
      rows.filter((row) => row.Status === 'Activated').map((row) => [row.Id, row.EffectiveDate])
    );
  }

  async act(random: Random): Promise<Record<string, number>> {
    const done: Record<string, number> = {};
    if (random.chance(0.6)) done['activated'] = await this.#activate();
    if (random.chance(0.3)) done['changed'] = await this.#change(random);
    if (random.chance(0.25)) done['edited'] = await this.#edit(random);
    if (random.chance(0.15)) done['removed'] = await this.#remove(random);
    return done;
  }

  async complaints(): Promise<string[]> {
    return orderComplaints(this.#backend);
  }

  async #activate(): Promise<number> {
    const ids = this.#drafts.slice(0, this.#batch);
    await this.#backend.update(
      'Order',
      ids.map((id) => ({ id, Status: 'Activated' }))
    );
    this.#drafts = this.#drafts.slice(ids.length);
    for (const id of ids) this.#activated.set(id, '2026-06-15');
    return ids.length;
  }

  async #change(random: Random): Promise<number> {
    const ids = draw(random, [...this.#activated.keys()], random.whole(1, 20));
    const day = () => new Date(Date.UTC(2026, 0, random.whole(1, 365))).toISOString().slice(0, 10);
    await this.#backend.update(
      'Order',
      ids.map((id) => ({ id, EffectiveDate: day() }))
    );
    return ids.length;
  }

  /** Lines change only while the order is a draft: it is made one, edited, and activated again, each by itself. */
  async #edit(random: Random): Promise<number> {
    const ids = draw(random, [...this.#activated.keys()], random.whole(1, 5));
    const all = (status: string) =>
      this.#backend.update(
        'Order',
        ids.map((id) => ({ id, Status: status }))
      );
    await all('Draft');
    await this.#backend.apex(linesApex(ids, random.whole(1, 1_000_000)));
    await all('Activated');
    return ids.length;
  }

  /** An activated order cannot be deleted: it is made a draft first. */
  async #remove(random: Random): Promise<number> {
    const ids = draw(random, [...this.#activated.keys()], random.whole(1, 3));
    if (ids.length === 0) return 0;
    for (const id of ids) this.#activated.delete(id);
    await this.#backend.update(
      'Order',
      ids.map((id) => ({ id, Status: 'Draft' }))
    );
    await this.#backend.remove(ids);
    return ids.length;
  }
}

// A line is changed, one is taken away where there are several, or one is added.
function linesApex(ids: readonly string[], seed: number): string {
  return `
    Set<Id> ids = new Set<Id>{ ${ids.map((id) => `'${id}'`).join(', ')} };
    Long state = ${seed};
    List<OrderItem> changed = new List<OrderItem>();
    List<OrderItem> gone = new List<OrderItem>();
    List<OrderItem> added = new List<OrderItem>();
    for (Order found : [
      SELECT Id, (SELECT Id, PricebookEntryId, Quantity, UnitPrice FROM OrderItems ORDER BY Id) FROM Order WHERE Id IN :ids ORDER BY Id
    ]) {
      state = Math.mod(state * 48271L, 2147483647L);
      OrderItem first = found.OrderItems[0];
      if (Math.mod(state, 3L) == 0 && found.OrderItems.size() > 2) {
        gone.add(first);
      } else if (Math.mod(state, 3L) == 1) {
        added.add(new OrderItem(OrderId = found.Id, PricebookEntryId = first.PricebookEntryId, Quantity = 7, UnitPrice = 3.25));
      } else {
        first.Quantity += 1;
        first.UnitPrice += 0.5;
        changed.add(first);
      }
    }
    update as system changed;
    delete as system gone;
    insert as system added;`;
}
