import type { Connection } from '../data/store/connection.js';
import { idOf } from './job-rows.js';
import type { AsyncStore } from './pieces.js';
import type { Transaction } from '../kernel/services.js';

/** A trigger on a platform event, and how far it has come in the stream. */
export interface Subscriber {
  readonly trigger: string;
  readonly object: string;
  /** Number of the stream, 0 where the trigger has one only. */
  readonly partition: number;
  /** Replay id of the last event that it has processed. */
  readonly position: number;
  /** How often it has thrown EventBus.RetryableException for the event behind the position. */
  readonly retries: number;
  readonly lastError: string | null;
  /** False after too many retries: it gets no more events. */
  readonly running: boolean;
}

const table = `
CREATE TABLE IF NOT EXISTS async_subscriber (
  trigger_name TEXT PRIMARY KEY, row_id TEXT NOT NULL, position INTEGER NOT NULL, retries INTEGER NOT NULL,
  last_error TEXT, running INTEGER NOT NULL) WITHOUT ROWID;`;

/** The subscribers' states, and the EventBusSubscriber rows that show them to queries. */
export class Subscribers {
  private readonly connection: Connection;
  private readonly store: AsyncStore;

  constructor(connection: Connection, store: AsyncStore) {
    this.connection = connection;
    this.store = store;
    connection.exec(table);
  }

  /** A subscriber that has not been seen yet has processed nothing. */
  find(trigger: string, object: string, partition: number): Subscriber {
    const row = this.row(keyOf({ trigger, partition }));
    if (!row) return { trigger, object, partition, position: 0, retries: 0, lastError: null, running: true };
    return {
      trigger,
      object,
      partition,
      position: Number(row[1]),
      retries: Number(row[2]),
      lastError: row[3] === null ? null : String(row[3]),
      running: row[4] === 1
    };
  }

  /** Writes the state inside the transaction given. `tip` is the replay id of the last event published. */
  save(tx: Transaction, subscriber: Subscriber, tip: number, partitioned: boolean): void {
    const { trigger, object, position, retries, lastError, running } = subscriber;
    this.store.begin(tx);
    const key = keyOf(subscriber);
    const known = this.row(key)?.[0] ?? this.seeded(trigger);
    const id = this.store.writeRow(tx, 'EventBusSubscriber', typeof known === 'string' ? idOf(known) : null, {
      Name: trigger,
      Topic: object,
      Type: 'ApexTrigger',
      Status: running ? 'Running' : 'Error',
      Position: position,
      Tip: tip,
      LastProcessed: String(position),
      LastPublished: String(tip),
      Retries: retries,
      LastError: lastError,
      IsPartitioned: partitioned
    });
    this.connection.run(
      `INSERT INTO async_subscriber (trigger_name, row_id, position, retries, last_error, running) VALUES (?,?,?,?,?,?)
       ON CONFLICT (trigger_name) DO UPDATE SET position = excluded.position, retries = excluded.retries,
         last_error = excluded.last_error, running = excluded.running`,
      [key, id.value, position, retries, lastError, running ? 1 : 0]
    );
  }

  /** The row that stood there before the first event. */
  private seeded(trigger: string) {
    return this.connection.get('SELECT "Id" FROM "EventBusSubscriber" WHERE "Name" = ?', [trigger])?.[0];
  }

  private row(trigger: string) {
    return this.connection.get(
      'SELECT row_id, position, retries, last_error, running FROM async_subscriber WHERE trigger_name = ?',
      [trigger]
    );
  }
}

/** Streams behind the first one have their number in the key. */
const keyOf = ({ trigger, partition }: Pick<Subscriber, 'trigger' | 'partition'>): string =>
  partition === 0 ? trigger : `${trigger}/${partition}`;
