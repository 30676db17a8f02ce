import type { Books } from './books.js';
import { addFormula } from './dates.js';
import { refuse } from './errors.js';

/** Payment terms: how many days after the document date an invoice falls due. */
export class PaymentTerms {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  /** The due date; without terms a document is due on its own date. */
  dueDate(documentDate: string, code: string): string {
    if (code === '') return documentDate;
    const term = this.#books.db.get<{ dueDateCalculation: string }>(
      'select dueDateCalculation from paymentTerm where code = ?',
      code
    );
    return term ? addFormula(documentDate, term.dueDateCalculation) : documentDate;
  }

  require(code: string, table: string): void {
    if (code === '' || this.#books.db.get('select 1 from paymentTerm where code = ?', code)) return;
    refuse({ kind: 'invalidRelation', table, field: 'Payment Terms Code', value: code, related: 'Payment Terms' });
  }

  /** The code behind an id, for dialects that refer by id. */
  codeOf(id: string): string | undefined {
    return this.#books.db.get<{ code: string }>('select code from paymentTerm where id = ?', id)?.code;
  }
}
