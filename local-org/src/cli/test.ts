import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { profileLines } from '../profile/report.js';
import { TestCoordinator } from '../testing/coordinator.js';
import { junitReport } from '../testing/formats/junit.js';
import { lcovReport } from '../testing/formats/lcov.js';
import { coverageLines, jsonReport, resultLines, summaryLine } from '../testing/reporter.js';
import { count, type TestClass, type TestReport } from '../testing/results.js';
import { select } from '../testing/select.js';
import { TestWatch } from '../testing/watch/watch.js';
import { UsageError, type TestCommand } from './arguments.js';
import { cacheFolder } from './cache-folder.js';
import { sourceFolders } from './project.js';
import { testWorker } from './worker-entries.js';

/** `local-org test`: runs the project's tests in orgs in memory; 1 when one does not pass. */
export async function runTests(command: TestCommand): Promise<number> {
  const sources = sourceFolders(command.sources, process.cwd());
  if (command.seed !== null) console.log(`Random order; --seed ${command.seed} gives it again.`);
  if (command.watch) return watch(command, sources);
  const report = await run(command, sources, null);
  if (report.tests.length > 0) return count(report.tests, 'passed') === report.tests.length ? 0 : 1;
  if (command.filter === null) return 0;
  console.error(`No test fits --filter ${command.filter}.`);
  return 1;
}

async function watch(command: TestCommand, sources: readonly string[]): Promise<number> {
  const input = createInterface({ input: process.stdin });
  const loop = new TestWatch({
    sources,
    run: (classes) => run(command, sources, classes),
    log: (line) => console.log(line)
  });
  await loop.watch(input[Symbol.asyncIterator]());
  input.close();
  return 0;
}

/** Runs the selected tests of these classes (null: of all) and shows and writes their results. */
async function run(
  command: TestCommand,
  sources: readonly string[],
  only: ReadonlySet<string> | null
): Promise<TestReport> {
  const wanted = (classes: readonly TestClass[]) => (only ? classes.filter((one) => only.has(one.name)) : classes);
  const coordinator = new TestCoordinator({
    org: {
      sources,
      ...(command.noNamespace && { namespace: '' }),
      database: ':memory:',
      cache: cacheFolder(),
      finalizers: null,
      baseUrl: 'https://local-org.my.salesforce.com',
      coverage: command.coverage || command.lcov !== null || command.watch
    },
    select: (classes) => select(wanted(classes), command),
    workers: command.workers ?? Math.min(availableParallelism(), 4),
    timeoutMs: command.timeout * 1000,
    profile: command.profile,
    permissionSets: command.permissionSets,
    logs: command.logs === null ? null : { folder: logFolder(command.logs), levels: command.logLevels },
    entry: testWorker,
    onWarnings: (warnings) => warnings.forEach((line) => console.error(line)),
    onResult: (result) => resultLines(result).forEach((line) => console.log(line))
  });
  const report = await coordinator.run();
  if (command.coverage) for (const line of coverageLines(report)) console.log(line);
  if (report.profile) for (const line of profileLines(report.profile)) console.log(line);
  console.log(summaryLine(report));
  writeReports(command, report);
  return report;
}

/** The folder, made when it is missing. */
function logFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `Logs cannot be written to ${path}: ${error instanceof Error ? error.message : String(error)}`
    );
  }
  return path;
}

function writeReports(command: TestCommand, report: TestReport): void {
  write(command.json, () => `${JSON.stringify(jsonReport(report), null, 2)}\n`);
  write(command.junit, () => junitReport(report));
  write(command.lcov, () => lcovReport(report.coverage ?? [], process.cwd()));
}

function write(file: string | null, content: () => string): void {
  if (file === null) return;
  try {
    writeFileSync(file, content());
  } catch (error) {
    throw new UsageError(
      `The results cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
