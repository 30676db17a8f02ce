import { ApexThrow } from '../kernel/exception.js';
import type { Transaction, TransactionOrigin } from '../kernel/services.js';
import { idOf } from './job-rows.js';
import type { AsyncStore, RunTransaction } from './pieces.js';

/** The transactions in which jobs run, and those in which the queue notes what becomes of them. */
export class JobTransactions {
  private readonly run: RunTransaction;
  private readonly store: AsyncStore;

  constructor(run: RunTransaction, store: AsyncStore) {
    this.run = run;
    this.store = store;
  }

  /** Runs project code; the exception that ended it, null when there was none. */
  attempt(
    job: { readonly userId: string; readonly requestId?: string },
    origin: TransactionOrigin,
    outer: Transaction | undefined,
    action: (tx: Transaction) => void
  ): ApexThrow | null {
    try {
      const { requestId } = job;
      const start = { userId: idOf(job.userId), origin, ...(requestId !== undefined && { requestId }) };
      this.run({ ...start, ...(outer && { outer }) }, action);
      return null;
    } catch (error) {
      if (error instanceof ApexThrow) return error;
      throw error;
    }
  }

  /** A transaction of the queue's own, without project code. */
  system<V>(userId: string, outer: Transaction | undefined, action: (tx: Transaction) => V): V {
    return this.run({ userId: idOf(userId), origin: { kind: 'sync' }, ...(outer && { outer }) }, (tx) => {
      this.store.begin(tx);
      return action(tx);
    });
  }
}
