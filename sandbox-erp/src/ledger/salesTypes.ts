import type { PostalAddress } from './customers.js';

export type DocumentKind = 'order' | 'invoice' | 'shipment' | 'creditMemo';

/** An address as a document's columns: sellToAddressLine1, sellToCity, … */
export type PrefixedAddress<Prefix extends string> = {
  readonly [Part in keyof PostalAddress as `${Prefix}${Capitalize<Part>}`]: string;
};

/** What a client may say about a sales document; all other columns are the ledger's. */
export interface DocumentValues extends Partial<PrefixedAddress<'sellTo'>>, Partial<PrefixedAddress<'shipTo'>> {
  readonly customerNumber?: string;
  readonly billToCustomerNumber?: string;
  readonly shipToName?: string;
  readonly shipToContact?: string;
  readonly externalDocumentNumber?: string;
  readonly customerReference?: string;
  readonly documentDate?: string;
  readonly postingDate?: string;
  readonly dueDate?: string;
  readonly requestedDeliveryDate?: string;
  readonly currencyCode?: string;
  readonly paymentTermsCode?: string;
  readonly salesperson?: string;
  readonly phoneNumber?: string;
  readonly email?: string;
  readonly partialShipping?: number;
  /** Document discount in the document's currency, spread over the lines. */
  readonly discountCents?: number;
  readonly status?: string;
  /** Of a credit memo: the posted invoice it is applied to; empty for none. */
  readonly invoiceId?: string;
}

/** What a document comes to, in its currency. */
export interface Totals {
  /** Lines less document discount, without tax. */
  readonly totalCents: number;
  readonly taxCents: number;
}

export interface SalesDocument extends Totals {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly status: string;
  readonly externalDocumentNumber: string;
  readonly documentDate: string;
  readonly postingDate: string;
  readonly dueDate: string;
  readonly customerNumber: string;
  readonly billToCustomerNumber: string;
  readonly currencyCode: string;
  readonly paymentTermsCode: string;
  readonly discountCents: number;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly invoiceId: string;
  /** The customer entry of a posted document; 0 before. */
  readonly entryNo: number;
}

export type LineType = 'Item' | 'Account' | 'Comment';

/** What a client may say about a line. A line's quantities, unit price and percentage have five decimals. */
export interface LineValues {
  readonly sequence?: number;
  readonly lineType?: string;
  readonly objectNumber?: string;
  readonly description?: string;
  readonly description2?: string;
  readonly unitOfMeasureCode?: string;
  readonly quantity?: number;
  /** Absent: the item's own price. */
  readonly unitPrice?: number;
  readonly discountPercent?: number;
  readonly discountCents?: number;
  readonly shipmentDate?: string;
  readonly taxCode?: string;
  readonly shipQuantity?: number;
  readonly invoiceQuantity?: number;
}

export interface SalesLine extends Required<LineValues> {
  readonly id: string;
  readonly documentId: string;
  readonly lineType: LineType;
  readonly amountCents: number;
  readonly invoiceDiscountCents: number;
  /** A percentage with five decimals. */
  readonly taxPercent: number;
  readonly taxCents: number;
  readonly shippedQuantity: number;
  readonly invoicedQuantity: number;
}
