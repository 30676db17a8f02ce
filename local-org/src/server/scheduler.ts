import type { DueWork } from '../async/due.js';
import { orgTime } from '../kernel/org-time.js';

/** setTimeout cannot wait longer than this. */
const longestWaitMs = 2_000_000_000;

/**
 * Keeps what the queue holds in order of due time and starts it, with a limit on how much runs at once. The database is the
 * truth: work that was aborted meanwhile is found gone when it is claimed.
 */
export class Scheduler {
  private readonly start: (work: DueWork) => Promise<void>;
  private readonly parallel: number;
  private readonly waiting = new Map<string, DueWork>();
  private readonly running = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(parallel: number, start: (work: DueWork) => Promise<void>) {
    this.parallel = parallel;
    this.start = start;
  }

  add(work: readonly DueWork[]): void {
    for (const one of work) this.waiting.set(`${one.kind} ${one.id}`, one);
    this.pump();
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private pump(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.closed) return;
    const now = orgTime();
    const next = [...this.waiting].sort(([, a], [, b]) => a.dueAt - b.dueAt);
    for (const [key, work] of next) {
      if (work.dueAt > now) {
        this.timer = setTimeout(() => this.pump(), Math.min(work.dueAt - now, longestWaitMs));
        this.timer.unref();
        return;
      }
      if (this.running.size >= this.parallel) return;
      // The same trigger fires again only after its last run has ended.
      if (this.running.has(key)) continue;
      this.waiting.delete(key);
      this.running.add(key);
      void this.start(work).finally(() => {
        this.running.delete(key);
        this.pump();
      });
    }
  }
}
