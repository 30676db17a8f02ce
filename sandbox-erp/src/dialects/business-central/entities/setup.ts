import type { EntitySet } from '../odata/entitySet.js';
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
  moment,
  readOnly,
  text,
  whole
} from '../odata/properties.js';
import { TO_DIMENSIONS } from './lists.js';

export const companies: EntitySet = entitySet({
  name: 'companies',
  typeName: 'company',
  table: 'Company',
  view: 'companyView',
  order: ['name'],
  versionColumn: '',
  properties: [
    identity,
    text('systemVersion', 0, `'27.0.0.0'`),
    whole('timestamp', 'version'),
    text('name', 30),
    text('displayName', 250),
    ...fixed('text', 'businessProfileId'),
    moment('systemCreatedAt', 'lastModified'),
    ...fixed('guid', 'systemCreatedBy'),
    moment('systemModifiedAt', 'lastModified'),
    ...fixed('guid', 'systemModifiedBy')
  ]
});

/** Of the company whose API it is: one row, with the currency of its books. */
export const companyInformation: EntitySet = entitySet({
  name: 'companyInformation',
  typeName: 'companyInformation',
  table: 'Company Information',
  view: 'company',
  order: ['name'],
  properties: [
    identity,
    text('displayName', 100),
    ...fixed('text', 'addressLine1', 'addressLine2', 'city', 'state', 'country', 'postalCode'),
    ...fixed('text', 'phoneNumber', 'faxNumber', 'email', 'website', 'taxRegistrationNumber'),
    readOnly(code('currencyCode', 10, 'baseCurrency')),
    ...fixed('day', 'currentFiscalYearStartDate'),
    ...fixed('text', 'industry'),
    modified
  ]
});

export const currencies: EntitySet = entitySet({
  name: 'currencies',
  typeName: 'currency',
  table: 'Currency',
  view: 'currencyView',
  order: ['code'],
  properties: [
    identity,
    code('code', 10),
    text('displayName', 30),
    text('symbol', 10),
    text('amountDecimalPlaces', 0, `'2:2'`),
    cents('amountRoundingPrecision', '1'),
    modified
  ]
});

export const paymentTerms: EntitySet = entitySet({
  name: 'paymentTerms',
  typeName: 'paymentTerm',
  table: 'Payment Terms',
  view: 'paymentTermView',
  order: ['code'],
  properties: [
    identity,
    code('code', 10),
    text('displayName', 100),
    text('dueDateCalculation', 32),
    ...fixed('text', 'discountDateCalculation'),
    ...fixed('fine', 'discountPercent'),
    ...fixed('flag', 'calculateDiscountOnCreditMemos'),
    modified
  ]
});

export const accounts: EntitySet = entitySet({
  name: 'accounts',
  typeName: 'account',
  table: 'G/L Account',
  view: 'accountView',
  properties: [
    identity,
    code('number', 20),
    text('displayName', 100),
    text('category', 0),
    text('subCategory', 80),
    flag('blocked'),
    text('accountType', 0, `'Posting'`),
    flag('directPosting'),
    cents('netChange', 'balanceCents'),
    modified
  ]
});

/** accountingPeriods: the posting periods; a closed one takes no posting. */
export const accountingPeriods: EntitySet = entitySet({
  name: 'accountingPeriods',
  typeName: 'accountingPeriod',
  table: 'Accounting Period',
  view: 'periodView',
  order: ['startingDate'],
  idColumn: 'month',
  versionColumn: '',
  properties: [day('startingDate'), text('name', 10, 'month'), flag('closed'), flag('dateLocked', 'closed')]
});

export const generalLedgerEntries: EntitySet = entitySet({
  name: 'generalLedgerEntries',
  typeName: 'generalLedgerEntry',
  table: 'G/L Entry',
  view: 'glEntryView',
  order: ['entryNo'],
  navigations: [TO_DIMENSIONS],
  properties: [
    identity,
    whole('entryNumber', 'entryNo'),
    day('postingDate'),
    code('documentNumber', 20),
    text('documentType', 0),
    guid('accountId'),
    code('accountNumber', 20),
    text('description', 100),
    readOnly(cents('debitAmount', 'debitCents')),
    readOnly(cents('creditAmount', 'creditCents')),
    modified
  ]
});
