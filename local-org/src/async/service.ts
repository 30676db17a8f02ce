import type { ApexObject, ApexValue } from '../kernel/object.js';
import { ApexDatetime, type ApexId } from '../kernel/scalars.js';
import { ApexList } from '../kernel/collections.js';
import type {
  AsyncService,
  ChangedRecord,
  DmlOperation,
  DmlRowResult,
  EnqueueOptions,
  FlexQueuePlace,
  Transaction
} from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { T, typeName } from '../kernel/types.js';
import { asyncException, duplicateMessage, stringException } from '../runtime/exceptions.js';
import type { ChangeCapture, ChangeType } from './change-capture.js';
import { Cron } from './cron.js';
import { CronError } from './cron-fields.js';
import { dueWork } from './due.js';
import type { EventBus } from './event-bus.js';
import type { FlexQueue } from './flex-queue.js';
import { attachedFinalizer } from './finalizer.js';
import { jobPlace } from '../runtime/job-place.js';
import { idOf, JobRows } from './job-rows.js';
import type { AsyncStore, StateText } from './pieces.js';
import type { CronRow, JobRow, Queue } from './queue.js';
import type { FinalizerFiles } from './finalizer-files.js';
import type { JobRunner } from './runner.js';

/** Scheduled jobs that an org may have at one time. */
const mostScheduled = 100;
/** Of the ids of deployments. */
const deploymentPrefix = '0Af';
/** Times in a row that a finalizer may enqueue a failed job again. */
const mostFailures = 5;

/** An upsert is saved as inserts and updates. */
const changeTypes: Readonly<Record<DmlOperation, ChangeType>> = {
  insert: 'CREATE',
  update: 'UPDATE',
  upsert: 'UPDATE',
  delete: 'DELETE',
  undelete: 'UNDELETE'
};

export interface AsyncParts {
  readonly store: AsyncStore;
  readonly state: StateText;
  readonly queue: Queue;
  readonly events: EventBus;
  readonly finalizers: FinalizerFiles;
  readonly flexQueue: FlexQueue;
  readonly changes: ChangeCapture;
  /** Runs the queue at Test.stopTest. */
  readonly runner: () => JobRunner;
}

/**
 * Asynchronous Apex over a queue in the database: what a transaction enqueues is written in that transaction, so that it is
 * rolled back with it and found again after a restart.
 */
export class QueuedAsync implements AsyncService {
  private readonly parts: AsyncParts;
  private readonly rows: JobRows;

  constructor(parts: AsyncParts) {
    this.parts = parts;
    this.rows = new JobRows(parts.store);
  }

  enqueue(tx: Transaction, job: ApexObject, options: EnqueueOptions): ApexId {
    const { queue } = this.parts;
    tx.limits.add('queueableJobs', 1);
    this.parts.store.begin(tx);
    const parent = this.parent(tx);
    const chainedTo = tx.origin.kind === 'queueable' ? parent : undefined;
    const depth = (chainedTo?.depth ?? 0) + 1;
    const maxDepth = options.maximumStackDepth ?? chainedTo?.maxDepth ?? null;
    // In tests a job may enqueue another one only when a depth was set for the chain.
    if (tx.test && chainedTo && maxDepth === null) throw asyncException('Maximum stack depth has been reached.');
    if (maxDepth !== null && depth > maxDepth) throw asyncException('Maximum stack depth has been reached.');
    const signature = options.duplicateSignature ?? null;
    if (signature !== null && queue.isQueued(signature)) {
      throw duplicateMessage('Attempt to enqueue job with duplicate queueable signature');
    }
    const className = typeName(job.apexType());
    const failures = this.failures(tx, parent);
    const id = this.rows.add(tx, 'Queueable', className, null);
    const dueAt = tx.now() + (options.delayMinutes ?? 0) * 60_000;
    const state = this.parts.state.write(tx, job);
    const delay = options.delayMinutes === undefined ? '' : String(options.delayMinutes);
    const detail = { id: id.value, kind: 'queueable' as const, className, detail: delay, state, dueAt };
    this.add(tx, { ...detail, signature, depth, maxDepth, failures });
    if (tx.origin.kind === 'finalizer') this.parts.runner().inTests.runInSame(tx, id.value);
    return id;
  }

  attachFinalizer(tx: Transaction, finalizer: ApexObject): void {
    if (tx.origin.kind !== 'queueable') {
      throw asyncException('System.attachFinalizer(Finalizer) is not allowed in this context');
    }
    const attached = attachedFinalizer(tx);
    if (attached.finalizer) {
      throw asyncException('More than one Finalizer cannot be attached to same Async Apex Job');
    }
    attached.finalizer = finalizer;
    this.parts.finalizers.keep(tx.origin.jobId.value, this.parts.state.write(tx, finalizer));
  }

  future(tx: Transaction, className: string, method: string, args: readonly ApexValue[]): void {
    refuseFutureFrom(tx, className, method, args.length);
    tx.limits.add('futureCalls', 1);
    this.parts.store.begin(tx);
    const id = this.rows.add(tx, 'Future', className, method);
    const state = this.parts.state.write(tx, new ApexList(T.Object, [...args]));
    this.add(tx, { id: id.value, kind: 'future', className, detail: method, state, dueAt: tx.now() });
  }

  deploy(tx: Transaction, components: readonly ApexObject[], callback: ApexObject | null): ApexId {
    this.parts.store.begin(tx);
    const id = this.parts.store.newId(tx, deploymentPrefix);
    const state = this.parts.state.write(tx, new ApexList(T.Object, [callback, ...components]));
    const className = callback ? typeName(callback.apexType()) : '';
    this.add(tx, { id: id.value, kind: 'deployment', className, detail: '', state, dueAt: tx.now() });
    return id;
  }

  executeBatch(tx: Transaction, batchable: ApexObject, scopeSize: number): ApexId {
    if (scopeSize < 1) throw asyncException(`Invalid value for parameter: scope size ${scopeSize}`);
    refuseBatchFrom(tx, 'Database.executeBatch');
    const className = typeName(batchable.apexType());
    return this.addBatch(tx, className, String(scopeSize), this.parts.state.write(tx, batchable));
  }

  enqueueEmptyBatches(tx: Transaction, count: number): ApexId[] {
    return Array.from({ length: count }, () => this.addBatch(tx, '', '0', 'null'));
  }

  flexQueueOrder(): ApexId[] {
    return this.parts.flexQueue.order().map(idOf);
  }

  moveInFlexQueue(tx: Transaction, job: ApexId, to: FlexQueuePlace): boolean {
    const { flexQueue, store } = this.parts;
    store.begin(tx);
    if (to === 'end') return flexQueue.moveToEnd(job.value);
    if (to === 'front') return flexQueue.moveToFront(job.value);
    return 'before' in to
      ? flexQueue.moveBefore(job.value, to.before.value)
      : flexQueue.moveAfter(job.value, to.after.value);
  }

  schedule(tx: Transaction, name: string, expression: string, job: ApexObject): ApexId {
    return this.addCron(tx, name, expression, job, null);
  }

  scheduleBatch(tx: Transaction, job: ApexObject, name: string, minutes: number, scopeSize: number): ApexId {
    refuseBatchFrom(tx, 'System.scheduleBatch');
    const at = new Date(tx.now() + minutes * 60_000);
    const expression = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} ? ${at.getUTCFullYear()}`;
    return this.addCron(tx, name, expression, job, scopeSize);
  }

  abort(tx: Transaction, jobId: ApexId): void {
    const { queue, store } = this.parts;
    store.begin(tx);
    const cron = queue.cron(jobId.value) ?? queue.crons().find((one) => one.jobId === jobId.value);
    if (cron) {
      queue.dropCron(cron.id);
      store.deleteRow(tx, 'CronTrigger', idOf(cron.id));
      this.rows.ended(tx, idOf(cron.jobId), 'Aborted', null);
      return;
    }
    const job = queue.job(jobId.value);
    if (!job) throw stringException(`Invalid id: ${jobId.value}`);
    // A batch that runs ends behind the chunk that runs.
    const running = job.kind === 'batch' && queue.move(job.id, 'Processing', 'Aborted');
    if (running || queue.move(job.id, 'Queued', 'Aborted')) {
      this.rows.ended(tx, jobId, 'Aborted', null);
      const worker = queue.workerOf(job.id);
      if (worker !== undefined) this.rows.ended(tx, idOf(worker), 'Aborted', null);
    }
    this.parts.flexQueue.remove(job.id);
    this.promote(tx);
  }

  pauseCron(tx: Transaction, job: ApexId | string): void {
    const cron = this.cron(job);
    if (cron.nextAt === null) return;
    this.setNext(tx, cron.id, null, 'PAUSED');
  }

  resumeCron(tx: Transaction, job: ApexId | string): void {
    const cron = this.cron(job);
    if (cron.nextAt !== null) return;
    this.setNext(tx, cron.id, tx.now(), 'WAITING');
    dueWork(tx).push({ kind: 'cron', id: cron.id, dueAt: tx.now() });
  }

  purge(tx: Transaction, before: ApexDatetime, most: number): number {
    const { queue, store } = this.parts;
    store.begin(tx);
    tx.limits.add('dmlStatements', 1);
    tx.limits.add('dmlRows', 1);
    const ids = queue.endedBefore(before.ms, most);
    for (const id of ids) {
      store.deleteRow(tx, 'AsyncApexJob', idOf(id));
      queue.dropJob(id);
    }
    return ids.length;
  }

  publish(tx: Transaction, events: readonly SObjectValue[], callback: ApexObject | null = null): DmlRowResult[] {
    return this.parts.events.publish(tx, events, callback);
  }

  deliverEvents(tx: Transaction): void {
    this.parts.events.deliver(tx);
  }

  enableChangeCapture(tx: Transaction): void {
    if (tx.test) this.parts.changes.enable(tx.test);
  }

  captureChanges(tx: Transaction, object: string, operation: DmlOperation, records: readonly ChangedRecord[]): void {
    this.parts.changes.capture(tx, object, changeTypes[operation], records);
  }

  failEvents(tx: Transaction): void {
    this.parts.events.fail(tx);
  }

  flushForTest(tx: Transaction): void {
    this.parts.runner().inTests.runQueued(tx);
  }

  endTest(tx: Transaction): void {
    this.parts.runner().inTests.runLeft(tx);
  }

  private addBatch(tx: Transaction, className: string, size: string, state: string): ApexId {
    const { flexQueue, store } = this.parts;
    store.begin(tx);
    const held = flexQueue.isFull(tx);
    const id = this.rows.add(tx, 'BatchApex', className, null, held ? { Status: 'Holding' } : {});
    if (held) flexQueue.hold(id);
    this.add(tx, { id: id.value, kind: 'batch', className, detail: size, state, dueAt: tx.now() }, !held);
    return id;
  }

  private setNext(tx: Transaction, id: string, nextAt: number | null, state: 'PAUSED' | 'WAITING'): void {
    const { queue, store } = this.parts;
    store.begin(tx);
    queue.setNext(id, nextAt);
    store.writeRow(tx, 'CronTrigger', idOf(id), { State: state });
  }

  private cron(job: ApexId | string): CronRow {
    const name = typeof job === 'string' ? job.toLowerCase() : null;
    const found = this.parts.queue
      .crons()
      .find((one) => (typeof job === 'string' ? one.name.toLowerCase() === name : one.id === job.value));
    // No page has the platform's sentence.
    if (!found) throw asyncException(`There is no scheduled job ${typeof job === 'string' ? job : job.value}.`);
    return found;
  }

  private promote(tx: Transaction): void {
    const next = this.parts.flexQueue.promote(tx);
    if (next !== undefined) dueWork(tx).push({ kind: 'job', id: next, dueAt: tx.now() });
  }

  /** The queue row of the job that this transaction runs. */
  private parent(tx: Transaction): JobRow | undefined {
    return 'jobId' in tx.origin ? this.parts.queue.job(tx.origin.jobId.value) : undefined;
  }

  private failures(tx: Transaction, parent: JobRow | undefined): number {
    if (tx.origin.kind !== 'finalizer' || parent?.status !== 'Failed') return 0;
    if (parent.failures >= mostFailures) {
      throw asyncException(
        `A failed Queueable job can be enqueued again by its finalizer ${mostFailures} times in a row.`
      );
    }
    return parent.failures + 1;
  }

  private add(
    tx: Transaction,
    job: Pick<JobRow, 'id' | 'kind' | 'className' | 'detail' | 'state' | 'dueAt'> & Partial<JobRow>,
    isDue = true
  ): void {
    this.parts.queue.addJob({
      userId: tx.user.id.value,
      status: 'Queued',
      signature: null,
      depth: 1,
      maxDepth: null,
      failures: 0,
      step: -1,
      ...job
    });
    this.parts.store.markPending(tx);
    if (isDue) dueWork(tx).push({ kind: 'job', id: job.id, dueAt: job.dueAt });
  }

  private addCron(
    tx: Transaction,
    name: string,
    expression: string,
    job: ApexObject,
    scopeSize: number | null
  ): ApexId {
    const { store, queue, state } = this.parts;
    store.begin(tx);
    const timeZone = scopeSize === null ? tx.user.timeZone : 'UTC';
    const nextAt = firstFire(expression, tx.now(), timeZone);
    const scheduled = queue.crons();
    if (scheduled.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
      throw asyncException(`The Apex job named "${name}" is already scheduled for execution.`);
    }
    if (scheduled.length >= mostScheduled) {
      throw asyncException(`You have exceeded the maximum number (${mostScheduled}) of Apex scheduled jobs.`);
    }
    const className = typeName(job.apexType());
    const detail = store.writeRow(tx, 'CronJobDetail', null, { Name: name, JobType: '7' });
    const id = store.writeRow(tx, 'CronTrigger', null, {
      CronJobDetailId: detail,
      CronExpression: expression,
      State: 'WAITING',
      NextFireTime: new ApexDatetime(nextAt),
      StartTime: new ApexDatetime(tx.now()),
      TimesTriggered: 0,
      TimeZoneSidKey: timeZone,
      OwnerId: tx.user.id
    });
    const jobId = this.rows.add(tx, 'ScheduledApex', className, null, { CronTriggerId: id });
    queue.addCron({
      id: id.value,
      jobId: jobId.value,
      name,
      expression,
      timeZone,
      userId: tx.user.id.value,
      className,
      state: state.write(tx, job),
      nextAt,
      timesTriggered: 0,
      scopeSize
    });
    store.markPending(tx);
    dueWork(tx).push({ kind: 'cron', id: id.value, dueAt: nextAt });
    return id;
  }
}

/** Batch and future methods may not call future methods; the platform says so before it counts. */
function refuseFutureFrom(tx: Transaction, className: string, method: string, arity: number): void {
  if (tx.origin.kind !== 'future' && tx.origin.kind !== 'batch') return;
  const methods = tx.org.code.classInfo(className)?.methods ?? [];
  const called = methods.find(({ name, params }) => name === method && params.length === arity);
  const types = (called?.params ?? []).map(({ type }) => typeName(type)).join(', ');
  throw asyncException(
    `Future method cannot be called from a future or batch method: ${className}.${method}(${types})`
  );
}

/** Only finish may chain batches. The sentence is from memory; the rule is in the Apex Developer Guide, "Use Batch Apex". */
function refuseBatchFrom(tx: Transaction, call: string): void {
  const { phase } = jobPlace(tx);
  if (phase !== 'start' && phase !== 'execute' && tx.origin.kind !== 'future') return;
  throw asyncException(`${call} cannot be called from a batch start, batch execute, or future method.`);
}

function firstFire(expression: string, now: number, timeZone: string): number {
  let next: number | undefined;
  try {
    next = new Cron(expression).next(now, timeZone);
  } catch (error) {
    if (error instanceof CronError) throw stringException(error.message);
    throw error;
  }
  if (next === undefined) throw asyncException('Based on configured schedule, the given trigger will never fire.');
  return next;
}
