import type { Connection, SqlValue } from '../data/store/connection.js';

export type JobKind = 'queueable' | 'future' | 'batch' | 'finalizer' | 'deployment';

/**
 * A row of the queue. `id` is that of the AsyncApexJob row, for a finalizer that of its job with `/finalizer` behind it; a
 * deployment has an id of its own and no such row.
 */
export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly userId: string;
  readonly className: string;
  /** Method of a future call; scope size of a batch; failure of a finalizer's job as JSON. */
  readonly detail: string;
  readonly state: string;
  readonly status: 'Queued' | 'Processing' | 'Completed' | 'Failed' | 'Aborted';
  readonly dueAt: number;
  readonly signature: string | null;
  readonly depth: number;
  readonly maxDepth: number | null;
  /** How often in a row a finalizer has enqueued the job again after a failure; failed chunks of a batch. */
  readonly failures: number;
  /** Next chunk of a batch; -1 before start has run. */
  readonly step: number;
}

export interface CronRow {
  readonly id: string;
  readonly jobId: string;
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly userId: string;
  readonly className: string;
  readonly state: string;
  /** ms; null while it is paused. */
  readonly nextAt: number | null;
  readonly timesTriggered: number;
  /** Scope size of System.scheduleBatch, null for a Schedulable. */
  readonly scopeSize: number | null;
}

export interface EventRow {
  readonly id: number;
  readonly object: string;
  readonly state: string;
  readonly userId: string;
}

const tables = `
CREATE TABLE IF NOT EXISTS async_job (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, user_id TEXT NOT NULL, class_name TEXT NOT NULL, detail TEXT NOT NULL,
  state TEXT NOT NULL, status TEXT NOT NULL, due_at INTEGER NOT NULL, signature TEXT, depth INTEGER NOT NULL,
  max_depth INTEGER, failures INTEGER NOT NULL, step INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS async_job_status ON async_job (status);
CREATE TABLE IF NOT EXISTS async_chunk (
  job_id TEXT NOT NULL, step INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (job_id, step)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS async_cron (
  id TEXT PRIMARY KEY, job_id TEXT NOT NULL, name TEXT NOT NULL, expression TEXT NOT NULL, time_zone TEXT NOT NULL,
  user_id TEXT NOT NULL, class_name TEXT NOT NULL, state TEXT NOT NULL, next_at INTEGER, times INTEGER NOT NULL,
  scope_size INTEGER);
CREATE TABLE IF NOT EXISTS async_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, state TEXT NOT NULL, user_id TEXT NOT NULL);`;

const jobColumns =
  'id, kind, user_id, class_name, detail, state, status, due_at, signature, depth, max_depth, failures, step';
const cronColumns = 'id, job_id, name, expression, time_zone, user_id, class_name, state, next_at, times, scope_size';

type Row = readonly (string | number | null)[];
const asJob = (row: Row): JobRow => {
  const [id, kind, userId, className, detail, state, status, dueAt, signature, depth, maxDepth, failures, step] = row;
  return {
    id,
    kind,
    userId,
    className,
    detail,
    state,
    status,
    dueAt,
    signature,
    depth,
    maxDepth,
    failures,
    step
  } as JobRow;
};
const asCron = (row: Row): CronRow => {
  const [id, jobId, name, expression, timeZone, userId, className, state, nextAt, timesTriggered, scopeSize] = row;
  return {
    id,
    jobId,
    name,
    expression,
    timeZone,
    userId,
    className,
    state,
    nextAt,
    timesTriggered,
    scopeSize
  } as CronRow;
};

/** The queue's tables. All statements run in whatever transaction the connection is in. */
export class Queue {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
    connection.exec(tables);
  }

  addJob(job: JobRow): void {
    this.run(
      `INSERT INTO async_job (${jobColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      job.id,
      job.kind,
      job.userId,
      job.className,
      job.detail,
      job.state,
      job.status,
      job.dueAt,
      job.signature,
      job.depth,
      job.maxDepth,
      job.failures,
      job.step
    );
  }

  job(id: string): JobRow | undefined {
    return this.rows(`SELECT ${jobColumns} FROM async_job WHERE id = ?`, id).map(asJob)[0];
  }

  /** In the order in which they were enqueued. */
  jobsIn(status: JobRow['status']): JobRow[] {
    return this.rows(`SELECT ${jobColumns} FROM async_job WHERE status = ? ORDER BY rowid`, status).map(asJob);
  }

  /** Moves a job on if it is in the expected state; false when someone else was faster or it was aborted. */
  move(id: string, from: JobRow['status'], to: JobRow['status']): boolean {
    return this.run('UPDATE async_job SET status = ? WHERE id = ? AND status = ?', to, id, from) === 1;
  }

  setStep(id: string, step: number, state: string): void {
    this.run('UPDATE async_job SET step = ?, state = ? WHERE id = ?', step, state, id);
  }

  /** A chunk of a batch has failed. */
  countFailure(id: string): void {
    this.run('UPDATE async_job SET failures = failures + 1 WHERE id = ?', id);
  }

  isQueued(signature: string): boolean {
    return this.rows(`SELECT 1 FROM async_job WHERE signature = ? AND status = 'Queued' LIMIT 1`, signature).length > 0;
  }

  /** Ids of at most so many jobs that ended before a moment, the oldest first. */
  endedBefore(ms: number, most: number): string[] {
    return this.rows(
      `SELECT "Id" FROM "AsyncApexJob" WHERE "CompletedDate" < ? AND "Status" IN ('Completed', 'Aborted', 'Failed')
       ORDER BY "CompletedDate" LIMIT ?`,
      ms,
      most
    ).map(([id]) => String(id));
  }

  dropJob(id: string): void {
    this.run('DELETE FROM async_job WHERE id = ?', id);
  }

  addChunk(jobId: string, step: number, state: string): void {
    this.run('INSERT INTO async_chunk (job_id, step, state) VALUES (?,?,?)', jobId, step, state);
  }

  chunk(jobId: string, step: number): string | undefined {
    return this.rows('SELECT state FROM async_chunk WHERE job_id = ? AND step = ?', jobId, step)[0]?.[0] as
      string | undefined;
  }

  chunkCount(jobId: string): number {
    return Number(this.rows('SELECT COUNT(*) FROM async_chunk WHERE job_id = ?', jobId)[0]?.[0] ?? 0);
  }

  /** The child job that works on the chunks of a batch, once it has begun. */
  workerOf(jobId: string): string | undefined {
    const [row] = this.rows(
      `SELECT "Id" FROM "AsyncApexJob" WHERE "ParentJobId" = ? AND "JobType" = 'BatchApexWorker'`,
      jobId
    );
    return row && String(row[0]);
  }

  dropChunks(jobId: string): void {
    this.run('DELETE FROM async_chunk WHERE job_id = ?', jobId);
  }

  addCron(cron: CronRow): void {
    this.run(
      `INSERT INTO async_cron (${cronColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
      cron.id,
      cron.jobId,
      cron.name,
      cron.expression,
      cron.timeZone,
      cron.userId,
      cron.className,
      cron.state,
      cron.nextAt,
      cron.timesTriggered,
      cron.scopeSize
    );
  }

  cron(id: string): CronRow | undefined {
    return this.rows(`SELECT ${cronColumns} FROM async_cron WHERE id = ?`, id).map(asCron)[0];
  }

  crons(): CronRow[] {
    return this.rows(`SELECT ${cronColumns} FROM async_cron ORDER BY rowid`).map(asCron);
  }

  /** Takes one fire of a trigger; false when another worker took it. */
  fired(cron: CronRow, nextAt: number | null): boolean {
    return (
      this.run(
        'UPDATE async_cron SET next_at = ?, times = times + 1 WHERE id = ? AND times = ?',
        nextAt,
        cron.id,
        cron.timesTriggered
      ) === 1
    );
  }

  /** When a trigger fires next; null while it is paused. */
  setNext(id: string, nextAt: number | null): void {
    this.run('UPDATE async_cron SET next_at = ? WHERE id = ?', nextAt, id);
  }

  dropCron(id: string): void {
    this.run('DELETE FROM async_cron WHERE id = ?', id);
  }

  addEvent(object: string, state: string, userId: string): number {
    this.run('INSERT INTO async_event (object, state, user_id) VALUES (?,?,?)', object, state, userId);
    return Number(this.rows('SELECT last_insert_rowid()')[0]?.[0]);
  }

  events(): EventRow[] {
    return this.rows('SELECT id, object, state, user_id FROM async_event ORDER BY id').map(
      ([id, object, state, userId]) => ({ id, object, state, userId }) as EventRow
    );
  }

  dropEvents(ids: readonly number[]): void {
    for (const id of ids) this.run('DELETE FROM async_event WHERE id = ?', id);
  }

  private rows(sql: string, ...values: SqlValue[]): Row[] {
    return this.connection.all(sql, values) as Row[];
  }

  private run(sql: string, ...values: SqlValue[]): number {
    return this.connection.run(sql, values);
  }
}
