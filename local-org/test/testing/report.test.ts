import { describe, expect, it } from 'vitest';
import { CoverageSum, overall } from '../../src/testing/coverage.js';
import { selectTests } from '../../src/testing/filter.js';
import { coverageLines, jsonReport, resultLines, summaryLine } from '../../src/testing/reporter.js';
import type { TestReport, TestResult } from '../../src/testing/results.js';

const passed: TestResult = {
  class: 'ATest',
  method: 'works',
  outcome: 'passed',
  message: null,
  stack: null,
  durationMs: 3
};
const failed: TestResult = {
  class: 'ATest',
  method: 'fails',
  outcome: 'failed',
  message: 'System.AssertException: Assertion Failed: x',
  stack: 'Class.ATest.fails: line 4, column 1',
  durationMs: 5
};
const sum = new CoverageSum();
sum.add([
  {
    name: 'B',
    file: '/src/B.cls',
    lines: [
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 0]
    ]
  }
]);
sum.add([
  {
    name: 'B',
    file: '/src/B.cls',
    lines: [
      [1, 2],
      [2, 0],
      [3, 0],
      [4, 0]
    ]
  },
  { name: 'A', file: '/src/A.cls', lines: [[9, 1]] }
]);
const report: TestReport = {
  tests: [passed, failed],
  durationMs: 20,
  warnings: ['X.trigger: it does not compile'],
  coverage: sum.all(),
  touched: new Map(),
  profile: null
};

describe('the report', () => {
  it('shows message and stack under a test that failed', () => {
    expect([...resultLines(passed), ...resultLines(failed)]).toEqual([
      '✓ ATest.works (3 ms)',
      '✗ ATest.fails (5 ms)',
      '    System.AssertException: Assertion Failed: x',
      '    Class.ATest.fails: line 4, column 1'
    ]);
  });

  it('ends with a summary line', () => {
    expect(summaryLine(report)).toBe('Tests: 2, 1 passed, 1 failed, 0 unsupported (20 ms)');
  });

  it('adds up the coverage of all workers', () => {
    expect(coverageLines(report)).toEqual([
      'Coverage',
      '  B      50.0 %         2/4  lines 3-4',
      '  A     100.0 %         1/1',
      '  All    60.0 %'
    ]);
  });

  it('rounds coverage down', () => {
    const lines = Array.from({ length: 10_000 }, (_, line): [number, number] => [line, line < 8499 ? 1 : 0]);

    expect(overall([{ name: 'A', file: '/src/A.cls', lines }])).toBe(84.9);
  });

  it('is the documented JSON', () => {
    expect(jsonReport({ ...report, coverage: null })).toEqual({
      summary: { tests: 2, passed: 1, failed: 1, unsupported: 0, durationMs: 20 },
      tests: [passed, failed],
      warnings: ['X.trigger: it does not compile']
    });
  });
});

describe('--filter', () => {
  const classes = [
    { name: 'OrderTest', methods: ['creates', 'deletes'], broken: null },
    { name: 'OrderLineTest', methods: ['creates'], broken: null }
  ];
  const names = (filter: string) => selectTests(classes, filter).map((one) => `${one.name}:${one.methods.join('+')}`);

  it.each([
    ['OrderTest', ['OrderTest:creates+deletes']],
    ['ordertest.Deletes', ['OrderTest:deletes']],
    ['Order*', ['OrderTest:creates+deletes', 'OrderLineTest:creates']],
    ['*.creates', ['OrderTest:creates', 'OrderLineTest:creates']],
    ['Line', ['OrderLineTest:creates']],
    ['nothing', []]
  ])('%s selects %j', (filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });
});
