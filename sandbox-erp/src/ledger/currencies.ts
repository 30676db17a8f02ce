import type { Books } from './books.js';
import { refuse } from './errors.js';

export interface Currency {
  readonly code: string;
  readonly id: string;
  readonly displayName: string;
  /** Base currency units for one unit, in millionths; fixed. */
  readonly rateMicro: number;
}

/** The currencies a document may carry, each with one fixed rate to the base currency. */
export class Currencies {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  base(): string {
    return this.#books.db.get<{ baseCurrency: string }>('select baseCurrency from company')?.baseCurrency ?? '';
  }

  find(code: string): Currency | undefined {
    return this.#books.db.get<Currency>('select * from currency where code = ?', code);
  }

  require(code: string, table: string): Currency {
    return (
      this.find(code) ??
      refuse({ kind: 'invalidRelation', table, field: 'Currency Code', value: code, related: 'Currency' })
    );
  }
}
