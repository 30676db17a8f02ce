import { expect, test } from 'vitest';
import { apexFailures, jestFailures, told } from './failures.mjs';

test('of a failed test its file, its name and the beginning of its message are told, without colours', () => {
  const failed = {
    status: 'failed',
    fullName: 'orders are sent once',
    failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nat x']
  };
  const passed = { status: 'passed', fullName: 'another', failureMessages: [] };
  const report = { testResults: [{ name: 'a.test.ts', message: '', assertionResults: [failed, passed] }] };
  expect(jestFailures(report)).toEqual(['a.test.ts: orders are sent once\n    expected 1\n    at x']);
});

test('of a file that could not be loaded its message is told', () => {
  const report = { testResults: [{ name: 'a.test.ts', message: 'no such module', assertionResults: [] }] };
  expect(jestFailures(report)).toEqual(['a.test.ts\n    no such module']);
});

test('an Apex test that cannot run is a failure too', () => {
  const tests = [
    { class: 'A', method: 'works', outcome: 'passed', message: null, stack: null },
    { class: 'A', method: 'waits', outcome: 'unsupported', message: 'no such call', stack: 'Class.A: line 2' }
  ];
  expect(apexFailures({ tests, warnings: [] })).toEqual(['A.waits\n    no such call\n    Class.A: line 2']);
});

test('so is metadata that an org would refuse, though each test passes', () => {
  const tests = [{ class: 'A', method: 'works', outcome: 'passed', message: null, stack: null }];
  expect(apexFailures({ tests, warnings: ['X.validationRule-meta.xml: Unexpected character'] })).toEqual([
    'X.validationRule-meta.xml: Unexpected character'
  ]);
});

test('a long message is shortened', () => {
  expect(told('long', 'line\n'.repeat(1000)).split('\n')).toHaveLength(21);
});
