// npm test: everything that has a test, in four suites; the closing line counts them all. `npm test -- apex jest` runs some.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atOnce, finished } from './lib/at-once.mjs';
import { apexFailures, jestFailures } from './lib/failures.mjs';
import { ensureChromium, ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { writeSummary } from './lib/summary.mjs';
import ownTemporaryFolder from './lib/temporary.mjs';

/** Least share of the package's own Apex lines that its Apex tests must run. */
const leastCoverage = 85;

ensurePackages();
ownTemporaryFolder();
const reports = join(root, '.cache', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
const bin = (name) => join(root, 'node_modules', '.bin', name);
const localOrg = join(root, 'local-org/bin/local-org.mjs');

/** Counts and failures of a suite from its report file; a suite that left no report counts as one failure. */
function counted(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, failures: [`The suite left no report in ${file}.`] };
  }
}
const jestCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0),
  failures: jestFailures(report)
});

const apexCounts = (report) => {
  const failures = apexFailures(report);
  return { passed: report.summary.passed, failed: failures.length, failures };
};

function vitest(name, config) {
  const file = join(reports, `${name}.json`);
  const status = run(
    bin('vitest'),
    ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      CHROMIUM: ensureChromium()
    }
  );
  return { status, ...counted(file, jestCounts) };
}

/**
 * The tests of what others add to the package: each folder of fixtures/ is put beside it in an org of its own. Its test classes
 * begin with the folder's name. They are few, and an org's start is one thread's work: as many orgs at once as there are processors.
 */
async function fixtures() {
  const results = await atOnce(readdirSync(join(root, 'fixtures')), async (folder) => {
    const file = join(reports, `apex-${folder}.json`);
    const filter = `${folder[0].toUpperCase()}${folder.slice(1)}*`;
    const source = ['--source', 'force-app', '--source', `fixtures/${folder}`];
    const options = ['--filter', filter, '--workers', '1', '--json', file];
    const { ok, output } = await finished(process.execPath, [localOrg, 'test', ...source, ...options]);
    console.log(output.trim());
    const counts = counted(file, apexCounts);
    return { ...counts, status: ok ? 0 : 1 };
  });
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  // A run that fails without a failed test is one that did not come to its tests.
  return {
    status: Math.max(...results.map(({ status }) => status)),
    passed: sum(({ passed }) => passed),
    failed: sum(({ status, failed }) => (status !== 0 ? Math.max(1, failed) : failed)),
    failures: results.flatMap(({ failures }) => failures)
  };
}

const suites = {
  /** Local org, sandbox ERP and scripts, in Node. */
  node: () => vitest('node', 'vitest.config.ts'),
  /** The package's Apex tests, run by the local org. */
  async apex() {
    const file = join(reports, 'apex.json');
    const options = ['--source', 'force-app', '--coverage', '--json', file];
    const status = run(process.execPath, [localOrg, 'test', ...options]);
    const report = counted(file, (r) => ({ ...apexCounts(r), coverage: r.coverage?.percent }));
    const covered = report.coverage ?? 0;
    if (covered < leastCoverage) {
      const tooLittle = `Apex coverage is ${covered} %; ${leastCoverage} % is required.`;
      console.error(tooLittle);
      return { ...report, status: 1, failed: report.failed + 1, failures: [...report.failures, tooLittle] };
    }
    const others = await fixtures();
    return {
      status: status || others.status,
      passed: report.passed + others.passed,
      failed: report.failed + others.failed,
      failures: [...report.failures, ...others.failures]
    };
  },
  /** LWC unit tests; one worker a processor, where the default leaves one out. */
  jest() {
    const file = join(reports, 'jest.json');
    const options = ['--json', `--outputFile=${file}`, '--silent', '--maxWorkers=100%'];
    const status = run(bin('sfdx-lwc-jest'), ['--', ...options]);
    return { status, ...counted(file, jestCounts) };
  },
  /** The stories, in headless Chromium against the running product. */
  e2e: () => vitest('e2e', 'e2e/vitest.config.ts')
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no suite '${unknown[0]}'. Suites: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}
if (run(process.execPath, [join(root, 'scripts/build.mjs')]) !== 0) {
  console.error('The build failed; no test was run.');
  process.exit(1);
}

const total = { passed: 0, failed: 0, failures: [] };
const lines = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const result = await suites[name]();
  const isUntold = result.status !== 0 && result.failed === 0;
  const failed = result.failed + (isUntold ? 1 : 0);
  total.failures.push(
    ...result.failures,
    ...(isUntold ? [`${name} ended with an error that belongs to no test.`] : [])
  );
  total.passed += result.passed;
  total.failed += failed;
  lines.push(
    `${name.padEnd(6)} ${String(result.passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${Math.round((Date.now() - started) / 1000)} s`
  );
}
console.log(`\n${lines.join('\n')}\n`);
writeSummary('test', total);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
