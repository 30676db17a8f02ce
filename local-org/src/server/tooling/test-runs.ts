import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '../../data/store/connection.js';
import { TestCoordinator } from '../../testing/coordinator.js';
import type { ClassCoverage, TestResult } from '../../testing/results.js';
import type { WorkerPool } from '../pool.js';
import type { OrgOptions } from '../../org/options.js';
import type { ClassOutcome, PlannedClass, TestPlan } from './test-plan.js';

export interface TestRunParts {
  readonly pool: WorkerPool;
  /** The running org, whose code the tests run in orgs of their own in memory. */
  readonly org: OrgOptions;
  /** Script of the test workers. */
  readonly entry: URL;
  readonly workers: number;
  /** A class of a run has ended; the run's job. */
  onProgress(jobId: string): void;
  log(line: string): void;
}

const timeoutMs = 120_000;

/** Runs tests that clients ask for, one run after the other, and has the results written as the rows that clients read. */
export class TestRuns {
  private readonly parts: TestRunParts;
  private last: Promise<unknown> = Promise.resolve();

  constructor(parts: TestRunParts) {
    this.parts = parts;
  }

  /** Runs the tests of a plan when the runs before it have ended; what came of them, once all is written. */
  run(plan: TestPlan): Promise<readonly ClassOutcome[]> {
    const run = this.last.then(() => this.perform(plan));
    this.last = run.catch((error: Error) => this.parts.log(`The test run ${plan.jobId} failed: ${error.message}`));
    return run;
  }

  private async perform(plan: TestPlan): Promise<readonly ClassOutcome[]> {
    const { pool, org, entry, workers } = this.parts;
    const started = Date.now();
    const outcomes = new Map(
      plan.classes.map((one) => [
        one.name,
        {
          class: one,
          results: [] as TestResult[],
          coverage: [] as { method: string; lines: readonly ClassCoverage[] }[]
        }
      ])
    );
    const written: Promise<unknown>[] = [];
    const write = (className: string) => {
      const outcome = outcomes.get(className);
      if (!outcome || outcome.results.length < outcome.class.methods.length) return;
      const recorded = pool.run({ kind: 'testRecord', plan, outcome }).then(() => this.parts.onProgress(plan.jobId));
      written.push(recorded);
    };
    /** Runs some methods of the classes in orgs of their own over this database. */
    const runIn = (database: string, most: number, wanted: (of: PlannedClass) => readonly string[]): Promise<unknown> =>
      new TestCoordinator({
        org: { ...org, database, finalizers: null, coverage: plan.coverage },
        // With coverage each method is a piece of work of its own: what it covers is told by method.
        select: (classes) =>
          classes.flatMap((one) => {
            const planned = outcomes.get(one.name)?.class;
            const methods = planned ? wanted(planned) : [];
            if (methods.length === 0) return [];
            return plan.coverage && !one.broken
              ? methods.map((method) => ({ ...one, methods: [method] }))
              : [{ ...one, methods }];
          }),
        workers: most,
        timeoutMs,
        profile: false,
        logs: null,
        permissionSets: [],
        entry,
        onWarnings: () => {},
        onResult: (result) => {
          outcomes.get(result.class)?.results.push(result);
          write(result.class);
        },
        onFinished: (className, methods, lines) => {
          for (const method of methods) outcomes.get(className)?.coverage.push({ method, lines });
        }
      }).run();
    const blind = ({ methods, seeing }: PlannedClass) => methods.filter((method) => !seeing.includes(method));
    try {
      if (plan.classes.some((one) => blind(one).length > 0)) await runIn(':memory:', workers, blind);
      if (plan.classes.some(({ seeing }) => seeing.length > 0)) {
        // One worker: each test holds the database while it runs.
        await overCopy(org.database, (copy) => runIn(copy, 1, ({ seeing }) => seeing));
      }
    } finally {
      await Promise.allSettled(written);
      const all = [...outcomes.values()];
      await pool.run({ kind: 'testEnd', plan, outcomes: plan.coverage ? all : [], durationMs: Date.now() - started });
      this.parts.onProgress(plan.jobId);
    }
    return [...outcomes.values()];
  }
}

/** Works on the data as it is now, without touching it: `@IsTest(SeeAllData=true)`. */
async function overCopy(database: string, work: (copy: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-copy-'));
  try {
    const copy = join(folder, 'org.sqlite');
    const connection = new Connection(database);
    try {
      connection.run('VACUUM INTO ?', [copy]);
    } finally {
      connection.close();
    }
    await work(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
