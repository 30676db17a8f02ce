import type { Exchange } from '../forward.js';
import type { WorkerPool } from '../pool.js';
import { sendJson } from '../replies.js';
import { readBody } from '../request-body.js';
import type { ClassOutcome } from './test-plan.js';
import type { TestRuns } from './test-runs.js';

/** POST tooling/runTestsAsynchronous and runTestsSynchronous. */
export async function answerTestRun(
  pool: WorkerPool,
  runs: TestRuns,
  { request, response, session }: Exchange,
  kind: string
): Promise<void> {
  const begun = await pool.run({ kind: 'testBegin', userId: session.userId, body: await readBody(request) });
  if ('refusal' in begun) return sendJson(response, begun.refusal.status, begun.refusal.body);
  const run = runs.run(begun.plan);
  if (kind === 'Asynchronous') {
    // How it ends is read off its rows.
    run.catch(() => {});
    return sendJson(response, 200, begun.plan.jobId);
  }
  sendJson(response, 200, synchronousResult(await run, begun.plan.coverage));
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner_sync.htm */
function synchronousResult(outcomes: readonly ClassOutcome[], coverage: boolean): unknown {
  const rows = outcomes.flatMap(({ class: of, results }) =>
    results.map((result) => ({
      passed: result.outcome === 'passed',
      row: {
        id: of.id,
        methodName: result.method,
        name: of.name,
        namespace: null,
        seeAllData: of.seeAllData,
        time: result.durationMs,
        ...(result.outcome !== 'passed' && {
          message: result.message ?? '',
          packageName: of.name,
          stackTrace: result.stack ?? '',
          type: 'Class'
        })
      }
    }))
  );
  const failures = rows.filter((one) => !one.passed).map((one) => one.row);
  return {
    apexLogId: null,
    codeCoverage: coverage ? codeCoverage(outcomes) : [],
    codeCoverageWarnings: [],
    failures,
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: rows.length,
    successes: rows.filter((one) => one.passed).map((one) => one.row),
    totalTime: rows.reduce((sum, one) => sum + one.row.time, 0)
  };
}

function codeCoverage(outcomes: readonly ClassOutcome[]): unknown[] {
  const hits = new Map<string, Map<number, number>>();
  for (const { name, lines } of outcomes.flatMap((one) => one.coverage.flatMap((method) => method.lines))) {
    const sum = hits.get(name) ?? new Map<number, number>();
    hits.set(name, sum);
    for (const [line, count] of lines) sum.set(line, (sum.get(line) ?? 0) + count);
  }
  return [...hits].map(([name, lines]) => {
    const missed = [...lines].filter(([, count]) => count === 0).map(([line]) => line);
    return {
      dmlInfo: [],
      locationsNotCovered: missed.map((line) => ({ column: 0, line, numExecutions: 0, time: -1 })),
      methodInfo: [],
      name,
      namespace: null,
      numLocations: lines.size,
      numLocationsNotCovered: missed.length,
      soqlInfo: [],
      type: 'Class'
    };
  });
}
