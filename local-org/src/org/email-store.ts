import type { Connection } from '../data/store/connection.js';
import type { Mail } from '../platform/messaging/outbox.js';

/** Messages kept; older ones are forgotten. */
const kept = 500;

/** What Apex has sent, in the org's own database: a message is there when its transaction is. */
export class EmailStore {
  private readonly connection: Connection;
  private ready = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Keeps messages as part of the current database transaction. */
  keep(mails: readonly Mail[]): void {
    this.prepare();
    for (const mail of mails)
      this.connection.run('INSERT INTO local_email (content) VALUES (?)', [JSON.stringify(mail)]);
    this.connection.run('DELETE FROM local_email WHERE id <= (SELECT max(id) FROM local_email) - ?', [kept]);
  }

  /** The latest messages, newest first. */
  latest(limit = 100): Mail[] {
    this.prepare();
    const rows = this.connection.all('SELECT content FROM local_email ORDER BY id DESC LIMIT ?', [limit]);
    return rows.map(([content]) => JSON.parse(String(content)) as Mail);
  }

  private prepare(): void {
    if (this.ready) return;
    this.connection.exec('CREATE TABLE IF NOT EXISTS local_email (id INTEGER PRIMARY KEY, content TEXT NOT NULL)');
    this.ready = true;
  }
}
