import { Big } from 'bigdecimal.js';
import { expect, it } from 'vitest';
import { ApexList, ApexMap, ApexSet, keyOf } from '../../src/kernel/collections.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexBlob, ApexDate, ApexId } from '../../src/kernel/scalars.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { T } from '../../src/kernel/types.js';
import { bytesOf } from '../../src/runtime/value-sizes.js';

const id = ApexId.named('001000000000001AAA');
const listWith = (...items: ApexValue[]) => new ApexList(T.Object, items);
/** What a value adds to a list. */
const added = (value: ApexValue): number => bytesOf(listWith(value)) - bytesOf(listWith());

function record(fields: Readonly<Record<string, ApexValue>>): SObjectValue {
  const made = new SObjectValue('Account');
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

it.each([
  ['an Integer, of which 8 were measured', added(5), 8],
  ['a text, of which one a character was measured', added('x'.repeat(1000)), 1000],
  ['a text of other letters', added('ü'.repeat(1000)), 2000],
  ['a Blob', added(new ApexBlob(new Uint8Array(1000))), 1000],
  ['a record with its Id, of which 69 were measured', added(record({})) + bytesOf(record({ Id: id })), 69]
])('counts for %s more than was measured, and not twice as much and a bit', (_what, bytes, measured) => {
  expect(bytes).toBeGreaterThan(measured);
  expect(bytes).toBeLessThan(measured * 2 + 32);
});

it('counts a further reference to an object, and not the object again', () => {
  const held = record({ Name: 'x'.repeat(1000) });

  expect(added(held)).toBe(8);
});

it('counts what a field, an element, a key and a value hold', () => {
  const empty = new ApexMap(T.String, T.Object);
  const map = new ApexMap(T.String, T.Object);
  map.entries.set(keyOf('key'), { key: 'k'.repeat(500), value: 'v'.repeat(500) });
  const set = new ApexSet(T.String);
  set.entries.set(keyOf('key'), 'e'.repeat(1000));

  expect(bytesOf(map) - bytesOf(empty)).toBeGreaterThan(1000);
  expect(bytesOf(set) - bytesOf(new ApexSet(T.String))).toBeGreaterThan(1000);
  expect(bytesOf(record({ Name: 'n'.repeat(1000) })) - bytesOf(record({}))).toBeGreaterThan(1000);
  expect(added(Big('1.5'))).toBeGreaterThan(added(5));
  expect(added(new ApexDate(1))).toBeGreaterThan(added(null));
});
