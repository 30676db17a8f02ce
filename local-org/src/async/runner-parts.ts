import type { DueWork } from './due.js';
import type { EventBus } from './event-bus.js';
import type { FinalizerFiles } from './finalizer-files.js';
import type { FlexQueue } from './flex-queue.js';
import type { AsyncStore, JobContexts, RunTransaction, StateText } from './pieces.js';
import type { Queue } from './queue.js';

/** What running jobs takes. */
export interface RunnerParts {
  readonly store: AsyncStore;
  readonly state: StateText;
  readonly queue: Queue;
  readonly events: EventBus;
  readonly flexQueue: FlexQueue;
  readonly finalizers: FinalizerFiles;
  readonly contexts: JobContexts;
  readonly run: RunTransaction;
  readonly due: (work: readonly DueWork[]) => void;
  /** Told of jobs that failed, one text each. */
  readonly report: (text: string) => void;
}
