/** What a wire adapter hands to a component. Both undefined: nothing has come yet. */
export interface Provision<V = unknown> {
  readonly data: V | undefined;
  readonly error: unknown;
}

/** A read that can be repeated; equal keys mean the same read. */
export interface Query<V> {
  readonly key: string;
  load(): Promise<V>;
}

type Listener<V> = (provision: Provision<V>) => void;

interface Entry<V> {
  readonly query: Query<V>;
  readonly listeners: Set<Listener<V>>;
  provision: Provision<V> | undefined;
  loadedAt: number;
  running: Promise<void> | undefined;
}

/**
 * Answers shared by all components that ask the same question, kept for a while, and read again on demand.
 * Components receive deep-frozen data, as on the platform.
 */
export class QueryStore<V> {
  readonly #lifetimeMs: number;
  readonly #entries = new Map<string, Entry<V>>();

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** Calls the listener now when a fresh answer is known, and whenever one arrives. Returns the function that ends it. */
  subscribe(query: Query<V>, listener: Listener<V>): () => void {
    const entry = this.#entry(query);
    entry.listeners.add(listener);
    if (this.#isFresh(entry) && entry.provision) listener(entry.provision);
    else void this.#load(entry);
    return () => entry.listeners.delete(listener);
  }

  /** The answer once, from the cache when it is fresh. Throws what loading threw. */
  async read(query: Query<V>): Promise<V> {
    const entry = this.#entry(query);
    if (!this.#isFresh(entry)) await this.#load(entry);
    if (entry.provision?.error !== undefined) throw entry.provision.error;
    return entry.provision?.data as V;
  }

  /** Reads again and tells all listeners. Resolves when the answer is there; errors reach the listeners. */
  async refresh(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry) await this.#load(entry, true);
  }

  /** Forgets answers that may have changed; those in use are read again. */
  async invalidate(concerns: (key: string) => boolean): Promise<void> {
    const stale = [...this.#entries.values()].filter((entry) => concerns(entry.query.key));
    for (const entry of stale) entry.loadedAt = Number.NEGATIVE_INFINITY;
    await Promise.all(stale.filter((entry) => entry.listeners.size > 0).map((entry) => this.#load(entry, true)));
  }

  #entry(query: Query<V>): Entry<V> {
    let entry = this.#entries.get(query.key);
    if (!entry) {
      entry = {
        query,
        listeners: new Set(),
        provision: undefined,
        loadedAt: Number.NEGATIVE_INFINITY,
        running: undefined
      };
      this.#entries.set(query.key, entry);
    }
    return entry;
  }

  #isFresh(entry: Entry<V>): boolean {
    return performance.now() - entry.loadedAt < this.#lifetimeMs;
  }

  /** Joins a load that is running, unless the caller needs an answer begun after now. */
  #load(entry: Entry<V>, again = false): Promise<void> {
    if (entry.running) return again ? entry.running.then(() => this.#load(entry)) : entry.running;
    entry.running = this.#run(entry).finally(() => {
      entry.running = undefined;
    });
    return entry.running;
  }

  async #run(entry: Entry<V>): Promise<void> {
    let provision: Provision<V>;
    try {
      provision = { data: deepFreeze(await entry.query.load()), error: undefined };
      entry.loadedAt = performance.now();
    } catch (error) {
      provision = { data: undefined, error };
    }
    entry.provision = provision;
    for (const listener of [...entry.listeners]) listener(provision);
  }
}

function deepFreeze<V>(value: V): V {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
