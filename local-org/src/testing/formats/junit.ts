import { XMLBuilder } from 'fast-xml-parser';
import { count, type TestReport, type TestResult } from '../results.js';

/** Results as JUnit's XML: a suite a test class; what the local org does not support counts as an error, not as a failure. */
export function junitReport({ tests, durationMs }: TestReport): string {
  const suites = [...new Set(tests.map((test) => test.class))].sort().map((name) =>
    suite(
      name,
      tests.filter((test) => test.class === name)
    )
  );
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const document: unknown = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: { ...totals(tests, durationMs), testsuite: suites }
  });
  return String(document);
}

function suite(name: string, tests: readonly TestResult[]) {
  const durationMs = tests.reduce((sum, test) => sum + test.durationMs, 0);
  return { '@_name': name, ...totals(tests, durationMs), testcase: tests.map(testCase) };
}

const totals = (tests: readonly TestResult[], durationMs: number) => ({
  '@_tests': tests.length,
  '@_failures': count(tests, 'failed'),
  '@_errors': count(tests, 'unsupported'),
  '@_time': seconds(durationMs)
});

function testCase(test: TestResult) {
  const head = { '@_classname': test.class, '@_name': test.method, '@_time': seconds(test.durationMs) };
  if (test.outcome === 'passed') return head;
  const detail = { '@_message': printable(test.message ?? ''), '#text': printable(test.stack ?? '') };
  return { ...head, [test.outcome === 'failed' ? 'failure' : 'error']: detail };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** Without the control characters that XML cannot hold. */
const printable = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
