import type { StatementEnd, TransactionObserver } from '../kernel/observer.js';
import { threadCpuMs } from './cpu-clock.js';
import { liveBytes } from './heap.js';

/** How many times longer than a look the next one waits: looking must not take most of the time. */
const patience = 2;

/**
 * Measures the heap of one transaction: by how much the thread's live values have grown, after its queries, changes and callouts, as
 * often as looking does not take longer than the code itself. A value takes several times as much here as Apex counts for it, so this
 * is more than the platform would say.
 */
export class HeapMeter implements TransactionObserver {
  private readonly before: number;
  private nextAt = 0;
  private found = 0;
  /** Processor time that the looking has taken, ms: no code of the transaction has used it. */
  spentMs = 0;

  constructor() {
    this.before = this.live();
  }

  statement(): (end: StatementEnd) => void {
    return () => {
      if (performance.now() >= this.nextAt) this.look();
    };
  }

  unit(): () => void {
    return () => undefined;
  }

  /** The most that was found, now included, in bytes. */
  most(): number {
    this.look();
    return this.found;
  }

  private look(): void {
    this.found = Math.max(this.found, this.live() - this.before);
  }

  private live(): number {
    const [began, cpu] = [performance.now(), threadCpuMs().ms];
    const bytes = liveBytes();
    this.spentMs += threadCpuMs().ms - cpu;
    const now = performance.now();
    this.nextAt = now + (now - began) * patience;
    return bytes;
  }
}

/** A meter where the process was started to measure (LOCAL_ORG_MEASURE_HEAP=1): garbage is collected again and again then. */
export const heapMeter = (): HeapMeter | undefined =>
  process.env['LOCAL_ORG_MEASURE_HEAP'] === '1' ? new HeapMeter() : undefined;
