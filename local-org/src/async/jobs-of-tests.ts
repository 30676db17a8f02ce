import { ApexThrow } from '../kernel/exception.js';
import type { TestContext, Transaction } from '../kernel/services.js';
import { UncompiledCode } from '../code/uncompiled.js';
import type { EventBus } from './event-bus.js';
import type { CronRow, JobRow, Queue } from './queue.js';

/** How one piece of work is run. */
interface Runner {
  /** False when somebody else has it. */
  claim(job: JobRow, outer: Transaction | undefined): boolean;
  runJob(job: JobRow, outer: Transaction | undefined): void;
  runCron(cron: CronRow, outer: Transaction | undefined): void;
}

/** Which jobs a test runs, and when: at Test.stopTest, and at its end. */
export class JobsOfTests {
  private readonly queue: Queue;
  private readonly events: EventBus;
  private readonly runner: Runner;
  /** Jobs that jobs of a test have enqueued: the next level of a chain, which tests do not run. */
  private readonly chained = new WeakMap<TestContext, Set<string>>();
  /** Jobs that finalizers and batches of a test have enqueued, which it runs too. */
  private readonly following = new WeakMap<TestContext, Set<string>>();

  constructor(queue: Queue, events: EventBus, runner: Runner) {
    this.queue = queue;
    this.events = events;
    this.runner = runner;
  }

  /**
   * Test.stopTest: events, one level of the queue, and the events of its jobs. Chains that have a maximum depth are run down to
   * it. The exception of a job that failed comes out of stopTest.
   */
  runQueued(tx: Transaction): void {
    this.events.deliver(tx);
    this.runNew(tx, () => true);
    this.events.deliver(tx);
  }

  /**
   * The end of a test method: what it has not enclosed in startTest and stopTest runs behind it. A debug log of an org shows that of
   * queueables; their exceptions, and those of futures, are no failure of the test any more.
   */
  runLeft(tx: Transaction): void {
    const chained = setIn(this.chained, tx);
    const others = this.queue.jobsIn('Queued').filter((job) => !chained.has(job.id) && isEnqueued(job));
    this.runNew(tx, (job) => job.kind === 'batch');
    for (const job of others) {
      try {
        if (this.runner.claim(job, tx)) this.runner.runJob(job, tx);
      } catch (error) {
        if (!(error instanceof ApexThrow) && !(error instanceof UncompiledCode)) throw error;
      }
    }
  }

  private runNew(tx: Transaction, fits: (job: JobRow) => boolean): void {
    const chained = setIn(this.chained, tx);
    const following = setIn(this.following, tx);
    const crons = this.queue.crons().filter((cron) => cron.timesTriggered === 0 && cron.nextAt !== null);
    const fresh = (): JobRow[] => this.queue.jobsIn('Queued').filter((job) => !chained.has(job.id) && fits(job));
    try {
      let jobs = fresh();
      for (let round = 0; jobs.length > 0 && round < mostRounds; round++) {
        for (const job of jobs) {
          if (!this.runner.claim(job, tx)) continue;
          if (job.kind === 'batch') this.runBatch(job, tx);
          else this.runner.runJob(job, tx);
        }
        jobs = fresh().filter((job) => isOfLimitedChain(job) || following.has(job.id));
      }
      for (const cron of crons) this.runner.runCron(cron, tx);
    } finally {
      for (const job of this.queue.jobsIn('Queued')) chained.add(job.id);
    }
  }

  /** The jobs that a batch starts are run behind it, queueables and further batches alike (public suites count them as completed). */
  private runBatch(job: JobRow, tx: Transaction): void {
    const queued = (): string[] => this.queue.jobsIn('Queued').map(({ id }) => id);
    const before = new Set(queued());
    this.runner.runJob(job, tx);
    for (const id of queued()) if (!before.has(id)) setIn(this.following, tx).add(id);
  }

  /** A finalizer has enqueued this job: the test that runs the finalizer runs the job behind it. */
  runInSame(tx: Transaction, jobId: string): void {
    setIn(this.following, tx).add(jobId);
  }
}

function setIn(sets: WeakMap<TestContext, Set<string>>, tx: Transaction): Set<string> {
  if (!tx.test) return new Set();
  const known = sets.get(tx.test) ?? new Set<string>();
  sets.set(tx.test, known);
  return known;
}

const isEnqueued = (job: JobRow): boolean => job.kind === 'queueable' || job.kind === 'future';

/** Batches that start each other run all in a test (seen in public tests); one that goes on for ever ends here. */
const mostRounds = 100;

/** A job behind another one in a chain whose depth is limited. */
const isOfLimitedChain = (job: JobRow): boolean => job.kind === 'queueable' && job.maxDepth !== null && job.depth > 1;
