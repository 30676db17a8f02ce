import Database from 'libsql';

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

type Statement = Database.Statement<SqlValue[]>;

/** One SQLite connection with its prepared statements; every write of the ledger goes through {@link transaction}. */
export class LedgerDatabase {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Statement>();
  #inTransaction = false;

  /** Opens (or creates) the file; ':memory:' keeps everything in this process. */
  constructor(path: string) {
    this.#connection = new Database(path);
    if (path !== ':memory:') this.#connection.exec('pragma journal_mode = wal; pragma synchronous = normal');
    this.#connection.exec('pragma foreign_keys = on');
  }

  /** Runs a script without parameters, such as the schema. */
  script(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Adds a column to a table that lacks it. */
  addColumn(table: string, column: string, type: string): void {
    if (this.get(`select 1 from pragma_table_info(?) where name = ?`, table, column)) return;
    this.script(`alter table ${table} add column ${column} ${type}`);
  }

  all<T = Row>(sql: string, ...parameters: readonly SqlValue[]): T[] {
    return this.#prepare(sql).all(...parameters) as T[];
  }

  /** The first row, or undefined. Uses all() because the driver adds a _metadata key to rows of get(). */
  get<T = Row>(sql: string, ...parameters: readonly SqlValue[]): T | undefined {
    return this.all<T>(sql, ...parameters)[0];
  }

  /** Returns the number of rows changed. */
  run(sql: string, ...parameters: readonly SqlValue[]): number {
    return this.#prepare(sql).run(...parameters).changes;
  }

  /** Inserts one row and returns its rowid. Column names come from our own code, never from a client. */
  insert(table: string, values: object): number {
    const columns = Object.keys(values);
    const marks = columns.map(() => '?').join(', ');
    const sql = `insert into ${table} (${columns.join(', ')}) values (${marks})`;
    return Number(this.#prepare(sql).run(...(Object.values(values) as SqlValue[])).lastInsertRowid);
  }

  /** Changes one row by its id; a row without changes is left alone. */
  update(table: string, id: string, values: object): void {
    const columns = Object.keys(values);
    if (columns.length === 0) return;
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    this.run(`update ${table} set ${assignments} where id = ?`, ...(Object.values(values) as SqlValue[]), id);
  }

  /** Empties every table. */
  clear(): void {
    const tables = this.all<{ name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
    );
    this.script('pragma foreign_keys = off');
    this.transaction(() => tables.forEach(({ name }) => this.script(`delete from ${name}`)));
    this.script('pragma foreign_keys = on');
  }

  /** All or nothing; a transaction inside another joins it. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#connection.exec('begin immediate');
    this.#inTransaction = true;
    try {
      const result = work();
      this.#connection.exec('commit');
      return result;
    } catch (error) {
      this.#connection.exec('rollback');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare<SqlValue[]>(sql) as Statement;
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
