import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexException } from '../kernel/exception.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import type { ApexBlob } from '../kernel/scalars.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { typeName } from '../kernel/types.js';
import { compareCodeUnits, compareNumbers, isNumeric, type NumericValue } from './comparison.js';
import { dateText, datetimeText, timeText } from './date-text.js';
import { exceptionText } from './exceptions.js';
import { doubleText } from './number-text.js';
import { orderedFields } from './sobject-access.js';

/** Platform objects whose text is not `Type[…]` say it themselves. */
export interface HasText {
  apexText(tx: Transaction): string;
}

/**
 * A value as string concatenation, System.debug and String.valueOf(Object) show it. Strings are themselves, null is `null`,
 * Dates carry a midnight time, Datetimes are in GMT; a class's own toString is honoured.
 */
export function toText(tx: Transaction, value: ApexValue): string {
  if (typeof value === 'string') return value;
  return textOf(tx, value, new Set());
}

function textOf(tx: Transaction, value: ApexValue, open: Set<ApexObject>): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (!(value instanceof ApexObject)) return scalarText(value);
  if (value instanceof ApexEnumValue) return value.name;
  if (open.has(value)) return '(already output)';
  open.add(value);
  const text = objectText(tx, value, open);
  open.delete(value);
  return text;
}

function scalarText(value: BigDecimal | ApexDouble | ApexId | ApexDate | ApexDatetime | ApexTime | ApexBlob): string {
  if (value instanceof BigDecimal) return value.toString();
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return `${dateText(value.days)} 00:00:00`;
  if (value instanceof ApexDatetime) return datetimeText(value.ms);
  if (value instanceof ApexTime) return timeText(value.ms);
  return `Blob[${value.bytes.length}]`;
}

function objectText(tx: Transaction, value: ApexObject, open: Set<ApexObject>): string {
  const each = (item: ApexValue) => textOf(tx, item, open);
  if (value instanceof ApexList) return `(${firstOf(value.items, each)})`;
  if (value instanceof ApexSet) return `{${firstOf([...value.entries.values()], each)}}`;
  if (value instanceof ApexMap) return `{${firstOf(entriesInOrder(value), (e) => `${each(e.key)}=${each(e.value)}`)}}`;
  if (value instanceof SObjectValue) {
    return `${value.object}:{${orderedFields(value)
      .map(([name, field]) => `${name}=${each(field)}`)
      .join(', ')}}`;
  }
  const toStringMethod = tx.org.code.userMethod(value, 'toString', 0);
  if (toStringMethod) return textOf(tx, toStringMethod(tx), open);
  if (value instanceof ApexException) return exceptionText(value);
  const own = (value as Partial<HasText>).apexText;
  if (own) return own.call(value, tx);
  const type = value.apexType();
  if (type.kind !== 'class') return typeName(type);
  const simpleName = type.name.slice(type.name.lastIndexOf('.') + 1);
  const members = tx.org.code.classInfo(type.name)?.members.filter((member) => !member.static && member.readable) ?? [];
  // What the object holds: accessors do not run, so that a property that fills itself when it is first read stays empty (from memory).
  const fields = members.map((member) => `${member.name}=${each(tx.org.code.getSlot(value, member.name))}`);
  return `${simpleName}:[${fields.join(', ')}]`;
}

/** How many elements of a collection its text shows. */
const shown = 10;

/** The first elements, and `...` for all others. */
function firstOf<V>(items: readonly V[], each: (item: V) => string): string {
  const texts = items.slice(0, shown).map(each);
  return (items.length > shown ? [...texts, '...'] : texts).join(', ');
}

/** The text of a Map lists String and number keys in their order, not in the one in which they were put. */
function entriesInOrder(map: ApexMap): { readonly key: ApexValue; readonly value: ApexValue }[] {
  const entries = [...map.entries.values()];
  if (entries.every(({ key }) => key !== null && isNumeric(key)))
    return entries.sort((a, b) => compareNumbers(a.key as NumericValue, b.key as NumericValue));
  if (!entries.every(({ key }) => typeof key === 'string')) return entries;
  return entries.sort((a, b) => compareCodeUnits(a.key as string, b.key as string));
}
