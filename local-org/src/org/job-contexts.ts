import { ApexException } from '../kernel/exception.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { JobContexts, JobFailure } from '../async/pieces.js';
import { queueableDepth } from '../platform/async-info.js';
import {
  batchableContext,
  finalizerContext,
  JobContext,
  queueableContext,
  schedulableContext
} from '../platform/contexts.js';
import { publishResult } from '../platform/event-bus.js';
import { QueryLocator } from '../platform/database/query-locator.js';
import { deploy } from '../platform/services/metadata-deploy.js';
import { iterate } from '../runtime/iteration.js';

/** The library's context objects for asynchronous project code. */
export const jobContexts: JobContexts = {
  queueable(tx, jobId, { depth, maxDepth, delayMinutes }) {
    const info = queueableDepth(tx);
    info.current = depth;
    info.maximum = maxDepth;
    info.delayMinutes = delayMinutes;
    return queueableContext(jobId);
  },
  batchable: (_tx, jobId, childId) => batchableContext(jobId, childId),
  schedulable: (_tx, triggerId) => schedulableContext(triggerId),
  finalizer: (tx, jobId, failure) =>
    finalizerContext({
      jobId,
      requestId: tx.requestId,
      result: failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS',
      exception: failure && exceptionOf(tx, failure)
    }),
  deploy,
  deployment: (id) => new JobContext('Metadata.DeployCallbackContext', id),
  publishResult,
  batchScope(tx: Transaction, started: ApexValue) {
    if (started instanceof QueryLocator) return { items: started.rows, fromLocator: true };
    return started instanceof ApexObject ? { items: [...iterate(tx, started)], fromLocator: false } : null;
  }
};

/** The exception of a stored failure, with the place where it was thrown. */
function exceptionOf(tx: Transaction, failure: JobFailure): ApexException {
  const exception = emptyExceptionOf(tx, failure);
  exception.frames = failure.frames;
  return exception;
}

function emptyExceptionOf(tx: Transaction, failure: JobFailure): ApexException {
  if (tx.org.code.classInfo(failure.type)) {
    const made = tx.org.code.allocate(tx, failure.type);
    if (made instanceof ApexException) {
      made.message = failure.message;
      return made;
    }
  }
  const name = failure.type.replace(/^System\./, '');
  return new ApexException({ kind: 'platform', name, args: [] }, failure.message);
}
