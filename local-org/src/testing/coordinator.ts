import { CalloutHost } from '../callout/host.js';
import { sumOfProfiles, type Profile } from '../profile/profile.js';
import type { OrgOptions } from '../org/options.js';
import { CoverageSum } from './coverage.js';
import type { ClassCoverage, TestClass, TestReport, TestResult } from './results.js';
import type { LogFolder } from './protocol.js';
import { sourceState } from './source-state.js';
import { TestWorker, type Assignment } from './test-worker.js';

export interface RunOptions {
  readonly org: OrgOptions;
  /** Which tests are run, in which order. */
  select(classes: readonly TestClass[]): readonly TestClass[];
  readonly workers: number;
  readonly timeoutMs: number;
  readonly profile: boolean;
  readonly logs: LogFolder | null;
  /** Names of permission sets that the running user gets. */
  readonly permissionSets: readonly string[];
  /** Script of the worker thread. */
  readonly entry: URL;
  onWarnings(warnings: readonly string[]): void;
  onResult(result: TestResult): void;
  /** A piece of work has ended: the class, the methods of it that were run in one go, and what they covered. */
  onFinished?(className: string, methods: readonly string[], coverage: readonly ClassCoverage[]): void;
}

/**
 * Runs the project's tests, class by class, over worker threads. The first worker compiles and says which tests there are. A test
 * that takes too long ends its worker: it has failed, and a new worker goes on with the rest of its class.
 */
export class TestCoordinator {
  private readonly options: RunOptions;
  private readonly host = new CalloutHost(null);
  private readonly results: TestResult[] = [];
  private readonly warnings: string[] = [];
  private readonly coverage = new CoverageSum();
  private readonly touched = new Map<string, readonly string[]>();
  private readonly profiles: Profile[] = [];
  private queue: Assignment[] = [];

  constructor(options: RunOptions) {
    this.options = options;
  }

  async run(): Promise<TestReport> {
    const started = Date.now();
    const state = sourceState(this.options.org.sources);
    const first = this.worker();
    const { classes, warnings } = await first.ready;
    this.warn(warnings);
    const selected = this.options.select(classes);
    for (const one of selected) if (one.broken) this.fail(one, one.broken.outcome, one.broken.message);
    this.queue = selected.filter((one) => !one.broken).map((one) => ({ className: one.name, left: [...one.methods] }));
    const lanes = Math.max(1, Math.min(this.options.workers, this.queue.length));
    await Promise.all(Array.from({ length: lanes }, (_, index) => this.lane(index === 0 ? first : this.worker())));
    if (sourceState(this.options.org.sources) !== state)
      this.warn(['Sources were changed while the tests ran: the results may mix two states. Run them again.']);
    return {
      tests: this.results,
      durationMs: Date.now() - started,
      warnings: this.warnings,
      coverage: this.options.org.coverage ? this.coverage.all() : null,
      touched: this.touched,
      profile: this.options.profile ? sumOfProfiles(this.profiles) : null
    };
  }

  private worker(): TestWorker {
    return new TestWorker(this.options, this.host, {
      result: (result) => this.add(result),
      finished: (className, { coverage, touched }, methods) => {
        this.options.onFinished?.(className, methods, coverage);
        this.coverage.add(coverage);
        this.touched.set(className, touched);
      }
    });
  }

  private async lane(worker: TestWorker): Promise<void> {
    let current = worker;
    await current.ready;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const lost = await current.runClass(next);
      if (lost === null) continue;
      if (next.left.length > 0) this.queue.unshift(next);
      current = this.worker();
      await current.ready;
    }
    const profile = await current.close();
    if (profile) this.profiles.push(profile);
  }

  private warn(warnings: readonly string[]): void {
    this.warnings.push(...warnings);
    this.options.onWarnings(warnings);
  }

  private add(result: TestResult): void {
    this.results.push(result);
    this.options.onResult(result);
  }

  private fail(one: TestClass, outcome: 'failed' | 'unsupported', message: string): void {
    for (const method of one.methods) {
      this.add({ class: one.name, method, outcome, message, stack: null, durationMs: 0 });
    }
  }
}
