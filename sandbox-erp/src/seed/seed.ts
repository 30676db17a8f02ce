import { CENTS_SCALE, FINE_ONE, FINE_SCALE, parseScaled } from '../ledger/amounts.js';
import { addDays } from '../ledger/dates.js';
import type { Ledger } from '../ledger/ledger.js';
import type { DemoCustomer, DemoDocument, DemoInvoice } from './demo.js';
import { DEMO_CUSTOMERS } from './demo.js';
import { seedLists } from './lists.js';
import { ACCOUNTS, COMPANY, CURRENCIES, ITEMS, PAYMENT_TERMS } from './setup.js';

export type SeedName = 'demo' | 'empty';

export const SEED_NAMES: readonly string[] = ['demo', 'empty'] satisfies SeedName[];

/** Who keeps the books. */
export type CompanySeed = Readonly<Record<keyof typeof COMPANY, string>>;

const OPENING_DAYS_AGO = 170;

/** Fills an empty ledger. Everything is posted by the ledger's own functions, so the books balance; ids are the same each time. */
export function seedLedger(ledger: Ledger, name: SeedName, company: CompanySeed = COMPANY): void {
  seedLists(ledger);
  ledger.books.seed(company === COMPANY ? name : `${name} ${company.name}`, () => {
    const customers = name === 'demo' ? DEMO_CUSTOMERS : [];
    setUp(ledger, company);
    stockItems(ledger, customers);
    for (const customer of customers) addCustomer(ledger, customer);
    openAndClosePeriods(ledger);
  });
}

function setUp(ledger: Ledger, company: CompanySeed): void {
  const { books } = ledger;
  const { lastModified } = books.created();
  books.db.insert('company', { ...company, today: books.today(), lastModified });
  for (const currency of CURRENCIES) books.db.insert('currency', { ...currency, ...books.created() });
  for (const term of PAYMENT_TERMS) books.db.insert('paymentTerm', { ...term, ...books.created() });
  for (const account of ACCOUNTS) books.db.insert('account', { ...account, ...books.created() });
}

function stockItems(ledger: Ledger, customers: readonly DemoCustomer[]): void {
  const sold = new Map<string, number>();
  for (const { item, quantity } of customers.flatMap((customer) =>
    customer.invoices.flatMap((invoice) => invoice.lines)
  )) {
    sold.set(item, (sold.get(item) ?? 0) + quantity);
  }
  for (const { number, displayName, type, unitPrice, unitCost, stock } of ITEMS) {
    const id = ledger.items.create({
      number,
      displayName,
      type,
      unitPrice: scaled(unitPrice, FINE_SCALE),
      unitCost: scaled(unitCost, FINE_SCALE),
      unitOfMeasureCode: type === 'Inventory' ? 'PCS' : 'DAY',
      taxGroupCode: 'TAXABLE'
    });
    const item = ledger.items.byId(id);
    const opening = stock + (sold.get(number) ?? 0);
    if (item && opening > 0 && type === 'Inventory')
      ledger.stock.receive(item, opening, daysAgo(ledger, OPENING_DAYS_AGO));
  }
}

function addCustomer(ledger: Ledger, demo: DemoCustomer): void {
  const { number, displayName, paymentTermsCode, addressLine1, city, state, postCode, email, phoneNumber } = demo;
  const address = { addressLine1, city, state, postCode, country: 'US' };
  const id = ledger.customers.create({
    number,
    displayName,
    paymentTermsCode,
    ...address,
    email,
    phoneNumber,
    creditLimitCents: scaled(demo.creditLimit, CENTS_SCALE)
  });
  const companyNumber = ledger.contacts.ofCustomer(number)?.number ?? '';
  ledger.contacts.create({ ...demo.contact, type: 'Person', companyNumber });
  for (const invoice of demo.invoices) addInvoice(ledger, demo, invoice);
  for (const order of demo.openOrders) addOrder(ledger, demo, order);
  if (demo.blocked) ledger.customers.update(id, { blocked: demo.blocked });
}

function addOrder(ledger: Ledger, customer: DemoCustomer, order: DemoDocument): string {
  const date = daysAgo(ledger, order.daysAgo);
  return ledger.salesDocuments.create(
    'order',
    {
      customerNumber: customer.number,
      customerReference: order.reference,
      externalDocumentNumber: order.reference,
      documentDate: date,
      postingDate: date
    },
    order.lines.map((line) => ({ objectNumber: line.item, quantity: line.quantity * FINE_ONE }))
  );
}

function addInvoice(ledger: Ledger, customer: DemoCustomer, invoice: DemoInvoice): void {
  const { invoiceNumber } = ledger.salesPosting.shipAndInvoice(addOrder(ledger, customer, invoice));
  for (const payment of invoice.payments ?? []) {
    ledger.payments.receive({
      customerNumber: customer.number,
      amountCents: scaled(payment.amount, CENTS_SCALE),
      applyToInvoice: invoiceNumber,
      postingDate: daysAgo(ledger, payment.daysAgo)
    });
  }
}

/** Months from a year back to a quarter ahead; those before the opening stock are closed. */
function openAndClosePeriods(ledger: Ledger): void {
  const opening = daysAgo(ledger, OPENING_DAYS_AGO).slice(0, 7);
  for (let days = 365; days >= -90; days -= 28) {
    const month = daysAgo(ledger, days).slice(0, 7);
    ledger.periods.setClosed(month, month < opening);
  }
}

function daysAgo(ledger: Ledger, days: number): string {
  return addDays(ledger.books.today(), -days);
}

function scaled(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`The seed has a bad amount: ${text}`);
  return value;
}
