import { Worker } from 'node:worker_threads';
import { openCalloutChannel } from '../callout/channel.js';
import type { CalloutHost } from '../callout/host.js';
import type { Profile } from '../profile/profile.js';
import type { OrgOptions } from '../org/options.js';
import { threadLimits } from '../org/thread-limits.js';
import type { FromTestWorker, LogFolder, TestWorkerData, ToTestWorker } from './protocol.js';
import type { TestClass, TestResult } from './results.js';

/** A class that is being run, and what is left of it. */
export interface Assignment {
  readonly className: string;
  readonly left: string[];
}

export interface WorkerOptions {
  readonly org: OrgOptions;
  readonly timeoutMs: number;
  /** Measure which methods and statements take the time. */
  readonly profile: boolean;
  readonly logs: LogFolder | null;
  readonly permissionSets: readonly string[];
  /** Script of the worker thread. */
  readonly entry: URL;
}

/** What a worker tells while it runs. */
export interface WorkerEvents {
  result(result: TestResult): void;
  /** `methods`: those that were run since the class, or the rest of it, was handed to the worker. */
  finished(
    className: string,
    what: Extract<FromTestWorker, { readonly type: 'finished' }>,
    methods: readonly string[]
  ): void;
}

/** One worker thread with the loaded project and a database in memory. */
export class TestWorker {
  readonly ready: Promise<{ readonly classes: readonly TestClass[]; readonly warnings: readonly string[] }>;
  private readonly worker: Worker;
  private readonly timeoutMs: number;
  private readonly events: WorkerEvents;
  private readonly closeChannel: () => void;
  private receive: (message: FromTestWorker | { readonly type: 'exit'; readonly reason: string }) => void = () => {};
  private ended: string | null = null;

  constructor(options: WorkerOptions, host: CalloutHost, events: WorkerEvents) {
    this.timeoutMs = options.timeoutMs;
    this.events = events;
    const channel = openCalloutChannel(host);
    this.closeChannel = channel.close;
    const workerData: TestWorkerData = {
      options: options.org,
      link: channel.link,
      profile: options.profile,
      logs: options.logs,
      permissionSets: options.permissionSets
    };
    this.worker = new Worker(options.entry, {
      workerData,
      transferList: [channel.link.port],
      resourceLimits: threadLimits
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromTestWorker) => {
        if (message.type === 'ready') resolve(message);
        else if (message.type === 'broken') reject(new Error(message.message));
        else this.receive(message);
      });
      const end = (reason: string) => {
        this.ended ??= reason;
        this.closeChannel();
        reject(new Error(reason));
        this.receive({ type: 'exit', reason: this.ended });
      };
      this.worker.on('error', (error) => end(`The test worker stopped: ${error.message}`));
      this.worker.on('exit', () => end('The test worker stopped unexpectedly.'));
    });
  }

  /** Runs the rest of a class. Null when all is done; a reason when the worker was lost on the way. */
  runClass({ className, left }: Assignment): Promise<string | null> {
    const methods = [...left];
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      let running: string | null = null;
      let since = Date.now();
      const lost = (reason: string) => {
        clearTimeout(timer);
        this.receive = () => {};
        const failed = running === null ? left.splice(0) : left.splice(left.indexOf(running), 1);
        for (const method of failed) {
          const durationMs = Date.now() - since;
          this.events.result({
            class: className,
            method,
            outcome: 'failed',
            message: reason,
            stack: null,
            durationMs
          });
        }
        resolve(reason);
      };
      this.receive = (message) => {
        clearTimeout(timer);
        switch (message.type) {
          case 'started':
            running = message.method;
            since = Date.now();
            timer = setTimeout(() => {
              lost(`The test was stopped after ${this.timeoutMs / 1000} s.`);
              void this.worker.terminate();
            }, this.timeoutMs);
            break;
          case 'result':
            left.splice(left.indexOf(message.result.method), 1);
            this.events.result(message.result);
            break;
          case 'finished':
            this.events.finished(className, message, methods);
            this.receive = () => {};
            resolve(null);
            break;
          case 'exit':
            lost(message.reason);
            break;
        }
      };
      if (this.ended !== null) return lost(this.ended);
      this.worker.postMessage({ type: 'run', className, methods } satisfies ToTestWorker);
    });
  }

  /** Ends the worker; what it has measured, or null when it was not to measure or is lost. */
  close(): Promise<Profile | null> {
    const measured = new Promise<Profile | null>((resolve) => {
      this.receive = (message) => {
        if (message.type === 'profile') resolve(message.profile);
        else if (message.type === 'exit') resolve(null);
      };
      if (this.ended !== null) resolve(null);
    });
    this.worker.postMessage({ type: 'close' } satisfies ToTestWorker);
    return measured;
  }
}
