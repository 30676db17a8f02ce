import type { StatementEnd, TransactionObserver } from '../kernel/observer.js';
import type { ApexObject } from '../kernel/object.js';
import { fullTypeName } from '../kernel/types.js';
import { threadCpuMs } from './cpu-clock.js';
import { nearlyLiveBytes, usedBytes } from './heap.js';
import { liveObjects } from './live-objects.js';
import { bytesOf } from './value-sizes.js';

/** Kinds of values that the peak is told by. */
const mostKinds = 12;

/** The transaction's values at one moment. */
interface Held {
  /** By Apex's sizes. */
  readonly bytes: number;
  readonly kinds: ReadonlyMap<string, { count: number; bytes: number }>;
}

/** Bytes by which V8 may keep more than when it was last looked, before somebody looks again: looking costs several collections of garbage. */
const unnoticed = 1_000_000;

/** By object the transaction that it was first found in: what a thread keeps of earlier ones, such as what is cached, is no part of a later one. */
const owners = new WeakMap<ApexObject, HeapMeter>();

/**
 * Measures the heap of one transaction: the objects that live and were not found in one before it, and what Apex would count for them. It
 * looks after queries, changes and callouts and when a large value is made, unless V8 shows that hardly more can live than it has found before.
 * What it finds is an upper bound of Limits.getHeapSize at these moments (value-sizes), but for texts that only a local variable holds: of these
 * the large ones are counted while they are made.
 */
export class HeapMeter implements TransactionObserver {
  /** The most that V8 had in use right after garbage was collected, with all that the thread keeps; 0 before the first look. */
  private mostUsed = 0;
  private nextAt = 0;
  private readonly patience: number;
  private peak: Held = { bytes: 0, kinds: new Map() };
  /** Processor time that the looking has taken, ms: no code of the transaction has used it. */
  spentMs = 0;

  /** @param patience how many times longer than a look the next one waits: more than 0 where somebody waits for the transaction */
  constructor(patience = 0) {
    this.patience = patience;
  }

  statement(): (end: StatementEnd) => void {
    return () => this.lookInTime(0);
  }

  unit(): () => void {
    return () => undefined;
  }

  /** A value of that many bytes is about to be made. */
  making(bytes: number): void {
    this.lookInTime(bytes);
  }

  /** The most that was found, now included, in bytes. */
  most(): number {
    this.lookWhereGrown(0);
    return this.peak.bytes;
  }

  /** What was there at the peak, the largest kinds first: `Order 12 kB in 40; …`. */
  told(): string {
    const largest = [...this.peak.kinds].sort(([, a], [, b]) => b.bytes - a.bytes).slice(0, mostKinds);
    return largest.map(([kind, { count, bytes }]) => `${kind} ${kilobytes(bytes)} in ${count}`).join('; ');
  }

  private lookInTime(further: number): void {
    const began = performance.now();
    if (began < this.nextAt) return;
    this.lookWhereGrown(further);
    const now = performance.now();
    this.nextAt = now + (now - began) * this.patience;
  }

  private lookWhereGrown(further: number): void {
    const allowed = this.mostUsed + unnoticed - further;
    if (this.mostUsed > 0 && usedBytes() < allowed) return;
    this.timed(() => {
      if (this.mostUsed > 0 && nearlyLiveBytes() < allowed) return;
      const live = liveObjects();
      this.mostUsed = Math.max(this.mostUsed, usedBytes());
      let bytes = further;
      const kinds = new Map<string, { count: number; bytes: number }>();
      for (const object of live) {
        const owner = owners.get(object);
        if ((owner && owner !== this) || !isInstance(object)) continue;
        if (!owner) owners.set(object, this);
        const size = bytesOf(object);
        const kind = fullTypeName(object.apexType());
        const found = kinds.get(kind) ?? { count: 0, bytes: 0 };
        kinds.set(kind, { count: found.count + 1, bytes: found.bytes + size });
        bytes += size;
      }
      if (bytes > this.peak.bytes) this.peak = { bytes, kinds };
    });
  }

  private timed<V>(action: () => V): V {
    const cpu = threadCpuMs().ms;
    const result = action();
    this.spentMs += threadCpuMs().ms - cpu;
    return result;
  }
}

/** Prototypes are objects of Apex to V8, too. */
const isInstance = (object: ApexObject): boolean => !Object.hasOwn(object, 'constructor');

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** A meter where the process was started to measure (LOCAL_ORG_MEASURE_HEAP=1): garbage is collected again and again then. */
export const heapMeter = (patience: number): HeapMeter | undefined =>
  process.env['LOCAL_ORG_MEASURE_HEAP'] === '1' ? new HeapMeter(patience) : undefined;
