import { ApexList } from '../kernel/collections.js';
import { ApexThrow } from '../kernel/exception.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';
import { sobjectType, T } from '../kernel/types.js';
import { typeException, unexpectedException } from '../runtime/exceptions.js';
import { toText } from '../runtime/text.js';
import { dueWork } from './due.js';
import { jobPlace } from '../runtime/job-place.js';
import { implementsInterface } from './job-declarations.js';
import { failureOf } from './job-failures.js';
import { idOf, type JobRows } from './job-rows.js';
import type { JobFailure } from './pieces.js';
import type { JobRow } from './queue.js';
import type { RunnerParts } from './runner-parts.js';

/** Records of a query locator that one execute gets at most (Apex Developer Guide, "Use Batch Apex"). */
const largestChunk = 2000;

interface FailedStep {
  readonly phase: 'start' | 'execute' | 'finish';
  readonly failure: JobFailure;
  readonly requestId: string;
}

/**
 * Batch Apex: start, one execute a chunk, finish, each in a transaction of its own. What start found is stored in chunks, so
 * that a batch goes on after a restart where it was. A chunk that fails is counted and the others go on. The chunks are the work of a
 * child job, a BatchApexWorker (Object Reference, "AsyncApexJob", ParentJobId); execute and events of its failures have its id.
 */
export class BatchSteps {
  private readonly parts: RunnerParts;
  private readonly rows: JobRows;

  constructor(parts: RunnerParts, rows: JobRows) {
    this.parts = parts;
    this.rows = rows;
  }

  /** One step in the server (the next one becomes due with its commit); in a test all of them. */
  run(job: JobRow, outer: Transaction | undefined): void {
    let current: JobRow | undefined = job;
    do {
      this.step(current, outer);
      current = this.parts.queue.job(job.id);
    } while (outer && current?.status === 'Processing');
  }

  /** A chunk whose process died counts as failed; a start or finish that died ends the job. */
  interrupted(job: JobRow, failure: JobFailure): void {
    const inChunk = job.step >= 0 && job.step < this.parts.queue.chunkCount(job.id);
    this.inOwn(job, undefined, (tx) => (inChunk ? this.chunkFailed(tx, job, failure) : this.end(tx, job, failure)));
  }

  private step(job: JobRow, outer: Transaction | undefined): void {
    const { queue } = this.parts;
    const phase = job.step < 0 ? 'start' : job.step < queue.chunkCount(job.id) ? 'execute' : 'finish';
    let requestId = '';
    try {
      this.inOwn(job, outer, (tx) => {
        requestId = tx.requestId;
        jobPlace(tx).phase = phase;
        this[phase](tx, job);
      });
    } catch (error) {
      if (!(error instanceof ApexThrow)) throw error;
      const failure = failureOf(error);
      this.inOwn(job, outer, (tx) => {
        this.raise(tx, job, { phase, failure, requestId });
        if (phase === 'execute') this.chunkFailed(tx, job, failure);
        else this.end(tx, job, failure);
      });
      throw error;
    }
  }

  private start(tx: Transaction, job: JobRow): void {
    const { contexts, queue, state } = this.parts;
    // Test.enqueueBatchJobs makes jobs without a class.
    if (job.className === '') return this.end(tx, job, null);
    const batchable = this.instance(tx, job);
    const started = tx.org.code.invoke(tx, batchable, 'start', [contexts.batchable(tx, idOf(job.id), idOf(job.id))]);
    const found = contexts.batchScope(tx, started);
    if (found === null) throw typeException('start did not return a valid iterable object.');
    const scope = found.items;
    const size = found.fromLocator ? Math.min(Number(job.detail), largestChunk) : Number(job.detail);
    const chunks = Math.ceil(scope.length / size);
    if (tx.test && chunks > 1) {
      throw unexpectedException(
        'No more than one executeBatch can be called from within a test method. ' +
          'Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
      );
    }
    this.parts.store.begin(tx);
    for (let step = 0; step < chunks; step++) {
      queue.addChunk(job.id, step, state.write(tx, listOfScope(scope.slice(step * size, (step + 1) * size))));
    }
    if (chunks > 0) {
      this.rows.add(tx, 'BatchApexWorker', job.className, null, { Status: 'Processing', ParentJobId: idOf(job.id) });
    }
    this.rows.progress(tx, idOf(job.id), { Status: 'Processing', TotalJobItems: chunks });
    this.next(tx, job, 0, this.isStateful(tx, batchable) ? state.write(tx, batchable) : job.state);
  }

  private execute(tx: Transaction, job: JobRow): void {
    const { contexts, queue, state } = this.parts;
    const batchable = this.instance(tx, job);
    const scope = state.read(tx, queue.chunk(job.id, job.step) ?? '');
    tx.org.code.invoke(tx, batchable, 'execute', [contexts.batchable(tx, idOf(job.id), this.worker(job)), scope]);
    this.parts.store.begin(tx);
    this.rows.progress(tx, idOf(job.id), { JobItemsProcessed: job.step + 1 });
    this.next(tx, job, job.step + 1, this.isStateful(tx, batchable) ? state.write(tx, batchable) : job.state);
  }

  private finish(tx: Transaction, job: JobRow): void {
    const context = this.parts.contexts.batchable(tx, idOf(job.id), idOf(job.id));
    // What finish finds of its own job is complete; should finish fail, this is undone with it.
    this.parts.store.begin(tx);
    this.rows.ended(tx, idOf(job.id), 'Completed', null);
    this.endWorker(tx, job, 'Completed');
    tx.org.code.invoke(tx, this.instance(tx, job), 'finish', [context]);
    this.end(tx, job, null);
  }

  private chunkFailed(tx: Transaction, job: JobRow, failure: JobFailure): void {
    const failed = job.failures + 1;
    this.parts.store.begin(tx);
    this.parts.queue.countFailure(job.id);
    this.rows.progress(tx, idOf(job.id), {
      JobItemsProcessed: job.step + 1,
      NumberOfErrors: failed,
      ...(failed === 1 && { ExtendedStatus: `First error: ${failure.message}`.slice(0, 1000) })
    });
    this.next(tx, job, job.step + 1, job.state);
  }

  private next(tx: Transaction, job: JobRow, step: number, state: string): void {
    this.parts.queue.setStep(job.id, step, state);
    if (tx.test) return;
    this.parts.queue.move(job.id, 'Processing', 'Queued');
    dueWork(tx).push({ kind: 'job', id: job.id, dueAt: tx.now() });
  }

  private end(tx: Transaction, job: JobRow, failure: JobFailure | null): void {
    this.parts.store.begin(tx);
    this.parts.queue.dropChunks(job.id);
    this.parts.queue.move(job.id, 'Processing', failure ? 'Failed' : 'Completed');
    this.rows.ended(tx, idOf(job.id), failure ? 'Failed' : 'Completed', failure);
    this.endWorker(tx, job, failure ? 'Failed' : 'Completed');
    const next = this.parts.flexQueue.promote(tx);
    if (next !== undefined && !tx.test) dueWork(tx).push({ kind: 'job', id: next, dueAt: tx.now() });
  }

  /** Database.RaisesPlatformEvents: what ended the step becomes a BatchApexErrorEvent. */
  private raise(tx: Transaction, job: JobRow, step: FailedStep): void {
    const { events, queue, state } = this.parts;
    if (job.className === '' || !implementsInterface(tx, this.instance(tx, job), 'database.raisesplatformevents'))
      return;
    const chunk = step.phase === 'execute' ? state.read(tx, queue.chunk(job.id, job.step) ?? 'null') : null;
    const scope = chunk instanceof ApexList ? chunk.items.map((item) => scopeText(tx, item)).join(',') : '';
    const event = new SObjectValue('BatchApexErrorEvent');
    const fields: Readonly<Record<string, ApexValue>> = {
      AsyncApexJobId: (step.phase === 'execute' ? this.worker(job) : idOf(job.id)).value,
      Phase: step.phase.toUpperCase(),
      ExceptionType: step.failure.type,
      Message: step.failure.message.slice(0, 5000),
      StackTrace: step.failure.stackTrace.slice(0, 5000),
      RequestId: step.requestId,
      JobScope: scope.slice(0, 40_000),
      DoesExceedJobScopeMaxLength: scope.length > 40_000
    };
    for (const [name, value] of Object.entries(fields)) event.fields.set(name, value);
    events.publishSystem(tx, event);
  }

  /** The child job of the chunks; the job itself until it has one. */
  private worker(job: JobRow): ApexId {
    return idOf(this.parts.queue.workerOf(job.id) ?? job.id);
  }

  private endWorker(tx: Transaction, job: JobRow, status: 'Completed' | 'Failed'): void {
    const worker = this.parts.queue.workerOf(job.id);
    if (worker !== undefined) this.rows.ended(tx, idOf(worker), status, null);
  }

  private instance(tx: Transaction, job: JobRow): ApexObject {
    const batchable = this.parts.state.read(tx, job.state);
    if (!(batchable instanceof ApexObject)) throw new Error(`${job.className} was not stored as an object`);
    jobPlace(tx).calloutsAllowed = implementsInterface(tx, batchable, 'database.allowscallouts');
    return batchable;
  }

  private isStateful(tx: Transaction, batchable: ApexObject): boolean {
    return implementsInterface(tx, batchable, 'database.stateful');
  }

  private inOwn(job: JobRow, outer: Transaction | undefined, action: (tx: Transaction) => void): void {
    const origin = { kind: 'batch' as const, jobId: idOf(job.id) };
    this.parts.run({ userId: idOf(job.userId), origin, ...(outer && { outer }) }, action);
  }
}

/** The chunk as a list of its rows' object, which is what execute declares. */
function listOfScope(items: readonly ApexValue[]): ApexList {
  const first = items[0];
  return new ApexList(first instanceof SObjectValue ? sobjectType(first.object) : T.Object, [...items]);
}

/** The part of JobScope for one item: the id of a record, the text of anything else. */
function scopeText(tx: Transaction, item: ApexValue): string {
  const id = item instanceof SObjectValue ? item.fields.get('Id') : undefined;
  return id ? toText(tx, id) : toText(tx, item);
}
