import type { Connection } from '../data/store/connection.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { TestContext, Transaction } from '../kernel/services.js';
import type { RunTransaction, StateText } from './pieces.js';

export interface CallbackParts {
  readonly connection: Connection;
  readonly state: StateText;
  readonly run: RunTransaction;
  /** The user as whom callbacks run. */
  readonly automatedProcess: () => ApexId;
  /** The platform's SuccessResult or FailureResult. */
  readonly result: (success: boolean, eventUuids: readonly string[]) => ApexValue;
}

const table = `
CREATE TABLE IF NOT EXISTS async_publish (
  event_id INTEGER PRIMARY KEY, publish_id TEXT NOT NULL, event_uuid TEXT NOT NULL, callback TEXT NOT NULL);`;

/** What is called when the events of one EventBus.publish call have been published, or have failed to be. */
interface Publish {
  readonly id: string;
  readonly callback: string;
  readonly uuids: string[];
}

/**
 * Callbacks of EventBus.publish: kept beside the events as the state of the object given. In a test the object itself is called, so
 * that the test can look at it (Platform Events Developer Guide, "Test Apex Publish Callbacks").
 */
export class PublishCallbacks {
  private readonly parts: CallbackParts;
  private readonly live = new WeakMap<TestContext, Map<string, ApexObject>>();

  constructor(parts: CallbackParts) {
    this.parts = parts;
    parts.connection.exec(table);
  }

  keep(tx: Transaction, publishId: string, eventId: number, uuid: string, callback: ApexObject): void {
    if (tx.test) {
      const objects = this.live.get(tx.test) ?? new Map<string, ApexObject>();
      this.live.set(tx.test, objects.set(publishId, callback));
    }
    const state = tx.test ? '' : this.parts.state.write(tx, callback);
    this.keepState(publishId, eventId, uuid, state);
  }

  /** The same for an object that was turned to text before the transaction ended. */
  keepState(publishId: string, eventId: number, uuid: string, state: string): void {
    this.parts.connection.run(
      'INSERT INTO async_publish (event_id, publish_id, event_uuid, callback) VALUES (?,?,?,?)',
      [eventId, publishId, uuid, state]
    );
  }

  /** Calls onSuccess or onFailure of the callbacks of these events, once for each call of publish. */
  tell(eventIds: readonly number[], success: boolean, outer: Transaction | undefined): void {
    const publishes = new Map<string, Publish>();
    for (const eventId of eventIds) {
      const row = this.parts.connection.get(
        'SELECT publish_id, event_uuid, callback FROM async_publish WHERE event_id = ?',
        [eventId]
      );
      if (!row) continue;
      const [id, uuid, callback] = row.map(String) as [string, string, string];
      const publish = publishes.get(id) ?? { id, callback, uuids: [] };
      publish.uuids.push(uuid);
      publishes.set(id, publish);
    }
    for (const publish of publishes.values()) this.call(publish, success, outer);
  }

  private call(publish: Publish, success: boolean, outer: Transaction | undefined): void {
    const { run, automatedProcess, state, result, connection } = this.parts;
    const live = outer?.test && this.live.get(outer.test)?.get(publish.id);
    try {
      run({ userId: automatedProcess(), origin: { kind: 'event' }, ...(outer && { outer }) }, (tx) => {
        const callback = live ?? (state.read(tx, publish.callback) as ApexObject);
        const own = tx.org.code.userMethod(callback, success ? 'onSuccess' : 'onFailure', 1);
        if (own) own(tx, result(success, publish.uuids));
      });
    } finally {
      connection.run('DELETE FROM async_publish WHERE publish_id = ?', [publish.id]);
    }
  }
}
