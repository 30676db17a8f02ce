import { coverageOf, overall } from './coverage.js';
import { count, type TestReport, type TestResult } from './results.js';

const marks = { passed: '✓', failed: '✗', unsupported: '○' } as const;

/** `✓ Class.method (12 ms)`, with message and stack under a test that did not pass. */
export function resultLines(result: TestResult): string[] {
  const head = `${marks[result.outcome]} ${result.class}.${result.method} (${result.durationMs} ms)`;
  if (result.outcome === 'passed') return [head];
  const detail = [result.message ?? '', result.stack ?? '']
    .filter((text) => text !== '')
    .flatMap((text) => text.split('\n'));
  return [head, ...detail.map((line) => `    ${line}`)];
}

/** `Tests: 12, 11 passed, 1 failed, 0 unsupported (840 ms)` */
export function summaryLine(report: TestReport): string {
  const { tests } = report;
  return (
    `Tests: ${tests.length}, ${count(tests, 'passed')} passed, ${count(tests, 'failed')} failed, ` +
    `${count(tests, 'unsupported')} unsupported (${report.durationMs} ms)`
  );
}

/** One line a class, the least covered first, and the overall figure. */
export function coverageLines(report: TestReport): string[] {
  if (!report.coverage) return [];
  const classes = report.coverage.map(coverageOf).sort((a, b) => a.percent - b.percent || (a.name < b.name ? -1 : 1));
  const width = Math.max(5, ...classes.map((one) => one.name.length));
  return [
    'Coverage',
    ...classes.map((one) => {
      const lines = `${one.covered}/${one.lines}`.padStart(11);
      const missing = one.uncoveredLines.length > 0 ? `  lines ${spans(one.uncoveredLines)}` : '';
      return `  ${one.name.padEnd(width)} ${one.percent.toFixed(1).padStart(5)} % ${lines}${missing}`;
    }),
    `  ${'All'.padEnd(width)} ${overall(report.coverage).toFixed(1).padStart(5)} %`
  ];
}

/** `3, 7-9`; at most ten spans. */
function spans(lines: readonly number[]): string {
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const from = lines[at] ?? 0;
    while ((lines[at + 1] ?? 0) === (lines[at] ?? 0) + 1) at++;
    const to = lines[at] ?? from;
    result.push(from === to ? String(from) : `${from}-${to}`);
  }
  return result.length > 10 ? `${result.slice(0, 10).join(', ')}, …` : result.join(', ');
}

/** What `--json` writes; `coverage` only with --coverage. */
export function jsonReport(report: TestReport): unknown {
  const { tests, durationMs, coverage, warnings } = report;
  return {
    summary: {
      tests: tests.length,
      passed: count(tests, 'passed'),
      failed: count(tests, 'failed'),
      unsupported: count(tests, 'unsupported'),
      durationMs
    },
    tests,
    warnings,
    ...(coverage && { coverage: { percent: overall(coverage), classes: coverage.map(coverageOf) } })
  };
}
