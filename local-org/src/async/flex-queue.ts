import type { Connection } from '../data/store/connection.js';
import type { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { apexException, limitException } from '../runtime/exceptions.js';
import { idOf, type JobRows } from './job-rows.js';

/** Batch jobs that are queued or active at one time; further ones are held (Apex Developer Guide, "Use Batch Apex"). */
const mostActive = 5;
const mostHeld = 100;

const table = `CREATE TABLE IF NOT EXISTS async_flex (job_id TEXT PRIMARY KEY, place REAL NOT NULL) WITHOUT ROWID;`;

/**
 * The Apex flex queue: batch jobs that wait with the status Holding, in the order in which they will be queued. Which jobs are active is read off
 * the rows of AsyncApexJob.
 */
export class FlexQueue {
  private readonly connection: Connection;
  private readonly rows: JobRows;

  constructor(connection: Connection, rows: JobRows) {
    this.connection = connection;
    this.rows = rows;
    connection.exec(table);
  }

  /** Held jobs, the next one first. */
  order(): string[] {
    return this.connection.all('SELECT job_id FROM async_flex ORDER BY place').map(([id]) => String(id));
  }

  /** True when a new batch job has to be held. Throws the LimitException when there is no place for it either. */
  isFull(tx: Transaction): boolean {
    if (this.active() < mostActive && this.order().length === 0) return false;
    if (this.order().length >= mostHeld) {
      // The sentence is from memory; the limit is documented.
      throw limitException(
        `You've exceeded the limit of ${mostHeld} jobs in the flex queue for org ${tx.org.info.id.value}. ` +
          'Wait for some of your batch jobs to finish before adding more. To monitor and reorder jobs, use the Apex Flex Queue page in Setup.'
      );
    }
    return true;
  }

  hold(id: ApexId): void {
    const [last] = this.connection.get('SELECT COALESCE(MAX(place), 0) FROM async_flex') ?? [0];
    this.put(id.value, Number(last) + 1);
  }

  remove(id: string): void {
    this.connection.run('DELETE FROM async_flex WHERE job_id = ?', [id]);
  }

  /** The job that moves on to the batch queue because another one has ended; its row says so. */
  promote(tx: Transaction): string | undefined {
    const [next] = this.order();
    if (next === undefined || this.active() >= mostActive) return undefined;
    this.remove(next);
    this.rows.progress(tx, idOf(next), { Status: 'Queued' });
    return next;
  }

  /** Moves a job; false when it stands there already. */
  moveToFront(id: string): boolean {
    return this.rearrange(id, () => 0);
  }

  moveToEnd(id: string): boolean {
    return this.rearrange(id, (rest) => rest.length);
  }

  moveBefore(id: string, other: string): boolean {
    return this.rearrange(id, (rest) => place(rest, other));
  }

  moveAfter(id: string, other: string): boolean {
    return this.rearrange(id, (rest) => place(rest, other) + 1);
  }

  private rearrange(id: string, at: (rest: readonly string[]) => number): boolean {
    const before = this.order();
    place(before, id);
    const rest = before.filter((one) => one !== id);
    rest.splice(at(rest), 0, id);
    if (rest.every((one, i) => one === before[i])) return false;
    rest.forEach((one, i) => this.put(one, i + 1));
    return true;
  }

  private put(id: string, at: number): void {
    this.connection.run(
      'INSERT INTO async_flex (job_id, place) VALUES (?,?) ON CONFLICT (job_id) DO UPDATE SET place = excluded.place',
      [id, at]
    );
  }

  private active(): number {
    const row = this.connection.get(
      `SELECT COUNT(*) FROM "AsyncApexJob" WHERE "JobType" = 'BatchApex' AND "Status" IN ('Queued', 'Preparing', 'Processing')`
    );
    return Number(row?.[0] ?? 0);
  }
}

function place(jobs: readonly string[], id: string): number {
  const at = jobs.indexOf(id);
  if (at < 0) throw apexException('NoSuchElementException', `${id} is not in the flex queue`);
  return at;
}
