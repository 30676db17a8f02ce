import { Accounts } from './accounts.js';
import { Books } from './books.js';
import { Codes } from './codes.js';
import { Contacts } from './contacts.js';
import { Currencies } from './currencies.js';
import { Customers } from './customers.js';
import type { Clock } from './dates.js';
import { Dimensions } from './dimensions.js';
import { refuse } from './errors.js';
import { GeneralLedger } from './generalLedger.js';
import { InvoicePosting } from './invoicePosting.js';
import { Items } from './items.js';
import { JournalPosting } from './journalPosting.js';
import { Journals } from './journals.js';
import { Payments } from './payments.js';
import { PaymentTerms } from './paymentTerms.js';
import { Periods } from './periods.js';
import { Receivables } from './receivables.js';
import { SalesDocuments } from './salesDocuments.js';
import { SalesLines } from './salesLines.js';
import { SalesPosting } from './salesPosting.js';
import { SalesTax } from './salesTax.js';
import { Stock } from './stock.js';

/** One company's double-entry books, without any protocol: what every dialect, the control API and the seeds write to. */
export class Ledger {
  readonly books: Books;
  readonly accounts: Accounts;
  readonly codes: Codes;
  readonly contacts: Contacts;
  readonly currencies: Currencies;
  readonly customers: Customers;
  readonly dimensions: Dimensions;
  readonly generalLedger: GeneralLedger;
  readonly invoicePosting: InvoicePosting;
  readonly items: Items;
  readonly journalPosting: JournalPosting;
  readonly journals: Journals;
  readonly payments: Payments;
  readonly periods: Periods;
  readonly receivables: Receivables;
  readonly salesDocuments: SalesDocuments;
  readonly salesLines: SalesLines;
  readonly salesPosting: SalesPosting;
  readonly salesTax: SalesTax;
  readonly stock: Stock;
  readonly terms: PaymentTerms;

  /** @param path the SQLite file, or ':memory:' */
  constructor(path: string, clock: Clock = () => new Date()) {
    const books = new Books(path, clock);
    this.books = books;
    this.accounts = new Accounts(books);
    this.codes = new Codes(books);
    this.dimensions = new Dimensions(books);
    this.contacts = new Contacts(books);
    this.currencies = new Currencies(books);
    this.periods = new Periods(books);
    this.terms = new PaymentTerms(books);
    this.items = new Items(books, this.codes);
    this.customers = new Customers(books, this.currencies, this.terms, this.contacts);
    this.generalLedger = new GeneralLedger(books, this.periods, this.dimensions);
    this.receivables = new Receivables(books, this.currencies, this.generalLedger);
    this.stock = new Stock(books, this.generalLedger);
    this.salesTax = new SalesTax(books);
    this.salesLines = new SalesLines(books, this.items, this.accounts, this.currencies, this.codes, this.salesTax);
    this.salesDocuments = new SalesDocuments(books, this.customers, this.currencies, this.terms, this.salesLines);
    this.invoicePosting = new InvoicePosting(books, this.currencies, this.items, this.receivables);
    this.payments = new Payments(books, this.currencies, this.customers, this.receivables);
    this.journals = new Journals(books, this.accounts, this.customers);
    this.salesPosting = new SalesPosting({ ...this, lines: this.salesLines });
    this.journalPosting = new JournalPosting({ ...this });
  }

  /** Whether a seed has made a company here. */
  get seeded(): boolean {
    return this.books.db.get('select 1 from company') !== undefined;
  }

  /** Cancels a posted invoice by a corrective credit memo. Returns the memo's number. */
  cancelInvoice(id: string): string {
    const invoice = this.salesDocuments.byId(id);
    if (!invoice) refuse({ kind: 'notFound', table: 'Sales Invoice Header', field: 'SystemId', value: id });
    return this.invoicePosting.cancel(invoice, this.salesLines.of(id));
  }

  close(): void {
    this.books.db.close();
  }
}
