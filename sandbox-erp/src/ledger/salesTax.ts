import { FINE_ONE, proportion } from './amounts.js';
import type { Books } from './books.js';

const HUNDRED_PERCENT = 100 * FINE_ONE;

/** Sales tax: a line bears the rate of its tax group, where the customer is liable to tax. */
export class SalesTax {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  /** Sets the rate of a tax group, a percentage with five decimals; drafts keep the rate they were made with. */
  setRate(group: string, percent: number): void {
    this.#books.db.run(`update codeEntry set taxPercent = ? where kind = 'taxGroup' and code = ?`, percent, group);
  }

  /** The rate of a line, a percentage with five decimals. */
  rate(customerNumber: string, group: string): number {
    const found = this.#books.db.get<{ percent: number }>(
      `select g.taxPercent as percent from codeEntry g join customer c on c.taxLiable = 1
       where g.kind = 'taxGroup' and g.code = ? and c.number = ?`,
      group,
      customerNumber
    );
    return found?.percent ?? 0;
  }

  /** The tax on what a line comes to after all discounts, to the cent. */
  static on(netCents: number, percent: number): number {
    return proportion(netCents, percent, HUNDRED_PERCENT);
  }
}
