import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { noSuchElement } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { virtual } from './object.js';

/** The iterator of a List or Set: walks over the values as they are when each is reached. */
export class ValueIterator extends ApexObject {
  private readonly values: readonly ApexValue[];
  private readonly element: ApexType;
  private at = 0;
  constructor(element: ApexType, values: readonly ApexValue[]) {
    super();
    this.element = element;
    this.values = values;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ListIterator', args: [this.element] };
  }
  hasNext(): boolean {
    return this.at < this.values.length;
  }
  next(): ApexValue {
    const value = this.values[this.at++];
    if (value === undefined) throw noSuchElement('Iterator has no more elements');
    return value;
  }
}

export const iteratorClass = platformClass({
  name: 'System.Iterator',
  kind: 'interface',
  typeParameters: ['T'],
  members: { 'Boolean hasNext()': virtual('hasNext'), 'T next()': virtual('next') }
});

/** Class of the iterators that List and Set give out; has no name that Apex code can write. */
export const listIteratorClass = platformClass({
  name: 'System.ListIterator',
  typeParameters: ['T'],
  implements: ['Iterator<T>'],
  members: {
    'Boolean hasNext()': (_tx, self: ValueIterator) => self.hasNext(),
    'T next()': (_tx, self: ValueIterator) => self.next()
  }
});

export const iterableClass = platformClass({
  name: 'System.Iterable',
  kind: 'interface',
  typeParameters: ['T'],
  members: { 'Iterator<T> iterator()': virtual('iterator') }
});

export const comparableClass = platformClass({
  name: 'System.Comparable',
  kind: 'interface',
  members: { 'Integer compareTo(Object objectToCompareTo)': virtual('compareTo') }
});

export const comparatorClass = platformClass({
  name: 'System.Comparator',
  kind: 'interface',
  typeParameters: ['T'],
  members: { 'Integer compare(T a, T b)': virtual('compare') }
});
