import type { Backend } from '../backend.js';
import type { LedgerState } from '../erp.js';

/** What stands on each account of the ERP. */
export type Balances = LedgerState['trialBalance'];

const cents = (amount: number | null | undefined): number => Math.round((amount ?? 0) * 100);
const add = (sums: Map<string, number>, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);

function differences(what: string, wanted: Map<string, number>, present: Map<string, number>): string[] {
  return [...new Set([...wanted.keys(), ...present.keys()])]
    .filter((key) => (wanted.get(key) ?? 0) !== (present.get(key) ?? 0))
    .map(
      (key) => `${what} ${key} is ${(present.get(key) ?? 0) / 100} there instead of ${(wanted.get(key) ?? 0) / 100}.`
    );
}

interface Bill {
  readonly Id: string;
  readonly account: string;
  readonly amount: number;
  readonly isOpen: boolean;
}

/** Documents as Salesforce has them: open ones count, cancelled ones must have left nothing. */
async function bills(backend: Backend, object: string, account: string, amount: string, open: string): Promise<Bill[]> {
  const status = object === 'blng__Invoice__c' ? 'blng__InvoiceStatus__c' : 'blng__Status__c';
  const rows = await backend.query<Record<string, unknown>>(
    `SELECT Id, ${account}, ${amount}, ${status} FROM ${object} WHERE ${status} IN ('${open}', 'Cancelled')`
  );
  return rows.map((row) => ({
    Id: String(row['Id']),
    account: String(row[account]),
    amount: cents(row[amount] as number),
    isOpen: row[status] === open
  }));
}

async function documents(backend: Backend) {
  const account = 'blng__Account__c';
  return {
    invoices: await bills(backend, 'blng__Invoice__c', account, 'blng__TotalAmount__c', 'Posted'),
    notes: await bills(backend, 'blng__CreditNote__c', account, 'blng__TotalAmount__c', 'Posted'),
    payments: await bills(backend, 'blng__Payment__c', account, 'blng__Amount__c', 'Processed'),
    refunds: await bills(backend, 'blng__Refund__c', account, 'blng__Amount__c', 'Posted')
  };
}

/** What each customer owes by Salesforce, in cents. */
function owed({ invoices, notes, payments, refunds }: Awaited<ReturnType<typeof documents>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [sign, some] of [
    [1, invoices],
    [-1, notes],
    [-1, payments],
    [1, refunds]
  ] as const)
    for (const bill of some) if (bill.isOpen) add(sums, bill.account, sign * bill.amount);
  return sums;
}

/** Each invoice is there once with its amount, what is applied to it is applied once, and each customer owes what Salesforce says. */
export async function invoiceComplaints(backend: Backend): Promise<string[]> {
  const all = await documents(backend);
  const state = await backend.erp.state(1_000_000);
  const found: string[] = [];

  const applied = new Map<string, number>();
  // Business Central's API cannot undo an application: a payment that was posted and then reversed stays applied, and the customer owes
  // its amount again beside the invoice. One that was cancelled before it was posted is applied to nothing.
  const posted = new Set(
    (
      await backend.query<{ RecordId__c: string }>(
        `SELECT RecordId__c FROM ErpLink__c WHERE Entity__c = 'Payment' AND ErpId__c != NULL`
      )
    ).map((link) => link.RecordId__c)
  );
  const counted = new Set(all.payments.filter(({ Id, isOpen }) => isOpen || posted.has(Id)).map(({ Id }) => Id));
  for (const row of await backend.query<{
    blng__Payment__c: string;
    blng__Invoice__c: string;
    blng__Amount__c: number;
  }>('SELECT blng__Payment__c, blng__Invoice__c, blng__Amount__c FROM blng__PaymentAllocationInvoice__c'))
    if (counted.has(row.blng__Payment__c)) add(applied, row.blng__Invoice__c, cents(row.blng__Amount__c));
  for (const row of await backend.query<{ blng__RelatedInvoice__c: string; blng__TotalAmount__c: number }>(
    `SELECT blng__RelatedInvoice__c, blng__TotalAmount__c FROM blng__CreditNote__c WHERE blng__Status__c = 'Posted'`
  ))
    add(applied, row.blng__RelatedInvoice__c, cents(row.blng__TotalAmount__c));

  for (const invoice of all.invoices) {
    const there = state.invoices.filter(
      (one) => one.externalDocumentNumber.startsWith(`SF-${invoice.Id.toUpperCase()}-`) && !/cancel/i.test(one.status)
    );
    if (there.length !== (invoice.isOpen ? 1 : 0))
      found.push(
        `Invoice ${invoice.Id} is there ${there.length} times, ${invoice.isOpen ? 'posted' : 'cancelled'} here.`
      );
    for (const one of invoice.isOpen ? there : []) {
      if (cents(one.total) !== invoice.amount) found.push(`Invoice ${invoice.Id} is over ${one.total} there.`);
      const remaining = Math.max(0, invoice.amount - (applied.get(invoice.Id) ?? 0));
      if (cents(one.remaining) !== remaining)
        found.push(`Of invoice ${invoice.Id} ${one.remaining} remains there instead of ${remaining / 100}.`);
    }
  }
  const links = await backend.query<{ RecordId__c: string; ErpNumber__c: string }>(
    `SELECT RecordId__c, ErpNumber__c FROM ErpLink__c WHERE Entity__c = 'Customer'`
  );
  const numbers = new Map(links.map((link) => [link.RecordId__c, link.ErpNumber__c]));
  const wanted = new Map([...owed(all)].map(([account, amount]) => [numbers.get(account) ?? account, amount]));
  const present = new Map(
    state.customers
      .filter((customer) => customer.displayName.startsWith('Chaos customer'))
      .map((customer) => [customer.number, cents(customer.balance)])
  );
  return [...found, ...differences('The balance of customer', wanted, present)];
}

/** Each account of the ERP has moved by what the journals here say, and they say of receivables what the documents say. */
export async function ledgerComplaints(backend: Backend, before: Balances): Promise<string[]> {
  const lines = await backend.query<{ AccountNumber__c: string; total: number }>(
    `SELECT AccountNumber__c, SUM(BaseAmount__c) total FROM JournalLine__c
     WHERE Journal__r.HandOver__c = TRUE AND Journal__r.Status__c IN ('Posted', 'Reversed') GROUP BY AccountNumber__c`
  );
  const journals = new Map(lines.map((line) => [line.AccountNumber__c, cents(line.total)]));
  const moved = new Map<string, number>();
  for (const line of (await backend.erp.state()).trialBalance)
    add(moved, line.account, cents(line.debit - line.credit));
  for (const line of before) add(moved, line.account, -cents(line.debit - line.credit));
  const receivable = [...owed(await documents(backend)).values()].reduce((sum, amount) => sum + amount, 0);
  return [
    ...differences('Account', journals, moved),
    ...differences(
      'In our own books, receivables on',
      new Map([['13200', receivable]]),
      new Map([['13200', journals.get('13200') ?? 0]])
    )
  ];
}
