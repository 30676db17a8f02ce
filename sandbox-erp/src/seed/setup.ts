import { ACCOUNT } from '../ledger/accounts.js';

/** What every seed starts from, as data. Dates are relative to the seeding day. */
export const COMPANY = {
  id: '5f3a1c7e-2b64-4d0e-9a51-8c1f0d2e6b10',
  name: 'Alder & Finch',
  displayName: 'Alder & Finch Trading',
  baseCurrency: 'USD'
} as const;

/** The second company, for those who hand over to several. */
export const SUBSIDIARY = {
  id: '8d21b0f4-66c5-4e1b-b7a0-3f9e5c47a2d8',
  name: 'Alder & Finch Intl.',
  displayName: 'Alder & Finch International',
  baseCurrency: 'USD'
} as const;

export const NUMBER_SERIES = [
  { code: 'customer', prefix: 'C', next: 10, width: 5 },
  { code: 'contact', prefix: 'CT', next: 1, width: 6 },
  { code: 'item', prefix: 'ITEM-', next: 1001, width: 4 },
  { code: 'order', prefix: '', next: 101001, width: 6 },
  { code: 'shipment', prefix: '', next: 102001, width: 6 },
  { code: 'postedInvoice', prefix: '', next: 103001, width: 6 },
  { code: 'creditMemo', prefix: '', next: 104001, width: 6 },
  { code: 'draftInvoice', prefix: 'S-INV', next: 105001, width: 6 },
  { code: 'draftCreditMemo', prefix: 'S-CR', next: 106001, width: 6 },
  { code: 'payment', prefix: 'PAY', next: 1, width: 5 },
  { code: 'journalDocument', prefix: 'G', next: 1, width: 5 },
  { code: 'transaction', prefix: '', next: 1, width: 1 }
] as const;

/** Rates in base units per unit, in millionths. */
export const CURRENCIES = [
  { code: 'USD', displayName: 'US dollar', symbol: '$', rateMicro: 1_000_000 },
  { code: 'EUR', displayName: 'Euro', symbol: '€', rateMicro: 1_080_000 },
  { code: 'GBP', displayName: 'Pound sterling', symbol: '£', rateMicro: 1_270_000 }
] as const;

export const PAYMENT_TERMS = [
  { code: '14 DAYS', displayName: 'Net 14 days', dueDateCalculation: '14D' },
  { code: '30 DAYS', displayName: 'Net 30 days', dueDateCalculation: '30D' },
  { code: '60 DAYS', displayName: 'Net 60 days', dueDateCalculation: '60D' },
  { code: 'COD', displayName: 'Cash on delivery', dueDateCalculation: '0D' }
] as const;

/** Control accounts (directPosting 0) are posted by the ledger only. */
export const ACCOUNTS = [
  { number: ACCOUNT.bank, displayName: 'Checking account', category: 'Assets', subCategory: 'Cash', directPosting: 1 },
  {
    number: ACCOUNT.receivables,
    displayName: 'Accounts receivable',
    category: 'Assets',
    subCategory: 'Receivables',
    directPosting: 0
  },
  {
    number: '13200',
    displayName: 'Receivables kept in Salesforce',
    category: 'Assets',
    subCategory: 'Receivables',
    directPosting: 1
  },
  {
    number: ACCOUNT.inventory,
    displayName: 'Inventory',
    category: 'Assets',
    subCategory: 'Inventory',
    directPosting: 0
  },
  {
    number: ACCOUNT.deferredRevenue,
    displayName: 'Deferred revenue',
    category: 'Liabilities',
    subCategory: 'Current Liabilities',
    directPosting: 1
  },
  {
    number: ACCOUNT.salesTax,
    displayName: 'Sales tax payable',
    category: 'Liabilities',
    subCategory: 'Current Liabilities',
    directPosting: 1
  },
  {
    number: ACCOUNT.openingEquity,
    displayName: 'Opening equity',
    category: 'Equity',
    subCategory: 'Equity',
    directPosting: 1
  },
  {
    number: ACCOUNT.productSales,
    displayName: 'Product sales',
    category: 'Income',
    subCategory: 'Sales',
    directPosting: 1
  },
  {
    number: ACCOUNT.serviceSales,
    displayName: 'Service sales',
    category: 'Income',
    subCategory: 'Sales',
    directPosting: 1
  },
  {
    number: ACCOUNT.costOfGoodsSold,
    displayName: 'Cost of goods sold',
    category: 'Cost of Goods Sold',
    subCategory: 'Cost',
    directPosting: 1
  },
  { number: '61000', displayName: 'Bad debt expense', category: 'Expense', subCategory: 'Expense', directPosting: 1 },
  { number: '61100', displayName: 'Bank charges', category: 'Expense', subCategory: 'Expense', directPosting: 1 },
  {
    number: ACCOUNT.roundingDifferences,
    displayName: 'Rounding differences',
    category: 'Expense',
    subCategory: 'Expense',
    directPosting: 1
  },
  {
    number: '66300',
    displayName: 'Exchange gains and losses',
    category: 'Expense',
    subCategory: 'Expense',
    directPosting: 1
  }
] as const;

/** Prices and costs are decimal text in the base currency; `stock` is what is on hand after seeding. */
export const ITEMS = [
  { number: 'HL-100', displayName: 'Harbor light', type: 'Inventory', unitPrice: '180', unitCost: '108', stock: 240 },
  { number: 'HL-200', displayName: 'Channel buoy', type: 'Inventory', unitPrice: '425', unitCost: '255', stock: 60 },
  {
    number: 'HL-300',
    displayName: 'Dock sensor',
    type: 'Inventory',
    unitPrice: '96.50',
    unitCost: '57.90',
    stock: 500
  },
  { number: 'HL-400', displayName: 'Tide gauge', type: 'Inventory', unitPrice: '1250', unitCost: '750', stock: 12 },
  { number: 'SVC-INST', displayName: 'Installation day', type: 'Service', unitPrice: '750', unitCost: '0', stock: 0 },
  {
    number: 'SVC-CARE',
    displayName: 'Care plan, one year',
    type: 'Service',
    unitPrice: '1200',
    unitCost: '0',
    stock: 0
  }
] as const;
