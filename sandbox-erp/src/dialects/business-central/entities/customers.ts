import type { CustomerValues } from '../../../ledger/customers.js';
import type { Ledger } from '../../../ledger/ledger.js';
import type { EntitySet, Values } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import {
  cents,
  code,
  day,
  fixed,
  flag,
  guid,
  identity,
  modified,
  option,
  readOnly,
  text
} from '../odata/properties.js';
import { blankCurrencyIsBase, CURRENCY, resolve, TERMS } from './references.js';

/** customers: the card, with what is owed in total as balanceDue and in the base currency. */
export const customers: EntitySet = entitySet({
  name: 'customers',
  typeName: 'customer',
  table: 'Customer',
  view: 'customerView',
  properties: [
    identity,
    code('number', 20),
    text('displayName', 100),
    option('type', ['Company', 'Person']),
    text('addressLine1', 100),
    text('addressLine2', 50),
    text('city', 30),
    text('state', 30),
    code('country', 10),
    code('postalCode', 20, 'postCode'),
    text('phoneNumber', 30),
    text('email', 80),
    text('website', 80),
    code('salespersonCode', 20, 'salesperson'),
    readOnly(cents('balanceDue', 'balanceCents')),
    cents('creditLimit', 'creditLimitCents'),
    flag('taxLiable'),
    ...fixed('guid', 'taxAreaId'),
    ...fixed('text', 'taxAreaDisplayName'),
    text('taxRegistrationNumber', 20),
    guid('currencyId'),
    code('currencyCode', 10),
    guid('paymentTermsId'),
    ...fixed('guid', 'shipmentMethodId', 'paymentMethodId'),
    option('blocked', ['', 'Ship', 'Invoice', 'All']),
    modified
  ],
  navigations: [
    { name: 'customerFinancialDetail', target: 'customerFinancialDetails', many: false, foreignColumn: 'id' },
    { name: 'agedAccountsReceivable', target: 'agedAccountsReceivables', many: false, foreignColumn: 'id' },
    { name: 'contactsInformation', target: 'contactsInformation', many: true, foreignColumn: 'relatedId' }
  ],
  create: (ledger, { values }) => ledger.customers.create(resolved(ledger, values)),
  update: (ledger, id, values) => ledger.customers.update(id, resolved(ledger, values)),
  remove: (ledger, id) => ledger.customers.remove(id)
});

/** Balance, sales and what is overdue of a customer, in the base currency. */
export const customerFinancialDetails: EntitySet = entitySet({
  name: 'customerFinancialDetails',
  typeName: 'customerFinancialDetail',
  table: 'Customer',
  view: 'customerView',
  properties: [
    identity,
    readOnly(code('number', 20)),
    readOnly(cents('balance', 'balanceCents')),
    readOnly(cents('totalSalesExcludingTax', 'salesCents')),
    readOnly(cents('overdueAmount', 'overdueCents')),
    modified
  ]
});

/** Aging by due date in three periods of 30 days; the four amounts add up to balanceDue. */
export const agedAccountsReceivables: EntitySet = entitySet({
  name: 'agedAccountsReceivables',
  typeName: 'agedAccountsReceivable',
  table: 'Aged Report Entity',
  view: 'customerView',
  properties: [
    guid('customerId', 'id'),
    code('customerNumber', 20, 'number'),
    text('name', 100, 'displayName'),
    code('currencyCode', 10),
    cents('balanceDue', 'balanceCents'),
    cents('currentAmount', 'currentCents'),
    text('period1Label', 0, `'1 - 30 Days'`),
    cents('period1Amount', 'overdue30Cents'),
    text('period2Label', 0, `'31 - 60 Days'`),
    cents('period2Amount', 'overdue60Cents'),
    text('period3Label', 0, `'Over 60 Days'`),
    cents('period3Amount', 'overdueOlderCents'),
    day('agedAsOfDate'),
    text('periodLengthFilter', 0, `'30D'`)
  ]
});

function resolved(ledger: Ledger, values: Values): CustomerValues {
  const withTerms = resolve(ledger, values, TERMS);
  return resolve(ledger, blankCurrencyIsBase(ledger, withTerms), CURRENCY) as CustomerValues;
}
