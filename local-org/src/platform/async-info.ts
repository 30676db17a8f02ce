import { platformClass } from './define.js';
import type { Transaction } from '../kernel/services.js';
import { asyncException } from '../runtime/exceptions.js';

/** How deep the running job is in its chain; the queue sets it when it starts a job. */
export interface QueueableDepth {
  current: number;
  maximum: number | null;
  delayMinutes: number | null;
}

const depthKey = {};

/** The depth of this transaction's job, to be filled in by whoever runs queueables. */
export function queueableDepth(tx: Transaction): QueueableDepth {
  return tx.slot(depthKey, () => ({ current: 1, maximum: null, delayMinutes: null }));
}

function running(tx: Transaction): QueueableDepth {
  if (tx.origin.kind !== 'queueable') throw asyncException('AsyncInfo is available in queueable jobs only');
  return queueableDepth(tx);
}

export const asyncInfoClass = platformClass({
  name: 'System.AsyncInfo',
  members: {
    'static Integer getCurrentQueueableStackDepth()': (tx) => running(tx).current,
    'static Integer getMaximumQueueableStackDepth()': (tx) => running(tx).maximum,
    'static Integer getMinimumQueueableDelayInMinutes()': (tx) => running(tx).delayMinutes,
    'static Boolean hasMaxStackDepth()': (tx) => running(tx).maximum !== null
  }
});
