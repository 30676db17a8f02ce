import { ApexThrow } from '../kernel/exception.js';
import type { ApexId } from '../kernel/scalars.js';
import type { Transaction, TransactionOrigin, TriggerUnit } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import type { Connection } from '../data/store/connection.js';
import { exceptionTypeName } from '../runtime/exceptions.js';
import { beginEventRun, EventRun } from '../runtime/event-run.js';
import type { AsyncStore, JobContexts, RunTransaction, StateText } from './pieces.js';
import type { PublishCallbacks } from './publish-callbacks.js';
import type { EventRow, Queue } from './queue.js';
import type { SubscriberSettings } from '../schema/subscriber-settings.js';
import { partitionOf } from './partition.js';
import { Subscribers, type Subscriber } from './subscribers.js';

/** Times that a trigger which throws EventBus.RetryableException is run again. */
const mostRetries = 9;

export interface DeliveredEvent {
  readonly record: SObjectValue;
  readonly replayId: number;
}

export interface DeliveryParts {
  readonly connection: Connection;
  readonly store: AsyncStore;
  readonly queue: Queue;
  readonly state: StateText;
  readonly contexts: JobContexts;
  readonly run: RunTransaction;
  readonly callbacks: PublishCallbacks;
  readonly triggers: (object: string) => readonly TriggerUnit[];
  /** Told of delivered events, for browsers that listen. */
  readonly published: (events: readonly DeliveredEvent[]) => void;
  /** The user as whom event triggers run that are not configured otherwise. */
  readonly automatedProcess: () => ApexId;
  readonly settings: (trigger: string) => SubscriberSettings;
  readonly userId: (userName: string) => ApexId | undefined;
}

const eventOrigin: TransactionOrigin = { kind: 'event' };

/** What became of one run of a trigger; `subscriber` is its state behind it. */
interface Outcome {
  readonly subscriber: Subscriber;
  readonly error: unknown;
}

/**
 * Hands events to the triggers on them. Each trigger has its own place in the stream and its own transactions; events stay until
 * all triggers have passed them. In a test a trigger runs once a delivery, inside the test's transaction.
 */
export class EventDelivery {
  private readonly parts: DeliveryParts;
  private readonly subscribers: Subscribers;

  constructor(parts: DeliveryParts) {
    this.parts = parts;
    this.subscribers = new Subscribers(parts.connection, parts.store);
  }

  deliver(outer?: Transaction): void {
    let failure: { readonly error: unknown } | null = null;
    for (let rows = this.parts.queue.events(); rows.length > 0; rows = this.parts.queue.events()) {
      const ids = rows.map((row) => row.id);
      this.parts.callbacks.tell(ids, true, outer);
      for (const [object, mine] of byObject(rows)) {
        for (const trigger of this.parts.triggers(object)) {
          const error = this.serve(trigger, object, mine, outer);
          if (error !== null) failure ??= { error };
        }
        if (!outer) this.announce(mine);
      }
      this.dropPassed(rows, outer);
      // Events that the triggers publish wait for the next delivery.
      if (outer) break;
    }
    if (failure) throw failure.error;
  }

  fail(outer: Transaction): void {
    const ids = this.parts.queue.events().map((row) => row.id);
    this.parts.queue.dropEvents(ids);
    this.parts.callbacks.tell(ids, false, outer);
  }

  /** Brings one trigger up to date; the exception that it threw last, null when there was none. */
  private serve(trigger: TriggerUnit, object: string, rows: readonly EventRow[], outer: Transaction | undefined) {
    const tip = rows[rows.length - 1]?.id ?? 0;
    let failed: unknown = null;
    for (const [partition, mine] of this.partitioned(trigger.name, rows)) {
      failed ??= this.servePartition(trigger, { object, partition, tip }, mine, outer);
    }
    return failed;
  }

  private servePartition(
    trigger: TriggerUnit,
    { object, partition, tip }: { readonly object: string; readonly partition: number; readonly tip: number },
    rows: readonly EventRow[],
    outer: Transaction | undefined
  ): unknown {
    let failed: unknown = null;
    for (;;) {
      const subscriber = this.subscribers.find(trigger.name, object, partition);
      const batch = rows
        .filter((row) => row.id > subscriber.position)
        .slice(0, this.parts.settings(trigger.name).batchSize);
      if (!subscriber.running || batch.length === 0) return failed;
      const { subscriber: next, error } = this.attempt(trigger, subscriber, batch, tip, outer);
      if (error !== null) {
        this.system(outer, (tx) => this.save(tx, next, tip));
        const retried = next.retries > 0 && next.running;
        if (!retried) failed ??= error;
      }
      // A test asks for another delivery to go on behind a checkpoint or an exception.
      if (outer && (error !== null || next.position !== batch[batch.length - 1]?.id)) return failed;
    }
  }

  private attempt(
    trigger: TriggerUnit,
    subscriber: Subscriber,
    batch: readonly EventRow[],
    tip: number,
    outer: Transaction | undefined
  ): Outcome {
    const last = batch[batch.length - 1]?.id ?? 0;
    const passed: Subscriber = { ...subscriber, position: last, retries: 0, lastError: null };
    try {
      const start = { userId: this.runningUser(trigger), origin: eventOrigin, ...(outer && { outer }) };
      return this.parts.run(start, (tx): Outcome => {
        this.parts.store.begin(tx);
        const run = new EventRun(
          tx,
          subscriber,
          batch.map((row) => String(row.id))
        );
        beginEventRun(tx, run);
        let error: unknown = null;
        try {
          this.runTrigger(tx, trigger, batch);
        } catch (thrown) {
          if (isRetry(thrown) || !run.returnToCheckpoint()) throw thrown;
          error = thrown;
        }
        const position = run.checkpoint === null ? last : Number(run.checkpoint);
        const next = { ...passed, position };
        this.save(tx, next, tip);
        // Nothing is lost behind a checkpoint: what stopped the trigger is no failure of the delivery.
        return { subscriber: next, error: error === null || position > subscriber.position ? null : error };
      });
    } catch (error) {
      if (!isRetry(error)) return { subscriber: passed, error };
      const retries = subscriber.retries + 1;
      const next = { ...subscriber, retries, lastError: error.exception.message, running: retries <= mostRetries };
      return { subscriber: next, error };
    }
  }

  private save(tx: Transaction, subscriber: Subscriber, tip: number): void {
    this.subscribers.save(tx, subscriber, tip, this.parts.settings(subscriber.trigger).partitions > 1);
  }

  /** The events by the stream of a trigger that gets them; equal keys keep their order (Platform Events Developer Guide, "Order of Events in Parallel Subscriptions"). */
  private partitioned(trigger: string, rows: readonly EventRow[]): Iterable<readonly [number, readonly EventRow[]]> {
    const { partitions, partitionKey } = this.parts.settings(trigger);
    if (partitions === 1) return [[0, rows]];
    const start = { userId: this.parts.automatedProcess(), origin: eventOrigin };
    return this.parts.run(start, (tx) => {
      const groups = new Map<number, EventRow[]>();
      for (const row of rows) {
        const partition = partitionOf(tx, this.read(tx, row).fields.get(partitionKey) ?? null, partitions);
        groups.set(partition, [...(groups.get(partition) ?? []), row]);
      }
      return groups;
    });
  }

  private runningUser(trigger: TriggerUnit): ApexId {
    const { userName } = this.parts.settings(trigger.name);
    return (userName && this.parts.userId(userName)) || this.parts.automatedProcess();
  }

  private runTrigger(tx: Transaction, trigger: TriggerUnit, batch: readonly EventRow[]): void {
    const records = batch.map((row) => this.read(tx, row));
    const context = {
      event: 'after insert' as const,
      object: batch[0]?.object ?? '',
      newRecords: records,
      oldRecords: null
    };
    tx.triggerStack.push(context);
    try {
      trigger.run(tx, context);
    } finally {
      tx.triggerStack.pop();
    }
  }

  private announce(rows: readonly EventRow[]): void {
    const read = (tx: Transaction) => rows.map((row) => ({ record: this.read(tx, row), replayId: row.id }));
    const start = { userId: this.parts.automatedProcess(), origin: eventOrigin };
    this.parts.published(this.parts.run(start, read));
  }

  /** Events that no trigger waits for any more. */
  private dropPassed(rows: readonly EventRow[], outer: Transaction | undefined): void {
    const passed = [...byObject(rows)].flatMap(([object, mine]) => {
      const waited = new Set<number>();
      for (const { name } of this.parts.triggers(object)) {
        for (const [partition, events] of this.partitioned(name, mine)) {
          const { running, position } = this.subscribers.find(name, object, partition);
          if (running) for (const row of events) if (row.id > position) waited.add(row.id);
        }
      }
      return mine.filter((row) => !waited.has(row.id)).map((row) => row.id);
    });
    this.system(outer, (tx) => {
      this.parts.store.begin(tx);
      this.parts.queue.dropEvents(passed);
    });
  }

  private read(tx: Transaction, row: EventRow): SObjectValue {
    const event = this.parts.state.read(tx, row.state);
    if (!(event instanceof SObjectValue)) throw new Error('A stored event is no record');
    event.fields.set('ReplayId', String(row.id));
    return event;
  }

  private system(outer: Transaction | undefined, action: (tx: Transaction) => void): void {
    this.parts.run(
      { userId: this.parts.automatedProcess(), origin: { kind: 'sync' }, ...(outer && { outer }) },
      action
    );
  }
}

const isRetry = (error: unknown): error is ApexThrow =>
  error instanceof ApexThrow && exceptionTypeName(error.exception.type) === 'EventBus.RetryableException';

function byObject(rows: readonly EventRow[]): Map<string, EventRow[]> {
  const groups = new Map<string, EventRow[]>();
  for (const row of rows) groups.set(row.object, [...(groups.get(row.object) ?? []), row]);
  return groups;
}
