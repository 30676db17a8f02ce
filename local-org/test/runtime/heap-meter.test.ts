import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApexList } from '../../src/kernel/collections.js';
import type { ApexObject } from '../../src/kernel/object.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { T } from '../../src/kernel/types.js';
import { HeapMeter } from '../../src/runtime/heap-meter.js';
import { bytesOf } from '../../src/runtime/live-objects.js';

const held: { value: ApexObject | null } = { value: null };

beforeAll(() => {
  held.value = texts(10_000);
});
afterAll(() => {
  held.value = null;
});

/** A list of so many texts of a hundred characters. */
function texts(count: number): ApexList {
  const list = new ApexList(T.String);
  for (let i = 0; i < count; i++) list.items.push(`${i}`.padStart(100, 'x'));
  return list;
}

describe('the heap meter', () => {
  test('counts what a transaction holds, and nothing that was there before it', () => {
    const meter = new HeapMeter();
    expect(meter.most()).toBeLessThan(1000);
    const own = texts(1000);
    expect(meter.most()).toBeGreaterThanOrEqual(bytesOf(own));
    expect(meter.most()).toBeLessThan(bytesOf(own) + 1000);
  });

  test('counts no garbage, and remembers the most', () => {
    const meter = new HeapMeter();
    for (let i = 0; i < 50; i++) texts(1000);
    expect(meter.most()).toBeLessThan(1000);
    held.value = new ApexList(T.String, [texts(1000).items[0] ?? null]);
    const most = meter.most();
    held.value = null;
    expect(meter.most()).toBe(most);
  });

  test('takes no processor time from the code', () => {
    const meter = new HeapMeter();
    const before = meter.spentMs;
    meter.most();
    expect(meter.spentMs).toBeGreaterThan(before);
  });
});

test.each([
  ['a text: a byte a character', new ApexList(T.String, ['x'.repeat(1000)]), 1000, 1040],
  ['a list of null', new ApexList(T.String, [null, null]), 16, 40],
  ['a record without fields', new SObjectValue('Account'), 8, 24]
])('%s', (_, object, least, most) => {
  expect(bytesOf(object)).toBeGreaterThanOrEqual(least);
  expect(bytesOf(object)).toBeLessThanOrEqual(most);
});
