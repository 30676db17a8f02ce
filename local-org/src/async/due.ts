import type { Transaction } from '../kernel/services.js';

/** Work of the queue that a commit has made visible. `id` is that of the job or the trigger; events have one common entry. */
export interface DueWork {
  readonly kind: 'job' | 'cron' | 'events';
  readonly id: string;
  /** ms since 1970. */
  readonly dueAt: number;
}

const key = {};

/** What the transaction has put into the queue so far; it becomes due when the transaction commits. */
export const dueWork = (tx: Transaction): DueWork[] => tx.slot(key, (): DueWork[] => []);
