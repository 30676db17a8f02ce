import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { TestCoordinator } from '../testing/coordinator.js';
import { coverageLines, jsonReport, resultLines, summaryLine } from '../testing/reporter.js';
import { count } from '../testing/results.js';
import { UsageError, type TestCommand } from './arguments.js';
import { cacheFolder } from './cache-folder.js';
import { sourceFolders } from './project.js';
import { testWorker } from './worker-entries.js';

/** `local-org test`: runs the project's tests in orgs in memory; 1 when one does not pass. */
export async function runTests(command: TestCommand): Promise<number> {
  const coordinator = new TestCoordinator({
    org: {
      sources: sourceFolders(command.sources, process.cwd()),
      database: ':memory:',
      cache: cacheFolder(),
      finalizers: null,
      baseUrl: 'https://local-org.my.salesforce.com',
      coverage: command.coverage
    },
    filter: command.filter,
    workers: command.workers ?? Math.min(availableParallelism(), 4),
    timeoutMs: command.timeout * 1000,
    entry: testWorker,
    onWarnings: (warnings) => warnings.forEach((line) => console.error(line)),
    onResult: (result) => resultLines(result).forEach((line) => console.log(line))
  });
  const report = await coordinator.run();
  for (const line of coverageLines(report)) console.log(line);
  console.log(summaryLine(report));
  if (command.json !== null) writeReport(command.json, jsonReport(report));
  if (report.tests.length === 0 && command.filter !== null) {
    console.error(`No test fits --filter ${command.filter}.`);
    return 1;
  }
  return count(report.tests, 'passed') === report.tests.length ? 0 : 1;
}

function writeReport(file: string, content: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(
      `The results cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
