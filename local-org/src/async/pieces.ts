import type { ApexFrame } from '../kernel/exception.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { Transaction, TransactionOrigin } from '../kernel/services.js';

/** What the queue needs of the database beside its own tables: the rows of AsyncApexJob and CronTrigger that Apex can query. */
export interface AsyncStore {
  /** Takes the write lock for the transaction unless it has it. */
  begin(tx: Transaction): void;
  /** Refuses callouts for the rest of the transaction. */
  markPending(tx: Transaction): void;
  /** Inserts (id null) or updates a row past triggers, validation, security and limits. */
  writeRow(tx: Transaction, object: string, id: ApexId | null, fields: Readonly<Record<string, ApexValue>>): ApexId;
  deleteRow(tx: Transaction, object: string, id: ApexId): void;
  /** An id for something that has no row. */
  newId(tx: Transaction, keyPrefix: string): ApexId;
  /** Id of the ApexClass row of a top-level class, null when there is none. */
  classId(name: string): ApexId | null;
}

/** Text form of the state of jobs: an object graph as it was when it was enqueued. */
export interface StateText {
  write(tx: Transaction, value: ApexValue): string;
  read(tx: Transaction, text: string): ApexValue;
}

export interface TransactionStart {
  readonly userId: ApexId;
  readonly origin: TransactionOrigin;
  /** Absent: a new one. A finalizer has that of its job. */
  readonly requestId?: string;
  /** In a test: the test's transaction. The new one then is a savepoint in it. */
  readonly outer?: Transaction;
}

/** Runs an action in a transaction of its own: committed when it returns, rolled back when it throws. */
export type RunTransaction = <V>(start: TransactionStart, action: (tx: Transaction) => V) => V;

/** The objects that the platform passes to project code, and what it gets back. */
export interface JobContexts {
  queueable(tx: Transaction, jobId: ApexId, place: QueueablePlace): ApexValue;
  batchable(tx: Transaction, jobId: ApexId, childId: ApexId): ApexValue;
  schedulable(tx: Transaction, triggerId: ApexId): ApexValue;
  finalizer(tx: Transaction, jobId: ApexId, failure: JobFailure | null): ApexValue;
  /** Deploys components of metadata; the Metadata.DeployResult. */
  deploy(tx: Transaction, id: ApexId, components: readonly ApexObject[]): ApexValue;
  /** Metadata.DeployCallbackContext. */
  deployment(id: ApexId): ApexValue;
  /** EventBus.SuccessResult or FailureResult. */
  publishResult(success: boolean, eventUuids: readonly string[]): ApexValue;
  /** The rows or values that a batch's start method returned; null when it is neither a QueryLocator nor an Iterable. */
  batchScope(tx: Transaction, started: ApexValue): BatchScope | null;
}

/** Where a queueable stands in its chain. */
export interface QueueablePlace {
  readonly depth: number;
  readonly maxDepth: number | null;
  readonly delayMinutes: number | null;
}

export interface BatchScope {
  readonly items: readonly ApexValue[];
  /** Chunks of rows of a query locator have at most 2,000. */
  readonly fromLocator: boolean;
}

/** The exception that ended a job, in a form that can be stored. */
export interface JobFailure {
  /** Type name as getTypeName() shows it. */
  readonly type: string;
  readonly message: string;
  readonly stackTrace: string;
  readonly frames: readonly ApexFrame[];
}
