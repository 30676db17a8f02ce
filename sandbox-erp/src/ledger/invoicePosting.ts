import { toBase } from './amounts.js';
import { ACCOUNT } from './accounts.js';
import type { Books } from './books.js';
import type { Currencies } from './currencies.js';
import { refuse } from './errors.js';
import type { Posting } from './generalLedger.js';
import type { Items } from './items.js';
import type { CustomerEntry, ReceivableDocument, Receivables } from './receivables.js';
import type { SalesDocument, SalesLine } from './salesTypes.js';

/** Posts invoices and credit memos: receivable against revenue by line and tax, converted to the base currency. */
export class InvoicePosting {
  readonly #books: Books;
  readonly #currencies: Currencies;
  readonly #items: Items;
  readonly #receivables: Receivables;

  constructor(books: Books, currencies: Currencies, items: Items, receivables: Receivables) {
    this.#books = books;
    this.#currencies = currencies;
    this.#items = items;
    this.#receivables = receivables;
  }

  /** Posts an invoice that is already stored; its status becomes Open, or Paid when its total is zero. */
  post(invoice: SalesDocument, lines: readonly SalesLine[]): void {
    if (invoice.totalCents < 0) refuse({ kind: 'negativeTotal', document: `Invoice ${invoice.number}` });
    const entryNo = this.#receivables.post(this.#receivable(invoice, 1), this.#revenue(invoice, lines, 1));
    this.#books.change('salesDocument', invoice.id, { entryNo, status: withTax(invoice) === 0 ? 'Paid' : 'Open' });
  }

  /** Posts a credit memo that is already stored, applied to its invoice as far as both reach. */
  postCreditMemo(memo: SalesDocument, lines: readonly SalesLine[]): void {
    if (memo.totalCents < 0) refuse({ kind: 'negativeTotal', document: `Credit Memo ${memo.number}` });
    const invoice = memo.invoiceId ? this.#openInvoice(memo) : undefined;
    const entryNo = this.#receivables.post(this.#receivable(memo, -1), this.#revenue(memo, lines, -1));
    this.#books.change('salesDocument', memo.id, { entryNo, status: withTax(memo) === 0 ? 'Paid' : 'Open' });
    if (invoice) this.#receivables.apply(entryNo, invoice.entryNo);
  }

  #openInvoice(memo: SalesDocument): CustomerEntry {
    const number = this.#books.db.get<{ number: string }>(
      'select number from salesDocument where id = ?',
      memo.invoiceId
    );
    return this.#receivables.requireOpenInvoice(number?.number ?? '', memo.billToCustomerNumber);
  }

  /** Cancels a posted invoice on which nothing has been paid, by a corrective credit memo applied to it. Returns the memo's number. */
  cancel(invoice: SalesDocument, lines: readonly SalesLine[]): string {
    return this.#books.db.transaction(() => {
      if (invoice.status === 'Draft') refuse({ kind: 'notEditable', document: `invoice ${invoice.number}` });
      const unpaid = this.#books.db.get(
        'select 1 from customerEntry where entryNo = ? and remainingBaseCents = amountBaseCents',
        invoice.entryNo
      );
      if (!unpaid || invoice.status !== 'Open') refuse({ kind: 'alreadyPaid', number: invoice.number });
      const number = this.#books.nextNumber('creditMemo');
      const today = this.#books.today();
      const created = { ...this.#books.created(), version: 1 };
      const dates = { documentDate: today, postingDate: today, dueDate: today };
      const memo = { ...invoice, ...dates, ...created, kind: 'creditMemo' as const, number, status: 'Corrective' };
      this.#books.db.insert('salesDocument', { ...memo, invoiceId: invoice.id });
      for (const line of lines) {
        this.#books.db.insert('salesLine', { ...line, ...this.#books.created(), documentId: memo.id, version: 1 });
      }
      const entryNo = this.#receivables.post(this.#receivable(memo, -1), this.#revenue(memo, lines, -1));
      this.#books.db.update('salesDocument', memo.id, { entryNo });
      this.#books.change('salesDocument', invoice.id, { status: 'Canceled' });
      this.#receivables.apply(entryNo, invoice.entryNo);
      return number;
    });
  }

  #receivable(document: SalesDocument, sign: 1 | -1): ReceivableDocument {
    return {
      type: sign === 1 ? 'Invoice' : 'Credit Memo',
      number: document.number,
      postingDate: document.postingDate,
      documentDate: document.documentDate,
      dueDate: document.dueDate,
      description: document.orderNumber
        ? `Order ${document.orderNumber}`
        : `${sign === 1 ? 'Invoice' : 'Credit Memo'} ${document.number}`,
      customerNumber: document.billToCustomerNumber,
      externalDocumentNumber: document.externalDocumentNumber,
      currencyCode: document.currencyCode,
      amountCents: sign * withTax(document)
    };
  }

  /** Revenue and tax by account; what converting line by line leaves over goes to rounding differences. */
  #revenue(document: SalesDocument, lines: readonly SalesLine[], sign: 1 | -1): Posting[] {
    const { rateMicro } = this.#currencies.require(document.currencyCode, 'Sales Header');
    const byAccount = new Map<string, number>();
    const tax = toBase(sign * document.taxCents, rateMicro);
    let rest = toBase(sign * withTax(document), rateMicro) - tax;
    for (const line of lines) {
      const net = toBase(sign * (line.amountCents - line.invoiceDiscountCents), rateMicro);
      const account = this.#revenueAccount(line);
      byAccount.set(account, (byAccount.get(account) ?? 0) - net);
      rest -= net;
    }
    const postings = [...byAccount].map(([account, amountBaseCents]) => ({ account, amountBaseCents }));
    return [
      ...postings,
      { account: ACCOUNT.salesTax, amountBaseCents: -tax },
      { account: ACCOUNT.roundingDifferences, amountBaseCents: -rest }
    ];
  }

  #revenueAccount(line: SalesLine): string {
    if (line.lineType === 'Account') return line.objectNumber;
    const stocked = this.#items.byNumber(line.objectNumber)?.type === 'Inventory';
    return stocked ? ACCOUNT.productSales : ACCOUNT.serviceSales;
  }
}

/** What the customer owes for a document, in its currency. */
function withTax({ totalCents, taxCents }: SalesDocument): number {
  return totalCents + taxCents;
}
