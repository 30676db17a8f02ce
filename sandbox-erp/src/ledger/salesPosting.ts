import { proportion } from './amounts.js';
import { requireUnblocked } from './blocking.js';
import type { Books } from './books.js';
import type { Customers } from './customers.js';
import { refuse } from './errors.js';
import type { InvoicePosting } from './invoicePosting.js';
import type { Items } from './items.js';
import type { GeneralLedger, Posting } from './generalLedger.js';
import type { Periods } from './periods.js';
import type { Receivables } from './receivables.js';
import type { SalesLines } from './salesLines.js';
import type { DocumentKind, SalesDocument, SalesLine } from './salesTypes.js';
import type { Stock } from './stock.js';

/** The numbers that shipping and invoicing an order gave; empty where nothing was shipped or invoiced. */
export interface ShippedAndInvoiced {
  readonly shipmentNumber: string;
  readonly invoiceNumber: string;
}

/** What posting sales documents needs from the rest of the ledger. */
export interface SalesPostingServices {
  readonly books: Books;
  readonly customers: Customers;
  readonly items: Items;
  readonly lines: SalesLines;
  readonly periods: Periods;
  readonly receivables: Receivables;
  readonly stock: Stock;
  readonly generalLedger: GeneralLedger;
  readonly invoicePosting: InvoicePosting;
}

/**
 * Ships and invoices orders, and posts draft invoices. A fully invoiced order is deleted, as in Business Central; a line's
 * ship and invoice quantities allow a part, and the order then stays with the rest.
 */
export class SalesPosting {
  readonly #services: SalesPostingServices;

  constructor(services: SalesPostingServices) {
    this.#services = services;
  }

  shipAndInvoice(orderId: string): ShippedAndInvoiced {
    const { books, customers, lines, periods } = this.#services;
    return books.db.transaction(() => {
      const order = this.#require(orderId, 'order');
      for (const number of new Set([order.customerNumber, order.billToCustomerNumber])) {
        requireUnblocked(customers.require(number), 'order', 'post');
      }
      const orderLines = lines.of(order.id);
      const document = `Order ${order.number}`;
      periods.requireOpen(order.postingDate, document);
      const ships = orderLines.some((line) => line.shipQuantity !== 0);
      const invoices = orderLines.some((line) => line.invoiceQuantity !== 0);
      if (!ships && !invoices) refuse({ kind: 'nothingToPost', document });
      const shipmentNumber = ships ? this.#ship(order, orderLines) : '';
      const invoiceNumber = invoices ? this.#invoice(order, orderLines) : '';
      this.#advance(order, orderLines);
      return { shipmentNumber, invoiceNumber };
    });
  }

  /** Posts a draft invoice; its id stays, its number becomes the posted one, which is returned. Goods on it leave stock. */
  postInvoice(invoiceId: string): string {
    const { books, customers, lines, invoicePosting } = this.#services;
    return books.db.transaction(() => {
      const draft = this.#require(invoiceId, 'invoice');
      if (draft.status !== 'Draft') refuse({ kind: 'notEditable', document: `invoice ${draft.number}` });
      requireUnblocked(customers.require(draft.billToCustomerNumber), 'invoice', 'post');
      const draftLines = lines.of(draft.id);
      if (!draftLines.some((line) => line.quantity !== 0)) {
        refuse({ kind: 'nothingToPost', document: `Invoice ${draft.number}` });
      }
      const number = books.nextNumber('postedInvoice');
      books.db.update('salesDocument', draft.id, { number });
      const posted = { ...draft, number };
      this.#sellStock(posted, 'Sales Invoice', draftLines, (line) => line.quantity);
      invoicePosting.post(posted, draftLines);
      return number;
    });
  }

  /** Posts a draft credit memo; its id stays, its number becomes the posted one, which is returned. Goods on it return to stock. */
  postCreditMemo(memoId: string): string {
    const { books, customers, lines, invoicePosting } = this.#services;
    return books.db.transaction(() => {
      const draft = this.#require(memoId, 'creditMemo');
      if (draft.status !== 'Draft') refuse({ kind: 'notEditable', document: `credit memo ${draft.number}` });
      requireUnblocked(customers.require(draft.billToCustomerNumber), 'creditMemo', 'post');
      const draftLines = lines.of(draft.id);
      if (!draftLines.some((line) => line.quantity !== 0)) {
        refuse({ kind: 'nothingToPost', document: `Credit Memo ${draft.number}` });
      }
      const number = books.nextNumber('creditMemo');
      books.db.update('salesDocument', draft.id, { number });
      const posted = { ...draft, number };
      this.#sellStock(posted, 'Sales Credit Memo', draftLines, (line) => -line.quantity);
      invoicePosting.postCreditMemo(posted, draftLines);
      return number;
    });
  }

  #ship(order: SalesDocument, lines: readonly SalesLine[]): string {
    const number = this.#services.books.nextNumber('shipment');
    const shipment = this.#copy(order, 'shipment', number, lines, (line) => line.shipQuantity);
    this.#sellStock(shipment, 'Sales Shipment', lines, (line) => line.shipQuantity);
    return number;
  }

  #invoice(order: SalesDocument, lines: readonly SalesLine[]): string {
    const number = this.#services.books.nextNumber('postedInvoice');
    const invoice = this.#copy(order, 'invoice', number, lines, (line) => line.invoiceQuantity);
    this.#services.invoicePosting.post(invoice, this.#services.lines.of(invoice.id));
    return number;
  }

  #sellStock(
    document: SalesDocument,
    type: string,
    lines: readonly SalesLine[],
    quantityOf: (line: SalesLine) => number
  ): void {
    const { items, stock, generalLedger, receivables } = this.#services;
    const postings: Posting[] = [];
    const posted = {
      number: document.number,
      postingDate: document.postingDate,
      description: `${type} ${document.number}`
    };
    for (const line of lines) {
      const item = line.lineType === 'Item' ? items.byNumber(line.objectNumber) : undefined;
      if (!item) continue;
      const quantity = quantityOf(line);
      const salesBaseCents = receivables.baseAmount({
        currencyCode: document.currencyCode,
        amountCents: proportion(line.amountCents, quantity, line.quantity)
      });
      const sourceNumber = document.customerNumber;
      const movement = { item, quantity: -quantity, document: { ...posted, type }, sourceNumber, salesBaseCents };
      postings.push(...stock.sell(movement));
    }
    generalLedger.post({ ...posted, type: '' }, postings);
  }

  /** Copies an order to a posted document with a part of its lines; amounts are cumulative, so that the parts add up to the whole. */
  #copy(
    order: SalesDocument,
    kind: DocumentKind,
    number: string,
    lines: readonly SalesLine[],
    quantityOf: (line: SalesLine) => number
  ): SalesDocument {
    const { books } = this.#services;
    const created = { ...books.created(), version: 1 };
    const origin = { orderId: order.id, orderNumber: order.number, fullyShipped: 1 };
    const header = { ...order, ...created, ...origin, kind, number, status: 'Open' };
    books.db.insert('salesDocument', header);
    let discountCents = 0;
    let totalCents = 0;
    let taxCents = 0;
    for (const line of lines) {
      const quantity = quantityOf(line);
      if (quantity === 0 && line.lineType !== 'Comment') continue;
      const part = partOf(line, quantity);
      discountCents += part.invoiceDiscountCents;
      totalCents += part.amountCents - part.invoiceDiscountCents;
      taxCents += part.taxCents;
      books.db.insert('salesLine', { ...line, ...books.created(), ...part, version: 1, documentId: header.id });
    }
    books.db.update('salesDocument', header.id, { discountCents, totalCents, taxCents });
    return { ...header, discountCents, totalCents, taxCents };
  }

  #advance(order: SalesDocument, lines: readonly SalesLine[]): void {
    const { books } = this.#services;
    let open = false;
    for (const line of lines) {
      const shippedQuantity = line.shippedQuantity + line.shipQuantity;
      const invoicedQuantity = line.invoicedQuantity + line.invoiceQuantity;
      const shipQuantity = line.quantity - shippedQuantity;
      const invoiceQuantity = line.quantity - invoicedQuantity;
      open ||= invoiceQuantity !== 0;
      books.change('salesLine', line.id, { shippedQuantity, invoicedQuantity, shipQuantity, invoiceQuantity });
    }
    if (open) books.change('salesDocument', order.id, { status: 'Open' });
    else books.db.run('delete from salesDocument where id = ?', order.id);
  }

  #require(id: string, kind: DocumentKind): SalesDocument {
    return (
      this.#services.books.db.get<SalesDocument>('select * from salesDocument where id = ? and kind = ?', id, kind) ??
      refuse({ kind: 'notFound', table: 'Sales Header', field: 'SystemId', value: id })
    );
  }
}

function partOf(line: SalesLine, quantity: number) {
  const before = line.invoicedQuantity;
  const part = (cents: number) =>
    proportion(cents, before + quantity, line.quantity) - proportion(cents, before, line.quantity);
  return {
    quantity,
    amountCents: part(line.amountCents),
    discountCents: part(line.discountCents),
    invoiceDiscountCents: part(line.invoiceDiscountCents),
    taxCents: part(line.taxCents),
    shippedQuantity: quantity,
    invoicedQuantity: quantity,
    shipQuantity: 0,
    invoiceQuantity: 0
  };
}
