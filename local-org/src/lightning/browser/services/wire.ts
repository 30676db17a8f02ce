import type { Provision, Query, QueryStore } from './query-store.ts';

export interface WireAdapter {
  update(config: Record<string, unknown>): void;
  connect(): void;
  disconnect(): void;
}

/** What the LWC engine wants of a wire adapter. */
export interface WireAdapterClass<V> {
  new (callback: (provision: Provision<V>) => void): WireAdapter;
}

/**
 * A wire adapter over a store. `describe` makes the query of a configuration, or undefined while it is incomplete.
 * `emitted` learns which query an emitted value came from (refreshApex needs it).
 */
export function storeAdapter<V>(
  store: QueryStore<V>,
  describe: (config: Record<string, unknown>) => Query<V> | undefined,
  emitted?: (value: Provision<V>, key: string) => void
): WireAdapterClass<V> {
  return class implements WireAdapter {
    readonly #callback: (provision: Provision<V>) => void;
    #query: Query<V> | undefined;
    #stop: (() => void) | undefined;
    #connected = false;

    constructor(callback: (provision: Provision<V>) => void) {
      this.#callback = callback;
      callback({ data: undefined, error: undefined });
    }

    update(config: Record<string, unknown>): void {
      const query = describe(config);
      if (query?.key === this.#query?.key) return;
      this.#query = query;
      if (this.#connected) this.#listen();
    }

    connect(): void {
      this.#connected = true;
      this.#listen();
    }

    disconnect(): void {
      this.#connected = false;
      this.#stop?.();
      this.#stop = undefined;
    }

    #listen(): void {
      this.#stop?.();
      this.#stop = undefined;
      const query = this.#query;
      if (!query) return;
      this.#stop = store.subscribe(query, (provision) => {
        // A new object each time, so that a property that is assigned an equal answer still renders.
        const value = { data: provision.data, error: provision.error };
        emitted?.(value, query.key);
        this.#callback(value);
      });
    }
  };
}

/** A wire adapter over something that changes by itself: page reference, message context. */
export function sourceAdapter<V>(
  listen: (callback: (value: V) => void) => () => void
): new (callback: (value: V) => void) => WireAdapter {
  return class implements WireAdapter {
    readonly #callback: (value: V) => void;
    #stop: (() => void) | undefined;

    constructor(callback: (value: V) => void) {
      this.#callback = callback;
    }
    update(): void {
      // Takes no configuration.
    }
    connect(): void {
      this.#stop = listen(this.#callback);
    }
    disconnect(): void {
      this.#stop?.();
    }
  };
}

/** True when no parameter is undefined: the platform waits until all are known. */
export function isComplete(config: Record<string, unknown>): boolean {
  return Object.values(config).every((value) => value !== undefined);
}
