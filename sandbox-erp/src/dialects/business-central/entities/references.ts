import type { SqlValue } from '../../../ledger/database.js';
import type { Ledger } from '../../../ledger/ledger.js';
import { dialog } from '../errors.js';
import type { Values } from '../odata/entitySet.js';

/** How a record may be referred to: by id or by number, and what the API says when that goes wrong. */
export interface Reference {
  readonly idColumn: string;
  readonly numberColumn: string;
  readonly find: (ledger: Ledger, id: string) => string | undefined;
  readonly exists?: (ledger: Ledger, number: string) => boolean;
  readonly notFound: string;
  readonly mismatch: string;
}

/** Replaces the id of a reference by its number; both may be given when they mean the same record. */
export function resolve(ledger: Ledger, values: Values, reference: Reference): Values {
  const { [reference.idColumn]: id, ...rest } = values;
  const number = rest[reference.numberColumn];
  if (reference.exists && typeof number === 'string' && number !== '' && !reference.exists(ledger, number)) {
    throw dialog(reference.notFound);
  }
  if (typeof id !== 'string' || id === '') return rest;
  const found = reference.find(ledger, id);
  if (found === undefined) throw dialog(reference.notFound);
  if (number !== undefined && number !== '' && number !== found) throw dialog(reference.mismatch);
  return { ...rest, [reference.numberColumn]: found };
}

const customerExists = (ledger: Ledger, number: string) => ledger.customers.byNumber(number) !== undefined;
const customerNumber = (ledger: Ledger, id: string) => ledger.customers.byId(id)?.number;

export const SELL_TO: Reference = {
  idColumn: 'customerId',
  numberColumn: 'customerNumber',
  find: customerNumber,
  exists: customerExists,
  notFound: 'The sell-to customer cannot be found.',
  mismatch: 'The sell-to customer values do not match to a specific Customer.'
};

export const BILL_TO: Reference = {
  idColumn: 'billToCustomerId',
  numberColumn: 'billToCustomerNumber',
  find: customerNumber,
  exists: customerExists,
  notFound: 'The bill-to customer cannot be found.',
  mismatch: 'The bill-to customer values do not match to a specific Customer.'
};

export const PAYING_CUSTOMER: Reference = {
  idColumn: 'customerId',
  numberColumn: 'accountNumber',
  find: customerNumber,
  exists: customerExists,
  notFound: 'The "customerNumber" does not match to a Customer.',
  mismatch: 'The customer values do not match to a specific Customer.'
};

export const TERMS: Reference = {
  idColumn: 'paymentTermsId',
  numberColumn: 'paymentTermsCode',
  find: (ledger, id) => ledger.terms.codeOf(id),
  notFound: 'The "paymentTermsId" does not match to a Payment Terms.',
  mismatch: 'The payment terms values do not match to a specific Payment Terms.'
};

export const CURRENCY: Reference = {
  idColumn: 'currencyId',
  numberColumn: 'currencyCode',
  find: (ledger, id) => ledger.books.db.get<{ code: string }>('select code from currency where id = ?', id)?.code,
  exists: (ledger, code) => ledger.currencies.find(code) !== undefined,
  notFound: 'The "currencyCode" does not match to a Currency.',
  mismatch: 'The currency values do not match to a specific Currency.'
};

export const BALANCING_ACCOUNT: Reference = {
  idColumn: 'balancingAccountId',
  numberColumn: 'balancingAccountNumber',
  find: (ledger, id) => ledger.accounts.numberOf(id),
  notFound: 'The "balancingAccountId" does not match to a G/L Account.',
  mismatch: 'The balancing account values do not match to a specific Account.'
};

export const APPLIES_TO_INVOICE: Reference = {
  idColumn: 'appliesToInvoiceId',
  numberColumn: 'appliesToInvoiceNumber',
  find: (ledger, id) => {
    const invoice = ledger.salesDocuments.byId(id);
    return invoice?.kind === 'invoice' && invoice.status !== 'Draft' ? invoice.number : undefined;
  },
  notFound: 'The "appliesToInvoiceId" should be the ID of an Open, Paid, Corrective, or Canceled Invoice.',
  mismatch: 'The Applies To Invoice values do not match to the same Invoice.'
};

/** The company's own currency when the code is blank, as Business Central reads it. */
export function blankCurrencyIsBase(ledger: Ledger, values: Values): Values {
  return values['currencyCode'] === '' ? { ...values, currencyCode: ledger.currencies.base() } : values;
}

export function textOf(value: SqlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
