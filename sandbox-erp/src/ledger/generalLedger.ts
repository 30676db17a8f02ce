import { toDecimalText } from './amounts.js';
import type { Books } from './books.js';
import type { Dimensions } from './dimensions.js';
import { refuse } from './errors.js';
import type { Periods } from './periods.js';

/** What was posted: which document, when. */
export interface PostedDocument {
  readonly type: 'Invoice' | 'Payment' | 'Credit Memo' | '';
  readonly number: string;
  readonly postingDate: string;
  readonly description: string;
}

export interface Posting {
  readonly account: string;
  /** Base currency cents; debit positive, credit negative. */
  readonly amountBaseCents: number;
  readonly description?: string;
  /** Id of the record whose dimensions the entry takes over. */
  readonly dimensionsOf?: string;
}

export interface TrialBalanceLine {
  readonly number: string;
  readonly displayName: string;
  readonly category: string;
  readonly debitCents: number;
  readonly creditCents: number;
}

/** The general ledger: only balanced transactions in open periods get in. */
export class GeneralLedger {
  readonly #books: Books;
  readonly #periods: Periods;
  readonly #dimensions: Dimensions;

  constructor(books: Books, periods: Periods, dimensions: Dimensions) {
    this.#books = books;
    this.#periods = periods;
    this.#dimensions = dimensions;
  }

  /** Posts one transaction and returns its number. Postings of zero are dropped; the rest must add up to zero. */
  post(document: PostedDocument, postings: readonly Posting[]): number {
    this.#periods.requireOpen(document.postingDate, `${document.type || 'Document'} ${document.number}`);
    const sum = postings.reduce((total, posting) => total + posting.amountBaseCents, 0);
    if (sum !== 0) refuse({ kind: 'outOfBalance', documentNumber: document.number, amount: toDecimalText(sum, 2) });
    return this.#books.db.transaction(() => {
      const transactionNo = Number(this.#books.nextNumber('transaction'));
      const lastModified = this.#books.now();
      for (const posting of postings) {
        if (posting.amountBaseCents === 0) continue;
        const id = this.#books.newId();
        this.#books.db.insert('glEntry', {
          id,
          transactionNo,
          postingDate: document.postingDate,
          documentType: document.type,
          documentNumber: document.number,
          accountNumber: posting.account,
          amountBaseCents: posting.amountBaseCents,
          description: posting.description ?? document.description,
          lastModified
        });
        if (posting.dimensionsOf) this.#dimensions.copy(posting.dimensionsOf, id);
      }
      return transactionNo;
    });
  }

  /** Every account's debits and credits; both columns have the same total. */
  trialBalance(): TrialBalanceLine[] {
    return this.#books.db.all<TrialBalanceLine>(
      `select a.number, a.displayName, a.category, coalesce(sum(max(g.amountBaseCents, 0)), 0) as debitCents,
         coalesce(sum(max(-g.amountBaseCents, 0)), 0) as creditCents
       from account a left join glEntry g on g.accountNumber = a.number group by a.number order by a.number`
    );
  }
}
