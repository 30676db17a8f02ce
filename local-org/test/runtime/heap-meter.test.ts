import { afterEach, expect, test } from 'vitest';
import { ApexList } from '../../src/kernel/collections.js';
import { T } from '../../src/kernel/types.js';
import { HeapMeter, heapMeter } from '../../src/runtime/heap-meter.js';
import { compile, transaction } from '../compiler/harness.js';

const held: { value: ApexList | null } = { value: null };

afterEach(() => {
  held.value = null;
  delete process.env['LOCAL_ORG_MEASURE_HEAP'];
});

/** A list of so many texts of a thousand characters. */
const texts = (count: number): ApexList =>
  new ApexList(
    T.String,
    Array.from({ length: count }, (_, i) => Buffer.alloc(1000, `${i},`).toString())
  );

const look = (meter: HeapMeter): void => meter.statement()({ rows: 0 });

test('the meter finds what lives, and no garbage', () => {
  const meter = new HeapMeter();
  for (let i = 0; i < 10; i++) texts(3000);
  expect(meter.most()).toBeLessThan(1_000_000);
  held.value = texts(10_000);
  expect(meter.most()).toBeGreaterThan(10_000_000);
  expect(meter.most()).toBeLessThan(11_000_000);
});

test('it finds what only a local variable holds', () => {
  const meter = new HeapMeter();
  const local = texts(10_000);
  look(meter);
  expect(local.items).toHaveLength(10_000);
  expect(meter.told()).toContain('List<String> 10400 kB in 1');
});

test('it remembers the most, what that was made of, and what looking has cost', () => {
  const meter = new HeapMeter();
  held.value = texts(10_000);
  const most = meter.most();
  held.value = null;
  expect(meter.most()).toBe(most);
  expect(meter.told()).toContain('List<String> 10');
  expect(meter.spentMs).toBeGreaterThan(0);
});

test('it counts a large value while it is made', () => {
  const meter = new HeapMeter();
  held.value = texts(2000);
  meter.making(5_000_000);
  expect(meter.most()).toBeGreaterThan(7_000_000);
});

test('what an earlier transaction has left is none of the next', () => {
  held.value = texts(10_000);
  expect(new HeapMeter().most()).toBeGreaterThan(10_000_000);
  const second = new HeapMeter();
  const own = texts(2000);
  expect(second.most()).toBeLessThan(3_000_000);
  expect(own.items).toHaveLength(2000);
});

test('it measures a transaction of Apex, with what its static fields hold', async () => {
  process.env['LOCAL_ORG_MEASURE_HEAP'] = '1';
  const code = await compile({
    Main: `public class Main {
      static List<String> kept = new List<String>();
      static String text;
      public class Line { public String name; public Line(String name) { this.name = name; } }
      public static Object run() {
        for (Integer i = 0; i < 20000; i++) kept.add('A text of about fifty characters, the number of it: ' + i);
        List<Line> lines = new List<Line>();
        for (Integer i = 0; i < 20000; i++) lines.add(new Line('line ' + i));
        text = 'x'.repeat(300000);
        Integer used = Limits.getHeapSize();
        return lines.size() > 0 ? used : 0;
      }
    }`
  });
  const tx = transaction(code, { logLevels: { APEX_PROFILING: 'INFO' } });

  const used = code.invokeStatic(tx, 'Main', 'run', []) as number;

  // 20,000 texts of 57 characters, 20,000 instances with one of 10, and one of 300,000.
  expect(used).toBeGreaterThan(20_000 * (57 + 10) + 300_000);
  expect(used).toBeLessThan(5_000_000);
  expect(tx.limits.heapPeak()).toMatch(/List<String> \d+ kB in \d+.*Main\.Line \d+ kB in 20000.*static fields 300 kB/);
});

test('nothing is measured unless the process was started for it', () => {
  expect(heapMeter(0)).toBeUndefined();
  process.env['LOCAL_ORG_MEASURE_HEAP'] = '1';
  expect(heapMeter(0)).toBeInstanceOf(HeapMeter);
});
