import { Big, BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet, keyOf, type KeyToken } from '../../kernel/collections.js';
import { ApexThrow } from '../../kernel/exception.js';
import type { ApexException } from '../../kernel/exception.js';
import type { ApexEnumValue } from '../../kernel/object.js';
import { type ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import { listOf, type ApexType } from '../../kernel/types.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { dateToDatetime, idFromString, toDecimal, toDouble } from '../../runtime/conversion.js';
import { listException, noSuchElement, nullPointer, typeException } from '../../runtime/exceptions.js';
import { reserveElements } from '../../runtime/heap.js';
import { displayType, typeOf } from '../../runtime/types.js';
import type { ApexClass } from '../class-table.js';

/** Functions that emitted code calls for values and collections; those with a plain name in runtime/operations come on top. */

export function npe(): never {
  throw nullPointer();
}

/** What turning a null Blob into text throws. */
export function noArgument(): never {
  throw nullPointer('Argument cannot be null.');
}

export const imul = Math.imul;
export const double = (value: number): ApexDouble => new ApexDouble(value);
/** A Decimal literal: `1.50` has scale 2, `.5` and `1.` are read as well. */
export const decimal = (text: string): BigDecimal => Big(text.startsWith('.') ? `0${text}` : text.replace(/\.$/, ''));

export const longComplement = (value: bigint | null): bigint => ~(value ?? npe());

/** `list[i]` */
export function at(list: ApexList | null, index: number | null): ApexValue {
  const { items } = list ?? npe();
  const i = index ?? npe();
  if (i < 0 || i >= items.length) throw listException(`List index out of bounds: ${i}`);
  return items[i] as ApexValue;
}

/** `list[i] = value` */
export function setAt(list: ApexList | null, index: number | null, value: ApexValue): ApexValue {
  const { items } = list ?? npe();
  const i = index ?? npe();
  if (i < 0 || i >= items.length) throw listException(`List index out of bounds: ${i}`);
  items[i] = value;
  return value;
}

/** `==` on strings ignores case. */
export function sameText(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

export const newList = (element: ApexType, items: ApexValue[]): ApexList => new ApexList(element, items);

/** `new X[n]` holds n nulls. */
export function newArray(tx: Transaction, element: ApexType, size: number | null): ApexList {
  const length = Math.max(size ?? npe(), 0);
  reserveElements(tx, length);
  return new ApexList(element, new Array<ApexValue>(length).fill(null));
}

export function newSet(element: ApexType, items: readonly ApexValue[]): ApexSet {
  const set = new ApexSet(element);
  const entries = set.entries as Map<KeyToken, ApexValue>;
  for (const item of items) {
    const token = keyOf(item);
    if (!entries.has(token)) entries.set(token, item);
  }
  return set;
}

/** Entries as key, value, key, value. */
export function newMap(key: ApexType, value: ApexType, entries: readonly ApexValue[]): ApexMap {
  const map = new ApexMap(key, value);
  for (let i = 0; i + 1 < entries.length; i += 2) put(map, entries[i] ?? null, entries[i + 1] ?? null);
  return map;
}

function put(map: ApexMap, key: ApexValue, value: ApexValue): void {
  const token = keyOf(key);
  const known = map.entries.get(token);
  if (known) known.value = value;
  else map.entries.set(token, { key, value });
}

/** Fields as name, value, name, value, in the order in which they are written. */
export function newRecord(object: string, ...fields: readonly ApexValue[]): SObjectValue {
  const record = new SObjectValue(object);
  for (let i = 0; i + 1 < fields.length; i += 2) record.fields.set(String(fields[i]), fields[i + 1] ?? null);
  return record;
}

export const elementsOf = (set: ApexSet): ApexValue[] => [...set.entries.values()];

/** The rows of a query 200 at a time. */
export function* chunks(rows: ApexList): Generator<ApexList> {
  for (let i = 0; i < rows.items.length; i += 200) yield new ApexList(rows.element, rows.items.slice(i, i + 200));
}

/** Each element as the type that is wanted, in a copy of the collection. */
export function elementsTo(value: ApexList | ApexSet | ApexMap | null, type: ApexType): ApexObject | null {
  if (value === null || type.kind !== 'platform') return value;
  const [first, second] = type.args;
  if (!first) return value;
  if (value instanceof ApexMap) {
    const copy = new ApexMap(first, second ?? value.value);
    for (const entry of value.entries.values())
      put(copy, elementTo(entry.key, first), elementTo(entry.value, second ?? first));
    return copy;
  }
  if (value instanceof ApexSet)
    return newSet(
      first,
      elementsOf(value).map((item) => elementTo(item, first))
    );
  return new ApexList(
    listOf(first).kind === 'platform' ? first : value.element,
    value.items.map((item) => elementTo(item, first))
  );
}

function elementTo(value: ApexValue, type: ApexType): ApexValue {
  if (type.kind !== 'platform' || value === null) return value;
  switch (type.name) {
    case 'String':
      return value instanceof ApexId ? value.value : value;
    case 'Id':
      return typeof value === 'string' ? idFromString(value) : value;
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : value;
    case 'Double':
      return toDouble(value as number);
    case 'Decimal':
      return toDecimal(value as number);
    case 'Datetime':
      return value instanceof ApexDate ? dateToDatetime(value) : value;
    default:
      return value;
  }
}

const dayMs = 86_400_000;

export function moveDate(
  value: ApexDate | ApexDatetime | ApexTime | null,
  days: ApexValue,
  sign: 1 | -1
): ApexDate | ApexDatetime | ApexTime {
  const moved = value ?? npe();
  const by = Number(
    days instanceof ApexDouble ? days.value : days instanceof BigDecimal ? days.numberValue() : (days ?? npe())
  );
  if (moved instanceof ApexTime) return new ApexTime((((moved.ms + sign * by) % dayMs) + dayMs) % dayMs);
  if (moved instanceof ApexDate) return new ApexDate(moved.days + sign * Math.trunc(by));
  return new ApexDatetime(moved.ms + sign * Math.round(by * dayMs));
}

export function thrown(exception: ApexException): ApexThrow {
  return new ApexThrow(exception);
}

export function enumValues(of: ApexClass): ApexList {
  return new ApexList(of.type, [...of.constants]);
}

/** valueOf ignores case and refuses what is no constant. */
export function enumValueOf(of: ApexClass, name: string | null): ApexEnumValue {
  const wanted = (name ?? npe()).toLowerCase();
  const value = of.constants.find((each) => each.name.toLowerCase() === wanted);
  if (!value) throw noSuchElement(`No enum constant ${of.className}.${name}`);
  return value;
}

/** A shallow copy: what every object of the project answers to clone(). */
export function cloneObject(value: ApexObject): ApexObject {
  return Object.assign(Object.create(Object.getPrototypeOf(value) as object) as ApexObject, value);
}

/** A cast to a class of the project. */
export function castToClass(value: ApexValue, of: ApexClass): ApexValue {
  if (value === null || value instanceof of) return value;
  throw typeException(`Invalid conversion from runtime type ${displayType(typeOf(value))} to ${displayType(of.type)}`);
}
