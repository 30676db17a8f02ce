import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { CalloutHost } from '../callout/host.js';
import type { DueWork } from '../async/due.js';
import type { DataFolder } from './data-folder.js';
import { Comet } from './comet.js';
import { EventStreams } from './event-streams.js';
import { httpHandler, type Handler } from './http-server.js';
import { WorkerLost, WorkerPool } from './pool.js';
import { restError, sendJson } from './replies.js';
import { Scheduler } from './scheduler.js';
import { sessionKey } from './login/session-key.js';
import { Sessions } from './sessions.js';
import { TestRuns } from './tooling/test-runs.js';
import type { OrgOptions } from '../org/options.js';
import { preparePages, type ShellPages } from './shell-pages.js';

export interface ServerOptions {
  readonly folder: DataFolder;
  readonly sources: readonly string[];
  /** 0: any free one. */
  readonly port: number;
  readonly cache: string;
  /** Secrets file of the external credentials. */
  readonly credentials: string;
  /** What a new org is filled with. */
  readonly filling: {
    readonly username: string | null;
    readonly users: readonly string[];
    readonly plans: readonly string[];
    readonly scripts: readonly string[];
  };
  /** Pages are compiled when they are asked for and reload when their files change. */
  readonly dev: boolean;
  /** Script of the worker threads. */
  readonly entry: URL;
  /** Script of the threads that run tests for clients. */
  readonly testEntry: URL;
  readonly log: (line: string) => void;
}

const mostWorkers = 8;
/** Workers that compute at a time; those beyond them wait for an ERP's answer. */
const computingWorkers = 3;
/** Threads of a test run. */
const testWorkers = Math.min(availableParallelism(), 4);

const starting: Handler = (_request, response) =>
  sendJson(response, 503, restError('The org is starting', 'SERVER_UNAVAILABLE'));

/** The running org: HTTP server, workers, the queue's scheduler and the callout host, started and stopped together. */
export class LocalServer {
  private readonly options: ServerOptions;
  private readonly streams = new EventStreams();
  private readonly comet = new Comet();
  private readonly scheduler: Scheduler;
  private pool: WorkerPool | null = null;
  private http: Server | null = null;
  private pages: ShellPages | null = null;
  private handler: Handler = starting;

  constructor(options: ServerOptions) {
    this.options = options;
    // One worker is left for people, however much waits in the queue.
    this.scheduler = new Scheduler(computingWorkers - 1, (work) => this.runDue(work));
  }

  /** The URL that the org answers on. Rejects with one sentence when it cannot start. */
  async start(): Promise<string> {
    const { options } = this;
    const url = await this.listen();
    const pool = this.openPool(url);
    this.pool = pool;
    const [warnings, pages] = await Promise.all([pool.start(), preparePages(options)]);
    this.pages = pages;
    for (const warning of warnings) options.log(warning);
    if (options.folder.isNew) {
      for (const line of await pool.run({ kind: 'setup', ...options.filling })) options.log(line);
      options.folder.markFilled();
    }
    this.scheduler.add(await pool.run({ kind: 'recover', jobId: null }));
    const tests = new TestRuns({
      pool,
      org: this.orgOptions(url),
      entry: options.testEntry,
      workers: testWorkers,
      onProgress: (jobId) => this.comet.publishRecord('/systemTopic/TestResult', jobId),
      log: options.log
    });
    const sessions = new Sessions(sessionKey(options.folder.sessionKey));
    const { streams, comet } = this;
    this.handler = httpHandler({ pool, sessions, streams, comet, pages, tests });
    return url;
  }

  async close(): Promise<void> {
    this.scheduler.close();
    this.streams.close();
    this.comet.close();
    this.http?.close();
    this.http?.closeAllConnections();
    await this.pages?.dev?.close();
    await this.pool?.close();
  }

  /** Takes the port first: that it is in use is known before anything else is done. */
  private listen(): Promise<string> {
    const { port } = this.options;
    const http = createServer({ maxHeaderSize: 128_000 }, (request, response) => this.handler(request, response));
    // Longer than clients keep an idle connection: the server must not be the one that closes it under a request.
    http.keepAliveTimeout = 65_000;
    this.http = http;
    return new Promise((resolve, reject) => {
      http.once('error', (error: NodeJS.ErrnoException) => {
        const why = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code ?? error.message})`;
        reject(new Error(`Port ${port} ${why}. Stop what listens there, or name another one with --port.`));
      });
      http.listen(port, '127.0.0.1', () => {
        const address = http.address();
        resolve(`http://localhost:${typeof address === 'object' && address ? address.port : port}`);
      });
    });
  }

  private openPool(url: string): WorkerPool {
    const { credentials, entry } = this.options;
    return new WorkerPool({
      org: this.orgOptions(url),
      callouts: new CalloutHost(credentials),
      most: mostWorkers,
      computing: computingWorkers,
      entry,
      onDue: (work) => this.scheduler.add(work),
      onPublished: (events) => {
        this.streams.publish(events);
        this.comet.publishEvents(events);
      },
      onLogged: (id) => this.comet.publishRecord('/systemTopic/Logging', id)
    });
  }

  private orgOptions(url: string): OrgOptions {
    const { folder, sources, cache } = this.options;
    const { database, finalizers } = folder;
    return { sources, database, cache, finalizers, baseUrl: url, coverage: false };
  }

  private async runDue(work: DueWork): Promise<void> {
    const { pool } = this;
    if (!pool) return;
    try {
      await pool.run({ kind: 'async', work });
    } catch (error) {
      if (error instanceof WorkerLost && work.kind === 'job') {
        this.scheduler.add(await pool.run({ kind: 'recover', jobId: work.id }).catch(() => []));
      } else this.options.log(error instanceof Error ? error.message : String(error));
    }
  }
}
