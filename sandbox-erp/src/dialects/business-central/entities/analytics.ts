import type { EntitySet } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { cents, code, day, fixed, flag, text, whole } from '../odata/properties.js';

/**
 * customerLedgerEntries of the analytics API: customer ledger entries joined with their detailed entries. This is where
 * payments and their application are read; API v2.0 has no applied entries. An application on an invoice's entry carries the
 * payment's number and, in dcleAppliedCustLedgerEntryNo, the payment's entry; invoices are positive, payments negative.
 * learn.microsoft.com/dynamics365/business-central/dev-itpro/api-analytics/resources/dynamics_customerledgerentry
 */
export const customerLedgerEntries: EntitySet = entitySet({
  name: 'customerLedgerEntries',
  typeName: 'customerLedgerEntry',
  table: 'Cust. Ledger Entry',
  view: 'customerLedgerView',
  order: ['detailEntryNo'],
  idColumn: 'detailEntryNo',
  versionColumn: '',
  properties: [
    whole('cleEntryNo', 'entryNo'),
    day('cleDueDate', 'dueDate'),
    flag('cleOpen', 'open'),
    day('clePostingDate', 'postingDate'),
    day('cleDocumentDate', 'documentDate'),
    ...fixed('whole', 'cleDimensionSetID'),
    day('cleClosedAtDate', 'closedAtDate'),
    ...fixed('code', 'cleReasonCode'),
    whole('dcleEntryNo', 'detailEntryNo'),
    day('dclePostingDate', 'detailPostingDate'),
    flag('dcleLedgerEntryAmount', 'ledgerEntryAmount'),
    text('dcleEntryType', 0, 'entryType'),
    text('dcleDocumentType', 0, 'documentType'),
    code('dcleDocumentNo', 20, 'documentNumber'),
    day('dcleInitialEntryDueDate', 'initialDueDate'),
    cents('dcleAmountLCY', 'amountBaseCents'),
    code('dcleCustomerNo', 20, 'customerNumber'),
    ...fixed('whole', 'dcleApplicationNo'),
    whole('dcleAppliedCustLedgerEntryNo', 'appliedEntryNo'),
    code('salesInvHeaderDocumentNo', 20, 'invoiceNumber'),
    code('salesInvHeaderPaymentTermsCode', 10, 'invoicePaymentTermsCode'),
    ...fixed('day', 'salesInvHeaderPmtDiscountDate')
  ]
});
