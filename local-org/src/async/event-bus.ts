import { randomUUID } from 'node:crypto';
import type { ApexObject } from '../kernel/object.js';
import { ApexDatetime, ApexId } from '../kernel/scalars.js';
import type { DmlRowResult, TestContext, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { dueWork, type DueWork } from './due.js';
import { eventErrors } from './event-checks.js';
import { EventDelivery, type DeliveryParts } from './event-delivery.js';
import { PublishCallbacks } from './publish-callbacks.js';

export type { DeliveredEvent } from './event-delivery.js';

export interface EventBusParts extends Omit<DeliveryParts, 'callbacks'> {
  /** Work that became due without a commit: events that are published immediately. */
  readonly due: (work: readonly DueWork[]) => void;
}

/** The callback of one EventBus.publish call. */
interface Publish {
  readonly id: string;
  readonly callback: ApexObject;
}

const immediateKey = {};

/**
 * Platform events: stored with the transaction that publishes them and handed to their triggers after commit, in the order of
 * publishing. Events of `PublishImmediately` survive a rollback.
 */
export class EventBus {
  private readonly parts: EventBusParts;
  private readonly callbacks: PublishCallbacks;
  private readonly delivery: EventDelivery;
  private readonly publishedInTest = new WeakMap<TestContext, number>();

  constructor(parts: EventBusParts) {
    this.parts = parts;
    this.callbacks = new PublishCallbacks({
      connection: parts.connection,
      state: parts.state,
      run: parts.run,
      automatedProcess: parts.automatedProcess,
      result: parts.contexts.publishResult
    });
    this.delivery = new EventDelivery({ ...parts, callbacks: this.callbacks });
  }

  /** EventBus.publish: one result an event; a refused event does not keep back the others. Counted as one call. */
  publish(tx: Transaction, events: readonly SObjectValue[], callback: ApexObject | null): DmlRowResult[] {
    if (events.length === 0) return [];
    const immediate = events.every((event) => isImmediate(tx, event.object));
    tx.limits.add(immediate ? 'publishImmediateDml' : 'dmlStatements', 1);
    const publish = callback && { id: randomUUID(), callback };
    return events.map((event) => this.publishOne(tx, event, publish));
  }

  /** An event of the platform's own, which counts against no limit. */
  publishSystem(tx: Transaction, event: SObjectValue): void {
    this.store(tx, this.stamped(tx, event, randomUUID()), null);
  }

  /** Called when a transaction has ended, committed or not: what had to be published immediately is published now. */
  afterTransaction(tx: Transaction): void {
    const waiting = immediateEvents(tx).splice(0);
    if (waiting.length === 0) return;
    for (const { event, uuid, publish } of waiting) {
      const id = this.parts.queue.addEvent(event.object, this.parts.state.write(tx, event), tx.user.id.value);
      if (publish) this.callbacks.keepState(publish.id, id, uuid, publish.state);
    }
    this.parts.due([{ kind: 'events', id: 'bus', dueAt: tx.now() }]);
  }

  /** Hands stored events to their triggers: in the server all of them, in a test (`outer`) one level. */
  deliver(outer?: Transaction): void {
    this.delivery.deliver(outer);
  }

  /** Test.getEventBus().fail(): the events published so far are gone, and their callbacks hear of it. */
  fail(outer: Transaction): void {
    this.delivery.fail(outer);
  }

  private publishOne(tx: Transaction, event: SObjectValue, publish: Publish | null): DmlRowResult {
    const inTest = (tx.test && this.publishedInTest.get(tx.test)) ?? 0;
    const errors = eventErrors(tx, event, inTest);
    if (errors.length > 0) return { id: null, success: false, created: false, errors };
    if (tx.test) this.publishedInTest.set(tx.test, inTest + 1);
    const given = event.fields.get('EventUuid');
    const uuid = typeof given === 'string' ? given : randomUUID();
    const copy = this.stamped(tx, event, uuid);
    if (!tx.test && isImmediate(tx, event.object)) {
      const kept = publish && { id: publish.id, state: this.parts.state.write(tx, publish.callback) };
      immediateEvents(tx).push({ event: copy, uuid, publish: kept });
    } else this.store(tx, copy, publish && { ...publish, uuid });
    // The result says that the event is queued, and names it (Platform Events Developer Guide, "Publish Event Messages with Apex").
    const code = publish ? 'OPERATION_WITH_CALLBACK_ENQUEUED' : 'OPERATION_ENQUEUED';
    return { id: eventId(), success: true, created: true, errors: [{ code, message: uuid, fields: [] }] };
  }

  private stamped(tx: Transaction, event: SObjectValue, uuid: string): SObjectValue {
    const copy = new SObjectValue(event.object);
    for (const [name, value] of event.fields) copy.fields.set(name, value);
    copy.fields.set('EventUuid', uuid);
    copy.fields.set('CreatedDate', new ApexDatetime(tx.now()));
    copy.fields.set('CreatedById', tx.user.id);
    return copy;
  }

  private store(tx: Transaction, event: SObjectValue, publish: (Publish & { readonly uuid: string }) | null): void {
    this.parts.store.begin(tx);
    const id = this.parts.queue.addEvent(event.object, this.parts.state.write(tx, event), tx.user.id.value);
    if (publish) this.callbacks.keep(tx, publish.id, id, publish.uuid, publish.callback);
    dueWork(tx).push({ kind: 'events', id: 'bus', dueAt: tx.now() });
  }
}

const isImmediate = (tx: Transaction, object: string): boolean =>
  tx.org.schema.object(object)?.publishBehavior === 'PublishImmediately';

interface ImmediateEvent {
  readonly event: SObjectValue;
  readonly uuid: string;
  readonly publish: { readonly id: string; readonly state: string } | null;
}

const immediateEvents = (tx: Transaction): ImmediateEvent[] => tx.slot(immediateKey, (): ImmediateEvent[] => []);

/** Results of EventBus.publish carry an id of the key prefix e00 that names no row. */
function eventId(): ApexId {
  const digits = randomUUID()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 12);
  const id = ApexId.parse(`e00${digits}`);
  if (!id) throw new Error('An event id was not made');
  return id;
}
