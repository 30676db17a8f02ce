import type { Books } from './books.js';
import { refuse } from './errors.js';

/** The small code tables: what a line may be counted in, how it is taxed, how it is paid. */
export type CodeKind = 'unit' | 'taxGroup' | 'paymentMethod';

const TABLE_NAMES: Readonly<Record<CodeKind, string>> = {
  unit: 'Unit of Measure',
  taxGroup: 'Tax Group',
  paymentMethod: 'Payment Method'
};

export class Codes {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  add(kind: CodeKind, code: string, displayName: string): void {
    this.#books.db.insert('codeEntry', { kind, code, displayName, ...this.#books.created() });
  }

  /** Refuses a code that is not in its table; blank is always allowed. */
  require(kind: CodeKind, code: string, table: string, field: string): void {
    if (code === '' || this.#books.db.get('select 1 from codeEntry where kind = ? and code = ?', kind, code)) return;
    refuse({ kind: 'invalidRelation', table, field, value: code, related: TABLE_NAMES[kind] });
  }
}
