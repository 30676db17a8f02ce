import { ApexThrow } from '../kernel/exception.js';
import type { ApexList } from '../kernel/collections.js';
import type { ApexObject } from '../kernel/object.js';
import { orgTime } from '../kernel/org-time.js';
import { ApexDatetime } from '../kernel/scalars.js';
import type { TestContext, Transaction, TransactionOrigin } from '../kernel/services.js';
import { typeName } from '../kernel/types.js';
import { UncompiledCode } from '../code/uncompiled.js';
import { exceptionText, exceptionTypeName } from '../runtime/exceptions.js';
import { stackTraceText } from '../runtime/stack-trace.js';
import { BatchSteps } from './batch.js';
import { Cron } from './cron.js';
import { dueWork, type DueWork } from './due.js';
import type { EventBus } from './event-bus.js';
import type { FlexQueue } from './flex-queue.js';
import type { FinalizerFiles } from './finalizer-files.js';
import { attachedFinalizer } from './finalizer.js';
import { jobPlace } from '../runtime/job-place.js';
import { idOf, JobRows } from './job-rows.js';
import type { AsyncStore, JobContexts, JobFailure, RunTransaction, StateText } from './pieces.js';
import type { CronRow, JobRow, Queue } from './queue.js';

export interface RunnerParts {
  readonly store: AsyncStore;
  readonly state: StateText;
  readonly queue: Queue;
  readonly events: EventBus;
  readonly flexQueue: FlexQueue;
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
  /** Jobs that jobs of a test have enqueued: the next level of a chain, which tests do not run. */
  private readonly chained = new WeakMap<TestContext, Set<string>>();
  /** Jobs that finalizers and batches of a test have enqueued, which it runs too. */
  private readonly following = new WeakMap<TestContext, Set<string>>();

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

  /**
   * Test.stopTest: events, one level of the queue, and the events of its jobs. Chains that have a maximum depth are run down to
   * it. The exception of a job that failed comes out of stopTest.
   */
  runQueuedInTest(tx: Transaction): void {
    this.parts.events.deliver(tx);
    this.runNewInTest(tx, () => true);
    this.parts.events.deliver(tx);
  }

  /**
   * The end of a test method: what it has not enclosed in startTest and stopTest runs behind it. A debug log of an org shows that of
   * queueables; their exceptions, and those of futures, are no failure of the test any more.
   */
  runLeftInTest(tx: Transaction): void {
    const chained = setIn(this.chained, tx);
    const others = this.parts.queue.jobsIn('Queued').filter((job) => !chained.has(job.id) && isEnqueued(job));
    this.runNewInTest(tx, (job) => job.kind === 'batch');
    for (const job of others) {
      try {
        if (this.claim(job, tx)) this.runJob(job, tx);
      } catch (error) {
        if (!(error instanceof ApexThrow) && !(error instanceof UncompiledCode)) throw error;
      }
    }
  }

  private runNewInTest(tx: Transaction, fits: (job: JobRow) => boolean): void {
    const chained = setIn(this.chained, tx);
    const following = setIn(this.following, tx);
    const crons = this.parts.queue.crons().filter((cron) => cron.timesTriggered === 0 && cron.nextAt !== null);
    const fresh = (): JobRow[] => this.parts.queue.jobsIn('Queued').filter((job) => !chained.has(job.id) && fits(job));
    try {
      let jobs = fresh();
      for (let round = 0; jobs.length > 0 && round < mostRounds; round++) {
        for (const job of jobs) {
          if (!this.claim(job, tx)) continue;
          if (job.kind === 'batch') this.runBatchInTest(job, tx);
          else this.runJob(job, tx);
        }
        jobs = fresh().filter((job) => isOfLimitedChain(job) || following.has(job.id));
      }
      for (const cron of crons) this.runCron(cron, tx);
    } finally {
      for (const job of this.parts.queue.jobsIn('Queued')) chained.add(job.id);
    }
  }

  /** The jobs that a batch starts are run behind it, queueables and further batches alike (public suites count them as completed). */
  private runBatchInTest(job: JobRow, tx: Transaction): void {
    const queued = (): string[] => this.parts.queue.jobsIn('Queued').map(({ id }) => id);
    const before = new Set(queued());
    this.runJob(job, tx);
    for (const id of queued()) if (!before.has(id)) setIn(this.following, tx).add(id);
  }

  /** A finalizer has enqueued this job: the test that runs the finalizer runs the job behind it. */
  runInSameTest(tx: Transaction, jobId: string): void {
    setIn(this.following, tx).add(jobId);
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

  private deliver(): void {
    this.guarded(() => this.parts.events.deliver());
  }

  private fire(id: string): void {
    const cron = this.parts.queue.cron(id);
    if (cron && cron.nextAt !== null && cron.nextAt <= orgTime()) this.guarded(() => this.runCron(cron, undefined));
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
    const thrown = this.attempt(job, { kind: 'queueable', jobId: id }, outer, (tx) => {
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
    const thrown = this.attempt(job, { kind: 'future', jobId: idOf(job.id) }, outer, (tx) => {
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
    const thrown = this.attempt({ ...job, ...(requestId !== undefined && { requestId }) }, origin, outer, (tx) => {
      const context = this.parts.contexts.finalizer(tx, parent, failure && asFinalizersSee(failure));
      tx.org.code.invoke(tx, this.parts.state.read(tx, job.state) as ApexObject, 'execute', [context]);
      this.parts.queue.move(job.id, 'Processing', 'Completed');
    });
    if (thrown) {
      this.system(job.userId, outer, () => this.parts.queue.move(job.id, 'Processing', 'Failed'));
      throw thrown;
    }
  }

  /** The callback hears of the deployment in a transaction of its own. */
  private runDeployment(job: JobRow, outer: Transaction | undefined): void {
    const { state, contexts, queue } = this.parts;
    const id = idOf(job.id);
    const origin = { kind: 'queueable' as const, jobId: id };
    const result = this.system(job.userId, outer, (tx) => {
      const [, ...components] = (state.read(tx, job.state) as ApexList).items as ApexObject[];
      queue.dropJob(job.id);
      return contexts.deploy(tx, id, components);
    });
    const thrown = this.attempt(job, origin, outer, (tx) => {
      const callback = (state.read(tx, job.state) as ApexList).items[0] as ApexObject | null;
      if (callback) tx.org.code.invoke(tx, callback, 'handleResult', [result, contexts.deployment(id)]);
    });
    if (thrown) throw thrown;
  }

  private runFinalizerNow(job: JobRow, outer: Transaction): void {
    const row = this.parts.queue.job(finalizerId(job));
    if (row && this.claim(row, outer)) this.runFinalizer(row, outer);
  }

  private runCron(cron: CronRow, outer: Transaction | undefined): void {
    const { queue, store, contexts, state } = this.parts;
    const now = orgTime();
    const next = new Cron(cron.expression).next(now, cron.timeZone) ?? null;
    const id = idOf(cron.id);
    const mine = this.system(cron.userId, outer, (tx) => {
      if (!queue.fired(cron, next)) return false;
      // A test runs the job at once; its trigger still waits for the time that was set.
      if (outer) return true;
      store.writeRow(tx, 'CronTrigger', id, {
        PreviousFireTime: new ApexDatetime(now),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        TimesTriggered: cron.timesTriggered + 1,
        State: next === null ? 'DELETED' : 'WAITING'
      });
      return true;
    });
    if (!mine) return;
    const thrown = this.attempt(cron, { kind: 'scheduled', jobId: idOf(cron.jobId) }, outer, (tx) => {
      const job = state.read(tx, cron.state) as ApexObject;
      if (isReadOnly(tx, job)) tx.limits.readOnly();
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
    this.system(job.userId, outer, (tx) => this.complete(tx, job, failure, finalizer, requestId));
    if (!outer) this.parts.finalizers.drop(job.id);
  }

  /** Runs project code; the exception that ended it, null when there was none. */
  private attempt(
    job: { readonly userId: string; readonly requestId?: string },
    origin: TransactionOrigin,
    outer: Transaction | undefined,
    action: (tx: Transaction) => void
  ): ApexThrow | null {
    try {
      const { requestId } = job;
      const start = { userId: idOf(job.userId), origin, ...(requestId !== undefined && { requestId }) };
      this.parts.run({ ...start, ...(outer && { outer }) }, action);
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

function setIn(sets: WeakMap<TestContext, Set<string>>, tx: Transaction): Set<string> {
  if (!tx.test) return new Set();
  const known = sets.get(tx.test) ?? new Set<string>();
  sets.set(tx.test, known);
  return known;
}

/** Whether a schedulable's execute is marked `@ReadOnly`. */
function isReadOnly(tx: Transaction, job: ApexObject): boolean {
  const execute = tx.org.code
    .classInfo(typeName(job.apexType()))
    ?.methods.find(({ name, params }) => name.toLowerCase() === 'execute' && params.length === 1);
  return execute?.annotations.some(({ name }) => name === 'readonly') ?? false;
}

/** Finalizers and deployments have no AsyncApexJob. */
const hasRow = (job: JobRow): boolean => job.kind !== 'finalizer' && job.kind !== 'deployment';

const isEnqueued = (job: JobRow): boolean => job.kind === 'queueable' || job.kind === 'future';

/** Batches that start each other run all in a test (seen in public tests); one that goes on for ever ends here. */
const mostRounds = 100;

/** A job behind another one in a chain whose depth is limited. */
const isOfLimitedChain = (job: JobRow): boolean => job.kind === 'queueable' && job.maxDepth !== null && job.depth > 1;

const finalizerId = (job: JobRow): string => `${job.id}/finalizer`;
const dueOf = (job: JobRow): DueWork => ({ kind: 'job', id: job.id, dueAt: job.dueAt });

/** How the job of a finalizer has ended. */
interface ParentEnd {
  readonly failure: JobFailure | null;
  readonly requestId?: string | undefined;
}

export function failureOf(thrown: ApexThrow): JobFailure {
  const { exception } = thrown;
  return {
    type: exceptionTypeName(exception.type),
    message: exception.message ?? '',
    stackTrace: stackTraceText(exception),
    frames: exception.frames
  };
}

/** A limit that the job has exceeded comes as an AsyncException that tells it, with its place. */
function asFinalizersSee(failure: JobFailure): JobFailure {
  if (failure.type !== 'System.LimitException') return failure;
  const message = [`${failure.type}: ${failure.message}`, failure.stackTrace].filter(Boolean).join('\n');
  return { ...failure, type: 'System.AsyncException', message };
}

/** Whether a @future method says `callout=true`. */
function isCallingOut(tx: Transaction, className: string, method: string): boolean {
  const info = tx.org.code.classInfo(className)?.methods.find((one) => one.static && one.name === method);
  const future = info?.annotations.find(({ name }) => name === 'future');
  return future?.args['callout']?.toLowerCase() === 'true';
}

/** `name` in lower case. */
export function implementsInterface(tx: Transaction, object: ApexObject, name: string): boolean {
  const interfaces = tx.org.code.classInfo(typeName(object.apexType()))?.interfaces ?? [];
  return interfaces.some((one) => typeName(one).toLowerCase() === name);
}
