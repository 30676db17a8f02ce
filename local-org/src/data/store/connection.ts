import Database from 'libsql';

/** What SQLite takes and gives. Booleans are 0 and 1; whole numbers beyond 2^53 are bigint. */
export type SqlValue = null | number | bigint | string | Uint8Array;
export type SqlRow = readonly SqlValue[];

type Statement = Database.Statement<SqlValue[]>;

/** Another worker held the write lock for longer than the busy timeout. */
export class LockTimeout extends Error {}

const statementsKept = 500;
/** What changes rows and may answer some of them (RETURNING). */
const changes = /^\s*(?:INSERT|UPDATE|DELETE)\b/i;

/**
 * One connection to the data file. Statements are prepared once; transactions nest: the outermost one takes the write lock, the
 * inner ones are savepoints, so that a test can hold all that its Apex commits.
 */
export class Connection {
  /** The connection itself, for tables that are no objects (the job queue). */
  readonly database: Database.Database;
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private savepoints = 0;

  /** `file` is a path or `:memory:`. */
  constructor(file: string, busyTimeoutMs = 10_000) {
    this.database = new Database(file, { timeout: busyTimeoutMs });
    this.database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    if (file !== ':memory:') this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    this.database.exec('PRAGMA temp_store = MEMORY; PRAGMA case_sensitive_like = OFF');
  }

  all(sql: string, params: readonly SqlValue[] = []): SqlRow[] {
    return this.execute(sql, () => this.statement(sql).all(...params) as SqlRow[]);
  }

  get(sql: string, params: readonly SqlValue[] = []): SqlRow | undefined {
    return this.all(sql, params)[0];
  }

  /** Runs a statement that changes rows and answers their number. */
  run(sql: string, params: readonly SqlValue[] = []): number {
    return this.execute(sql, () => this.statement(sql).run(...params).changes);
  }

  /** Runs statements without parameters: definitions, pragmas. */
  exec(sql: string): void {
    translateBusy(() => this.database.exec(sql));
  }

  /** Begins a transaction, with the write lock when it is the outermost one. */
  begin(): void {
    this.exec(this.depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT tx${this.depth}`);
    this.depth++;
  }

  commit(): void {
    this.depth--;
    this.exec(this.depth === 0 ? 'COMMIT' : `RELEASE tx${this.depth}`);
  }

  abort(): void {
    this.depth--;
    this.exec(this.depth === 0 ? 'ROLLBACK' : `ROLLBACK TO tx${this.depth}; RELEASE tx${this.depth}`);
  }

  /** Marks a place inside the transaction to which it can go back. */
  savepoint(): number {
    const savepoint = ++this.savepoints;
    this.exec(`SAVEPOINT s${savepoint}`);
    return savepoint;
  }

  /** Undoes all since the savepoint, which stays. */
  rollbackTo(savepoint: number): void {
    this.exec(`ROLLBACK TO s${savepoint}`);
  }

  release(savepoint: number): void {
    this.exec(`RELEASE s${savepoint}`);
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  /**
   * A change outside of a transaction takes the write lock first. A kept statement that met the lock of another worker would stay under
   * way in SQLite, and hold the connection for good to what the data was at that moment, unable to begin a transaction.
   */
  private execute<V>(sql: string, work: () => V): V {
    if (this.depth > 0 || !changes.test(sql)) return translateBusy(work);
    this.begin();
    try {
      const changed = translateBusy(work);
      this.commit();
      return changed;
    } catch (error) {
      this.abort();
      throw error;
    }
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (statement) return statement;
    if (this.statements.size >= statementsKept) this.statements.clear();
    statement = this.database.prepare<SqlValue[]>(sql);
    if (statement.reader) statement.raw();
    this.statements.set(sql, statement);
    return statement;
  }
}

function translateBusy<V>(work: () => V): V {
  try {
    return work();
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/BUSY|LOCKED/.test(code) || /database is locked/.test((error as Error).message)) {
      throw new LockTimeout((error as Error).message, { cause: error });
    }
    throw error;
  }
}
