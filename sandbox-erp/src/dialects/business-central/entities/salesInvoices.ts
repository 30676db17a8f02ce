import type { DocumentValues } from '../../../ledger/salesTypes.js';
import type { Ledger } from '../../../ledger/ledger.js';
import { dialog } from '../errors.js';
import type { EntitySet, Values } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { cents, code, day, fixed, guid, identity, option, readOnly, text } from '../odata/properties.js';
import { ending, headerValues, parties, terms, totals } from './salesHeader.js';
import { textOf } from './references.js';
import { lineValues } from './salesLines.js';

const STATUS = ['Draft', 'In Review', 'Open', 'Paid', 'Canceled', 'Corrective'];

/** salesInvoices: drafts and posted ones; remainingAmount is in the invoice's currency. */
export const salesInvoices: EntitySet = entitySet({
  name: 'salesInvoices',
  typeName: 'salesInvoice',
  table: 'Sales Invoice Entity Aggregate',
  view: 'salesInvoiceView',
  properties: [
    identity,
    readOnly(code('number', 20)),
    code('externalDocumentNumber', 35),
    day('invoiceDate', 'documentDate'),
    day('postingDate'),
    day('dueDate'),
    ...fixed('day', 'promisedPayDate'),
    text('customerPurchaseOrderReference', 35, 'customerReference'),
    ...parties,
    ...terms,
    readOnly(guid('orderId')),
    readOnly(code('orderNumber', 20)),
    ...fixed('guid', 'disputeStatusId'),
    ...fixed('code', 'disputeStatus'),
    readOnly(cents('remainingAmount', 'remainingCents')),
    ...totals,
    readOnly(option('status', STATUS)),
    ...ending
  ],
  navigations: [{ name: 'salesInvoiceLines', target: 'salesInvoiceLines', many: true, foreignColumn: 'documentId' }],
  deepInsert: ['salesInvoiceLines'],
  create: (ledger, { values, children }) => {
    const lines = (children['salesInvoiceLines'] ?? []).map((line) => lineValues(ledger, line));
    return ledger.salesDocuments.create('invoice', headerValues(ledger, values, true), lines);
  },
  update: (ledger, id, values) => ledger.salesDocuments.update(id, headerValues(ledger, values, false)),
  remove: (ledger, id) => ledger.salesDocuments.remove(id),
  actions: {
    post: (ledger, id) => void ledger.salesPosting.postInvoice(id),
    cancel: (ledger, id) => void ledger.cancelInvoice(id),
    makecorrectivecreditmemo: (ledger, id) => ({ set: 'salesCreditMemos', id: ledger.salesDocuments.correct(id) })
  }
});

/** salesCreditMemos: drafts and posted ones, among them the corrective memos that cancelling an invoice made. */
export const salesCreditMemos: EntitySet = entitySet({
  name: 'salesCreditMemos',
  typeName: 'salesCreditMemo',
  table: 'Sales Cr. Memo Entity Buffer',
  view: 'salesCreditMemoView',
  properties: [
    identity,
    readOnly(code('number', 20)),
    code('externalDocumentNumber', 35),
    day('creditMemoDate', 'documentDate'),
    day('postingDate'),
    day('dueDate'),
    ...parties,
    ...terms,
    ...totals,
    readOnly(option('status', STATUS)),
    guid('invoiceId'),
    code('invoiceNumber', 20),
    ...ending
  ],
  navigations: [
    { name: 'salesCreditMemoLines', target: 'salesCreditMemoLines', many: true, foreignColumn: 'documentId' }
  ],
  deepInsert: ['salesCreditMemoLines'],
  create: (ledger, { values, children }) => {
    const lines = (children['salesCreditMemoLines'] ?? []).map((line) => lineValues(ledger, line));
    return ledger.salesDocuments.create('creditMemo', memoValues(ledger, values, true), lines);
  },
  update: (ledger, id, values) => ledger.salesDocuments.update(id, memoValues(ledger, values, false)),
  remove: (ledger, id) => ledger.salesDocuments.remove(id),
  actions: { post: (ledger, id) => void ledger.salesPosting.postCreditMemo(id) }
});

/** salesShipments: posted shipments, with the order they came from. */
export const salesShipments: EntitySet = entitySet({
  name: 'salesShipments',
  typeName: 'salesShipment',
  table: 'Sales Shipment Header',
  view: 'salesShipmentView',
  properties: [
    identity,
    readOnly(code('number', 20)),
    code('externalDocumentNumber', 35),
    day('invoiceDate', 'documentDate'),
    day('postingDate'),
    day('dueDate'),
    text('customerPurchaseOrderReference', 35, 'customerReference'),
    ...parties.filter((property) => !property.name.startsWith('shortcut')),
    code('currencyCode', 10),
    readOnly(code('orderNumber', 20)),
    code('paymentTermsCode', 10),
    ...fixed('code', 'shipmentMethodCode'),
    code('salesperson', 20),
    ...fixed('flag', 'pricesIncludeTax'),
    ...ending
  ],
  navigations: [{ name: 'salesShipmentLines', target: 'salesShipmentLines', many: true, foreignColumn: 'documentId' }]
});

/** Turns invoiceNumber or invoiceId into the posted invoice's id; both may be given when they mean the same invoice. */
function memoValues(ledger: Ledger, values: Values, creating: boolean): DocumentValues {
  const { invoiceId, invoiceNumber, ...rest } = values;
  const header = headerValues(ledger, rest, creating);
  const id = textOf(invoiceId);
  const number = textOf(invoiceNumber);
  if (id === '' && number === '') {
    return invoiceId === undefined && invoiceNumber === undefined ? header : { ...header, invoiceId: '' };
  }
  const invoice = id === '' ? ledger.salesDocuments.byNumber('invoice', number) : ledger.salesDocuments.byId(id);
  if (invoice?.kind !== 'invoice' || invoice.status === 'Draft') {
    throw dialog('The "invoiceId" does not match to an Invoice.');
  }
  if (number !== '' && invoice.number !== number) {
    throw dialog('The "invoiceId" and "invoiceNumber" do not match to a specific Invoice.');
  }
  return { ...header, invoiceId: invoice.id };
}
