import { ACCOUNT } from './accounts.js';
import type { Accounts } from './accounts.js';
import type { Books } from './books.js';
import type { Customers } from './customers.js';
import { refuse } from './errors.js';

export type JournalTemplate = 'CASHRCPT' | 'GENERAL';

export interface Journal {
  readonly id: string;
  readonly template: JournalTemplate;
  readonly code: string;
  readonly displayName: string;
  readonly balancingAccountNumber: string;
}

export type JournalValues = Partial<Pick<Journal, 'code' | 'displayName' | 'balancingAccountNumber'>>;

export interface JournalLine {
  readonly id: string;
  readonly journalId: string;
  readonly lineNumber: number;
  readonly documentType: 'Payment' | '';
  readonly accountType: string;
  readonly accountNumber: string;
  readonly postingDate: string;
  readonly documentNumber: string;
  readonly externalDocumentNumber: string;
  /** Base currency cents; debit positive, credit negative. */
  readonly amountCents: number;
  readonly appliesToInvoiceNumber: string;
  readonly description: string;
  readonly comment: string;
  readonly taxCode: string;
  readonly balancingAccountNumber: string;
}

export type JournalLineValues = Partial<Omit<JournalLine, 'id' | 'journalId' | 'documentType'>>;

/** Journal batches and their lines before posting: customer payments (CASHRCPT) and general journals (GENERAL). */
export class Journals {
  readonly #books: Books;
  readonly #accounts: Accounts;
  readonly #customers: Customers;

  constructor(books: Books, accounts: Accounts, customers: Customers) {
    this.#books = books;
    this.#accounts = accounts;
    this.#customers = customers;
  }

  byId(id: string): Journal | undefined {
    return this.#books.db.get<Journal>('select * from journal where id = ?', id);
  }

  lines(journalId: string): JournalLine[] {
    return this.#books.db.all<JournalLine>(
      'select * from journalLine where journalId = ? order by lineNumber',
      journalId
    );
  }

  lineById(id: string): JournalLine | undefined {
    return this.#books.db.get<JournalLine>('select * from journalLine where id = ?', id);
  }

  /** Creates a batch; its code is taken from the name when absent. A payment journal without a balancing account uses the bank. */
  create(template: JournalTemplate, values: JournalValues): string {
    return this.#books.db.transaction(() => {
      const displayName = values.displayName || values.code || '';
      const code = values.code || displayName.toUpperCase().slice(0, 10).trim();
      if (code === '') refuse({ kind: 'required', table: 'Gen. Journal Batch', field: 'displayName' });
      if (this.#books.db.get('select 1 from journal where template = ? and code = ?', template, code)) {
        refuse({ kind: 'alreadyExists', table: 'Gen. Journal Batch', field: 'Name', value: code });
      }
      const standard = template === 'CASHRCPT' ? ACCOUNT.bank : '';
      const balancingAccountNumber = values.balancingAccountNumber || standard;
      const created = this.#books.created();
      this.#books.db.insert('journal', { template, code, displayName, balancingAccountNumber, ...created });
      return created.id;
    });
  }

  update(id: string, values: JournalValues): void {
    this.#books.db.transaction(() => this.#books.change('journal', id, values));
  }

  remove(id: string): void {
    this.#books.db.transaction(() => this.#books.db.run('delete from journal where id = ?', id));
  }

  addLine(journalId: string, values: JournalLineValues): string {
    return this.#books.db.transaction(() => {
      const journal = this.byId(journalId);
      if (!journal) refuse({ kind: 'notFound', table: 'Gen. Journal Batch', field: 'SystemId', value: journalId });
      const payment = journal.template === 'CASHRCPT';
      const accountType = payment ? 'Customer' : (values.accountType ?? 'G/L Account');
      this.#check(accountType, values);
      const last = this.#lastLine(journalId);
      const line = {
        postingDate: last?.postingDate ?? this.#books.today(),
        ...values,
        documentType: payment ? 'Payment' : '',
        accountType,
        accountNumber: values.accountNumber ?? '',
        documentNumber: values.documentNumber || this.#documentNumber(journal, last),
        lineNumber: values.lineNumber || (last?.lineNumber ?? 0) + 10_000
      };
      const taken = 'select 1 from journalLine where journalId = ? and lineNumber = ?';
      if (this.#books.db.get(taken, journalId, line.lineNumber)) {
        refuse({
          kind: 'alreadyExists',
          table: 'Gen. Journal Line',
          field: 'Line No.',
          value: String(line.lineNumber)
        });
      }
      const created = this.#books.created();
      this.#books.db.insert('journalLine', { ...line, journalId, ...created });
      return created.id;
    });
  }

  updateLine(id: string, values: JournalLineValues): void {
    this.#books.db.transaction(() => {
      const line = this.lineById(id);
      if (!line) return;
      this.#check(values.accountType ?? line.accountType, values);
      this.#books.change('journalLine', id, values);
    });
  }

  removeLine(id: string): void {
    this.#books.db.transaction(() => this.#books.db.run('delete from journalLine where id = ?', id));
  }

  #lastLine(journalId: string): JournalLine | undefined {
    return this.#books.db.get<JournalLine>(
      'select * from journalLine where journalId = ? order by lineNumber desc limit 1',
      journalId
    );
  }

  /** Payments get a number each; lines of a general journal continue the document of the line before. */
  #documentNumber(journal: Journal, last: JournalLine | undefined): string {
    if (journal.template === 'CASHRCPT') return this.#books.nextNumber('payment');
    return last?.documentNumber ?? this.#books.nextNumber('journalDocument');
  }

  #check(accountType: string, values: JournalLineValues): void {
    const table = 'Gen. Journal Line';
    if (accountType !== 'G/L Account' && accountType !== 'Customer') {
      refuse({ kind: 'lineTypeUnsupported', lineType: accountType });
    }
    if (values.accountNumber) {
      if (accountType === 'Customer') this.#customers.require(values.accountNumber);
      else this.#accounts.requireDirectPosting(values.accountNumber, table);
    }
    if (values.balancingAccountNumber) this.#accounts.requireDirectPosting(values.balancingAccountNumber, table);
  }
}
