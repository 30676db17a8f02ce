import type { EntitySet } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { cents, code, day, fixed, guid, identity, option, readOnly, text } from '../odata/properties.js';
import { ending, headerValues, parties, terms, totals } from './salesHeader.js';
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
    cancel: (ledger, id) => void ledger.cancelInvoice(id)
  }
});

/** salesCreditMemos: the corrective memos that cancelling an invoice made; read only here. */
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
    ...ending
  ],
  navigations: [
    { name: 'salesCreditMemoLines', target: 'salesCreditMemoLines', many: true, foreignColumn: 'documentId' }
  ]
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
