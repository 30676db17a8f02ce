import { ApexThrow } from '../kernel/exception.js';
import type { ApexList } from '../kernel/collections.js';
import type { ApexObject } from '../kernel/object.js';
import { orgTime } from '../kernel/org-time.js';
import type { Transaction } from '../kernel/services.js';
import { exceptionText } from '../runtime/exceptions.js';
import { jobPlace } from '../runtime/job-place.js';
import { stackTraceText } from '../runtime/stack-trace.js';
import { BatchSteps } from './batch.js';
import { CronRuns } from './cron-runs.js';
import { dueWork, type DueWork } from './due.js';
import { attachedFinalizer } from './finalizer.js';
import { implementsInterface, isCallingOut } from './job-declarations.js';
import { asFinalizersSee, failureOf } from './job-failures.js';
import { idOf, JobRows } from './job-rows.js';
import { JobTransactions } from './job-transactions.js';
import { JobsOfTests } from './jobs-of-tests.js';
import type { JobFailure } from './pieces.js';
import type { JobRow } from './queue.js';
import type { RunnerParts } from './runner-parts.js';

/** Runs what the queue holds, each piece in a transaction of its own with the limits of its kind. */
export class JobRunner {
  private readonly parts: RunnerParts;
  private readonly rows: JobRows;
  private readonly transactions: JobTransactions;
  private readonly crons: CronRuns;
  private readonly batch: BatchSteps;
  readonly inTests: JobsOfTests;

  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.rows = new JobRows(parts.store);
    this.transactions = new JobTransactions(parts.run, parts.store);
    this.crons = new CronRuns(parts, this.rows, this.transactions);
    this.batch = new BatchSteps(parts, this.rows);
    this.inTests = new JobsOfTests(parts.queue, parts.events, {
      claim: (job, outer) => this.claim(job, outer),
      runJob: (job, outer) => this.runJob(job, outer),
      runCron: (cron, outer) => this.crons.run(cron, outer)
    });
  }

  /** Runs one piece of work in the server. Failures of project code end in the job's row, not here. */
  runDue(work: DueWork): void {
    if (work.kind === 'events') return this.deliver();
    if (work.kind === 'cron') return this.fire(work.id);
    const job = this.parts.queue.job(work.id);
    if (job && this.claim(job, undefined)) this.guarded(() => this.runJob(job, undefined));
  }

  /**
   * Takes up what was interrupted: a job whose process or worker died has failed, and its finalizer runs with the state it had
   * when it was attached. `jobId` null: everything, at start-up.
   */
  recover(jobId: string | null): DueWork[] {
    const { queue } = this.parts;
    for (const job of queue.jobsIn('Processing')) {
      if (jobId === null || job.id === jobId) this.recoverJob(job);
    }
    const held = new Set(this.parts.flexQueue.order());
    const queued = queue.jobsIn('Queued').filter((job) => !held.has(job.id));
    if (jobId !== null) return queued.map(dueOf);
    const now = orgTime();
    return [
      ...queued.map(dueOf),
      ...queue
        .crons()
        .flatMap((cron) => (cron.nextAt === null ? [] : [{ kind: 'cron' as const, id: cron.id, dueAt: cron.nextAt }])),
      ...(queue.events().length > 0 ? [{ kind: 'events' as const, id: 'bus', dueAt: now }] : [])
    ];
  }

  private recoverJob(job: JobRow): void {
    const failure: JobFailure = {
      type: 'System.UnexpectedException',
      message: 'The job was interrupted because its process ended.',
      stackTrace: '',
      frames: []
    };
    if (!hasRow(job)) return void this.parts.queue.move(job.id, 'Processing', 'Queued');
    if (job.kind === 'batch') return this.batch.interrupted(job, failure);
    this.parts.report(`${job.className}: ${failure.message}`);
    this.finish(job, failure, this.parts.finalizers.read(job.id), undefined);
  }

  private fire(id: string): void {
    const cron = this.crons.due(id);
    if (cron) this.guarded(() => this.crons.run(cron, undefined));
  }

  private deliver(): void {
    this.guarded(() => this.parts.events.deliver());
  }

  /** Failures of project code are reported; those of the local org itself go up. */
  private guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof ApexThrow)) throw error;
      this.parts.report([exceptionText(error.exception), stackTraceText(error.exception)].filter(Boolean).join('\n'));
    }
  }

  private claim(job: JobRow, outer: Transaction | undefined): boolean {
    return this.transactions.system(job.userId, outer, (tx) => {
      if (!this.parts.queue.move(job.id, 'Queued', 'Processing')) return false;
      if (hasRow(job)) this.rows.started(tx, idOf(job.id));
      return true;
    });
  }

  private runJob(job: JobRow, outer: Transaction | undefined): void {
    switch (job.kind) {
      case 'queueable':
        return this.runQueueable(job, outer);
      case 'future':
        return this.runFuture(job, outer);
      case 'finalizer':
        return this.runFinalizer(job, outer);
      case 'deployment':
        return this.runDeployment(job, outer);
      case 'batch':
        return this.batch.run(job, outer);
    }
  }

  private runQueueable(job: JobRow, outer: Transaction | undefined): void {
    const { state, contexts } = this.parts;
    const id = idOf(job.id);
    let finalizer: string | null = null;
    let requestId: string | undefined;
    const thrown = this.transactions.attempt(job, { kind: 'queueable', jobId: id }, outer, (tx) => {
      try {
        const delayMinutes = job.detail === '' ? null : Number(job.detail);
        const context = contexts.queueable(tx, id, { depth: job.depth, maxDepth: job.maxDepth, delayMinutes });
        const queueable = state.read(tx, job.state) as ApexObject;
        jobPlace(tx).calloutsAllowed = implementsInterface(tx, queueable, 'database.allowscallouts');
        requestId = tx.requestId;
        tx.org.code.invoke(tx, queueable, 'execute', [context]);
      } finally {
        const attached = attachedFinalizer(tx).finalizer;
        if (attached) finalizer = state.write(tx, attached);
      }
      this.complete(tx, job, null, finalizer, requestId);
    });
    if (thrown) this.finish(job, failureOf(thrown), finalizer, outer, requestId);
    if (finalizer !== null && outer) this.runFinalizerNow(job, outer);
    this.parts.finalizers.drop(job.id);
    if (thrown) throw thrown;
  }

  private runFuture(job: JobRow, outer: Transaction | undefined): void {
    const thrown = this.transactions.attempt(job, { kind: 'future', jobId: idOf(job.id) }, outer, (tx) => {
      const args = this.parts.state.read(tx, job.state) as ApexList;
      jobPlace(tx).calloutsAllowed = isCallingOut(tx, job.className, job.detail);
      tx.org.code.invokeStatic(tx, job.className, job.detail, args.items);
      this.complete(tx, job, null, null);
    });
    if (!thrown) return;
    this.finish(job, failureOf(thrown), null, outer);
    throw thrown;
  }

  private runFinalizer(job: JobRow, outer: Transaction | undefined): void {
    const parent = idOf(job.id.slice(0, job.id.indexOf('/')));
    const { failure, requestId } = JSON.parse(job.detail) as ParentEnd;
    const origin = { kind: 'finalizer' as const, jobId: parent };
    const thrown = this.transactions.attempt(
      { ...job, ...(requestId !== undefined && { requestId }) },
      origin,
      outer,
      (tx) => {
        const context = this.parts.contexts.finalizer(tx, parent, failure && asFinalizersSee(failure));
        tx.org.code.invoke(tx, this.parts.state.read(tx, job.state) as ApexObject, 'execute', [context]);
        this.parts.queue.move(job.id, 'Processing', 'Completed');
      }
    );
    if (thrown) {
      this.transactions.system(job.userId, outer, () => this.parts.queue.move(job.id, 'Processing', 'Failed'));
      throw thrown;
    }
  }

  /** The callback hears of the deployment in a transaction of its own. */
  private runDeployment(job: JobRow, outer: Transaction | undefined): void {
    const { state, contexts, queue } = this.parts;
    const id = idOf(job.id);
    const origin = { kind: 'queueable' as const, jobId: id };
    const result = this.transactions.system(job.userId, outer, (tx) => {
      const [, ...components] = (state.read(tx, job.state) as ApexList).items as ApexObject[];
      queue.dropJob(job.id);
      return contexts.deploy(tx, id, components);
    });
    const thrown = this.transactions.attempt(job, origin, outer, (tx) => {
      const callback = (state.read(tx, job.state) as ApexList).items[0] as ApexObject | null;
      if (callback) tx.org.code.invoke(tx, callback, 'handleResult', [result, contexts.deployment(id)]);
    });
    if (thrown) throw thrown;
  }

  private runFinalizerNow(job: JobRow, outer: Transaction): void {
    const row = this.parts.queue.job(finalizerId(job));
    if (row && this.claim(row, outer)) this.runFinalizer(row, outer);
  }

  /** Marks the job as ended inside the transaction given, and puts its finalizer into the queue. */
  private complete(
    tx: Transaction,
    job: JobRow,
    failure: JobFailure | null,
    finalizer: string | null,
    requestId?: string
  ): void {
    const { queue, store } = this.parts;
    store.begin(tx);
    queue.move(job.id, 'Processing', failure ? 'Failed' : 'Completed');
    this.rows.ended(tx, idOf(job.id), failure ? 'Failed' : 'Completed', failure);
    if (finalizer === null) return;
    const dueAt = tx.now();
    queue.addJob({
      ...job,
      id: finalizerId(job),
      kind: 'finalizer',
      detail: JSON.stringify({ failure, requestId } satisfies ParentEnd),
      state: finalizer,
      status: 'Queued',
      dueAt,
      signature: null
    });
    dueWork(tx).push({ kind: 'job', id: finalizerId(job), dueAt });
  }

  private finish(
    job: JobRow,
    failure: JobFailure,
    finalizer: string | null,
    outer: Transaction | undefined,
    requestId?: string
  ): void {
    this.transactions.system(job.userId, outer, (tx) => this.complete(tx, job, failure, finalizer, requestId));
    if (!outer) this.parts.finalizers.drop(job.id);
  }
}

/** Finalizers and deployments have no AsyncApexJob. */
const hasRow = (job: JobRow): boolean => job.kind !== 'finalizer' && job.kind !== 'deployment';

const finalizerId = (job: JobRow): string => `${job.id}/finalizer`;
const dueOf = (job: JobRow): DueWork => ({ kind: 'job', id: job.id, dueAt: job.dueAt });

/** How the job of a finalizer has ended. */
interface ParentEnd {
  readonly failure: JobFailure | null;
  readonly requestId?: string | undefined;
}
