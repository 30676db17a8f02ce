import type { Transaction } from '../kernel/services.js';

/** A trigger's run over a batch of events, as EventBus.TriggerContext shows it. */
export class EventRun {
  readonly retries: number;
  readonly lastError: string | null;
  /** Replay id behind which the trigger goes on, null while none is set. */
  checkpoint: string | null = null;
  private savepoint: number | null = null;
  private readonly tx: Transaction;
  private readonly replayIds: ReadonlySet<string>;

  constructor(tx: Transaction, subscriber: Pick<EventRun, 'retries' | 'lastError'>, replayIds: readonly string[]) {
    this.tx = tx;
    this.retries = subscriber.retries;
    this.lastError = subscriber.lastError;
    this.replayIds = new Set(replayIds);
  }

  /** False when no event of this batch has that replay id. What the trigger has done up to here stays, whatever happens later. */
  setCheckpoint(replayId: string): boolean {
    if (!this.replayIds.has(replayId)) return false;
    this.checkpoint = replayId;
    this.uncounted(() => {
      if (this.savepoint !== null) this.tx.data.releaseSavepoint(this.tx, this.savepoint);
      this.savepoint = this.tx.data.savepoint(this.tx);
    });
    return true;
  }

  /** Undoes what came after the checkpoint; false when there is none. */
  returnToCheckpoint(): boolean {
    if (this.savepoint === null) return false;
    const { savepoint } = this;
    this.uncounted(() => this.tx.data.rollback(this.tx, savepoint));
    return true;
  }

  /** The platform's own savepoints are no DML statements of the trigger. */
  private uncounted(action: () => void): void {
    this.tx.limits.without(['dmlStatements'], action);
  }
}

const key = {};
const holder = (tx: Transaction): { run: EventRun | null } =>
  tx.slot(key, (): { run: EventRun | null } => ({ run: null }));

/** The run of an event trigger that this transaction is; null in all others. */
export const eventRun = (tx: Transaction): EventRun | null => holder(tx).run;

export function beginEventRun(tx: Transaction, run: EventRun): void {
  holder(tx).run = run;
}
