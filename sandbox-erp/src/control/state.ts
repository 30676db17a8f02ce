import { CENTS_SCALE, FINE_SCALE, toNumber } from '../ledger/amounts.js';
import type { Ledger } from '../ledger/ledger.js';

/** What the sandbox shows to people and tests. Amounts are decimals: totals in the document's currency, the rest in the company's. */
export interface SandboxState {
  readonly company: {
    readonly id: string;
    readonly displayName: string;
    readonly currency: string;
    readonly today: string;
  };
  readonly customers: readonly CustomerState[];
  readonly orders: readonly DocumentState[];
  readonly invoices: readonly DocumentState[];
  readonly payments: readonly PaymentState[];
  readonly periods: readonly { readonly month: string; readonly closed: boolean }[];
  readonly trialBalance: readonly TrialBalanceState[];
  /** How many there are in all; the lists hold the newest only. */
  readonly counts: { readonly orders: number; readonly invoices: number; readonly payments: number };
}

export interface CustomerState {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  readonly blocked: string;
  readonly creditLimit: number;
  readonly balance: number;
  readonly pastDue: number;
  readonly openOrders: number;
}

export interface LineState {
  readonly type: string;
  readonly number: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountAmount: number;
  readonly amount: number;
}

export interface DocumentState {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly externalDocumentNumber: string;
  readonly orderNumber: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly total: number;
  readonly remaining: number;
  /** In the company's currency, which payments are in. */
  readonly remainingBase: number;
  readonly lines: readonly LineState[];
}

export interface PaymentState {
  readonly number: string;
  readonly customerNumber: string;
  readonly postingDate: string;
  readonly amount: number;
  readonly unapplied: number;
  readonly appliedTo: readonly { readonly invoice: string; readonly amount: number }[];
}

export interface TrialBalanceState {
  readonly account: string;
  readonly name: string;
  readonly debit: number;
  readonly credit: number;
}

const money = (cents: number) => toNumber(cents, CENTS_SCALE);

/** @param limit how many of the newest documents and payments */
export function readState(ledger: Ledger, limit = 200): SandboxState {
  ledger.books.refreshToday();
  const { db } = ledger.books;
  const company = db.get<{ id: string; displayName: string; baseCurrency: string; today: string }>(
    'select * from company'
  );
  const count = (sql: string) => db.get<{ n: number }>(sql)?.n ?? 0;
  return {
    company: {
      id: company?.id ?? '',
      displayName: company?.displayName ?? '',
      currency: company?.baseCurrency ?? '',
      today: company?.today ?? ''
    },
    customers: readCustomers(ledger),
    orders: readDocuments(ledger, 'salesOrderView', '', limit),
    invoices: readDocuments(ledger, 'salesInvoiceView', '', limit),
    payments: readPayments(ledger, limit),
    periods: db
      .all<{ month: string; closed: number }>('select month, closed from period order by month')
      .map(({ month, closed }) => ({ month, closed: closed === 1 })),
    trialBalance: ledger.generalLedger.trialBalance().map((line) => ({
      account: line.number,
      name: line.displayName,
      debit: money(line.debitCents),
      credit: money(line.creditCents)
    })),
    counts: {
      orders: count(`select count(*) as n from salesDocument where kind = 'order'`),
      invoices: count(`select count(*) as n from salesDocument where kind = 'invoice'`),
      payments: count(`select count(*) as n from customerEntry where documentType = 'Payment'`)
    }
  };
}

/** Open orders and invoices with this external document number, so that a test can count what arrived. */
export function findDocuments(ledger: Ledger, externalDocumentNumber: string) {
  const number = externalDocumentNumber.trim().toUpperCase();
  return {
    orders: readDocuments(ledger, 'salesOrderView', number, 1000),
    invoices: readDocuments(ledger, 'salesInvoiceView', number, 1000)
  };
}

function readCustomers(ledger: Ledger): CustomerState[] {
  interface Row {
    readonly id: string;
    readonly number: string;
    readonly displayName: string;
    readonly blocked: string;
    readonly creditLimitCents: number;
    readonly balanceCents: number;
    readonly overdueCents: number;
    readonly openOrderCents: number;
  }
  const rows = ledger.books.db.all<Row>(
    'select id, number, displayName, blocked, creditLimitCents, balanceCents, overdueCents, openOrderCents from customerView order by number'
  );
  return rows.map(({ creditLimitCents, balanceCents, overdueCents, openOrderCents, ...customer }) => ({
    ...customer,
    creditLimit: money(creditLimitCents),
    balance: money(balanceCents),
    pastDue: money(overdueCents),
    openOrders: money(openOrderCents)
  }));
}

interface DocumentRow extends Omit<DocumentState, 'total' | 'remaining' | 'remainingBase' | 'lines'> {
  readonly totalWithTaxCents: number;
  readonly remainingCents: number;
  readonly remainingBaseCents: number;
}

interface LineRow {
  readonly documentId: string;
  readonly lineType: string;
  readonly objectNumber: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountCents: number;
  readonly amountCents: number;
}

function readDocuments(ledger: Ledger, view: string, externalNumber: string, limit: number): DocumentState[] {
  const { db } = ledger.books;
  const rows = db.all<DocumentRow>(
    `select id, number, status, customerNumber, customerName, externalDocumentNumber, orderNumber, documentDate, dueDate,
       currencyCode as currency, totalWithTaxCents, remainingCents, remainingBaseCents
     from ${view} where ?1 = '' or externalDocumentNumber = ?1 order by number desc limit ?2`,
    externalNumber,
    limit
  );
  const lines = db.all<LineRow>(
    'select * from salesLine where documentId in (select value from json_each(?)) order by documentId, sequence',
    JSON.stringify(rows.map((row) => row.id))
  );
  const byDocument = groupByDocument(lines);
  return rows.map(({ totalWithTaxCents, remainingCents, remainingBaseCents, ...document }) => ({
    ...document,
    total: money(totalWithTaxCents),
    remaining: money(remainingCents),
    remainingBase: money(remainingBaseCents),
    lines: (byDocument.get(document.id) ?? []).map((line) => ({
      type: line.lineType,
      number: line.objectNumber,
      description: line.description,
      quantity: toNumber(line.quantity, FINE_SCALE),
      unitPrice: toNumber(line.unitPrice, FINE_SCALE),
      discountAmount: money(line.discountCents),
      amount: money(line.amountCents)
    }))
  }));
}

function groupByDocument(lines: readonly LineRow[]): Map<string, LineRow[]> {
  const groups = new Map<string, LineRow[]>();
  for (const line of lines) groups.set(line.documentId, [...(groups.get(line.documentId) ?? []), line]);
  return groups;
}

function readPayments(ledger: Ledger, limit: number): PaymentState[] {
  const { db } = ledger.books;
  interface Row {
    readonly entryNo: number;
    readonly number: string;
    readonly customerNumber: string;
    readonly postingDate: string;
    readonly amountBaseCents: number;
    readonly remainingBaseCents: number;
  }
  const rows = db.all<Row>(
    `select entryNo, documentNumber as number, customerNumber, postingDate, amountBaseCents, remainingBaseCents
     from customerEntry where documentType = 'Payment' order by entryNo desc limit ?`,
    limit
  );
  const applications = db.all<{ paymentEntryNo: number; invoice: string; cents: number }>(
    `select t.appliedEntryNo as paymentEntryNo, e.documentNumber as invoice, -t.amountBaseCents as cents
     from customerEntryDetail t join customerEntry e on e.entryNo = t.customerEntryNo
     where t.entryType = 'Application' and t.customerEntryNo <> t.appliedEntryNo and t.appliedEntryNo in (select value from json_each(?))
     order by t.entryNo`,
    JSON.stringify(rows.map((row) => row.entryNo))
  );
  return rows.map((row) => ({
    number: row.number,
    customerNumber: row.customerNumber,
    postingDate: row.postingDate,
    amount: money(-row.amountBaseCents),
    unapplied: money(-row.remainingBaseCents),
    appliedTo: applications
      .filter((application) => application.paymentEntryNo === row.entryNo)
      .map(({ invoice, cents }) => ({ invoice, amount: money(cents) }))
  }));
}
