import type { LimitName, LimitsService } from '../kernel/services.js';
import { threadCpuMs } from './cpu-clock.js';
import { limitException } from './exceptions.js';
import type { HeapMeter } from './heap-meter.js';
import { liveBytesWhenFull, usedBytes } from './heap.js';

export type LimitSet = 'sync' | 'async' | 'bulk';

/** Per-transaction limits (Apex Developer Guide, "Execution Governors and Limits"). */
const synchronous: Readonly<Record<LimitName, number>> = {
  queries: 100,
  queryRows: 50_000,
  aggregateQueries: 300,
  queryLocatorRows: 10_000,
  soslQueries: 20,
  cursors: 10_000,
  cursorRows: 50_000_000,
  cursorFetches: 10,
  paginationCursors: 50,
  paginationCursorRows: 100_000,
  dmlStatements: 150,
  dmlRows: 10_000,
  callouts: 100,
  calloutMs: 120_000,
  cpuMs: 10_000,
  heapBytes: 6_000_000,
  futureCalls: 50,
  queueableJobs: 50,
  emailInvocations: 10,
  publishImmediateDml: 150,
  pushCalls: 10
};

const asynchronous = { ...synchronous, queries: 200, cpuMs: 60_000, heapBytes: 12_000_000, queueableJobs: 1 };

export const limitTables: Readonly<Record<LimitSet, Readonly<Record<LimitName, number>>>> = {
  sync: synchronous,
  async: asynchronous,
  // Of Bulk API transactions each limit is the higher one.
  bulk: { ...asynchronous, queueableJobs: synchronous.queueableJobs }
};

const messages: Readonly<Record<LimitName, string>> = {
  queries: 'Too many SOQL queries: ',
  queryRows: 'Too many query rows: ',
  aggregateQueries: 'Too many aggregate queries: ',
  queryLocatorRows: 'Too many query locator rows: ',
  soslQueries: 'Too many SOSL queries: ',
  cursors: 'Too many Apex cursors: ',
  cursorRows: 'Too many Apex cursor rows: ',
  cursorFetches: 'Too many fetch calls on Apex cursors: ',
  paginationCursors: 'Too many Apex pagination cursors: ',
  paginationCursorRows: 'Too many Apex pagination cursor rows: ',
  dmlStatements: 'Too many DML statements: ',
  dmlRows: 'Too many DML rows: ',
  callouts: 'Too many callouts: ',
  calloutMs: 'You have exceeded the maximum time for callouts: ',
  cpuMs: 'Apex CPU time limit exceeded',
  heapBytes: 'Apex heap size too large: ',
  futureCalls: 'Too many future calls: ',
  queueableJobs: 'Too many queueable jobs added to the queue: ',
  emailInvocations: 'Too many Email Invocations: ',
  publishImmediateDml: 'Too many publish immediate DML operations: ',
  // From the name in debug logs; no public text shows the sentence.
  pushCalls: 'Too many Mobile Apex push calls: '
};

/** Ms between two looks at the memory of the thread: a look takes microseconds. */
const heapInterval = 20;

interface Counters {
  readonly counts: Record<LimitName, number>;
  readonly cpuStart: number;
  readonly wallStart: number;
  readonly heapStart: number;
}

function startCounters(): Counters {
  return {
    counts: Object.fromEntries(Object.keys(synchronous).map((name) => [name, 0])) as Record<LimitName, number>,
    cpuStart: threadCpuMs().ms,
    wallStart: performance.now(),
    heapStart: usedBytes()
  };
}

/** Counts what a transaction uses and ends it where the platform would. */
export class TransactionLimits implements LimitsService {
  private table: Readonly<Record<LimitName, number>>;
  private readonly stack: Counters[] = [startCounters()];
  private heapChecked = performance.now();
  private free: readonly LimitName[] = [];

  private readonly meter: HeapMeter | undefined;

  /** @param meter measures the heap; absent: it is estimated */
  constructor(table: Readonly<Record<LimitName, number>>, meter?: HeapMeter) {
    this.table = table;
    this.meter = meter;
  }

  private get current(): Counters {
    return this.stack[this.stack.length - 1] as Counters;
  }

  add(name: LimitName, amount: number): void {
    if (this.free.includes(name)) return;
    const used = (this.current.counts[name] += amount);
    // Rows are read one after the other: the one too many is where the platform stops.
    const shown = name === 'queryRows' || name === 'queryLocatorRows' ? this.table[name] + 1 : used;
    if (used > this.table[name]) throw limitException(`${messages[name]}${shown}`);
  }

  forbid(name: LimitName): void {
    this.table = { ...this.table, [name]: 0 };
  }

  readOnly(): void {
    this.table = { ...this.table, queryRows: 1_000_000, dmlStatements: 0, futureCalls: 0, queueableJobs: 0 };
  }

  without<V>(names: readonly LimitName[], action: () => V): V {
    const outer = this.free;
    this.free = names;
    try {
      return action();
    } finally {
      this.free = outer;
    }
  }

  used(name: LimitName): number {
    if (name === 'cpuMs') return Math.round(this.cpuMs());
    if (name === 'heapBytes') return this.heapBytes();
    return this.current.counts[name];
  }

  limit(name: LimitName): number {
    return this.table[name];
  }

  push(): void {
    this.stack.push(startCounters());
  }

  pop(): void {
    if (this.stack.length > 1) this.stack.pop();
  }

  heapPeak(): string | undefined {
    return this.meter?.told();
  }

  checkHeap(bytes: number): void {
    this.meter?.making(bytes);
    if (bytes > this.table.heapBytes) throw limitException(`${messages.heapBytes}${bytes}`);
    this.checkCpu();
  }

  checkCpu(): void {
    const now = performance.now();
    if (now - this.heapChecked > heapInterval) {
      this.heapChecked = now;
      const live = liveBytesWhenFull();
      if (live > 0) throw limitException(`${messages.heapBytes}${live}`);
      // Collecting garbage must not take all of the time.
      this.heapChecked += (performance.now() - now) * 2;
    }
    // A thread cannot have used more processor time than wall-clock time has passed: the cheap clock answers nearly always.
    if (now - this.current.wallStart < this.table.cpuMs) return;
    if (this.cpuMs() > this.table.cpuMs) throw limitException(messages.cpuMs);
  }

  private cpuMs(): number {
    const { ms, wall } = threadCpuMs();
    const waited = wall ? this.current.counts.calloutMs : 0;
    return Math.max(0, ms - this.current.cpuStart - waited - (this.meter?.spentMs ?? 0));
  }

  /**
   * What the meter has found. Without one an estimate: what the thread's memory has grown by, which still holds garbage, capped at
   * the limit. What is enforced is the size of single values (checkHeap) and that live values leave the thread room.
   */
  private heapBytes(): number {
    if (this.meter) return this.meter.most();
    const grown = usedBytes() - this.current.heapStart;
    return Math.min(Math.max(grown, 1000), this.table.heapBytes);
  }
}
