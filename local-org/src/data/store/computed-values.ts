import type { ComputedValues } from '../translate/context.js';
import type { Connection, SqlValue } from './connection.js';

/** Values of formula fields while a statement needs them, in a table of the connection's own that no other connection sees. */
export class ComputedTable implements ComputedValues {
  private readonly connection: Connection;
  private slots = 0;

  constructor(connection: Connection) {
    this.connection = connection;
    connection.exec(
      'CREATE TEMP TABLE IF NOT EXISTS "_computed" ("slot" INTEGER, "id" TEXT, "value", PRIMARY KEY ("slot", "id")) WITHOUT ROWID'
    );
  }

  nextSlot(): number {
    return ++this.slots;
  }

  fill(slot: number, rows: readonly (readonly [id: SqlValue, value: SqlValue])[]): void {
    const texts = rows.map((row) => `[${row.map(jsonOf).join(',')}]`);
    this.connection.run(
      'INSERT INTO temp."_computed" SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE value ->> 0 IS NOT NULL',
      [slot, `[${texts.join(',')}]`]
    );
  }

  clear(slots: readonly number[]): void {
    for (const slot of slots) this.connection.run('DELETE FROM temp."_computed" WHERE "slot" = ?', [slot]);
  }
}

const jsonOf = (value: SqlValue): string => (typeof value === 'bigint' ? String(value) : JSON.stringify(value));
