import { FINE_SCALE, toNumber } from './amounts.js';
import type { Books } from './books.js';
import { requireUnblocked } from './blocking.js';
import type { Currencies } from './currencies.js';
import { NO_DATE } from './dates.js';
import type { Customer, Customers } from './customers.js';
import { refuse } from './errors.js';
import type { PaymentTerms } from './paymentTerms.js';
import type { SalesLines } from './salesLines.js';
import type { DocumentValues, LineValues, PrefixedAddress, SalesDocument, SalesLine } from './salesTypes.js';

type OpenKind = 'order' | 'invoice' | 'creditMemo';

const DRAFT_SERIES: Readonly<Record<OpenKind, string>> = {
  order: 'order',
  invoice: 'draftInvoice',
  creditMemo: 'draftCreditMemo'
};

/** Orders, draft invoices and draft credit memos: open documents that may still change. Each write leaves the totals right. */
export class SalesDocuments {
  readonly #books: Books;
  readonly #customers: Customers;
  readonly #currencies: Currencies;
  readonly #terms: PaymentTerms;
  readonly #lines: SalesLines;

  constructor(books: Books, customers: Customers, currencies: Currencies, terms: PaymentTerms, lines: SalesLines) {
    this.#books = books;
    this.#customers = customers;
    this.#currencies = currencies;
    this.#terms = terms;
    this.#lines = lines;
  }

  byId(id: string): SalesDocument | undefined {
    return this.#books.db.get<SalesDocument>('select * from salesDocument where id = ?', id);
  }

  byNumber(kind: SalesDocument['kind'], number: string): SalesDocument | undefined {
    return this.#books.db.get<SalesDocument>('select * from salesDocument where kind = ? and number = ?', kind, number);
  }

  /** Creates an order, draft invoice or draft credit memo with its lines, all or nothing. Returns its id. */
  create(kind: OpenKind, values: DocumentValues, lines: readonly LineValues[]): string {
    return this.#books.db.transaction(() => {
      const customer = this.#customers.require(values.customerNumber ?? '');
      const billTo = this.#customers.require(values.billToCustomerNumber || customer.number);
      requireUnblocked(customer, kind, 'create');
      requireUnblocked(billTo, kind, 'create');
      const created = this.#books.created();
      const header = this.#header(customer, billTo, values);
      this.#check(header);
      this.#books.db.insert('salesDocument', {
        ...header,
        ...created,
        kind,
        number: this.#books.nextNumber(DRAFT_SERIES[kind])
      });
      const document = this.#require(created.id);
      for (const line of lines) this.#lines.add(document, line);
      const totals = this.#lines.total(document.id, document.discountCents);
      this.#books.db.update('salesDocument', document.id, totals);
      return document.id;
    });
  }

  /** Makes a draft credit memo with the content of a posted invoice; it is applied to the invoice while that is open. */
  correct(invoiceId: string): string {
    return this.#books.db.transaction(() => {
      const invoice = this.#require(invoiceId);
      if (invoice.kind !== 'invoice' || invoice.status === 'Draft') {
        refuse({ kind: 'notEditable', document: `${invoice.kind} ${invoice.number}` });
      }
      if (invoice.status === 'Canceled') refuse({ kind: 'alreadyPaid', number: invoice.number });
      const today = this.#books.today();
      const created = { ...this.#books.created(), version: 1 };
      this.#books.db.insert('salesDocument', {
        ...invoice,
        ...created,
        ...{ kind: 'creditMemo', number: this.#books.nextNumber('draftCreditMemo'), status: 'Draft', entryNo: 0 },
        ...{ documentDate: today, postingDate: today, dueDate: today, orderId: '', orderNumber: '' },
        invoiceId: invoice.status === 'Open' ? invoice.id : ''
      });
      for (const line of this.#lines.of(invoice.id)) {
        const moved = { shippedQuantity: 0, invoicedQuantity: 0, version: 1 };
        this.#books.db.insert('salesLine', { ...line, ...moved, ...this.#books.created(), documentId: created.id });
      }
      return created.id;
    });
  }

  update(id: string, values: DocumentValues): void {
    this.#books.db.transaction(() => {
      const document = this.#editable(id);
      if (values.customerNumber !== undefined && values.customerNumber !== document.customerNumber) {
        refuse({ kind: 'notEditable', document: 'Sell-to customer' });
      }
      this.#check(values);
      const redated = values.documentDate !== undefined || values.paymentTermsCode !== undefined;
      const documentDate = values.documentDate ?? document.documentDate;
      const terms = values.paymentTermsCode ?? document.paymentTermsCode;
      const dueDate = values.dueDate ?? (redated ? this.#terms.dueDate(documentDate, terms) : document.dueDate);
      const totals = this.#lines.total(id, values.discountCents ?? document.discountCents);
      this.#books.change('salesDocument', id, { ...values, dueDate, ...totals });
    });
  }

  remove(id: string): void {
    this.#books.db.transaction(() => {
      const document = this.#editable(id);
      for (const line of this.#lines.of(id)) requireUnshipped(document, line);
      this.#books.db.run('delete from salesDocument where id = ?', id);
    });
  }

  addLine(documentId: string, values: LineValues): string {
    return this.#books.db.transaction(() => {
      const document = this.#editable(documentId);
      const id = this.#lines.add(document, values);
      this.#retotal(document);
      return id;
    });
  }

  updateLine(id: string, values: LineValues): void {
    this.#books.db.transaction(() => {
      const line = this.#lines.byId(id);
      if (!line) return;
      const document = this.#editable(line.documentId);
      this.#lines.change(document, line, values);
      this.#retotal(document);
    });
  }

  removeLine(id: string): void {
    this.#books.db.transaction(() => {
      const line = this.#lines.byId(id);
      if (!line) return;
      const document = this.#editable(line.documentId);
      requireUnshipped(document, line);
      this.#books.db.run('delete from salesLine where id = ?', id);
      this.#retotal(document);
    });
  }

  #retotal(document: SalesDocument): void {
    const totals = this.#lines.total(document.id, document.discountCents);
    this.#books.change('salesDocument', document.id, totals);
  }

  #require(id: string): SalesDocument {
    return this.byId(id) ?? refuse({ kind: 'notFound', table: 'Sales Header', field: 'SystemId', value: id });
  }

  #editable(id: string): SalesDocument {
    const document = this.#require(id);
    const posted = document.kind !== 'order' && document.status !== 'Draft';
    if (posted) refuse({ kind: 'notEditable', document: `${document.kind} ${document.number}` });
    return document;
  }

  #header(customer: Customer, billTo: Customer, values: DocumentValues): DocumentValues {
    const documentDate = values.documentDate ?? this.#books.today();
    const paymentTermsCode = values.paymentTermsCode ?? billTo.paymentTermsCode;
    return {
      status: 'Draft',
      currencyCode: billTo.currencyCode,
      requestedDeliveryDate: NO_DATE,
      postingDate: this.#books.today(),
      shipToName: customer.displayName,
      salesperson: customer.salesperson,
      phoneNumber: customer.phoneNumber,
      email: customer.email,
      ...address('sellTo', customer),
      ...address('shipTo', customer),
      ...values,
      ...address('billTo', billTo),
      ...{ customerName: customer.displayName, billToName: billTo.displayName },
      customerNumber: customer.number,
      billToCustomerNumber: billTo.number,
      documentDate,
      paymentTermsCode,
      dueDate: values.dueDate ?? this.#terms.dueDate(documentDate, paymentTermsCode)
    };
  }

  #check(values: DocumentValues): void {
    if (values.currencyCode !== undefined) this.#currencies.require(values.currencyCode, 'Sales Header');
    if (values.paymentTermsCode !== undefined) this.#terms.require(values.paymentTermsCode, 'Sales Header');
  }
}

function requireUnshipped(document: SalesDocument, line: SalesLine): void {
  const moved = Math.max(line.shippedQuantity, line.invoicedQuantity);
  if (moved === 0) return;
  const quantity = String(toNumber(moved, FINE_SCALE));
  refuse({ kind: 'alreadyShipped', documentNumber: document.number, quantity });
}

function address<Prefix extends string>(prefix: Prefix, customer: Customer): PrefixedAddress<Prefix> {
  const { addressLine1, addressLine2, city, state, country, postCode } = customer;
  const parts = { addressLine1, addressLine2, city, state, country, postCode };
  const entries = Object.entries(parts).map(([part, value]) => [
    `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
    value
  ]);
  return Object.fromEntries(entries) as PrefixedAddress<Prefix>;
}
