/** How much is told of one failure: enough to know it again without its whole output. */
const MOST_LINES = 20;
const COLOURS = /\u001b\[[0-9;]*m/g;

/** @returns what failed, with the first lines of why. */
export function told(name, message) {
  const lines = (message ?? '').replace(COLOURS, '').trim().split('\n').slice(0, MOST_LINES);
  return [name, ...lines.filter((line) => line !== '').map((line) => `    ${line}`)].join('\n');
}

/** @returns a text for each failed test or file of a report as Jest and Vitest write it. */
export function jestFailures(report) {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [told(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages.join('\n')));
  });
}

/** @returns a text for each failed test of a report of `local-org test --json`, and for what an org would not take a deployment with. */
export function apexFailures(report) {
  return [
    ...report.warnings.map((warning) => told(warning)),
    ...report.tests
      .filter(({ outcome }) => outcome !== 'passed')
      .map((test) => told(`${test.class}.${test.method}`, `${test.message}\n${test.stack ?? ''}`))
  ];
}
