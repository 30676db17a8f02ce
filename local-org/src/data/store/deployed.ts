import type { Connection } from './connection.js';

/** The ids of records of custom metadata types that Apex has deployed. */
const table = 'CREATE TABLE IF NOT EXISTS "_deployed" (id TEXT PRIMARY KEY) WITHOUT ROWID';

export function markDeployed(connection: Connection, id: string): void {
  connection.exec(table);
  connection.run('INSERT INTO "_deployed" (id) VALUES (?) ON CONFLICT (id) DO NOTHING', [id]);
}

/** Takes out the records of a custom metadata type that the project's files have made. */
export function forgetFiled(connection: Connection, object: string): void {
  connection.exec(table);
  connection.run(`DELETE FROM "${object}" WHERE "Id" NOT IN (SELECT id FROM "_deployed")`);
}
