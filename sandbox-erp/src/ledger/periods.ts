import type { Books } from './books.js';
import { refuse } from './errors.js';

/** Posting periods are calendar months; a month nobody closed is open. */
export class Periods {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  /** @param month yyyy-mm */
  setClosed(month: string, closed: boolean): void {
    this.#books.db.run(
      'insert into period (month, closed) values (?, ?) on conflict (month) do update set closed = excluded.closed',
      month,
      closed ? 1 : 0
    );
  }

  isClosed(month: string): boolean {
    return this.#books.db.get('select 1 from period where month = ? and closed = 1', month) !== undefined;
  }

  /** Refuses a posting date inside a closed month; `document` names what was to be posted. */
  requireOpen(postingDate: string, document: string): void {
    if (this.isClosed(postingDate.slice(0, 7))) refuse({ kind: 'periodClosed', postingDate, document });
  }
}
