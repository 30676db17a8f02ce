import { extend, FINE_ONE, fromBase, proportion } from './amounts.js';
import type { Accounts } from './accounts.js';
import type { Books } from './books.js';
import type { Codes } from './codes.js';
import type { Currencies } from './currencies.js';
import { refuse } from './errors.js';
import type { Items } from './items.js';
import { SalesTax } from './salesTax.js';
import type { LineType, LineValues, SalesDocument, SalesLine, Totals } from './salesTypes.js';

const LINE_TYPES: readonly string[] = ['Item', 'Account', 'Comment'];
const HUNDRED_PERCENT = 100 * FINE_ONE;

/** Lines of sales documents: defaults from the item, amounts to the cent, the document discount spread over them. */
export class SalesLines {
  readonly #books: Books;
  readonly #items: Items;
  readonly #accounts: Accounts;
  readonly #currencies: Currencies;
  readonly #codes: Codes;
  readonly #tax: SalesTax;

  constructor(books: Books, items: Items, accounts: Accounts, currencies: Currencies, codes: Codes, tax: SalesTax) {
    this.#books = books;
    this.#items = items;
    this.#accounts = accounts;
    this.#currencies = currencies;
    this.#codes = codes;
    this.#tax = tax;
  }

  of(documentId: string): SalesLine[] {
    return this.#books.db.all<SalesLine>('select * from salesLine where documentId = ? order by sequence', documentId);
  }

  byId(id: string): SalesLine | undefined {
    return this.#books.db.get<SalesLine>('select * from salesLine where id = ?', id);
  }

  /** Adds a line without totalling the document. Returns its id. */
  add(document: SalesDocument, values: LineValues): string {
    const created = this.#books.created();
    const sequence = values.sequence || this.#nextSequence(document.id);
    if (this.#books.db.get('select 1 from salesLine where documentId = ? and sequence = ?', document.id, sequence)) {
      refuse({ kind: 'alreadyExists', table: 'Sales Line', field: 'Line No.', value: String(sequence) });
    }
    const line = { ...this.#completed(document, values), documentId: document.id, sequence };
    this.#books.db.insert('salesLine', { ...line, ...created });
    return created.id;
  }

  /** Changes a line without totalling the document. */
  change(document: SalesDocument, line: SalesLine, values: LineValues): void {
    const objectChanged = values.objectNumber !== undefined && values.objectNumber !== line.objectNumber;
    const moved = Math.max(line.shippedQuantity, line.invoicedQuantity);
    if (moved > 0 && (objectChanged || (values.quantity ?? line.quantity) < moved)) {
      refuse({ kind: 'belowShipped', lineNumber: line.sequence, documentNumber: document.number });
    }
    const kept: LineValues = objectChanged
      ? { lineType: line.lineType, quantity: line.quantity, shipmentDate: line.shipmentDate }
      : this.#kept(line, values);
    const quantity = values.quantity ?? line.quantity;
    const rest = { shipQuantity: quantity - line.shippedQuantity, invoiceQuantity: quantity - line.invoicedQuantity };
    this.#books.change('salesLine', line.id, this.#completed(document, { ...rest, ...kept, ...values }));
  }

  /**
   * Adds up the lines, with the document discount spread over them in proportion, so that the last line takes the rest, and each
   * line's tax on what is left of it.
   */
  total(documentId: string, discountCents: number): Totals {
    const lines = this.of(documentId);
    const gross = lines.reduce((sum, line) => sum + line.amountCents, 0);
    let allocated = 0;
    let taxCents = 0;
    lines.forEach((line, index) => {
      const last = index === lines.length - 1;
      const invoiceDiscountCents = last
        ? discountCents - allocated
        : proportion(discountCents, line.amountCents, gross);
      const tax = SalesTax.on(line.amountCents - invoiceDiscountCents, line.taxPercent);
      allocated += invoiceDiscountCents;
      taxCents += tax;
      if (invoiceDiscountCents === line.invoiceDiscountCents && tax === line.taxCents) return;
      this.#books.db.update('salesLine', line.id, { invoiceDiscountCents, taxCents: tax });
    });
    return { totalCents: lines.length === 0 ? 0 : gross - discountCents, taxCents };
  }

  #kept(line: SalesLine, values: LineValues): LineValues {
    const { lineType, objectNumber, description, description2, unitOfMeasureCode, quantity, unitPrice } = line;
    const { discountPercent, shipmentDate, taxCode } = line;
    const kept = { lineType, objectNumber, description, description2, unitOfMeasureCode, quantity, unitPrice };
    const discount = values.discountCents === undefined ? { discountPercent } : {};
    const shipping =
      values.quantity === undefined ? { shipQuantity: line.shipQuantity, invoiceQuantity: line.invoiceQuantity } : {};
    return { ...kept, ...discount, ...shipping, shipmentDate, taxCode };
  }

  #completed(document: SalesDocument, values: LineValues) {
    const lineType = this.#lineType(values.lineType);
    const quantity = lineType === 'Comment' ? 0 : (values.quantity ?? 0);
    const defaults = this.#defaults(document, lineType, values.objectNumber ?? '');
    this.#codes.require('unit', values.unitOfMeasureCode ?? '', 'Sales Line', 'Unit of Measure Code');
    this.#codes.require('taxGroup', values.taxCode ?? '', 'Sales Line', 'Tax Group Code');
    const taxCode = values.taxCode || defaults.taxCode;
    const unitPrice = values.unitPrice ?? defaults.unitPrice;
    const gross = extend(quantity, unitPrice);
    const discountCents = values.discountCents ?? proportion(gross, values.discountPercent ?? 0, HUNDRED_PERCENT);
    const discountPercent =
      values.discountCents === undefined
        ? (values.discountPercent ?? 0)
        : proportion(HUNDRED_PERCENT, discountCents, gross);
    return {
      lineType,
      objectNumber: values.objectNumber ?? '',
      description: values.description || defaults.description,
      description2: values.description2 ?? '',
      unitOfMeasureCode: values.unitOfMeasureCode || defaults.unitOfMeasureCode,
      quantity,
      unitPrice,
      discountPercent,
      discountCents,
      amountCents: gross - discountCents,
      shipmentDate: values.shipmentDate ?? document.documentDate,
      taxCode,
      taxPercent: this.#tax.rate(document.customerNumber, taxCode),
      shipQuantity: values.shipQuantity ?? quantity,
      invoiceQuantity: values.invoiceQuantity ?? quantity
    };
  }

  #lineType(lineType = 'Item'): LineType {
    if (!LINE_TYPES.includes(lineType)) refuse({ kind: 'lineTypeUnsupported', lineType });
    return lineType as LineType;
  }

  #defaults(document: SalesDocument, lineType: LineType, objectNumber: string) {
    if (lineType === 'Comment') return { description: '', unitOfMeasureCode: '', unitPrice: 0, taxCode: '' };
    if (objectNumber === '') refuse({ kind: 'required', table: 'Sales Line', field: 'No.' });
    if (lineType === 'Account') {
      const account = this.#accounts.requireDirectPosting(objectNumber, 'Sales Line');
      return { description: account.displayName, unitOfMeasureCode: '', unitPrice: 0, taxCode: '' };
    }
    const item = this.#items.byNumber(objectNumber);
    if (!item) {
      refuse({ kind: 'invalidRelation', table: 'Sales Line', field: 'No.', value: objectNumber, related: 'Item' });
    }
    if (item.blocked) refuse({ kind: 'itemBlocked', number: item.number });
    const currency = this.#currencies.require(document.currencyCode, 'Sales Header');
    const unitPrice = fromBase(item.unitPrice, currency.rateMicro);
    const { displayName: description, unitOfMeasureCode, taxGroupCode: taxCode } = item;
    return { description, unitOfMeasureCode, unitPrice, taxCode };
  }

  #nextSequence(documentId: string): number {
    const last = this.#books.db.get<{ last: number | null }>(
      'select max(sequence) as last from salesLine where documentId = ?',
      documentId
    );
    return (last?.last ?? 0) + 10_000;
  }
}
