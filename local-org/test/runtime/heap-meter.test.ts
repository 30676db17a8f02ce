import { afterEach, expect, test } from 'vitest';
import { HeapMeter, heapMeter } from '../../src/runtime/heap-meter.js';

const held: { value: readonly string[] } = { value: [] };

afterEach(() => {
  held.value = [];
  delete process.env['LOCAL_ORG_MEASURE_HEAP'];
});

/** So many texts of a thousand characters. */
const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => Buffer.alloc(1000, `${i},`).toString());

test('the meter finds what lives, and no garbage', () => {
  const meter = new HeapMeter();
  for (let i = 0; i < 10; i++) texts(3000);
  expect(meter.most()).toBeLessThan(2_000_000);
  held.value = texts(10_000);
  expect(meter.most()).toBeGreaterThan(10_000_000);
  expect(meter.most()).toBeLessThan(14_000_000);
});

test('it remembers the most, and what looking has cost', () => {
  const meter = new HeapMeter();
  held.value = texts(10_000);
  const most = meter.most();
  held.value = [];
  expect(meter.most()).toBe(most);
  expect(meter.spentMs).toBeGreaterThan(0);
});

test('nothing is measured unless the process was started for it', () => {
  expect(heapMeter()).toBeUndefined();
  process.env['LOCAL_ORG_MEASURE_HEAP'] = '1';
  expect(heapMeter()).toBeInstanceOf(HeapMeter);
});
