import { ApexList } from '../kernel/collections.js';
import { ApexThrow } from '../kernel/exception.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { sobjectType, T, typeName } from '../kernel/types.js';
import { typeException, unexpectedException } from '../runtime/exceptions.js';
import { dueWork } from './due.js';
import { idOf, type JobRows } from './job-rows.js';
import type { JobFailure } from './pieces.js';
import type { JobRow } from './queue.js';
import { failureOf, type RunnerParts } from './runner.js';

/**
 * Batch Apex: start, one execute a chunk, finish, each in a transaction of its own. What start found is stored in chunks, so
 * that a batch goes on after a restart where it was. A chunk that fails is counted and the others go on.
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
    try {
      this.inOwn(job, outer, (tx) => this[phase](tx, job));
    } catch (error) {
      if (!(error instanceof ApexThrow)) throw error;
      const failure = failureOf(error);
      this.inOwn(job, outer, (tx) =>
        phase === 'execute' ? this.chunkFailed(tx, job, failure) : this.end(tx, job, failure)
      );
      throw error;
    }
  }

  private start(tx: Transaction, job: JobRow): void {
    const { contexts, queue, state } = this.parts;
    const batchable = this.instance(tx, job);
    const started = tx.org.code.invoke(tx, batchable, 'start', [contexts.batchable(tx, idOf(job.id), idOf(job.id))]);
    const scope = contexts.batchScope(tx, started);
    if (scope === null) throw typeException('start did not return a valid iterable object.');
    const size = Number(job.detail);
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
    this.rows.progress(tx, idOf(job.id), { TotalJobItems: chunks });
    this.next(tx, job, 0, this.isStateful(tx, batchable) ? state.write(tx, batchable) : job.state);
  }

  private execute(tx: Transaction, job: JobRow): void {
    const { contexts, queue, state } = this.parts;
    const batchable = this.instance(tx, job);
    const scope = state.read(tx, queue.chunk(job.id, job.step) ?? '');
    tx.org.code.invoke(tx, batchable, 'execute', [contexts.batchable(tx, idOf(job.id), idOf(job.id)), scope]);
    this.parts.store.begin(tx);
    this.rows.progress(tx, idOf(job.id), { JobItemsProcessed: job.step + 1 });
    this.next(tx, job, job.step + 1, this.isStateful(tx, batchable) ? state.write(tx, batchable) : job.state);
  }

  private finish(tx: Transaction, job: JobRow): void {
    const context = this.parts.contexts.batchable(tx, idOf(job.id), idOf(job.id));
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
  }

  private instance(tx: Transaction, job: JobRow): ApexObject {
    const batchable = this.parts.state.read(tx, job.state);
    if (!(batchable instanceof ApexObject)) throw new Error(`${job.className} was not stored as an object`);
    return batchable;
  }

  private isStateful(tx: Transaction, batchable: ApexObject): boolean {
    const interfaces = tx.org.code.classInfo(typeName(batchable.apexType()))?.interfaces ?? [];
    return interfaces.some((one) => typeName(one).toLowerCase() === 'database.stateful');
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
