import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from './dates.js';
import { dayOf } from './dates.js';
import { LedgerDatabase } from './database.js';
import { LATER_COLUMNS, TABLES } from './schema.js';
import { VIEW_SCRIPT } from './views.js';

/** One company's data file with its clock and number series: what every part of the ledger writes through. */
export class Books {
  readonly db: LedgerDatabase;
  readonly #clock: Clock;
  #nextId: () => string = randomUUID;

  constructor(path: string, clock: Clock) {
    this.db = new LedgerDatabase(path);
    this.#clock = clock;
    this.db.script(TABLES);
    for (const [table, column, type] of LATER_COLUMNS) this.db.addColumn(table, column, type);
    this.db.script(VIEW_SCRIPT);
  }

  /** The present moment, ISO 8601 UTC with milliseconds. */
  now(): string {
    return this.#clock().toISOString();
  }

  /** The present day, yyyy-mm-dd. */
  today(): string {
    return dayOf(this.#clock());
  }

  newId(): string {
    return this.#nextId();
  }

  /** Runs a seed, in one transaction, with ids that are the same each time. */
  seed(name: string, work: () => void): void {
    let count = 0;
    this.#nextId = () => {
      const hex = createHash('sha256').update(`${name} ${++count}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    };
    try {
      this.db.transaction(work);
    } finally {
      this.#nextId = randomUUID;
    }
  }

  /** What a new row of a tracked table carries. */
  created(): { readonly id: string; readonly lastModified: string } {
    return { id: this.newId(), lastModified: this.now() };
  }

  /** Writes the changed columns of a row, and counts the change in its version. */
  change(table: string, id: string, values: object): void {
    this.db.update(table, id, { ...values, lastModified: this.now() });
    this.db.run(`update ${table} set version = version + 1 where id = ?`, id);
  }

  /** Takes the next number of a series, e.g. 101001. */
  nextNumber(series: string): string {
    const row = this.db.get<{ prefix: string; next: number; width: number }>(
      'update numberSeries set next = next + 1 where code = ? returning prefix, next - 1 as next, width',
      series
    );
    if (!row) throw new Error(`The number series ${series} does not exist.`);
    return row.prefix + String(row.next).padStart(row.width, '0');
  }

  /** Moves the date that aging is computed as of; cheap when the day has not changed. */
  refreshToday(): void {
    const today = this.today();
    if (this.db.get<{ today: string }>('select today from company')?.today === today) return;
    this.db.run('update company set today = ?', today);
  }
}
