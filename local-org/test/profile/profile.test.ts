import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CpuProfiler, methodCosts } from '../../src/profile/cpu-profile.js';
import { sumOfProfiles } from '../../src/profile/profile.js';
import { profileLines } from '../../src/profile/report.js';
import { StatementProfile } from '../../src/profile/statement-profile.js';

const frame = (functionName: string, url: string) => ({
  functionName,
  url,
  scriptId: '1',
  lineNumber: 0,
  columnNumber: 0
});

describe('a profile by method', () => {
  const costs = methodCosts({
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2] },
      { id: 2, callFrame: frame('Orders$Line$total', 'apex://Orders'), children: [3, 4] },
      { id: 3, callFrame: frame('compare', 'file:///library.js'), children: [] },
      { id: 4, callFrame: frame('Orders$Line$total', 'apex://Orders'), children: [5] },
      { id: 5, callFrame: frame('Audit', 'apex://Trigger.Audit'), children: [] }
    ],
    startTime: 0,
    endTime: 10_000,
    samples: [2, 3, 4, 5, 1],
    timeDeltas: [1000, 2000, 3000, 4000, 5000]
  });

  it('charges the library to the method that called it, and a recursive call once', () => {
    expect(costs).toEqual([
      { method: 'Class.Orders.Line.total', selfMs: 6, totalMs: 10 },
      { method: 'Trigger.Audit', selfMs: 4, totalMs: 4 }
    ]);
  });

  it('is taken from the running thread', async () => {
    const profiler = new CpuProfiler();
    await profiler.start();
    const busy = runInThisContext(
      '(function Busy$work(clock, until) { while (clock.now() < until); })',
      'apex://Busy'
    ) as (clock: typeof performance, until: number) => void;
    busy(performance, performance.now() + 50);

    const found = (await profiler.stop()).find((one) => one.method === 'Class.Busy.work');
    expect(found?.selfMs).toBeGreaterThan(20);
  });
});

describe('a profile by statement', () => {
  it('adds up by text and place', () => {
    const profile = new StatementProfile();
    const run = (line: number, rows: number | null) =>
      profile.statement({ kind: 'soql', text: 'SELECT Id FROM Account', frames: [{ unit: 'Class.A.b', line }] })({
        rows
      });
    run(3, 10);
    run(3, null);
    run(4, 1);

    expect(profile.all()).toMatchObject([
      { text: 'SELECT Id FROM Account', place: 'Class.A.b: line 3, column 1', count: 2, rows: 10 },
      { place: 'Class.A.b: line 4, column 1', count: 1, rows: 1 }
    ]);
  });
});

describe('profiles of several threads', () => {
  const statement = {
    text: 'SELECT Id FROM Account',
    place: 'Class.A.b: line 3, column 1',
    count: 2,
    rows: 5,
    totalMs: 7
  };
  const one = { methods: [{ method: 'Class.A.b', selfMs: 1, totalMs: 2 }], statements: [statement] };
  const sum = sumOfProfiles([one, one, { methods: [{ method: 'Class.C.d', selfMs: 9, totalMs: 9 }], statements: [] }]);

  it('become one', () => {
    expect(sum.methods).toEqual([
      { method: 'Class.A.b', selfMs: 2, totalMs: 4 },
      { method: 'Class.C.d', selfMs: 9, totalMs: 9 }
    ]);
    expect(sum.statements).toEqual([{ ...statement, count: 4, rows: 10, totalMs: 14 }]);
  });

  it('are shown costliest first', () => {
    const text = profileLines(sum).join('\n');

    expect(text.indexOf('Class.C.d')).toBeLessThan(text.indexOf('Class.A.b'));
    expect(text).toMatch(/14\.0 +4 +10 {2}SELECT Id FROM Account/);
  });
});
