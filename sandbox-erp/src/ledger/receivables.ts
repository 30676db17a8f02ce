import { toBase } from './amounts.js';
import { ACCOUNT } from './accounts.js';
import type { Books } from './books.js';
import { NO_DATE } from './dates.js';
import type { Currencies } from './currencies.js';
import { refuse } from './errors.js';
import type { GeneralLedger, PostedDocument, Posting } from './generalLedger.js';

/** A document that changes what a customer owes. */
export interface ReceivableDocument extends PostedDocument {
  readonly customerNumber: string;
  readonly externalDocumentNumber: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly currencyCode: string;
  /** In the document's currency; positive when the customer owes more. */
  readonly amountCents: number;
}

export interface CustomerEntry {
  readonly entryNo: number;
  readonly customerNumber: string;
  readonly documentType: string;
  readonly documentNumber: string;
  readonly postingDate: string;
  readonly dueDate: string;
  readonly amountBaseCents: number;
  readonly remainingBaseCents: number;
  readonly open: number;
}

/**
 * The customers' subledger. An entry's remaining amount is its own amount plus the applications on it; the sum of the
 * remaining amounts is the customer's balance and equals the receivables account.
 */
export class Receivables {
  readonly #books: Books;
  readonly #currencies: Currencies;
  readonly #generalLedger: GeneralLedger;

  constructor(books: Books, currencies: Currencies, generalLedger: GeneralLedger) {
    this.#books = books;
    this.#currencies = currencies;
    this.#generalLedger = generalLedger;
  }

  /** Posts the document against the receivables account with the given counter postings (base cents, which must balance it). Returns the customer entry's number. */
  post(document: ReceivableDocument, counterPostings: readonly Posting[]): number {
    return this.#books.db.transaction(() => {
      const amountBaseCents = this.baseAmount(document);
      const receivable = { account: ACCOUNT.receivables, amountBaseCents };
      return this.record(document, this.#generalLedger.post(document, [receivable, ...counterPostings]));
    });
  }

  /** Writes the customer entry of a document whose transaction is already in the general ledger. Returns the entry's number. */
  record(document: ReceivableDocument, transactionNo: number): number {
    return this.#books.db.transaction(() => {
      const amountBaseCents = this.baseAmount(document);
      const open = amountBaseCents === 0 ? 0 : 1;
      const entryNo = this.#books.db.insert('customerEntry', {
        id: this.#books.newId(),
        transactionNo,
        customerNumber: document.customerNumber,
        documentType: document.type,
        documentNumber: document.number,
        externalDocumentNumber: document.externalDocumentNumber,
        postingDate: document.postingDate,
        documentDate: document.documentDate,
        dueDate: document.dueDate,
        description: document.description,
        currencyCode: document.currencyCode,
        amountCents: document.amountCents,
        amountBaseCents,
        remainingBaseCents: amountBaseCents,
        open,
        closedAtDate: open ? NO_DATE : document.postingDate,
        lastModified: this.#books.now()
      });
      this.#detail(entryNo, document, amountBaseCents, document.dueDate, 0);
      return entryNo;
    });
  }

  baseAmount(document: { readonly currencyCode: string; readonly amountCents: number }): number {
    const currency = this.#currencies.require(document.currencyCode, 'Cust. Ledger Entry');
    return toBase(document.amountCents, currency.rateMicro);
  }

  /** The open entry of a posted invoice of this customer. */
  requireOpenInvoice(documentNumber: string, customerNumber: string): CustomerEntry {
    return (
      this.#books.db.get<CustomerEntry>(
        `select * from customerEntry where documentType = 'Invoice' and documentNumber = ? and customerNumber = ? and open = 1`,
        documentNumber,
        customerNumber
      ) ?? refuse({ kind: 'noOpenEntry', documentNumber, customerNumber })
    );
  }

  /**
   * Applies an entry (a payment, a credit memo) to another of opposite sign, as far as both reach, and returns the base
   * cents applied. Both get a detailed entry that names the applying document and points at its entry, as in Business Central.
   */
  apply(applyingNo: number, appliedToNo: number): number {
    return this.#books.db.transaction(() => {
      const applying = this.#entry(applyingNo);
      const appliedTo = this.#entry(appliedToNo);
      if (Math.sign(applying.remainingBaseCents) * Math.sign(appliedTo.remainingBaseCents) >= 0) return 0;
      const amount = Math.min(Math.abs(applying.remainingBaseCents), Math.abs(appliedTo.remainingBaseCents));
      const document: PostedDocument = {
        type: applying.documentType as PostedDocument['type'],
        number: applying.documentNumber,
        postingDate: applying.postingDate > appliedTo.postingDate ? applying.postingDate : appliedTo.postingDate,
        description: ''
      };
      for (const entry of [appliedTo, applying]) {
        const change = -Math.sign(entry.remainingBaseCents) * amount;
        this.#detail(
          entry.entryNo,
          { ...document, customerNumber: entry.customerNumber },
          change,
          entry.dueDate,
          applyingNo
        );
        this.#reduce(entry, change, document.postingDate);
      }
      return amount;
    });
  }

  #reduce(entry: CustomerEntry, change: number, date: string): void {
    const remainingBaseCents = entry.remainingBaseCents + change;
    this.#books.db.run(
      'update customerEntry set remainingBaseCents = ?, open = ?, closedAtDate = ?, lastModified = ? where entryNo = ?',
      remainingBaseCents,
      remainingBaseCents === 0 ? 0 : 1,
      remainingBaseCents === 0 ? date : NO_DATE,
      this.#books.now(),
      entry.entryNo
    );
    const document = this.#books.db.get<{ id: string; status: string }>(
      `select id, status from salesDocument where entryNo = ? and kind in ('invoice', 'creditMemo')`,
      entry.entryNo
    );
    if (!document) return;
    const settled = remainingBaseCents === 0 ? 'Paid' : 'Open';
    const keeps = document.status === 'Canceled' || document.status === 'Corrective';
    this.#books.change('salesDocument', document.id, { status: keeps ? document.status : settled });
  }

  #entry(entryNo: number): CustomerEntry {
    const entry = this.#books.db.get<CustomerEntry>('select * from customerEntry where entryNo = ?', entryNo);
    return (
      entry ?? refuse({ kind: 'notFound', table: 'Cust. Ledger Entry', field: 'Entry No.', value: String(entryNo) })
    );
  }

  #detail(
    customerEntryNo: number,
    document: PostedDocument & { readonly customerNumber: string },
    amountBaseCents: number,
    initialDueDate: string,
    appliedEntryNo: number
  ): void {
    const application = appliedEntryNo !== 0;
    this.#books.db.insert('customerEntryDetail', {
      customerEntryNo,
      entryType: application ? 'Application' : 'Initial Entry',
      postingDate: document.postingDate,
      documentType: document.type,
      documentNumber: document.number,
      customerNumber: document.customerNumber,
      amountBaseCents,
      initialDueDate,
      appliedEntryNo,
      ledgerEntryAmount: application ? 0 : 1
    });
  }
}
