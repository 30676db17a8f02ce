import { eventRun, type EventRun } from '../runtime/event-run.js';
import { ApexList } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { T, type ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { apexException } from '../runtime/exceptions.js';
import { DmlResult, resultList } from './database/results.js';
import { platformClass } from './define.js';
import { virtual } from './object.js';
import type { Transaction } from '../kernel/services.js';

type Event = SObjectValue | null;
type Events = ApexList<SObjectValue> | null;
type Callback = ApexObject | null;

function publish(tx: Transaction, event: Event, callback: Callback): ApexValue {
  const [row] = tx.async.publish(tx, [required(event, 1)], callback);
  return row ? new DmlResult('SaveResult', row) : null;
}

const publishAll = (tx: Transaction, events: Events, callback: Callback): ApexValue =>
  resultList('SaveResult', tx.async.publish(tx, required(events, 1).items, callback));

/** EventBus.publish and what belongs to it. */
export const eventBusClass = platformClass({
  name: 'System.EventBus',
  members: {
    'static Database.SaveResult publish(SObject event)': (tx, event: Event) => publish(tx, event, null),
    'static List<Database.SaveResult> publish(List<SObject> events)': (tx, events: Events) =>
      publishAll(tx, events, null),
    'static Database.SaveResult publish(SObject event, Object callback)': (tx, event: Event, callback: Callback) =>
      publish(tx, event, required(callback, 2)),
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
      tx,
      events: Events,
      callback: Callback
    ) => publishAll(tx, events, required(callback, 2)),
    // The UUID of an asynchronous publish stands in the message of its result.
    'static String getOperationId(Object result)': (_tx, result: ApexValue) =>
      result instanceof DmlResult && result.row.success ? (result.row.errors[0]?.message ?? null) : null
  }
});

class PublishResult extends ApexObject {
  readonly success: boolean;
  readonly uuids: readonly string[];
  constructor(success: boolean, uuids: readonly string[]) {
    super();
    this.success = success;
    this.uuids = uuids;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.success ? 'EventBus.SuccessResult' : 'EventBus.FailureResult', args: [] };
  }
}

/** What the callbacks of EventBus.publish are given. */
export const publishResult = (success: boolean, uuids: readonly string[]): ApexObject =>
  new PublishResult(success, uuids);

const uuidsOf = (_tx: Transaction, self: PublishResult): ApexList => new ApexList(T.String, [...self.uuids]);

class TriggerContextObject extends ApexObject {
  readonly run: EventRun;
  constructor(run: EventRun) {
    super();
    this.run = run;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'EventBus.TriggerContext', args: [] };
  }
}

/** The EventBus namespace: callbacks of publish, and what the trigger of an event may ask. */
export const eventBusClasses = [
  eventBusClass,
  platformClass({
    name: 'EventBus.EventPublishSuccessCallback',
    kind: 'interface',
    members: { 'void onSuccess(EventBus.SuccessResult result)': virtual('onSuccess') }
  }),
  platformClass({
    name: 'EventBus.EventPublishFailureCallback',
    kind: 'interface',
    members: { 'void onFailure(EventBus.FailureResult result)': virtual('onFailure') }
  }),
  platformClass({
    name: 'EventBus.SuccessResult',
    kind: 'interface',
    members: { 'List<String> getEventUuids()': uuidsOf }
  }),
  platformClass({
    name: 'EventBus.FailureResult',
    kind: 'interface',
    members: { 'List<String> getEventUuids()': uuidsOf }
  }),
  platformClass({
    name: 'EventBus.TriggerContext',
    members: {
      'static EventBus.TriggerContext currentContext()': (tx) => {
        const run = eventRun(tx);
        return run && new TriggerContextObject(run);
      },
      'Integer retries {get}': { get: (_tx, self: TriggerContextObject) => self.run.retries },
      'String lastError {get}': { get: (_tx, self: TriggerContextObject) => self.run.lastError },
      'String getResumeCheckpoint()': (_tx, self: TriggerContextObject) => self.run.checkpoint,
      'void setResumeCheckpoint(String resumeReplayId)': (_tx, self: TriggerContextObject, replayId: string | null) => {
        if (self.run.setCheckpoint(required(replayId, 1))) return;
        throw apexException('EventBus.InvalidReplayIdException', `Invalid replay ID: ${String(replayId)}`);
      }
    }
  })
];
