import { randomBytes } from 'node:crypto';
import type {
  AsyncService,
  CalloutService,
  DataService,
  LimitName,
  LimitsService,
  Org,
  RunningUser,
  TestContext,
  Transaction,
  TransactionOrigin,
  TriggerContext
} from '../kernel/services.js';
import type { TransactionObserver } from '../kernel/observer.js';
import { orgTime } from '../kernel/org-time.js';
import { MemoryDebugLog } from './debug-log.js';
import { heapMeter } from './heap-meter.js';
import type { LogLevels } from './log-levels.js';
import { LogObserver } from './log-observer.js';
import { type LimitSet, limitTables, TransactionLimits } from './limits.js';
import { observedCallouts, observedData } from './observed-data.js';

export interface TransactionParts {
  readonly org: Org;
  readonly user: RunningUser;
  readonly data: DataService;
  readonly async: AsyncService;
  readonly callouts: CalloutService;
  readonly origin: TransactionOrigin;
  /** Given in Apex tests. */
  readonly test?: TestContext;
  /** Absent: a new one. */
  readonly requestId?: string;
  /** Absent: what the origin has on the platform. */
  readonly limits?: LimitSet;
  readonly clock?: () => number;
  /** Hears each debug line as it is written. */
  readonly onDebug?: (line: string) => void;
  /** What the debug log keeps beside System.debug; absent: nothing. */
  readonly logLevels?: LogLevels;
  readonly observers?: readonly TransactionObserver[];
}

const asyncOrigins: readonly string[] = ['queueable', 'future', 'batch'];

/** What differs from the sync or async table by origin: no futures from batch and future methods, one job from a finalizer. */
function limitsFor(origin: TransactionOrigin, set: LimitSet | undefined): Readonly<Record<LimitName, number>> {
  const table = limitTables[set ?? (asyncOrigins.includes(origin.kind) ? 'async' : 'sync')];
  if (origin.kind === 'future' || origin.kind === 'batch') return { ...table, futureCalls: 0 };
  if (origin.kind === 'finalizer') return { ...table, heapBytes: limitTables.async.heapBytes, queueableJobs: 1 };
  return table;
}

/** A transaction assembled from its services. */
class ApexTransaction implements Transaction {
  readonly org: Org;
  user: RunningUser;
  readonly limits: LimitsService;
  readonly data: DataService;
  readonly ownData: DataService;
  readonly async: AsyncService;
  readonly callouts: CalloutService;
  readonly log: MemoryDebugLog;
  readonly observers: readonly TransactionObserver[];
  readonly test: TestContext | undefined;
  readonly origin: TransactionOrigin;
  readonly requestId: string;
  readonly triggerStack: TriggerContext[] = [];
  callDepth = 0;
  private readonly clock: () => number;
  private readonly slots = new Map<object, unknown>();

  constructor(parts: TransactionParts) {
    this.org = parts.org;
    this.user = parts.user;
    this.async = parts.async;
    this.origin = parts.origin;
    this.test = parts.test;
    this.requestId = parts.requestId ?? `4${randomBytes(16).toString('base64url')}`;
    this.clock = parts.clock ?? orgTime;
    const meter = parts.logLevels && heapMeter(asyncOrigins.includes(parts.origin.kind) ? 0 : 2);
    this.limits = new TransactionLimits(limitsFor(parts.origin, parts.limits), meter);
    this.log = new MemoryDebugLog({
      clock: this.clock,
      timeZone: parts.user.timeZone,
      ...(parts.onDebug && { onLine: parts.onDebug }),
      ...(parts.logLevels && { levels: parts.logLevels })
    });
    this.observers = [
      ...(parts.observers ?? []),
      ...(parts.logLevels ? [new LogObserver(this.log)] : []),
      ...(meter ? [meter] : [])
    ];
    const observed = this.observers.length > 0;
    this.ownData = parts.data;
    this.data = observed ? observedData(parts.data, this.observers) : parts.data;
    this.callouts = observed ? observedCallouts(parts.callouts, this.observers) : parts.callouts;
  }

  now(): number {
    return this.clock();
  }

  slot<V>(key: object, create: () => V): V {
    if (!this.slots.has(key)) this.slots.set(key, create());
    return this.slots.get(key) as V;
  }
}

/** Begins a transaction. The caller commits or aborts it through its data service. */
export function createTransaction(parts: TransactionParts): Transaction & { readonly log: MemoryDebugLog } {
  return new ApexTransaction(parts);
}
