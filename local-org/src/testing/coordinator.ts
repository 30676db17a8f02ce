import { Worker } from 'node:worker_threads';
import { openCalloutChannel } from '../callout/channel.js';
import { CalloutHost } from '../callout/host.js';
import type { OrgOptions } from '../server/worker/protocol.js';
import { CoverageSum } from './coverage.js';
import { selectTests } from './filter.js';
import type { FromTestWorker, TestWorkerData, ToTestWorker } from './protocol.js';
import type { TestClass, TestReport, TestResult } from './results.js';
import { sourceState } from './source-state.js';
import { threadLimits } from '../server/worker/thread-limits.js';

export interface RunOptions {
  readonly org: OrgOptions;
  readonly filter: string | null;
  readonly workers: number;
  readonly timeoutMs: number;
  /** Script of the worker thread. */
  readonly entry: URL;
  onWarnings(warnings: readonly string[]): void;
  onResult(result: TestResult): void;
}

/** A class that is being run, and what is left of it. */
interface Assignment {
  readonly className: string;
  readonly left: string[];
}

/**
 * Runs the project's tests, class by class, over worker threads. The first worker compiles and says which tests there are. A test
 * that takes too long ends its worker: it has failed, and a new worker goes on with the rest of its class.
 */
export class TestCoordinator {
  private readonly options: RunOptions;
  private readonly host = new CalloutHost(null);
  private readonly results: TestResult[] = [];
  private readonly coverage = new CoverageSum();
  private queue: Assignment[] = [];

  constructor(options: RunOptions) {
    this.options = options;
  }

  async run(): Promise<TestReport> {
    const started = Date.now();
    const state = sourceState(this.options.org.sources);
    const first = this.worker();
    const { classes, warnings } = await first.ready;
    this.options.onWarnings(warnings);
    const selected = selectTests(classes, this.options.filter);
    for (const one of selected) if (one.broken) this.fail(one, one.broken.outcome, one.broken.message);
    this.queue = selected
      .filter((one) => !one.broken)
      .map((one) => ({ className: one.name, left: [...one.methods] }))
      .sort((a, b) => b.left.length - a.left.length);
    const lanes = Math.max(1, Math.min(this.options.workers, this.queue.length));
    await Promise.all(Array.from({ length: lanes }, (_, index) => this.lane(index === 0 ? first : this.worker())));
    if (sourceState(this.options.org.sources) !== state)
      this.options.onWarnings([
        'Sources were changed while the tests ran: the results may mix two states. Run them again.'
      ]);
    return {
      tests: this.results,
      durationMs: Date.now() - started,
      coverage: this.options.org.coverage ? this.coverage.all() : null
    };
  }

  private worker(): TestWorker {
    return new TestWorker(this.options, this.host, this.coverage);
  }

  private async lane(worker: TestWorker): Promise<void> {
    let current = worker;
    await current.ready;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const lost = await current.runClass(next, (result) => this.add(result));
      if (lost === null) continue;
      if (next.left.length > 0) this.queue.unshift(next);
      current = this.worker();
      await current.ready;
    }
    current.close();
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

/** One worker thread with the loaded project and a database in memory. */
class TestWorker {
  readonly ready: Promise<{ readonly classes: readonly TestClass[]; readonly warnings: readonly string[] }>;
  private readonly worker: Worker;
  private readonly timeoutMs: number;
  private readonly coverage: CoverageSum;
  private readonly closeChannel: () => void;
  private receive: (message: FromTestWorker | { readonly type: 'exit'; readonly reason: string }) => void = () => {};
  private ended: string | null = null;

  constructor(options: RunOptions, host: CalloutHost, coverage: CoverageSum) {
    this.timeoutMs = options.timeoutMs;
    this.coverage = coverage;
    const channel = openCalloutChannel(host);
    this.closeChannel = channel.close;
    const workerData: TestWorkerData = { options: options.org, link: channel.link };
    this.worker = new Worker(options.entry, {
      workerData,
      transferList: [channel.link.port],
      resourceLimits: threadLimits
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromTestWorker) => {
        if (message.type === 'ready') resolve(message);
        else if (message.type === 'broken') reject(new Error(message.message));
        else this.receive(message);
      });
      const end = (reason: string) => {
        this.ended ??= reason;
        this.closeChannel();
        reject(new Error(reason));
        this.receive({ type: 'exit', reason: this.ended });
      };
      this.worker.on('error', (error) => end(`The test worker stopped: ${error.message}`));
      this.worker.on('exit', () => end('The test worker stopped unexpectedly.'));
    });
  }

  /** Runs the rest of a class. Null when all is done; a reason when the worker was lost on the way. */
  runClass(assignment: Assignment, add: (result: TestResult) => void): Promise<string | null> {
    const { className, left } = assignment;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      let running: string | null = null;
      let since = Date.now();
      const lost = (reason: string) => {
        clearTimeout(timer);
        this.receive = () => {};
        const failed = running === null ? left.splice(0) : left.splice(left.indexOf(running), 1);
        for (const method of failed) {
          const durationMs = Date.now() - since;
          add({ class: className, method, outcome: 'failed', message: reason, stack: null, durationMs });
        }
        resolve(reason);
      };
      this.receive = (message) => {
        clearTimeout(timer);
        switch (message.type) {
          case 'started':
            running = message.method;
            since = Date.now();
            timer = setTimeout(() => {
              lost(`The test was stopped after ${this.timeoutMs / 1000} s.`);
              void this.worker.terminate();
            }, this.timeoutMs);
            break;
          case 'result':
            left.splice(left.indexOf(message.result.method), 1);
            add(message.result);
            break;
          case 'finished':
            this.coverage.add(message.coverage);
            this.receive = () => {};
            resolve(null);
            break;
          case 'exit':
            lost(message.reason);
            break;
        }
      };
      if (this.ended !== null) return lost(this.ended);
      this.worker.postMessage({ type: 'run', className, methods: [...left] } satisfies ToTestWorker);
    });
  }

  close(): void {
    this.worker.postMessage({ type: 'close' } satisfies ToTestWorker);
  }
}
