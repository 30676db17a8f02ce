import { ApexList, ApexSet, keyOf } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { mayChange } from '../runtime/changes.js';
import { sameValue } from '../runtime/equality.js';
import { nullPointer } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { platformClass } from './define.js';
import { ValueIterator } from './iterators.js';

type Source = ApexList | ApexSet | null;

const elementOf = (type: ApexType): ApexType => (type.kind === 'platform' && type.args[0]) || type;

function itemsOf(source: Source): readonly ApexValue[] {
  if (source === null) throw nullPointer('Argument cannot be null.');
  return source instanceof ApexList ? source.items : [...source.entries.values()];
}

/** Adds a value; false when an equal one is there already, which then stays. */
export function setAdd(set: ApexSet, value: ApexValue): boolean {
  const key = keyOf(value);
  if (set.loops > 0) mayChange(set);
  if (set.entries.has(key)) return false;
  set.entries.set(key, value);
  return true;
}

function addAll(set: ApexSet, source: Source): boolean {
  let changed = false;
  for (const item of itemsOf(source)) if (setAdd(set, item)) changed = true;
  return changed;
}

export function setOfValues(element: ApexType, values: Iterable<ApexValue>): ApexSet {
  const set = new ApexSet(element);
  for (const value of values) setAdd(set, value);
  return set;
}

function removeAll(set: ApexSet, source: Source): boolean {
  let changed = false;
  mayChange(set);
  for (const item of itemsOf(source)) if (set.entries.delete(keyOf(item))) changed = true;
  return changed;
}

function retainAll(set: ApexSet, source: Source): boolean {
  mayChange(set);
  const keep = new Set(itemsOf(source).map(keyOf));
  let changed = false;
  for (const key of [...set.entries.keys()]) if (!keep.has(key) && set.entries.delete(key)) changed = true;
  return changed;
}

const containsAll = (set: ApexSet, source: Source): boolean =>
  itemsOf(source).every((item) => set.entries.has(keyOf(item)));

export const setClass = platformClass({
  name: 'System.Set',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'Set<T>()': (_tx, type: ApexType) => new ApexSet(elementOf(type)),
    'Set<T>(Set<T> setToCopy)': (_tx, type: ApexType, source: Source) => setOfValues(elementOf(type), itemsOf(source)),
    'Set<T>(List<T> listToCopy)': (_tx, type: ApexType, source: Source) =>
      setOfValues(elementOf(type), itemsOf(source)),
    'Boolean add(T setElement)': (_tx, self: ApexSet, value: ApexValue) => setAdd(self, value),
    'Boolean addAll(List<T> fromList)': (_tx, self: ApexSet, source: Source) => addAll(self, source),
    'Boolean addAll(Set<T> fromSet)': (_tx, self: ApexSet, source: Source) => addAll(self, source),
    'void clear()': (_tx, self: ApexSet) => {
      mayChange(self);
      self.entries.clear();
    },
    'Set<T> clone()': (_tx, self: ApexSet) => setOfValues(self.element, self.entries.values()),
    'Boolean contains(T setElement)': (_tx, self: ApexSet, value: ApexValue) => self.entries.has(keyOf(value)),
    'Boolean containsAll(List<T> listToCompare)': (_tx, self: ApexSet, source: Source) => containsAll(self, source),
    'Boolean containsAll(Set<T> setToCompare)': (_tx, self: ApexSet, source: Source) => containsAll(self, source),
    'Boolean equals(Set<T> set2)': (tx, self: ApexSet, other: ApexSet | null) => sameValue(tx, self, other),
    'Boolean equals(Object other)': (tx, self: ApexSet, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: ApexSet) => hashOf(tx, self),
    'Boolean isEmpty()': (_tx, self: ApexSet) => self.entries.size === 0,
    'Iterator<T> iterator()': (_tx, self: ApexSet) => new ValueIterator(self.element, [...self.entries.values()]),
    'Boolean remove(T setElement)': (_tx, self: ApexSet, value: ApexValue) => {
      mayChange(self);
      return self.entries.delete(keyOf(value));
    },
    'Boolean removeAll(List<T> listOfElementsToRemove)': (_tx, self: ApexSet, source: Source) =>
      removeAll(self, source),
    'Boolean removeAll(Set<T> setOfElementsToRemove)': (_tx, self: ApexSet, source: Source) => removeAll(self, source),
    'Boolean retainAll(List<T> listOfElementsToRetain)': (_tx, self: ApexSet, source: Source) =>
      retainAll(self, source),
    'Boolean retainAll(Set<T> setOfElementsToRetain)': (_tx, self: ApexSet, source: Source) => retainAll(self, source),
    'Integer size()': (_tx, self: ApexSet) => self.entries.size,
    'String toString()': (tx, self: ApexSet) => toText(tx, self)
  }
});
