import type { ApexSet } from '../kernel/collections.js';
import { ApexList } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { callMethod } from '../runtime/dispatch.js';
import { mayChange } from '../runtime/changes.js';
import { isNumeric } from '../runtime/comparison.js';
import { setCloneSource } from '../runtime/clone-sources.js';
import { sameValue } from '../runtime/equality.js';
import { listException, nullPointer } from '../runtime/exceptions.js';
import { reserveElements } from '../runtime/heap.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { platformClass } from './define.js';
import { ValueIterator } from './iterators.js';
import { naturalOrder } from './list-order.js';
import { copyRecord } from './record-copy.js';
import { autonumberFields } from './schema/autonumbers.js';
import { sobjectTypeToken } from './schema/tokens.js';

/** Type of element constructors: `new List<Account>()` passes `List<Account>`. */
const elementOf = (type: ApexType): ApexType => (type.kind === 'platform' && type.args[0]) || type;

function within(list: ApexList, index: number | null, position = 1): number {
  const i = required(index, position);
  if (i < 0 || i >= list.items.length) throw listException(`List index out of bounds: ${i}`);
  return i;
}

/** `list[i]`; emitted code has its own fast path for plain reads. */
export function listGet(list: ApexList, index: number | null): ApexValue {
  return list.items[within(list, index)] ?? null;
}

export function listSet(list: ApexList, index: number | null, value: ApexValue): void {
  list.items[within(list, index)] = value;
}

const itemsOf = (source: ApexList | ApexSet | null): readonly ApexValue[] => {
  if (source === null) throw nullPointer('Argument cannot be null.');
  return source instanceof ApexList ? source.items : [...source.entries.values()];
};

function append(tx: Transaction, list: ApexList, source: ApexList | ApexSet | null): void {
  const items = itemsOf(source);
  mayChange(list);
  reserveElements(tx, list.items.length + items.length);
  // A copy first: a list may be added to itself.
  for (const item of [...items]) list.items.push(item);
}

/** The copy of a record that knows what it was made from, as one of clone() does. */
function cloned(record: SObjectValue, options: Parameters<typeof copyRecord>[1]): SObjectValue {
  const copy = copyRecord(record, options);
  const id = record.fields.get('Id');
  setCloneSource(copy, id instanceof ApexId ? id : null);
  return copy;
}

function deepClone(
  tx: Transaction,
  list: ApexList,
  preserveId: boolean,
  timestamps: boolean,
  autonumber: boolean
): ApexList {
  return new ApexList(
    list.element,
    list.items.map((item) =>
      item instanceof SObjectValue
        ? cloned(item, {
            preserveId,
            deep: true,
            preserveReadonlyTimestamps: timestamps,
            preserveAutonumber: autonumber,
            autonumbers: autonumberFields(tx.org.schema, item.object)
          })
        : item
    )
  );
}

/** What contains and indexOf take for the same: unlike `==`, an Integer is no Long and neither is a Decimal. */
function sameElement(tx: Transaction, item: ApexValue, wanted: ApexValue): boolean {
  if (typeof item !== typeof wanted && isNumeric(item) && isNumeric(wanted)) return false;
  return sameValue(tx, item, wanted);
}

export const listClass = platformClass({
  name: 'System.List',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'List<T>()': (_tx, type: ApexType) => new ApexList(elementOf(type)),
    // A null list gives an empty copy; public test suites that pass on an org rely on it.
    'List<T>(List<T> listToCopy)': (_tx, type: ApexType, source: ApexList | null) =>
      new ApexList(elementOf(type), source === null ? [] : [...source.items]),
    'List<T>(Set<T> setToCopy)': (_tx, type: ApexType, source: ApexSet | null) =>
      new ApexList(elementOf(type), [...itemsOf(source)]),
    'void add(T listElement)': (_tx, self: ApexList, value: ApexValue) => {
      if (self.loops > 0) mayChange(self);
      self.items.push(value);
    },
    'void add(Integer index, T listElement)': (_tx, self: ApexList, index: number | null, value: ApexValue) => {
      // A loop over the list does not forbid this one: public suites that pass on orgs insert and leave the loop.
      const i = required(index, 1);
      if (i < 0 || i > self.items.length) throw listException(`List index out of bounds: ${i}`);
      self.items.splice(i, 0, value);
    },
    'void addAll(List<T> fromList)': (tx, self: ApexList, source: ApexList | null) => append(tx, self, source),
    'void addAll(Set<T> fromSet)': (tx, self: ApexList, source: ApexSet | null) => append(tx, self, source),
    'void clear()': (_tx, self: ApexList) => {
      mayChange(self);
      self.items.length = 0;
    },
    'List<T> clone()': (_tx, self: ApexList) => new ApexList(self.element, [...self.items]),
    'Boolean contains(Object listElement)': (tx, self: ApexList, value: ApexValue) =>
      self.items.some((item) => sameElement(tx, item, value)),
    'List<T> deepClone()': (tx, self: ApexList) => deepClone(tx, self, false, false, false),
    'List<T> deepClone(Boolean preserveId)': (tx, self: ApexList, preserveId: boolean | null) =>
      deepClone(tx, self, preserveId === true, false, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (
      tx,
      self: ApexList,
      preserveId: boolean | null,
      timestamps: boolean | null
    ) => deepClone(tx, self, preserveId === true, timestamps === true, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (
      tx,
      self: ApexList,
      preserveId: boolean | null,
      timestamps: boolean | null,
      autonumber: boolean | null
    ) => deepClone(tx, self, preserveId === true, timestamps === true, autonumber === true),
    'Boolean equals(List<T> list2)': (tx, self: ApexList, other: ApexList | null) => sameValue(tx, self, other),
    'Boolean equals(Object other)': (tx, self: ApexList, other: ApexValue) => sameValue(tx, self, other),
    'T get(Integer index)': (_tx, self: ApexList, index: number | null) => listGet(self, index),
    'SObjectType getSObjectType()': (_tx, self: ApexList) =>
      self.element.kind === 'sobject' && self.element.name !== 'SObject' ? sobjectTypeToken(self.element.name) : null,
    'Integer hashCode()': (tx, self: ApexList) => hashOf(tx, self),
    'Integer indexOf(Object listElement)': (tx, self: ApexList, value: ApexValue) =>
      self.items.findIndex((item) => sameElement(tx, item, value)),
    'Boolean isEmpty()': (_tx, self: ApexList) => self.items.length === 0,
    'Iterator<T> iterator()': (_tx, self: ApexList) => new ValueIterator(self.element, self.items),
    'T remove(Integer index)': (_tx, self: ApexList, index: number | null) => {
      // Nor does it forbid this one: public suites that pass on orgs remove and leave the loop.
      const i = within(self, index);
      return self.items.splice(i, 1)[0] ?? null;
    },
    'void set(Integer index, T listElement)': (_tx, self: ApexList, index: number | null, value: ApexValue) =>
      listSet(self, index, value),
    'Integer size()': (_tx, self: ApexList) => self.items.length,
    'void sort()': (tx, self: ApexList) => {
      self.items.sort((a, b) => naturalOrder(tx, a, b));
    },
    'void sort(Comparator<T> comparator)': (tx, self: ApexList, comparator: ApexObject | null) => {
      const by = required(comparator, 1);
      self.items.sort((a, b) => Number(callMethod(tx, by, 'compare', [a, b])));
    },
    'String toString()': (tx, self: ApexList) => toText(tx, self)
  }
});
