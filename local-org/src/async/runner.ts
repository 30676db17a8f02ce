import { ApexThrow } from '../kernel/exception.js';
import type { ApexList } from '../kernel/collections.js';
import type { ApexObject } from '../kernel/object.js';
import { ApexDatetime } from '../kernel/scalars.js';
import type { Transaction, TransactionOrigin } from '../kernel/services.js';
import { exceptionText, exceptionTypeName } from '../runtime/exceptions.js';
import { stackTraceText } from '../runtime/stack-trace.js';
import { BatchSteps } from './batch.js';
import { Cron } from './cron.js';
import { dueWork, type DueWork } from './due.js';
import type { EventBus } from './event-bus.js';
import type { FinalizerFiles } from './finalizer-files.js';
import { attachedFinalizer } from './finalizer.js';
import { idOf, JobRows } from './job-rows.js';
import type { AsyncStore, JobContexts, JobFailure, RunTransaction, StateText } from './pieces.js';
import type { CronRow, JobRow, Queue } from './queue.js';

export interface RunnerParts {
  readonly store: AsyncStore;
  readonly state: StateText;
  readonly queue: Queue;
  readonly events: EventBus;
  readonly finalizers: FinalizerFiles;
  readonly contexts: JobContexts;
  readonly run: RunTransaction;
  readonly due: (work: readonly DueWork[]) => void;
  /** Told of jobs that failed, one text each. */
  readonly report: (text: string) => void;
}

/** Runs what the queue holds, each piece in a transaction of its own with the limits of its kind. */
export class JobRunner {
  private readonly parts: RunnerParts;
  private readonly rows: JobRows;
  private readonly batch: BatchSteps;

  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.rows = new JobRows(parts.store);
    this.batch = new BatchSteps(parts, this.rows);
  }

  /** Runs one piece of work in the server. Failures of project code end in the job's row, not here. */
  runDue(work: DueWork): void {
    if (work.kind === 'events') return this.deliver();
    if (work.kind === 'cron') return this.fire(work.id);
    const job = this.parts.queue.job(work.id);
    if (job && this.claim(job, undefined)) this.guarded(() => this.runJob(job, undefined));
  }

  /** Test.stopTest: one level of the queue. The exception of a job that failed comes out of stopTest. */
  runQueuedInTest(tx: Transaction): void {
    const jobs = this.parts.queue.jobsIn('Queued');
    const crons = this.parts.queue.crons().filter((cron) => cron.timesTriggered === 0);
    this.parts.events.deliver(tx);
    for (const job of jobs) if (this.claim(job, tx)) this.runJob(job, tx);
    for (const cron of crons) this.runCron(cron, tx);
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
    if (jobId !== null) return queue.jobsIn('Queued').map(dueOf);
    const now = Date.now();
    return [
      ...queue.jobsIn('Queued').map(dueOf),
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
      stackTrace: ''
    };
    if (job.kind === 'finalizer') return void this.parts.queue.move(job.id, 'Processing', 'Queued');
    if (job.kind === 'batch') return this.batch.interrupted(job, failure);
    this.parts.report(`${job.className}: ${failure.message}`);
    this.finish(job, failure, this.parts.finalizers.read(job.id), undefined);
  }

  private deliver(): void {
    this.guarded(() => this.parts.events.deliver());
  }

  private fire(id: string): void {
    const cron = this.parts.queue.cron(id);
    if (cron && cron.nextAt !== null && cron.nextAt <= Date.now()) this.guarded(() => this.runCron(cron, undefined));
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
    return this.system(job.userId, outer, (tx) => {
      if (!this.parts.queue.move(job.id, 'Queued', 'Processing')) return false;
      if (job.kind !== 'finalizer') this.rows.started(tx, idOf(job.id));
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
      case 'batch':
        return this.batch.run(job, outer);
    }
  }

  private runQueueable(job: JobRow, outer: Transaction | undefined): void {
    const { state, contexts } = this.parts;
    const id = idOf(job.id);
    let finalizer: string | null = null;
    const thrown = this.attempt(job, { kind: 'queueable', jobId: id }, outer, (tx) => {
      try {
        const context = contexts.queueable(tx, id, job.depth, job.maxDepth);
        tx.org.code.invoke(tx, state.read(tx, job.state) as ApexObject, 'execute', [context]);
      } finally {
        const attached = attachedFinalizer(tx).finalizer;
        if (attached) finalizer = state.write(tx, attached);
      }
      this.complete(tx, job, null, finalizer);
    });
    if (thrown) this.finish(job, failureOf(thrown), finalizer, outer);
    if (finalizer !== null && outer) this.runFinalizerNow(job, outer);
    this.parts.finalizers.drop(job.id);
    if (thrown) throw thrown;
  }

  private runFuture(job: JobRow, outer: Transaction | undefined): void {
    const thrown = this.attempt(job, { kind: 'future', jobId: idOf(job.id) }, outer, (tx) => {
      const args = this.parts.state.read(tx, job.state) as ApexList;
      tx.org.code.invokeStatic(tx, job.className, job.detail, args.items);
      this.complete(tx, job, null, null);
    });
    if (!thrown) return;
    this.finish(job, failureOf(thrown), null, outer);
    throw thrown;
  }

  private runFinalizer(job: JobRow, outer: Transaction | undefined): void {
    const parent = idOf(job.id.slice(0, job.id.indexOf('/')));
    const failure = JSON.parse(job.detail) as JobFailure | null;
    const thrown = this.attempt(job, { kind: 'finalizer', jobId: parent }, outer, (tx) => {
      const context = this.parts.contexts.finalizer(tx, parent, failure);
      tx.org.code.invoke(tx, this.parts.state.read(tx, job.state) as ApexObject, 'execute', [context]);
      this.parts.queue.move(job.id, 'Processing', 'Completed');
    });
    if (thrown) {
      this.system(job.userId, outer, () => this.parts.queue.move(job.id, 'Processing', 'Failed'));
      throw thrown;
    }
  }

  private runFinalizerNow(job: JobRow, outer: Transaction): void {
    const row = this.parts.queue.job(finalizerId(job));
    if (row && this.claim(row, outer)) this.runFinalizer(row, outer);
  }

  private runCron(cron: CronRow, outer: Transaction | undefined): void {
    const { queue, store, contexts, state } = this.parts;
    const now = Date.now();
    const next = new Cron(cron.expression).next(now, cron.timeZone) ?? null;
    const id = idOf(cron.id);
    const mine = this.system(cron.userId, outer, (tx) => {
      if (!queue.fired(cron, next)) return false;
      store.writeRow(tx, 'CronTrigger', id, {
        PreviousFireTime: new ApexDatetime(now),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        TimesTriggered: cron.timesTriggered + 1,
        State: next === null && !outer ? 'DELETED' : 'WAITING'
      });
      return true;
    });
    if (!mine) return;
    const thrown = this.attempt(cron, { kind: 'scheduled', jobId: idOf(cron.jobId) }, outer, (tx) => {
      const job = state.read(tx, cron.state) as ApexObject;
      if (cron.scopeSize !== null) tx.async.executeBatch(tx, job, cron.scopeSize);
      else tx.org.code.invoke(tx, job, 'execute', [contexts.schedulable(tx, id)]);
    });
    if (next === null && !outer) this.endCron(cron);
    else if (next !== null && !outer) this.parts.due([{ kind: 'cron', id: cron.id, dueAt: next }]);
    if (thrown) throw thrown;
  }

  private endCron(cron: CronRow): void {
    this.system(cron.userId, undefined, (tx) => {
      this.parts.queue.dropCron(cron.id);
      this.rows.ended(tx, idOf(cron.jobId), 'Completed', null);
    });
  }

  /** Marks the job as ended inside the transaction given, and puts its finalizer into the queue. */
  private complete(tx: Transaction, job: JobRow, failure: JobFailure | null, finalizer: string | null): void {
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
      detail: JSON.stringify(failure),
      state: finalizer,
      status: 'Queued',
      dueAt,
      signature: null
    });
    dueWork(tx).push({ kind: 'job', id: finalizerId(job), dueAt });
  }

  private finish(job: JobRow, failure: JobFailure, finalizer: string | null, outer: Transaction | undefined): void {
    this.system(job.userId, outer, (tx) => this.complete(tx, job, failure, finalizer));
    if (!outer) this.parts.finalizers.drop(job.id);
  }

  /** Runs project code; the exception that ended it, null when there was none. */
  private attempt(
    job: { readonly userId: string },
    origin: TransactionOrigin,
    outer: Transaction | undefined,
    action: (tx: Transaction) => void
  ): ApexThrow | null {
    try {
      this.parts.run({ userId: idOf(job.userId), origin, ...(outer && { outer }) }, action);
      return null;
    } catch (error) {
      if (error instanceof ApexThrow) return error;
      throw error;
    }
  }

  /** A transaction of the queue's own, without project code. */
  private system<V>(userId: string, outer: Transaction | undefined, action: (tx: Transaction) => V): V {
    return this.parts.run({ userId: idOf(userId), origin: { kind: 'sync' }, ...(outer && { outer }) }, (tx) => {
      this.parts.store.begin(tx);
      return action(tx);
    });
  }
}

const finalizerId = (job: JobRow): string => `${job.id}/finalizer`;
const dueOf = (job: JobRow): DueWork => ({ kind: 'job', id: job.id, dueAt: job.dueAt });

export function failureOf(thrown: ApexThrow): JobFailure {
  const { exception } = thrown;
  return {
    type: exceptionTypeName(exception.type),
    message: exception.message ?? '',
    stackTrace: stackTraceText(exception)
  };
}
