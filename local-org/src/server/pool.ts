import type { DueWork } from '../async/due.js';
import { Worker } from 'node:worker_threads';
import { openCalloutChannel } from '../callout/channel.js';
import type { CalloutHost } from '../callout/host.js';
import type { OrgOptions } from '../org/options.js';
import type { FromWorker, PublishedEvent, ResultOf, Task, ToWorker, WorkerData } from './worker/protocol.js';
import { threadLimits } from '../org/thread-limits.js';

export interface PoolOptions {
  readonly org: OrgOptions;
  readonly callouts: CalloutHost;
  /** The most workers that are started when tasks wait, and how many of them may compute or start at a time. */
  readonly most: number;
  readonly computing: number;
  /** Script of the worker thread. */
  readonly entry: URL;
  /** Replaces how long a task of a kind may compute; for tests. */
  readonly stuckMs?: Partial<Record<Task['kind'], number>>;
  onDue(work: readonly DueWork[]): void;
  onPublished(events: readonly PublishedEvent[]): void;
  /** A debug log was kept; its id. */
  onLogged?(id: string): void;
}

/** The task could not be finished: its worker crashed or was stopped because it no longer answered. */
export class WorkerLost extends Error {}

interface Waiting {
  readonly task: Task;
  readonly since: number;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly worker: Worker;
  readonly closeChannel: () => void;
  readonly inCallout: () => boolean;
  ready: boolean;
  current: (Waiting & { readonly id: number; busyMs: number }) | null;
}

/** How long one task may compute, without the time it waits for callouts, before its worker is taken for stuck. */
const longestMs: Record<Task['kind'], number> = {
  http: 60_000,
  async: 120_000,
  recover: 120_000,
  setup: 300_000,
  login: 30_000,
  exec: 60_000,
  query: 60_000,
  testBegin: 60_000,
  testRecord: 60_000,
  testEnd: 120_000
};
const tickMs = 500;

/**
 * How long a task waits before another worker is started, which costs seconds of processor: shorter when all workers wait for
 * callouts, since none of them computes its way to the task.
 */
const patienceMs = 2000;
const patienceInCalloutMs = 200;

/**
 * Worker threads, each with the loaded org and its own database connection. A task goes to an idle one. The pool grows while a
 * task waits that the present workers do not soon come to, so that a slow callout of one user never blocks another's page;
 * workers that compute share the processors, so that more of them than a few would help nobody.
 */
export class WorkerPool {
  private readonly options: PoolOptions;
  private readonly members = new Set<Member>();
  private readonly queue: Waiting[] = [];
  private readonly watch: NodeJS.Timeout;
  private growing: NodeJS.Timeout | null = null;
  private nextId = 1;
  private closing = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.watch = setInterval(() => this.stopStuck(), tickMs);
    this.watch.unref();
  }

  /** Starts the first worker, which compiles and fills the cache; its warnings. Rejects with a sentence when the org cannot be opened. */
  start(): Promise<readonly string[]> {
    return this.add();
  }

  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<ResultOf[K]> {
    return new Promise((resolve, reject) => {
      this.queue.push({
        task,
        since: performance.now(),
        resolve: resolve as (result: never) => void,
        reject
      });
      this.dispatch();
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.watch);
    if (this.growing) clearTimeout(this.growing);
    for (const waiting of this.queue.splice(0)) waiting.reject(new WorkerLost('The server is shutting down.'));
    await Promise.all(
      [...this.members].map(async (member) => {
        const ended = new Promise<void>((resolve) => member.worker.once('exit', () => resolve()));
        if (member.current) void member.worker.terminate();
        else member.worker.postMessage({ type: 'close' } satisfies ToWorker);
        const late = setTimeout(() => void member.worker.terminate(), 2_000);
        await ended;
        clearTimeout(late);
      })
    );
  }

  private dispatch(): void {
    for (const member of this.members) {
      if (!member.ready || member.current) continue;
      const next = this.queue.shift();
      if (!next) return;
      member.current = { ...next, id: this.nextId++, busyMs: 0 };
      member.worker.postMessage({ type: 'run', id: member.current.id, task: next.task } satisfies ToWorker);
    }
    this.grow();
  }

  /** Starts workers for tasks that have waited long enough, and looks again while any wait. */
  private grow(): void {
    if (this.growing) clearTimeout(this.growing);
    this.growing = null;
    if (this.queue.length === 0 || this.closing) return;
    const { most, computing } = this.options;
    const now = performance.now();
    const starting = [...this.members].filter((member) => !member.ready).length;
    const free = this.members.size - [...this.members].filter((member) => member.inCallout()).length;
    const patience = free === 0 ? patienceInCalloutMs : patienceMs;
    const late = this.queue.filter((one) => now - one.since >= patience).length;
    const room = Math.min(most - this.members.size, computing - free);
    for (let missing = Math.min(late - starting, room); missing > 0; missing--) {
      void this.add().catch((error: Error) => this.rejectAll(error));
    }
    this.growing = setTimeout(() => this.grow(), patienceInCalloutMs);
    this.growing.unref();
  }

  private rejectAll(error: Error): void {
    if (this.members.size > 0) return;
    for (const waiting of this.queue.splice(0)) waiting.reject(error);
  }

  private add(): Promise<readonly string[]> {
    const channel = openCalloutChannel(this.options.callouts);
    const workerData: WorkerData = { options: this.options.org, link: channel.link };
    const worker = new Worker(this.options.entry, {
      workerData,
      transferList: [channel.link.port],
      resourceLimits: threadLimits
    });
    const member: Member = {
      worker,
      closeChannel: channel.close,
      inCallout: channel.busy,
      ready: false,
      current: null
    };
    this.members.add(member);
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') {
          member.ready = true;
          resolve(message.warnings);
          this.dispatch();
        } else if (message.type === 'broken') reject(new Error(message.message));
        else this.receive(member, message);
      });
      worker.on('error', (error) => {
        reject(error);
        this.lose(member, `The Apex worker stopped: ${error.message}`);
      });
      worker.on('exit', () => {
        reject(new Error('The Apex worker ended before it was ready.'));
        this.lose(member, 'The Apex worker stopped unexpectedly.');
      });
    });
  }

  private receive(member: Member, message: Exclude<FromWorker, { type: 'ready' | 'broken' }>): void {
    if (message.type === 'due') return this.options.onDue(message.work);
    if (message.type === 'published') return this.options.onPublished(message.events);
    if (message.type === 'logged') return this.options.onLogged?.(message.id);
    const current = member.current;
    if (!current || current.id !== message.id) return;
    member.current = null;
    if (message.type === 'done') current.resolve(message.result as never);
    else current.reject(new Error(message.message));
    this.dispatch();
  }

  /** Forgets a worker that ended; its task is told, and a new worker takes its place when the pool needs one. */
  private lose(member: Member, reason: string): void {
    if (!this.members.delete(member)) return;
    member.closeChannel();
    member.current?.reject(new WorkerLost(reason));
    if (this.closing || !member.ready) return;
    if (this.members.size === 0) void this.add().catch((error: Error) => this.rejectAll(error));
    else this.grow();
  }

  private stopStuck(): void {
    for (const member of this.members) {
      const current = member.current;
      if (!current || member.inCallout()) continue;
      current.busyMs += tickMs;
      const { kind } = current.task;
      const longest = this.options.stuckMs?.[kind] ?? longestMs[kind];
      if (current.busyMs < longest) continue;
      const seconds = longest / 1000;
      this.lose(member, `Apex CPU time limit exceeded: stopped after ${seconds} s without an answer.`);
      void member.worker.terminate();
    }
  }
}
