import type { Ledger } from '../../../ledger/ledger.js';
import type { DocumentValues } from '../../../ledger/salesTypes.js';
import { dialog } from '../errors.js';
import type { Property } from '../odata/edm.js';
import type { Values } from '../odata/entitySet.js';
import { cents, code, fixed, guid, modified, readOnly, text } from '../odata/properties.js';
import { BILL_TO, blankCurrencyIsBase, CURRENCY, resolve, SELL_TO, TERMS, textOf } from './references.js';

function address(prefix: string): Property[] {
  return [
    text(`${prefix}AddressLine1`, 100),
    text(`${prefix}AddressLine2`, 50),
    text(`${prefix}City`, 30),
    code(`${prefix}Country`, 10),
    text(`${prefix}State`, 30),
    code(`${prefix}PostCode`, 20)
  ];
}

/** The parties and addresses that orders, invoices, shipments and credit memos have in common. */
export const parties: readonly Property[] = [
  guid('customerId'),
  code('customerNumber', 20),
  readOnly(text('customerName', 100)),
  readOnly(text('billToName', 100)),
  guid('billToCustomerId'),
  code('billToCustomerNumber', 20),
  text('shipToName', 100),
  text('shipToContact', 100),
  ...address('sellTo'),
  ...address('billTo').map(readOnly),
  ...address('shipTo'),
  ...fixed('code', 'shortcutDimension1Code', 'shortcutDimension2Code')
];

/** Currency, terms and salesperson of a document. */
export const terms: readonly Property[] = [
  guid('currencyId'),
  code('currencyCode', 10),
  guid('paymentTermsId'),
  ...fixed('guid', 'shipmentMethodId'),
  code('salesperson', 20)
];

/** Totals in the document's currency. Prices never include tax. */
export const totals: readonly Property[] = [
  ...fixed('flag', 'pricesIncludeTax'),
  cents('discountAmount', 'discountCents'),
  ...fixed('flag', 'discountAppliedBeforeTax'),
  readOnly(cents('totalAmountExcludingTax', 'totalCents')),
  readOnly(cents('totalTaxAmount', 'taxCents')),
  readOnly(cents('totalAmountIncludingTax', 'totalWithTaxCents'))
];

export const ending: readonly Property[] = [modified, text('phoneNumber', 30), text('email', 80)];

/** Turns the ids of a header into the numbers that the ledger uses, with the API's errors for what does not exist. */
export function headerValues(ledger: Ledger, values: Values, creating: boolean): DocumentValues {
  const given = textOf(values['customerId']) + textOf(values['customerNumber']);
  if (creating && given === '') throw dialog('A "customerNumber" or a "customerId" must be provided.');
  const customers = resolve(ledger, resolve(ledger, values, SELL_TO), BILL_TO);
  const currency = resolve(ledger, blankCurrencyIsBase(ledger, customers), CURRENCY);
  return resolve(ledger, currency, TERMS) as DocumentValues;
}
