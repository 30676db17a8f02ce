import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { orderedFields } from './sobject-access.js';
import { toText } from './text.js';

/** The events of code in its detailed form; see 3-emit/emit-detail.ts. */

export function logStatement(tx: Transaction, line: number): void {
  tx.log.event('APEX_CODE', 'FINER', `STATEMENT_EXECUTE|[${line}]`);
}

/** `name|type|referenceable|static`: variables of primitive types cannot be referenced. */
export function logScope(
  tx: Transaction,
  line: number,
  name: string,
  type: string,
  referenceable: boolean,
  isStatic: boolean
): void {
  tx.log.event('APEX_CODE', 'FINEST', `VARIABLE_SCOPE_BEGIN|[${line}]|${name}|${type}|${referenceable}|${isStatic}`);
}

/** Answers the value. The address is that of the object whose field is assigned, else of the value itself. */
export function logAssignment<V extends ApexValue>(
  tx: Transaction,
  line: number,
  name: string,
  value: V,
  holder: ApexValue = null
): V {
  if (!tx.log.keepsCode('FINEST')) return value;
  const reference = holder ?? value;
  const at = isReferenced(reference) ? `|${addressOf(tx, reference)}` : '';
  tx.log.event('APEX_CODE', 'FINEST', `VARIABLE_ASSIGNMENT|[${line}]|${name}|${valueText(tx, value)}${at}`);
  return value;
}

/** Answers the value. */
export function logAllocation<V extends ApexValue>(tx: Transaction, line: number, value: V): V {
  if (tx.log.keepsCode('FINER')) tx.log.event('APEX_CODE', 'FINER', `HEAP_ALLOCATE|[${line}]|Bytes:${bytesOf(value)}`);
  return value;
}

/** A byte a character and four a number or reference, as logs of the platform count short texts, Integers and new objects. */
function bytesOf(value: ApexValue): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number' || value === null) return 4;
  if (!(value instanceof ApexObject)) return 8;
  if (value instanceof ApexList) return 4 + 4 * value.items.length;
  if (value instanceof ApexSet || value instanceof ApexMap) return 4 + 4 * value.entries.size;
  return 4 + 4 * (value instanceof SObjectValue ? value.fields.size : Object.keys(value).length);
}

/** Characters of a text that a log shows before it says how many more there are. */
const shownCharacters = 20;

function valueText(tx: Transaction, value: ApexValue): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  if (value instanceof ApexBlob) return `BLOB(${value.bytes.length} bytes)`;
  if (value instanceof ApexId || value instanceof ApexEnumValue) return JSON.stringify(toText(tx, value));
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) {
    return JSON.stringify(toText(tx, value));
  }
  if (!(value instanceof ApexObject)) return toText(tx, value);
  if (value instanceof ApexList) return `[${value.items.map((item) => elementText(tx, item)).join(',')}]`;
  if (value instanceof ApexSet)
    return `[${[...value.entries.values()].map((item) => elementText(tx, item)).join(',')}]`;
  if (value instanceof ApexMap) {
    const pairs = [...value.entries.values()].map(({ key, value: of }) => [toText(tx, key), of] as const);
    return membersText(tx, pairs);
  }
  return membersText(tx, value instanceof SObjectValue ? orderedFields(value) : membersOf(tx, value));
}

/** Objects inside of others are told by their addresses; records stand in full in lists. */
function elementText(tx: Transaction, value: ApexValue): string {
  if (value instanceof SObjectValue) return membersText(tx, orderedFields(value));
  return isReferenced(value) ? JSON.stringify(addressOf(tx, value)) : valueText(tx, value);
}

function membersText(tx: Transaction, members: readonly (readonly [string, ApexValue])[]): string {
  const said = members.map(([name, value]) => {
    const text = isReferenced(value) ? JSON.stringify(addressOf(tx, value)) : valueText(tx, value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${said.join(',')}}`;
}

/** What an object of the project holds; nothing is said of members without value, nor of platform objects. */
function membersOf(tx: Transaction, value: ApexObject): [string, ApexValue][] {
  const type = value.apexType();
  const info = type.kind === 'class' ? tx.org.code.classInfo(type.name) : undefined;
  return (info?.members ?? []).flatMap((member): [string, ApexValue][] => {
    if (member.static) return [];
    const held = tx.org.code.getSlot(value, member.name);
    return held === null ? [] : [[member.name, held]];
  });
}

const shortened = (text: string): string =>
  text.length <= shownCharacters
    ? text
    : `${text.slice(0, shownCharacters)} (${text.length - shownCharacters} more) ...`;

const isReferenced = (value: ApexValue): value is ApexObject =>
  value instanceof ApexObject && !(value instanceof ApexEnumValue);

const addresses = {};

/** The same for an object throughout its transaction. */
function addressOf(tx: Transaction, value: ApexObject): string {
  const known = tx.slot(addresses, () => ({ of: new WeakMap<ApexObject, string>(), count: 0 }));
  let address = known.of.get(value);
  if (address === undefined) {
    known.count += 1;
    address = `0x${(Math.imul(known.count, 2_654_435_761) >>> 0).toString(16)}`;
    known.of.set(value, address);
  }
  return address;
}
