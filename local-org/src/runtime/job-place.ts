import type { Transaction } from '../kernel/services.js';

/** Where in a job's life the project code of a transaction stands. */
export interface JobPlace {
  /** Of a batch; null in all other transactions. */
  phase: 'start' | 'execute' | 'finish' | null;
  /** False in jobs that have not said that they call out: no `callout=true`, no Database.AllowsCallouts. */
  calloutsAllowed: boolean;
}

const key = {};

export const jobPlace = (tx: Transaction): JobPlace =>
  tx.slot(key, (): JobPlace => ({ phase: null, calloutsAllowed: true }));
