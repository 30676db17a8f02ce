import type { JournalLineValues, JournalValues } from '../../../ledger/journals.js';
import type { Ledger } from '../../../ledger/ledger.js';
import { dialog } from '../errors.js';
import type { Creation, EntitySet, Values } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { cents, code, day, guid, identity, modified, option, readOnly, text, whole } from '../odata/properties.js';
import { TO_DIMENSIONS } from './lists.js';
import { APPLIES_TO_INVOICE, BALANCING_ACCOUNT, PAYING_CUSTOMER, resolve, textOf } from './references.js';

const ACCOUNT_TYPES = ['G/L Account', 'Customer', 'Vendor', 'Bank Account', 'Fixed Asset', 'IC Partner', 'Employee'];

const batchProperties = [
  identity,
  code('code', 10),
  text('displayName', 100),
  modified,
  guid('balancingAccountId'),
  readOnly(code('balancingAccountNumber', 20))
];

function batchValues(ledger: Ledger, values: Values): JournalValues {
  return resolve(ledger, values, BALANCING_ACCOUNT) as JournalValues;
}

const batchWrites = {
  update: (ledger: Ledger, id: string, values: Values) => ledger.journals.update(id, batchValues(ledger, values)),
  remove: (ledger: Ledger, id: string) => ledger.journals.remove(id)
};

/** customerPaymentJournals. They have no action of their own: journals({id})/Microsoft.NAV.post posts one by its id. */
export const customerPaymentJournals: EntitySet = entitySet({
  name: 'customerPaymentJournals',
  typeName: 'customerPaymentJournal',
  table: 'Gen. Journal Batch',
  view: 'paymentJournalView',
  order: ['code'],
  properties: batchProperties,
  navigations: [{ name: 'customerPayments', target: 'customerPayments', many: true, foreignColumn: 'journalId' }],
  create: (ledger, { values }) => ledger.journals.create('CASHRCPT', batchValues(ledger, values)),
  ...batchWrites
});

export const journals: EntitySet = entitySet({
  name: 'journals',
  typeName: 'journal',
  table: 'Gen. Journal Batch',
  view: 'generalJournalView',
  order: ['code'],
  properties: [...batchProperties, readOnly(text('templateDisplayName', 10, 'template'))],
  navigations: [{ name: 'journalLines', target: 'journalLines', many: true, foreignColumn: 'journalId' }],
  create: (ledger, { values }) => ledger.journals.create('GENERAL', batchValues(ledger, values)),
  ...batchWrites,
  actions: { post: (ledger, id) => ledger.journalPosting.post(id) }
});

function createLine(ledger: Ledger, creation: Creation): string {
  const { journalId, ...line } = creation.values;
  const parent = creation.parentId || textOf(journalId);
  if (parent === '') throw dialog('You must specify a journal batch ID or a journal ID to get a journal line.');
  return ledger.journals.addLine(parent, line as JournalLineValues);
}

function updateLine(ledger: Ledger, id: string, values: Values): void {
  const { journalId, ...line } = values;
  if (journalId !== undefined && journalId !== ledger.journals.lineById(id)?.journalId) {
    throw dialog('The Journal Id cannot be changed.');
  }
  ledger.journals.updateLine(id, line as JournalLineValues);
}

/** Takes the customer from the invoice when only that is given, as the API does. */
function paymentValues(ledger: Ledger, values: Values): Values {
  const resolved = resolve(ledger, resolve(ledger, values, PAYING_CUSTOMER), APPLIES_TO_INVOICE);
  const invoiceNumber = textOf(resolved['appliesToInvoiceNumber']);
  if (textOf(resolved['accountNumber']) !== '' || invoiceNumber === '') return resolved;
  const invoice = ledger.salesDocuments.byNumber('invoice', invoiceNumber);
  return invoice ? { ...resolved, accountNumber: invoice.billToCustomerNumber } : resolved;
}

/** customerPayments: money received is a credit on the customer, so its amount is negative. */
export const customerPayments: EntitySet = entitySet({
  name: 'customerPayments',
  typeName: 'customerPayment',
  table: 'Gen. Journal Line',
  view: 'paymentJournalLineView',
  order: ['journalId', 'lineNumber'],
  navigations: [TO_DIMENSIONS],
  properties: [
    identity,
    guid('journalId'),
    readOnly(code('journalDisplayName', 10, 'journalCode')),
    whole('lineNumber'),
    guid('customerId'),
    code('customerNumber', 20, 'accountNumber'),
    day('postingDate'),
    code('documentNumber', 20),
    code('externalDocumentNumber', 35),
    cents('amount', 'amountCents'),
    guid('appliesToInvoiceId'),
    code('appliesToInvoiceNumber', 20),
    text('description', 100),
    text('comment', 250),
    modified
  ],
  create: (ledger, creation) => createLine(ledger, { ...creation, values: paymentValues(ledger, creation.values) }),
  update: (ledger, id, values) => {
    const keepsCustomer = values['accountNumber'] === undefined && values['customerId'] === undefined;
    const accountNumber = ledger.journals.lineById(id)?.accountNumber ?? '';
    updateLine(ledger, id, paymentValues(ledger, keepsCustomer ? { ...values, accountNumber } : values));
  },
  remove: (ledger, id) => ledger.journals.removeLine(id)
});

export const journalLines: EntitySet = entitySet({
  name: 'journalLines',
  typeName: 'journalLine',
  table: 'Gen. Journal Line',
  view: 'generalJournalLineView',
  order: ['journalId', 'lineNumber'],
  navigations: [TO_DIMENSIONS],
  properties: [
    identity,
    guid('journalId'),
    readOnly(code('journalDisplayName', 10, 'journalCode')),
    whole('lineNumber'),
    option('accountType', ACCOUNT_TYPES),
    guid('accountId'),
    code('accountNumber', 20),
    day('postingDate'),
    code('documentNumber', 20),
    code('externalDocumentNumber', 35),
    cents('amount', 'amountCents'),
    text('description', 100),
    text('comment', 250),
    code('taxCode', 20),
    { ...option('balanceAccountType', ACCOUNT_TYPES, `'G/L Account'`), access: 'fixed' },
    guid('balancingAccountId'),
    code('balancingAccountNumber', 20),
    modified
  ],
  create: (ledger, creation) => createLine(ledger, { ...creation, values: journalLineValues(ledger, creation.values) }),
  update: (ledger, id, values) => updateLine(ledger, id, journalLineValues(ledger, values)),
  remove: (ledger, id) => ledger.journals.removeLine(id)
});

function journalLineValues(ledger: Ledger, values: Values): Values {
  const { accountId, ...rest } = resolve(ledger, values, BALANCING_ACCOUNT);
  const id = textOf(accountId);
  if (id === '') return rest;
  const customer = rest['accountType'] === 'Customer';
  const number = customer ? ledger.customers.byId(id)?.number : ledger.accounts.numberOf(id);
  if (number === undefined) throw dialog('The "accountId" does not match to an Account.');
  return { ...rest, accountNumber: number };
}
