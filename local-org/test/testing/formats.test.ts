import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../src/testing/formats/junit.js';
import { lcovReport } from '../../src/testing/formats/lcov.js';
import type { TestResult } from '../../src/testing/results.js';

describe('lcov', () => {
  it('is a record a file, with paths relative to the folder', () => {
    const lines: [number, number][] = [
      [3, 2],
      [5, 0]
    ];

    expect(
      lcovReport(
        [
          { name: 'A', file: '/project/classes/A.cls', lines },
          { name: 'B', file: '/elsewhere/B.trigger', lines: [] }
        ],
        '/project'
      )
    ).toBe(
      [
        ...['TN:', 'SF:classes/A.cls', 'DA:3,2', 'DA:5,0', 'LF:2', 'LH:1', 'end_of_record'],
        ...['TN:', 'SF:/elsewhere/B.trigger', 'LF:0', 'LH:0', 'end_of_record'],
        ''
      ].join('\n')
    );
  });
});

describe('JUnit XML', () => {
  const test = (name: string, method: string, outcome: TestResult['outcome'], message: string | null): TestResult => ({
    class: name,
    method,
    outcome,
    message,
    stack: message === null ? null : `Class.${name}.${method}: line 4, column 1`,
    durationMs: 250
  });
  const xml = junitReport({
    tests: [
      test('BTest', 'works', 'passed', null),
      test('ATest', 'fails', 'failed', 'Expected: <a> & "b"\u0001\nActual: ä'),
      test('ATest', 'cannot', 'unsupported', 'not supported')
    ],
    durationMs: 1234,
    warnings: [],
    coverage: null,
    touched: new Map(),
    profile: null
  });
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /suite$|case$/.test(name) });
  const { testsuites } = parser.parse(xml) as { testsuites: Record<string, unknown> };

  it('is well-formed whatever the messages hold', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('\u0001');
  });

  it('counts tests, failures and what is not supported as errors', () => {
    expect(testsuites).toMatchObject({ '@_tests': '3', '@_failures': '1', '@_errors': '1', '@_time': '1.234' });
  });

  it('has a suite a class and a case a test, with message and stack', () => {
    expect(testsuites['testsuite']).toMatchObject([
      {
        '@_name': 'ATest',
        '@_time': '0.500',
        testcase: [
          {
            '@_name': 'fails',
            failure: { '#text': 'Class.ATest.fails: line 4, column 1' }
          },
          { '@_name': 'cannot', error: { '@_message': 'not supported' } }
        ]
      },
      { '@_name': 'BTest', testcase: [{ '@_classname': 'BTest', '@_name': 'works', '@_time': '0.250' }] }
    ]);
    expect(xml).toContain('Expected: &lt;a&gt; &amp; &quot;b&quot;');
  });
});
