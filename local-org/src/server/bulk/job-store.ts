import { randomBytes } from 'node:crypto';
import { ApexId } from '../../kernel/scalars.js';
import type { Connection } from '../../data/store/connection.js';
import { HttpError } from '../routes/route.js';

export interface BulkJob {
  readonly id: string;
  readonly kind: 'ingest' | 'query';
  readonly userId: string;
  /** Insert, update, upsert, delete; query, queryAll. */
  readonly operation: string;
  readonly object: string;
  readonly externalIdFieldName: string | null;
  readonly query: string | null;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  readonly createdDate: string;
  readonly apiVersion: number;
  state: 'Open' | 'UploadComplete' | 'JobComplete' | 'Failed' | 'Aborted';
  processed: number;
  failed: number;
  errorMessage: string | null;
}

/** Texts that belong to a job: what was uploaded, and what came of it. */
export type JobText = 'data' | 'successful' | 'failed';

/** Bulk jobs in a table beside the org's data: any worker may answer the next request about one. */
export class JobStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
    connection.exec(
      'CREATE TABLE IF NOT EXISTS "_bulk_job" (id TEXT PRIMARY KEY, info TEXT NOT NULL, data TEXT, successful TEXT, failed TEXT)'
    );
  }

  newId(): string {
    const text = randomBytes(12).toString('base64url').replace(/[-_]/g, '0').slice(0, 12);
    return ApexId.parse(`750${text}`)?.value ?? '';
  }

  /** The job of that kind; 404 when there is none. */
  get(kind: BulkJob['kind'], id: string): BulkJob {
    const full = ApexId.parse(id)?.value ?? '';
    const row = this.connection.get('SELECT info FROM "_bulk_job" WHERE id = ?', [full]);
    const job = row && (JSON.parse(String(row[0])) as BulkJob);
    if (job?.kind !== kind) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return job;
  }

  all(kind: BulkJob['kind']): BulkJob[] {
    const rows = this.connection.all('SELECT info FROM "_bulk_job" ORDER BY rowid DESC');
    return rows.map(([info]) => JSON.parse(String(info)) as BulkJob).filter((job) => job.kind === kind);
  }

  save(job: BulkJob): void {
    this.connection.run(
      'INSERT INTO "_bulk_job" (id, info) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET info = excluded.info',
      [job.id, JSON.stringify(job)]
    );
  }

  remove(job: BulkJob): void {
    this.connection.run('DELETE FROM "_bulk_job" WHERE id = ?', [job.id]);
  }

  text(job: BulkJob, name: JobText): string {
    return String(
      this.connection.get(`SELECT COALESCE(${name}, '') FROM "_bulk_job" WHERE id = ?`, [job.id])?.[0] ?? ''
    );
  }

  setText(job: BulkJob, name: JobText, text: string | null): void {
    this.connection.run(`UPDATE "_bulk_job" SET ${name} = ? WHERE id = ?`, [text, job.id]);
  }
}
