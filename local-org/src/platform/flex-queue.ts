import type { ApexId } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { platformClass } from './define.js';

type I = ApexId | null;

/** System.FlexQueue: the order of batch jobs that are held. Each method says whether the job has moved. */
export const flexQueueClass = platformClass({
  name: 'System.FlexQueue',
  members: {
    'static Boolean moveAfterJob(Id jobToMoveId, Id jobInQueueId)': (tx, job: I, other: I) =>
      tx.async.moveInFlexQueue(tx, required(job, 1), { after: required(other, 2) }),
    'static Boolean moveBeforeJob(Id jobToMoveId, Id jobInQueueId)': (tx, job: I, other: I) =>
      tx.async.moveInFlexQueue(tx, required(job, 1), { before: required(other, 2) }),
    'static Boolean moveJobToEnd(Id jobId)': (tx, job: I) => tx.async.moveInFlexQueue(tx, required(job, 1), 'end'),
    'static Boolean moveJobToFront(Id jobId)': (tx, job: I) => tx.async.moveInFlexQueue(tx, required(job, 1), 'front')
  }
});
