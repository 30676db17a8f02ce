import { ACCOUNT } from './accounts.js';
import { requirePayable } from './blocking.js';
import type { Books } from './books.js';
import type { Currencies } from './currencies.js';
import type { Customers } from './customers.js';
import { refuse } from './errors.js';
import type { GeneralLedger, Posting } from './generalLedger.js';
import type { Journal, JournalLine, Journals } from './journals.js';
import type { Receivables } from './receivables.js';

/** What posting journals needs from the rest of the ledger. */
export interface JournalPostingServices {
  readonly books: Books;
  readonly currencies: Currencies;
  readonly customers: Customers;
  readonly generalLedger: GeneralLedger;
  readonly journals: Journals;
  readonly receivables: Receivables;
}

/** Posts all lines of a journal batch at once and empties it; each document in it must balance by itself. */
export class JournalPosting {
  readonly #services: JournalPostingServices;

  constructor(services: JournalPostingServices) {
    this.#services = services;
  }

  post(journalId: string): void {
    const { books, journals } = this.#services;
    books.db.transaction(() => {
      const journal = journals.byId(journalId);
      if (!journal) refuse({ kind: 'notFound', table: 'Gen. Journal Batch', field: 'SystemId', value: journalId });
      const lines = journals.lines(journalId);
      if (lines.length === 0) refuse({ kind: 'nothingToPost', document: `Journal ${journal.code}` });
      const documents = new Map<string, JournalLine[]>();
      for (const line of lines) {
        this.#check(journal, line);
        const key = `${line.postingDate} ${line.documentNumber}`;
        documents.set(key, [...(documents.get(key) ?? []), line]);
      }
      for (const document of documents.values()) this.#postDocument(journal, document);
      books.db.run('delete from journalLine where journalId = ?', journalId);
      books.change('journal', journalId, {});
    });
  }

  #check(journal: Journal, line: JournalLine): void {
    const table = 'Gen. Journal Line';
    if (line.accountNumber === '') refuse({ kind: 'required', table, field: 'Account No.' });
    if (line.amountCents === 0) refuse({ kind: 'required', table, field: 'Amount' });
    if (line.documentType === 'Payment' && line.amountCents > 0) {
      refuse({ kind: 'wrongSign', journal: journal.code, lineNumber: line.lineNumber });
    }
    if (line.accountType === 'Customer') requirePayable(this.#services.customers.require(line.accountNumber));
  }

  #postDocument(journal: Journal, lines: readonly JournalLine[]): void {
    const first = lines[0];
    if (!first) return;
    const postings = lines.flatMap((line) => postingsOf(journal, line));
    const transactionNo = this.#services.generalLedger.post(
      {
        type: first.documentType,
        number: first.documentNumber,
        postingDate: first.postingDate,
        description: first.description
      },
      postings
    );
    for (const line of lines) if (line.accountType === 'Customer') this.#recordCustomer(line, transactionNo);
  }

  #recordCustomer(line: JournalLine, transactionNo: number): void {
    const { receivables, currencies } = this.#services;
    const invoice = line.appliesToInvoiceNumber
      ? receivables.requireOpenInvoice(line.appliesToInvoiceNumber, line.accountNumber)
      : undefined;
    const entryNo = receivables.record(
      {
        type: line.documentType,
        number: line.documentNumber,
        postingDate: line.postingDate,
        documentDate: line.postingDate,
        dueDate: line.postingDate,
        description: line.description || `${line.documentType} ${line.documentNumber}`.trim(),
        customerNumber: line.accountNumber,
        externalDocumentNumber: line.externalDocumentNumber,
        currencyCode: currencies.base(),
        amountCents: line.amountCents
      },
      transactionNo
    );
    if (invoice) receivables.apply(entryNo, invoice.entryNo);
  }
}

function postingsOf(journal: Journal, line: JournalLine): Posting[] {
  const account = line.accountType === 'Customer' ? ACCOUNT.receivables : line.accountNumber;
  const description = line.description;
  const posting = { account, amountBaseCents: line.amountCents, description, dimensionsOf: line.id };
  const balancing = line.balancingAccountNumber || journal.balancingAccountNumber;
  if (balancing === '') return [posting];
  return [posting, { account: balancing, amountBaseCents: -line.amountCents, description, dimensionsOf: line.id }];
}
