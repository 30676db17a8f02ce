import type { StatementEnd, TransactionObserver } from '../kernel/observer.js';
import { threadCpuMs } from './cpu-clock.js';
import { bytesOf, liveObjects } from './live-objects.js';

/** How much longer than a look takes the next one waits: looking must not take most of the time. */
const patience = 2;

/**
 * Measures the heap of one transaction: what lives of its objects after each of its queries, changes and callouts, as often as looking
 * does not take more time than the code itself. What was there before the transaction (constants, caches of the org) does not count.
 */
export class HeapMeter implements TransactionObserver {
  private readonly before = new WeakSet<object>();
  private nextAt = 0;
  private found = 0;
  /** Processor time that the looking has taken, ms: no code of the transaction has used it. */
  spentMs = 0;

  constructor() {
    this.timed(() => {
      for (const object of liveObjects()) this.before.add(object);
    });
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
    this.timed(() => {
      let bytes = 0;
      for (const object of liveObjects()) if (!this.before.has(object)) bytes += bytesOf(object);
      this.found = Math.max(this.found, bytes);
    });
  }

  private timed(work: () => void): void {
    const [began, cpu] = [performance.now(), threadCpuMs().ms];
    work();
    this.spentMs += threadCpuMs().ms - cpu;
    const now = performance.now();
    this.nextAt = now + (now - began) * patience;
  }
}
