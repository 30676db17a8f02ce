import { expect } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.js';

/** What must hold in any books: each transaction balances, and the receivables account, the entries, their details and the aging agree. */
export function expectSoundBooks(ledger: Ledger): void {
  const { db } = ledger.books;
  const crooked = db.all(
    'select transactionNo, sum(amountBaseCents) as sum from glEntry group by transactionNo having sum(amountBaseCents) <> 0'
  );
  const wrongEntries = db.all(
    `select e.entryNo from customerEntry e where e.remainingBaseCents <>
       (select sum(t.amountBaseCents) from customerEntryDetail t where t.customerEntryNo = e.entryNo)
       or e.open <> (e.remainingBaseCents <> 0)`
  );
  const wrongAging = db.all(
    'select number from customerView where balanceCents <> currentCents + overdue30Cents + overdue60Cents + overdueOlderCents or overdueCents <> balanceCents - currentCents'
  );
  const totals = db.get(
    `select (select coalesce(sum(amountBaseCents), 0) from glEntry where accountNumber = '13100') as account,
       (select coalesce(sum(remainingBaseCents), 0) from customerEntry) as entries,
       (select coalesce(sum(balanceCents), 0) from customerView) as balances,
       (select coalesce(sum(amountBaseCents), 0) from glEntry where accountNumber = '14100') as inventory,
       (select coalesce(sum(costBaseCents), 0) from stockEntry) as stock`
  );
  const applied = db.get<{ sum: number }>(
    `select coalesce(sum(amountBaseCents), 0) as sum from customerEntryDetail where entryType = 'Application'`
  );

  expect({ crooked, wrongEntries, wrongAging, applied: applied?.sum }).toEqual({
    crooked: [],
    wrongEntries: [],
    wrongAging: [],
    applied: 0
  });
  expect(totals?.['entries']).toBe(totals?.['account']);
  expect(totals?.['balances']).toBe(totals?.['account']);
  expect(totals?.['stock']).toBe(totals?.['inventory']);
}
