import { ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexDouble } from '../kernel/scalars.js';
import type { Org, Transaction } from '../kernel/services.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { readState, writeState } from '../runtime/serialize.js';
import { callMethod } from '../runtime/dispatch.js';
import { apexException } from '../runtime/exceptions.js';
import { platformClass, type PlatformClassSource } from './define.js';
import { exceptionOf } from './exception.js';
import { mapSet } from './map.js';
import { virtual } from './object.js';
import { setAdd } from './set.js';
import { displayType } from '../runtime/types.js';
import { newInstance } from './type.js';
import type { TypeToken } from './type-token.js';

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

/** Apex Developer Guide, "Platform Cache Limits": how long a key may be, how many go at once, how long a value stays. */
const longestKey = 50;
const mostKeys = 10;
const longestTtl = { Org: 172_800, Session: 28_800 } as const;

const invalidParam = (message: string) => apexException('Cache.InvalidParamException', message);

/** Keys are alphanumeric (Apex Reference Guide, "Cache Exceptions"). */
function requireKey(key: string): void {
  if (key === '') throw invalidParam('Key cannot be empty');
  if (!/^[A-Za-z0-9]+$/.test(key)) throw invalidParam(`Invalid key: ${key}. Keys must be alphanumeric`);
  if (key.length > longestKey) throw invalidParam(`Key exceeds the maximum length of ${longestKey} characters: ${key}`);
}

/** Keys may carry their partition: `local.Partition.key`. */
function place(tx: Transaction, kind: 'Org' | 'Session', partition: string, key: S): { store: Store; key: string } {
  const parts = required(key, 1).split('.');
  requireKey(parts[parts.length - 1] ?? '');
  const name = parts.length > 1 ? parts.slice(0, -1).join('.') : partition;
  return { store: storeAt(tx, kind, name), key: parts[parts.length - 1] ?? '' };
}

function storeAt(tx: Transaction, kind: 'Org' | 'Session', partition: string): Store {
  const owner = kind === 'Session' ? `:${tx.user.id.value}` : '';
  return storeOf(tx, `${kind}${owner}:${partition.toLowerCase()}`);
}

function get(tx: Transaction, kind: 'Org' | 'Session', partition: string, key: S): ApexValue {
  const found = place(tx, kind, partition, key);
  return live(tx, found.store, found.key);
}

function live(tx: Transaction, store: Store, key: string): ApexValue {
  const entry = store.get(key);
  if (!entry || entry.expiresAt < tx.now()) return null;
  return readState(tx, entry.state);
}

const dayMs = 86_400_000;
const entryOf = (tx: Transaction, value: ApexValue, seconds: number | null): Entry => ({
  state: writeState(tx, value),
  expiresAt: tx.now() + (seconds === null ? dayMs : seconds * 1000)
});

function put(
  tx: Transaction,
  kind: 'Org' | 'Session',
  partition: string,
  key: S,
  value: ApexValue,
  seconds: number | null
): void {
  const found = place(tx, kind, partition, key);
  if (seconds !== null && (seconds < 0 || seconds > longestTtl[kind])) {
    throw invalidParam(`Invalid time to live: ${seconds}. It must be between 0 and ${longestTtl[kind]} seconds`);
  }
  found.store.set(found.key, entryOf(tx, value, seconds));
}

/** What a question answers for each of several keys. */
function byKey(keys: ApexSet<string> | null, type: ApexType, ask: (key: string) => ApexValue): ApexMap<string> {
  const map = new ApexMap<string>(T.String, type);
  const { entries } = required(keys, 1);
  if (entries.size > mostKeys) {
    throw apexException(
      'Cache.BulkApiKeysLimitExceededException',
      `The number of keys exceeds the limit of ${mostKeys}`
    );
  }
  for (const key of entries.values()) mapSet(map, key, ask(key));
  return map;
}

function keys(tx: Transaction, kind: 'Org' | 'Session', partition: string): ApexSet {
  const set = new ApexSet(T.String);
  for (const key of place(tx, kind, partition, 'x').store.keys()) setAdd(set, key);
  return set;
}

/** What a builder makes lies under a key of the builder's own: `Weather` of the key `oslo` is not what code puts under `oslo`. */
const builderKey = (type: TypeToken | null, key: S): string =>
  `${displayType(required(type, 1).of).replace(/\W/g, '')}${required(key, 2)}`;

/** The cached value, or what the builder makes of the key, which is then cached. */
function load(tx: Transaction, kind: 'Org' | 'Session', partition: string, type: TypeToken | null, key: S): ApexValue {
  requireKey(required(key, 2));
  const store = storeAt(tx, kind, partition);
  const own = builderKey(type, key);
  const cached = live(tx, store, own);
  if (cached !== null) return cached;
  const builder = newInstance(tx, required(type, 1).of);
  if (!(builder instanceof ApexObject)) return null;
  const value = callMethod(tx, builder, 'doLoad', [key]);
  store.set(own, entryOf(tx, value, null));
  return value;
}

/** Figures that only a shared cache has. */
function unmeasured(prefix: string): PlatformClassSource['members'] {
  const longs = [
    'getAvgGetSize',
    'getAvgGetTime',
    'getAvgValueSize',
    'getMaxGetSize',
    'getMaxGetTime',
    'getMaxValueSize'
  ];
  return {
    ...Object.fromEntries(longs.map((name) => [`${prefix}Long ${name}()`, () => 0n])),
    [`${prefix}Double getCapacity()`]: () => new ApexDouble(0),
    [`${prefix}Double getMissRate()`]: () => new ApexDouble(0)
  };
}

type Place = Pick<Partition, 'kind' | 'name'>;

/** The methods that Cache.Org has as statics and a partition as instance methods. */
function members(kind: 'Org' | 'Session', isStatic: boolean): PlatformClassSource['members'] {
  const prefix = isStatic ? 'static ' : '';
  /** Drops the partition off the arguments of an instance method. */
  const call =
    (run: (tx: Transaction, partition: Place, ...args: ApexValue[]) => ApexValue | void) =>
    (tx: Transaction, ...args: never[]) => {
      const given = args as unknown as ApexValue[];
      const [self, ...rest] = given;
      return self instanceof Partition && !isStatic
        ? run(tx, self, ...rest)
        : run(tx, { kind, name: 'default' }, ...given);
    };
  return {
    [`${prefix}Boolean contains(String key)`]: call(
      (tx, { kind, name }, key) => get(tx, kind, name, key as S) !== null
    ),
    [`${prefix}Object get(String key)`]: call((tx, { kind, name }, key) => get(tx, kind, name, key as S)),
    [`${prefix}Object get(Type cacheBuilder, String key)`]: call((tx, { kind, name }, type, key) =>
      load(tx, kind, name, type as TypeToken | null, key as S)
    ),
    [`${prefix}Boolean remove(Type cacheBuilder, String key)`]: call((tx, { kind, name }, type, key) =>
      storeAt(tx, kind, name).delete(builderKey(type as TypeToken | null, key as S))
    ),
    [`${prefix}Map<String,Boolean> contains(Set<String> keys)`]: call((tx, { kind, name }, wanted) =>
      byKey(wanted as ApexSet<string>, T.Boolean, (key) => get(tx, kind, name, key) !== null)
    ),
    [`${prefix}Map<String,Object> get(Set<String> keys)`]: call((tx, { kind, name }, wanted) =>
      byKey(wanted as ApexSet<string>, T.Object, (key) => get(tx, kind, name, key))
    ),
    [`${prefix}Set<String> getKeys()`]: call((tx, { kind, name }) => keys(tx, kind, name)),
    [`${prefix}Long getNumKeys()`]: call((tx, { kind, name }) => BigInt(keys(tx, kind, name).entries.size)),
    // Sizes, times and rates are not measured: the cache of the local org has no capacity.
    ...unmeasured(prefix),
    [`${prefix}Boolean isAvailable()`]: call(() => true),
    [`${prefix}void put(String key, Object value)`]: call((tx, { kind, name }, key, value) =>
      put(tx, kind, name, key as S, value ?? null, null)
    ),
    [`${prefix}void put(String key, Object value, Integer ttlSecs)`]: call((tx, { kind, name }, key, value, ttl) =>
      put(tx, kind, name, key as S, value ?? null, ttl as number | null)
    ),
    // Who may see a value matters between namespaces only, of which the local org has one.
    [`${prefix}void put(String key, Object value, Cache.Visibility visibility)`]: call(
      (tx, { kind, name }, key, value) => put(tx, kind, name, key as S, value ?? null, null)
    ),
    [`${prefix}void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)`]:
      call((tx, { kind, name }, key, value, ttl) => put(tx, kind, name, key as S, value ?? null, ttl as number | null)),
    [`${prefix}Boolean remove(String key)`]: call((tx, { kind, name }, key) => {
      const found = place(tx, kind, name, key as S);
      return found.store.delete(found.key);
    })
  };
}

const partitionMembers = (kind: 'Org' | 'Session'): PlatformClassSource['members'] => ({
  ...members(kind, false),
  'String getName()': (_tx, self: Partition) => self.name
});

function classesOf(kind: 'Org' | 'Session') {
  const partition = `Cache.${kind}Partition`;
  return [
    platformClass({
      name: `Cache.${kind}`,
      members: {
        ...members(kind, true),
        'static Integer MAX_TTL_SECS {get}': { get: () => longestTtl[kind] },
        'static String getName()': () => 'default',
        [`static ${partition} getPartition(String partitionName)`]: (_tx, name: S) =>
          new Partition(kind, required(name, 1))
      }
    }),
    platformClass({ name: partition, extends: 'Cache.Partition', members: partitionMembers(kind) })
  ];
}

/** What a partition of either kind can do, for code that does not care which it has. */
const partitionClass = platformClass({
  name: 'Cache.Partition',
  members: {
    ...partitionMembers('Org'),
    'static String createFullyQualifiedPartition(String namespace, String partition)': (_tx, space: S, name: S) =>
      `${required(space, 1)}.${required(name, 2)}`,
    'static String createFullyQualifiedKey(String namespace, String partition, String key)': (
      _tx,
      space: S,
      name: S,
      key: S
    ) => `${required(space, 1)}.${required(name, 2)}.${required(key, 3)}`
  }
});

/** Makes the value of a key that the cache lacks (Apex Reference, "CacheBuilder Interface"). */
const builderClass = platformClass({
  name: 'Cache.CacheBuilder',
  kind: 'interface',
  members: { 'Object doLoad(String var)': virtual('doLoad') }
});

/** The platform cache. */
export const cacheClasses = [
  partitionClass,
  builderClass,
  ...classesOf('Org'),
  ...classesOf('Session'),
  exceptionOf('Cache.Org.OrgCacheException'),
  exceptionOf('Cache.Session.SessionCacheException')
];
