import type { OrgOptions } from '../../org/options.js';
import type { DueWork } from '../../async/due.js';
import type { CalloutLink } from '../../callout/channel.js';
import type { LogLevels } from '../../runtime/log-levels.js';
import type { ClassOutcome, TestPlan } from '../tooling/test-plan.js';

export interface WorkerData {
  readonly options: OrgOptions;
  readonly link: CalloutLink;
}

/** An HTTP request that needs the org. */
export interface HttpTask {
  readonly kind: 'http';
  readonly method: string;
  /** Path without query, escapes as they were sent: `%2F` is no slash. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The user of the session. */
  readonly userId: string;
  readonly sessionId: string;
}

/** Runs what the queue holds under this id: a job, a cron trigger or a group of published events. */
export interface AsyncTask {
  readonly kind: 'async';
  readonly work: DueWork;
}

/** Finds out what was interrupted and what waits; asked once when the server starts, or for one job whose worker died. */
export interface RecoverTask {
  readonly kind: 'recover';
  readonly jobId: string | null;
}

/** Fills a new org: users, data plans, an Apex script. */
export interface SetupTask {
  readonly kind: 'setup';
  /** Who imports and runs, one of `users` perhaps; null: the administrator. */
  readonly username: string | null;
  readonly users: readonly string[];
  readonly plans: readonly string[];
  readonly scripts: readonly string[];
}

export interface LoginTask {
  readonly kind: 'login';
  /** null: the user that a new visitor is. */
  readonly username: string | null;
}

export interface ExecTask {
  readonly kind: 'exec';
  readonly source: string;
  readonly username: string | null;
  /** Levels of a debug log that is wanted; null: only the debug lines. */
  readonly logLevels: LogLevels | null;
}

export interface QueryTask {
  readonly kind: 'query';
  readonly soql: string;
}

/** Accepts a test run: makes its rows. */
export interface TestBeginTask {
  readonly kind: 'testBegin';
  readonly userId: string;
  /** JSON of the request. */
  readonly body: Uint8Array;
}

/** Writes the results of one class of a test run. */
export interface TestRecordTask {
  readonly kind: 'testRecord';
  readonly plan: TestPlan;
  readonly outcome: ClassOutcome;
}

/** Ends a test run and writes its coverage. */
export interface TestEndTask {
  readonly kind: 'testEnd';
  readonly plan: TestPlan;
  /** Empty unless coverage is counted. */
  readonly outcomes: readonly ClassOutcome[];
  readonly durationMs: number;
}

export type Task =
  | HttpTask
  | AsyncTask
  | RecoverTask
  | SetupTask
  | LoginTask
  | ExecTask
  | QueryTask
  | TestBeginTask
  | TestRecordTask
  | TestEndTask;

export interface HttpResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface ExecResult {
  readonly ok: boolean;
  readonly debug: readonly string[];
  /** The whole debug log; empty unless it was wanted and the block compiled. */
  readonly log: string;
  readonly limits: readonly { readonly name: string; readonly used: number; readonly limit: number }[];
  /** Compile error, or exception with its stack trace. */
  readonly error: string | null;
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same rows as the REST API writes them. */
  readonly records: readonly unknown[];
  readonly error: string | null;
}

export interface ResultOf {
  http: HttpResult;
  async: null;
  /** All that waits in the queue. */
  recover: readonly DueWork[];
  /** Lines to print. */
  setup: readonly string[];
  /** null: no such active user. */
  login: { readonly userId: string; readonly username: string } | null;
  exec: ExecResult;
  query: QueryResult;
  /** The plan, or how the request is refused. */
  testBegin: { readonly plan: TestPlan } | { readonly refusal: { readonly status: number; readonly body: unknown } };
  /** False: the run was stopped meanwhile. */
  testRecord: boolean;
  testEnd: null;
}

export interface PublishedEvent {
  readonly object: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly replayId: number;
}

export type ToWorker = { readonly type: 'run'; readonly id: number; readonly task: Task } | { readonly type: 'close' };

export type FromWorker =
  /** `warnings`: compile errors and the like, one a line. */
  | { readonly type: 'ready'; readonly warnings: readonly string[] }
  | { readonly type: 'broken'; readonly message: string }
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'due'; readonly work: readonly DueWork[] }
  | { readonly type: 'published'; readonly events: readonly PublishedEvent[] }
  | { readonly type: 'logged'; readonly id: string };
