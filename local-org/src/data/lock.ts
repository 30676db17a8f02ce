import { queryException } from '../runtime/exceptions.js';
import { LockTimeout } from './store/connection.js';

/** The platform's text for a record that another transaction holds for too long. */
export const lockMessage =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

/** Turns a lock that could not be had into the QueryException that Apex sees. */
export function lockTaken<V>(work: () => V): V {
  try {
    return work();
  } catch (error) {
    if (error instanceof LockTimeout) throw queryException(lockMessage);
    throw error;
  }
}

/** Busy timeouts that the org's own work waits for the lock: transactions end by their limits before that. */
const mostWaits = 30;

/** Takes the lock for the org's own work (the job queue), which may not fail because Apex holds it. */
export function patiently<V>(take: () => V): V {
  for (let waits = 1; ; waits++) {
    try {
      return take();
    } catch (error) {
      if (!(error instanceof LockTimeout)) throw error;
      if (waits >= mostWaits) throw queryException(lockMessage);
    }
  }
}
