import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';

type State = Record<string, ApexValue>;
type Store = Map<StaticCell, State>;

/** The static fields of a class in a transaction: an object, so that what measures the heap finds them. */
class ClassState extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'class', name: 'static fields' };
  }
}

/**
 * The static state of all classes, by transaction. `begin` gives a transaction a new one; a transaction that did not begin one
 * (an asynchronous job inside a test) shares the latest.
 */
export class StaticStores {
  readonly #byTransaction = new WeakMap<Transaction, Store>();
  readonly #cells: StaticCell[] = [];
  #latest: Store = new Map();

  begin(tx: Transaction): void {
    this.#latest = new Map();
    this.#byTransaction.set(tx, this.#latest);
    for (const cell of this.#cells) cell.forget();
  }

  register(cell: StaticCell): void {
    this.#cells.push(cell);
  }

  of(tx: Transaction): Store {
    let store = this.#byTransaction.get(tx);
    if (!store) this.#byTransaction.set(tx, (store = this.#latest));
    return store;
  }
}

/** The static state of one class. */
export class StaticCell {
  readonly #stores: StaticStores;
  readonly #slots: readonly string[];
  readonly #initialise: (tx: Transaction, state: State) => void;
  #tx: Transaction | undefined;
  #state: State = {};

  constructor(stores: StaticStores, slots: readonly string[], initialise: (tx: Transaction, state: State) => void) {
    this.#stores = stores;
    this.#slots = slots;
    this.#initialise = initialise;
    stores.register(this);
  }

  /** Reads the state for a transaction; while initialisers run they see the state as far as it is. */
  reader(): (tx: Transaction) => State {
    return (tx) => (tx === this.#tx ? this.#state : this.#enter(tx));
  }

  forget(): void {
    this.#tx = undefined;
  }

  #enter(tx: Transaction): State {
    const store = this.#stores.of(tx);
    let state = store.get(this);
    const isNew = state === undefined;
    if (!state) {
      state = Object.assign(
        new ClassState() as unknown as State,
        Object.fromEntries(this.#slots.map((slot) => [slot, null]))
      );
      store.set(this, state);
    }
    this.#tx = tx;
    this.#state = state;
    if (isNew) this.#initialise(tx, state);
    return state;
  }
}
