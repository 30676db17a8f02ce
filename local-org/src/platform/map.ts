import { ApexList, ApexMap, keyOf } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { sameValue } from '../runtime/equality.js';
import { listException, nullPointer } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { mapPut } from '../runtime/iteration.js';
import { toText } from '../runtime/text.js';
import { platformClass } from './define.js';
import { KeySet } from './key-set.js';
import { copyRecord } from './record-copy.js';
import { autonumberFields } from './schema/autonumbers.js';
import { sobjectTypeToken } from './schema/tokens.js';

function empty(type: ApexType): ApexMap {
  const args = type.kind === 'platform' ? type.args : [];
  return new ApexMap(args[0] ?? T.Object, args[1] ?? T.Object);
}

export function mapGet(map: ApexMap, key: ApexValue): ApexValue {
  return map.entries.get(keyOf(key))?.value ?? null;
}

/** Puts a value and gives the one that was there before, or null. */
export function mapSet(map: ApexMap, key: ApexValue, value: ApexValue): ApexValue {
  return mapPut(map, keyOf(key), key, value);
}

function copyEntries(to: ApexMap, from: ApexMap | null): ApexMap {
  for (const { key, value } of required(from, 1).entries.values()) mapSet(to, key, value);
  return to;
}

/**
 * The key that a record stands under: its Id, which in a result of grouped rows is whatever its query calls Id. Text where the map's
 * key type says so.
 */
function keyOfRecord(map: ApexMap, record: SObjectValue): ApexValue {
  const id = record.fields.get('Id') ?? null;
  const wantsString = map.key.kind === 'platform' && map.key.name === 'String';
  if (id instanceof ApexId) return wantsString ? id.value : id;
  if (wantsString || id === null) return id;
  return ApexId.parse(String(id)) ?? null;
}

/** A map of records; unlike putAll, a constructor refuses rows without an Id and rows with the same one. */
function fromRecords(map: ApexMap, records: ApexList | null): ApexMap {
  required(records, 1).items.forEach((record, index) => {
    if (!(record instanceof SObjectValue)) throw listException(`Null row at index: ${index}`);
    const key = keyOfRecord(map, record);
    if (key === null) throw listException(`Row with null Id at index: ${index}`);
    if (map.entries.has(keyOf(key))) throw listException(`Row with duplicate Id at index: ${index}`);
    mapSet(map, key, record);
  });
  return map;
}

function putRecords(map: ApexMap, records: ApexList | null): void {
  for (const record of required(records, 1).items) {
    if (!(record instanceof SObjectValue)) throw nullPointer();
    mapSet(map, keyOfRecord(map, record), record);
  }
}

export const mapClass = platformClass({
  name: 'System.Map',
  typeParameters: ['K', 'V'],
  members: {
    'Map<K,V>()': (_tx, type: ApexType) => empty(type),
    'Map<K,V>(Map<K,V> mapToCopy)': (_tx, type: ApexType, source: ApexMap | null) => copyEntries(empty(type), source),
    'Map<K,V>(List<SObject> recordList)': (_tx, type: ApexType, records: ApexList | null) =>
      fromRecords(empty(type), records),
    'void clear()': (_tx, self: ApexMap) => self.entries.clear(),
    'Map<K,V> clone()': (_tx, self: ApexMap) => copyEntries(new ApexMap(self.key, self.value), self),
    'Boolean containsKey(K key)': (_tx, self: ApexMap, key: ApexValue) => self.entries.has(keyOf(key)),
    'Map<K,V> deepClone()': (tx, self: ApexMap) => {
      const copy = new ApexMap(self.key, self.value);
      for (const { key, value } of self.entries.values()) {
        const cloned =
          value instanceof SObjectValue
            ? copyRecord(value, {
                preserveId: true,
                deep: true,
                preserveReadonlyTimestamps: true,
                preserveAutonumber: true,
                autonumbers: autonumberFields(tx.org.schema, value.object)
              })
            : value;
        mapSet(copy, key, cloned);
      }
      return copy;
    },
    'Boolean equals(Map<K,V> map2)': (tx, self: ApexMap, other: ApexMap | null) => sameValue(tx, self, other),
    'Boolean equals(Object other)': (tx, self: ApexMap, other: ApexValue) => sameValue(tx, self, other),
    'V get(K key)': (_tx, self: ApexMap, key: ApexValue) => mapGet(self, key),
    'SObjectType getSObjectType()': (_tx, self: ApexMap) =>
      self.value.kind === 'sobject' && self.value.name !== 'SObject' ? sobjectTypeToken(self.value.name) : null,
    'Integer hashCode()': (tx, self: ApexMap) => hashOf(tx, self),
    'Boolean isEmpty()': (_tx, self: ApexMap) => self.entries.size === 0,
    'Set<K> keySet()': (_tx, self: ApexMap) => new KeySet(self),
    'V put(K key, V value)': (_tx, self: ApexMap, key: ApexValue, value: ApexValue) => mapSet(self, key, value),
    'void putAll(Map<K,V> fromMap)': (_tx, self: ApexMap, source: ApexMap | null) => {
      copyEntries(self, source);
    },
    'void putAll(List<SObject> sobjectArray)': (_tx, self: ApexMap, records: ApexList | null) => {
      putRecords(self, records);
    },
    'V remove(K key)': (_tx, self: ApexMap, key: ApexValue) => {
      const token = keyOf(key);
      const old = self.entries.get(token)?.value ?? null;
      self.entries.delete(token);
      return old;
    },
    'Integer size()': (_tx, self: ApexMap) => self.entries.size,
    'String toString()': (tx, self: ApexMap) => toText(tx, self),
    'List<V> values()': (_tx, self: ApexMap) =>
      new ApexList(
        self.value,
        [...self.entries.values()].map((entry) => entry.value)
      )
  }
});
