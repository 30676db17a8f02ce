import type { EntitySet } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { code, day, flag, identity, option, readOnly } from '../odata/properties.js';
import { ending, headerValues, parties, terms, totals } from './salesHeader.js';
import { lineValues } from './salesLines.js';

/** salesOrders: open orders only; one that is shipped and invoiced is gone, and salesInvoices has its number in orderNumber. */
export const salesOrders: EntitySet = entitySet({
  name: 'salesOrders',
  typeName: 'salesOrder',
  table: 'Sales Header',
  view: 'salesOrderView',
  properties: [
    identity,
    readOnly(code('number', 20)),
    code('externalDocumentNumber', 35),
    day('orderDate', 'documentDate'),
    day('postingDate'),
    ...parties,
    ...terms,
    flag('partialShipping'),
    day('requestedDeliveryDate'),
    ...totals,
    readOnly(flag('fullyShipped')),
    readOnly(option('status', ['Draft', 'In Review', 'Open'])),
    ...ending
  ],
  navigations: [{ name: 'salesOrderLines', target: 'salesOrderLines', many: true, foreignColumn: 'documentId' }],
  deepInsert: ['salesOrderLines'],
  create: (ledger, { values, children }) => {
    const lines = (children['salesOrderLines'] ?? []).map((line) => lineValues(ledger, line));
    return ledger.salesDocuments.create('order', headerValues(ledger, values, true), lines);
  },
  update: (ledger, id, values) => ledger.salesDocuments.update(id, headerValues(ledger, values, false)),
  remove: (ledger, id) => ledger.salesDocuments.remove(id),
  actions: { shipandinvoice: (ledger, id) => void ledger.salesPosting.shipAndInvoice(id) }
});
