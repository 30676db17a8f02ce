import type { EntitySet } from '../odata/entitySet.js';
import { customerLedgerEntries } from './analytics.js';
import { contacts, contactsInformation } from './contacts.js';
import { agedAccountsReceivables, customerFinancialDetails, customers } from './customers.js';
import { itemLedgerEntries, items } from './items.js';
import { customerPaymentJournals, customerPayments, journalLines, journals } from './journals.js';
import { salesCreditMemos, salesInvoices, salesShipments } from './salesInvoices.js';
import { salesCreditMemoLines, salesInvoiceLines, salesOrderLines, salesShipmentLines } from './salesLines.js';
import { salesOrders } from './salesOrders.js';
import { dimensions, dimensionSetLines, dimensionValues, paymentMethods, taxGroups, unitsOfMeasure } from './lists.js';
import {
  accountingPeriods,
  accounts,
  companies,
  companyInformation,
  currencies,
  generalLedgerEntries,
  paymentTerms
} from './setup.js';

export type EntitySets = ReadonlyMap<string, EntitySet>;

function byName(...sets: readonly EntitySet[]): EntitySets {
  return new Map(sets.map((set) => [set.name, set]));
}

/** What API v2.0 offers here. */
export const STANDARD_SETS = byName(
  companies,
  companyInformation,
  customers,
  customerFinancialDetails,
  agedAccountsReceivables,
  contacts,
  contactsInformation,
  items,
  itemLedgerEntries,
  salesOrders,
  salesOrderLines,
  salesInvoices,
  salesInvoiceLines,
  salesShipments,
  salesShipmentLines,
  salesCreditMemos,
  salesCreditMemoLines,
  customerPaymentJournals,
  customerPayments,
  journals,
  journalLines,
  accounts,
  generalLedgerEntries,
  accountingPeriods,
  currencies,
  paymentTerms,
  paymentMethods,
  unitsOfMeasure,
  taxGroups,
  dimensions,
  dimensionValues,
  dimensionSetLines
);

/** What the analytics API offers here. */
export const ANALYTICS_SETS = byName(companies, customerLedgerEntries);
