import type { Ledger } from '../../../ledger/ledger.js';
import type { LineValues } from '../../../ledger/salesTypes.js';
import { dialog } from '../errors.js';
import type { Property } from '../odata/edm.js';
import type { Creation, EntitySet, Values } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { cents, code, day, fine, fixed, guid, identity, readOnly, text, whole } from '../odata/properties.js';
import { textOf } from './references.js';

const lineProperties: readonly Property[] = [
  identity,
  guid('documentId'),
  whole('sequence'),
  guid('itemId'),
  guid('accountId'),
  text('lineType', 0),
  code('lineObjectNumber', 20, 'objectNumber'),
  text('description', 100),
  text('description2', 50),
  ...fixed('guid', 'unitOfMeasureId'),
  code('unitOfMeasureCode', 10),
  fine('quantity'),
  fine('unitPrice'),
  cents('discountAmount', 'discountCents'),
  fine('discountPercent'),
  ...fixed('flag', 'discountAppliedBeforeTax'),
  readOnly(cents('amountExcludingTax', 'amountCents')),
  code('taxCode', 20),
  readOnly(fine('taxPercent')),
  readOnly(cents('totalTaxAmount', 'lineTaxCents')),
  readOnly(cents('amountIncludingTax', 'lineWithTaxCents')),
  readOnly(cents('invoiceDiscountAllocation', 'invoiceDiscountCents')),
  readOnly(cents('netAmount', 'netCents')),
  readOnly(cents('netTaxAmount', 'taxCents')),
  readOnly(cents('netAmountIncludingTax', 'netWithTaxCents')),
  day('shipmentDate'),
  ...fixed('guid', 'itemVariantId', 'locationId')
];

/** Lines are read by their document or by their own id, as in Business Central; the reader adds the scope. */
const common = {
  order: ['documentId', 'sequence'],
  create: (ledger: Ledger, creation: Creation) => {
    const { documentId, ...line } = creation.values;
    const parent = creation.parentId || textOf(documentId);
    if (parent === '') throw dialog('You must specify a document id to get the lines.');
    return ledger.salesDocuments.addLine(parent, lineValues(ledger, line));
  },
  update: (ledger: Ledger, id: string, values: Values) => {
    const { documentId, ...line } = values;
    if (documentId !== undefined && documentId !== ledger.salesLines.byId(id)?.documentId) {
      throw dialog('The "documentId" cannot be changed.');
    }
    ledger.salesDocuments.updateLine(id, lineValues(ledger, line));
  },
  remove: (ledger: Ledger, id: string) => ledger.salesDocuments.removeLine(id)
};

export const salesOrderLines: EntitySet = entitySet({
  name: 'salesOrderLines',
  typeName: 'salesOrderLine',
  table: 'Sales Line',
  view: 'salesOrderLineView',
  properties: [
    ...lineProperties,
    readOnly(fine('shippedQuantity')),
    readOnly(fine('invoicedQuantity')),
    fine('invoiceQuantity'),
    fine('shipQuantity')
  ],
  ...common
});

export const salesInvoiceLines: EntitySet = entitySet({
  name: 'salesInvoiceLines',
  typeName: 'salesInvoiceLine',
  table: 'Sales Invoice Line',
  view: 'salesInvoiceLineView',
  properties: lineProperties,
  ...common
});

export const salesCreditMemoLines: EntitySet = entitySet({
  name: 'salesCreditMemoLines',
  typeName: 'salesCreditMemoLine',
  table: 'Sales Cr.Memo Line',
  view: 'salesCreditMemoLineView',
  properties: lineProperties,
  ...common
});

export const salesShipmentLines: EntitySet = entitySet({
  name: 'salesShipmentLines',
  typeName: 'salesShipmentLine',
  table: 'Sales Shipment Line',
  view: 'salesShipmentLineView',
  order: common.order,
  properties: [
    identity,
    guid('documentId'),
    code('documentNo', 20, 'documentNumber'),
    whole('sequence'),
    text('lineType', 0),
    code('lineObjectNumber', 20, 'objectNumber'),
    text('description', 100),
    text('description2', 50),
    code('unitOfMeasureCode', 10),
    fine('unitPrice'),
    fine('quantity'),
    fine('discountPercent'),
    readOnly(fine('taxPercent')),
    day('shipmentDate')
  ]
});

/** Turns itemId and accountId into the line's type and number. */
export function lineValues(ledger: Ledger, values: Values): LineValues {
  const { itemId, accountId, ...rest } = values;
  if (textOf(itemId) !== '') {
    const item = ledger.items.byId(textOf(itemId));
    if (!item) throw dialog('The "itemId" does not match to an Item.');
    if (rest['objectNumber'] && rest['objectNumber'] !== item.number) {
      throw dialog('The item values do not match to a specific Item.');
    }
    return { ...rest, lineType: 'Item', objectNumber: item.number };
  }
  if (textOf(accountId) === '') return rest;
  const number = ledger.accounts.numberOf(textOf(accountId));
  if (number === undefined) throw dialog('The "accountId" does not match to an Account.');
  return { ...rest, lineType: 'Account', objectNumber: number };
}
