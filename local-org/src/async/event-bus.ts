import { randomUUID } from 'node:crypto';
import type { DmlRowResult, Transaction, TransactionOrigin } from '../kernel/services.js';
import { ApexThrow } from '../kernel/exception.js';
import { ApexDatetime, ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';
import { exceptionTypeName } from '../runtime/exceptions.js';
import { dueWork, type DueWork } from './due.js';
import type { AsyncStore, RunTransaction, StateText } from './pieces.js';
import type { EventRow, Queue } from './queue.js';

/** Events of one object that a trigger gets at most at once. */
const mostInTrigger = 2000;
/** Runs of a trigger that throws EventBus.RetryableException, the first one included. */
const mostAttempts = 10;

export interface DeliveredEvent {
  readonly record: SObjectValue;
  readonly replayId: number;
}

export interface EventBusParts {
  readonly store: AsyncStore;
  readonly queue: Queue;
  readonly state: StateText;
  readonly run: RunTransaction;
  /** Told of delivered events, for browsers that listen. */
  readonly published: (events: readonly DeliveredEvent[]) => void;
  /** Work that became due without a commit: events that are published immediately. */
  readonly due: (work: readonly DueWork[]) => void;
  /** The user as whom event triggers run. */
  readonly automatedProcess: () => ApexId;
}

const eventOrigin: TransactionOrigin = { kind: 'event' };
const immediateKey = {};

/**
 * Platform events: stored with the transaction that publishes them and handed to their triggers after commit, in the order of
 * publishing. Events of `PublishImmediately` survive a rollback.
 */
export class EventBus {
  private readonly parts: EventBusParts;

  constructor(parts: EventBusParts) {
    this.parts = parts;
  }

  publish(tx: Transaction, events: readonly SObjectValue[]): DmlRowResult[] {
    return events.map((event): DmlRowResult => {
      const missing = this.missingField(tx, event);
      if (missing !== undefined) {
        const message = `Required fields are missing: [${missing}]`;
        return {
          id: null,
          success: false,
          created: false,
          errors: [{ code: 'REQUIRED_FIELD_MISSING', message, fields: [missing] }]
        };
      }
      event.fields.set('EventUuid', randomUUID());
      const copy = new SObjectValue(event.object);
      for (const [name, value] of event.fields) copy.fields.set(name, value);
      copy.fields.set('CreatedDate', new ApexDatetime(tx.now()));
      copy.fields.set('CreatedById', tx.user.id);
      if (!tx.test && this.isImmediate(tx, event.object)) immediate(tx).push(copy);
      else this.store(tx, copy);
      return { id: eventId(), success: true, created: true, errors: [] };
    });
  }

  /** Called when a transaction has ended, committed or not: what had to be published immediately is published now. */
  afterTransaction(tx: Transaction): void {
    const waiting = immediate(tx).splice(0);
    if (waiting.length === 0) return;
    for (const event of waiting) {
      this.parts.queue.addEvent(event.object, this.parts.state.write(tx, event), tx.user.id.value);
    }
    this.parts.due([{ kind: 'events', id: 'bus', dueAt: tx.now() }]);
  }

  /** Hands all stored events to their triggers. In a test the triggers run inside the test's transaction. */
  deliver(outer?: Transaction): void {
    for (let rows = this.parts.queue.events(); rows.length > 0; rows = this.parts.queue.events()) {
      const object = rows[0]?.object ?? '';
      const other = rows.findIndex((row) => row.object !== object);
      this.deliverRun(rows.slice(0, Math.min(other < 0 ? rows.length : other, mostInTrigger)), outer);
      // In a test one level is delivered: events that the triggers publish wait for the next delivery.
      if (outer && rows.length <= mostInTrigger && other < 0) return;
    }
  }

  private deliverRun(rows: readonly EventRow[], outer: Transaction | undefined): void {
    const object = rows[0]?.object ?? '';
    const ids = rows.map((row) => row.id);
    let published: DeliveredEvent[] = [];
    for (let attempt = 1; ; attempt++) {
      try {
        const start = { userId: this.parts.automatedProcess(), origin: eventOrigin, ...(outer && { outer }) };
        published = this.parts.run(start, (tx) => {
          this.parts.store.begin(tx);
          this.parts.queue.dropEvents(ids);
          const events = rows.map((row) => this.read(tx, row));
          for (const trigger of tx.org.code.triggers(object)) {
            const context = { event: 'after insert' as const, object, newRecords: events, oldRecords: null };
            tx.triggerStack.push(context);
            try {
              trigger.run(tx, context);
            } finally {
              tx.triggerStack.pop();
            }
          }
          return events.map((record, index) => ({ record, replayId: ids[index] ?? 0 }));
        });
        break;
      } catch (error) {
        if (outer) throw error;
        const retry =
          error instanceof ApexThrow && exceptionTypeName(error.exception.type) === 'EventBus.RetryableException';
        if (retry && attempt < mostAttempts) continue;
        // The platform drops the batch: an event trigger that fails is not run again.
        this.parts.queue.dropEvents(ids);
        throw error;
      }
    }
    if (!outer) this.parts.published(published);
  }

  private read(tx: Transaction, row: EventRow): SObjectValue {
    const event = this.parts.state.read(tx, row.state);
    if (!(event instanceof SObjectValue)) throw new Error('A stored event is no record');
    event.fields.set('ReplayId', String(row.id));
    return event;
  }

  private store(tx: Transaction, event: SObjectValue): void {
    this.parts.store.begin(tx);
    this.parts.queue.addEvent(event.object, this.parts.state.write(tx, event), tx.user.id.value);
    dueWork(tx).push({ kind: 'events', id: 'bus', dueAt: tx.now() });
  }

  private isImmediate(tx: Transaction, object: string): boolean {
    return tx.org.schema.object(object)?.publishBehavior === 'PublishImmediately';
  }

  private missingField(tx: Transaction, event: SObjectValue): string | undefined {
    for (const field of tx.org.schema.object(event.object)?.fields.values() ?? []) {
      if (!field.custom || !field.required || field.type === 'boolean') continue;
      if ((event.fields.get(field.name) ?? null) === null && (field.defaultValue ?? null) === null) return field.name;
    }
    return undefined;
  }
}

const immediate = (tx: Transaction): SObjectValue[] => tx.slot(immediateKey, (): SObjectValue[] => []);

/** Results of EventBus.publish carry an id of the key prefix e00 that names no row. */
function eventId(): ApexId {
  const digits = randomUUID()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 12);
  const id = ApexId.parse(`e00${digits}`);
  if (!id) throw new Error('An event id was not made');
  return id;
}
