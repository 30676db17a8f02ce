import { ApexSet } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Org, Transaction } from '../kernel/services.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { readState, writeState } from '../runtime/serialize.js';
import { platformClass, type PlatformClassSource } from './define.js';
import { setAdd } from './set.js';

type S = string | null;

interface Entry {
  readonly state: string;
  readonly expiresAt: number;
}
type Store = Map<string, Entry>;

/** Cached values live as long as the loaded source, as text: what is put in cannot be changed from outside. */
const stores = new WeakMap<Org, Map<string, Store>>();
const testKey = {};

/** The store of a partition; tests have one of their own. */
function storeOf(tx: Transaction, partition: string): Store {
  let partitions: Map<string, Store>;
  if (tx.test) partitions = tx.slot(testKey, () => new Map<string, Store>());
  else {
    partitions = stores.get(tx.org) ?? new Map<string, Store>();
    stores.set(tx.org, partitions);
  }
  const store = partitions.get(partition) ?? new Map<string, Entry>();
  partitions.set(partition, store);
  return store;
}

/** Cache.OrgPartition and Cache.SessionPartition. A session partition belongs to the running user. */
class Partition extends ApexObject {
  readonly kind: 'Org' | 'Session';
  readonly name: string;
  constructor(kind: 'Org' | 'Session', name: string) {
    super();
    this.kind = kind;
    this.name = name;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: `Cache.${this.kind}Partition`, args: [] };
  }
}

/** Keys may carry their partition: `local.Partition.key`. */
function place(tx: Transaction, kind: 'Org' | 'Session', partition: string, key: S): { store: Store; key: string } {
  const parts = required(key, 1).split('.');
  const name = parts.length > 1 ? parts.slice(0, -1).join('.') : partition;
  const owner = kind === 'Session' ? `:${tx.user.id.value}` : '';
  return { store: storeOf(tx, `${kind}${owner}:${name.toLowerCase()}`), key: parts[parts.length - 1] ?? '' };
}

function get(tx: Transaction, kind: 'Org' | 'Session', partition: string, key: S): ApexValue {
  const found = place(tx, kind, partition, key);
  const entry = found.store.get(found.key);
  if (!entry || entry.expiresAt < tx.now()) return null;
  return readState(tx, entry.state);
}

const dayMs = 86_400_000;

function put(
  tx: Transaction,
  kind: 'Org' | 'Session',
  partition: string,
  key: S,
  value: ApexValue,
  seconds: number | null
): void {
  const found = place(tx, kind, partition, key);
  found.store.set(found.key, {
    state: writeState(tx, value),
    expiresAt: tx.now() + (seconds === null ? dayMs : seconds * 1000)
  });
}

function keys(tx: Transaction, kind: 'Org' | 'Session', partition: string): ApexSet {
  const set = new ApexSet(T.String);
  for (const key of place(tx, kind, partition, 'x').store.keys()) setAdd(set, key);
  return set;
}

/** The methods that Cache.Org has as statics and a partition as instance methods. */
function members(kind: 'Org' | 'Session', isStatic: boolean): PlatformClassSource['members'] {
  const prefix = isStatic ? 'static ' : '';
  /** Drops the partition off the arguments of an instance method. */
  const call =
    (run: (tx: Transaction, partition: string, ...args: ApexValue[]) => ApexValue | void) =>
    (tx: Transaction, ...args: never[]) => {
      const given = args as unknown as ApexValue[];
      const [self, ...rest] = given;
      return self instanceof Partition && !isStatic ? run(tx, self.name, ...rest) : run(tx, 'default', ...given);
    };
  return {
    [`${prefix}Boolean contains(String key)`]: call((tx, name, key) => get(tx, kind, name, key as S) !== null),
    [`${prefix}Object get(String key)`]: call((tx, name, key) => get(tx, kind, name, key as S)),
    [`${prefix}Set<String> getKeys()`]: call((tx, name) => keys(tx, kind, name)),
    [`${prefix}Boolean isAvailable()`]: call(() => true),
    [`${prefix}void put(String key, Object value)`]: call((tx, name, key, value) =>
      put(tx, kind, name, key as S, value ?? null, null)
    ),
    [`${prefix}void put(String key, Object value, Integer ttlSecs)`]: call((tx, name, key, value, ttl) =>
      put(tx, kind, name, key as S, value ?? null, ttl as number | null)
    ),
    [`${prefix}Boolean remove(String key)`]: call((tx, name, key) => {
      const found = place(tx, kind, name, key as S);
      return found.store.delete(found.key);
    })
  };
}

function classesOf(kind: 'Org' | 'Session') {
  const partition = `Cache.${kind}Partition`;
  return [
    platformClass({
      name: `Cache.${kind}`,
      members: {
        ...members(kind, true),
        [`static ${partition} getPartition(String partitionName)`]: (_tx, name: S) =>
          new Partition(kind, required(name, 1)),
        'static Object get(Type cacheBuilder, String key)': { unsupported: 'cache builders' }
      }
    }),
    platformClass({ name: partition, members: members(kind, false) })
  ];
}

/** The platform cache. */
export const cacheClasses = [...classesOf('Org'), ...classesOf('Session')];
