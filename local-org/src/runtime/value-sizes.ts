import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';

/**
 * What values take on the heap, in bytes, each more than Apex was seen to count. Public measurements of Limits.getHeapSize: 8 for an Integer and
 * nothing for a second reference to it (gist.github.com/brianmfear/dd5f9569b9a3644a803c309223fc6cc7), 69 for a record in a list with nothing but
 * its Id (salesforcecentral.com/how-to-reduce-apex-heap-size-errors: 342,782 for 5,000), one for a character
 * (grindskills.com/how-is-heap-size-calculated). No measurement is known of maps, sets and instances: theirs are about what Java takes.
 */
const sizes = {
  reference: 8,
  number: 16,
  moment: 24,
  decimal: 48,
  id: 32,
  /** And its text in UTF-8. */
  text: 32,
  /** And its bytes. */
  blob: 32,
  instance: 32,
  list: 48,
  set: 64,
  setEntry: 48,
  map: 64,
  mapEntry: 56,
  record: 40,
  recordField: 16
};

/** A value in its place: the reference to it, and the value itself where it is a scalar. Objects are counted by themselves. */
function slot(value: unknown): number {
  return value instanceof ApexObject ? sizes.reference : sizes.reference + scalar(value);
}

function scalar(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return sizes.number;
    case 'string':
      return sizes.text + Buffer.byteLength(value);
    case 'object':
      break;
    default:
      return 0;
  }
  if (value === null) return 0;
  if (value instanceof ApexId) return sizes.id;
  if (value instanceof BigDecimal) return sizes.decimal;
  if (value instanceof ApexBlob) return sizes.blob + value.bytes.length;
  return sizes.moment;
}

const sum = <V>(values: Iterable<V>, size: (value: V) => number): number => {
  let total = 0;
  for (const value of values) total += size(value);
  return total;
};

/** Fields of an instance of a project or platform class, with what stands in arrays and tables of its own. */
function held(value: unknown): number {
  if (Array.isArray(value)) return sizes.list + sum(value, slot);
  if (value instanceof Map) return sizes.map + sum(value, ([key, each]) => sizes.mapEntry + slot(key) + slot(each));
  if (value instanceof Set) return sizes.set + sum(value, (each) => sizes.setEntry + slot(each));
  return slot(value);
}

/**
 * An upper bound of what Apex counts for an object, in bytes: itself, its references, and the scalars that it holds, each as often as it is held.
 * Objects that it refers to are not in it. What belongs to no transaction, such as the constants of enums, counts nothing.
 */
export function bytesOf(object: ApexObject): number {
  if (object instanceof ApexEnumValue) return 0;
  if (object instanceof SObjectValue) {
    return sizes.record + sum(object.fields.values(), (value) => sizes.recordField + slot(value));
  }
  if (object instanceof ApexList) return sizes.list + sum(object.items as readonly ApexValue[], slot);
  if (object instanceof ApexSet) return sizes.set + sum(object.entries.values(), (each) => sizes.setEntry + slot(each));
  if (object instanceof ApexMap) {
    return sizes.map + sum(object.entries.values(), ({ key, value }) => sizes.mapEntry + slot(key) + slot(value));
  }
  return sizes.instance + sum(Object.values(object), held);
}
