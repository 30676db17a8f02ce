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
