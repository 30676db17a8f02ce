import { describe, expect, it } from 'vitest';
import { expectSoundBooks } from './ledger/invariants.js';
import { testLedger } from './support.js';

describe('the demo seed', () => {
  it('has exactly the balances that the demo tells', () => {
    const ledger = testLedger('demo');

    expect(
      ledger.books.db.all(
        `select number, displayName, blocked, creditLimitCents, balanceCents, currentCents, overdueCents, overdue30Cents, overdue60Cents,
           overdueOlderCents, openOrderCents from customerView order by number`
      )
    ).toEqual([
      {
        number: '10000',
        displayName: 'Brightwater Marine',
        blocked: '',
        creditLimitCents: 2500000,
        balanceCents: 1245000,
        currentCents: 825000,
        overdueCents: 420000,
        overdue30Cents: 270000,
        overdue60Cents: 150000,
        overdueOlderCents: 0,
        openOrderCents: 212500
      },
      {
        number: '10010',
        displayName: 'Hollis Freight',
        blocked: '',
        creditLimitCents: 4000000,
        balanceCents: 398000,
        currentCents: 398000,
        overdueCents: 0,
        overdue30Cents: 0,
        overdue60Cents: 0,
        overdueOlderCents: 0,
        openOrderCents: 0
      },
      {
        number: '10020',
        displayName: 'Cedar Ridge Outfitters',
        blocked: 'All',
        creditLimitCents: 500000,
        balanceCents: 631000,
        currentCents: 0,
        overdueCents: 631000,
        overdue30Cents: 0,
        overdue60Cents: 0,
        overdueOlderCents: 631000,
        openOrderCents: 0
      },
      {
        number: '10030',
        displayName: 'Oakline Interiors',
        blocked: '',
        creditLimitCents: 1500000,
        balanceCents: 0,
        currentCents: 0,
        overdueCents: 0,
        overdue30Cents: 0,
        overdue60Cents: 0,
        overdueOlderCents: 0,
        openOrderCents: 0
      }
    ]);
  });

  it('has a paid invoice, and one that is the rest after a part payment', () => {
    const ledger = testLedger('demo');

    expect(
      ledger.books.db.all(
        `select number, status, totalCents, remainingCents from salesInvoiceView where customerNumber = '10000' order by number`
      )
    ).toEqual([
      { number: '103001', status: 'Paid', totalCents: 180000, remainingCents: 0 },
      { number: '103002', status: 'Open', totalCents: 150000, remainingCents: 150000 },
      { number: '103003', status: 'Open', totalCents: 320000, remainingCents: 270000 },
      { number: '103004', status: 'Open', totalCents: 400000, remainingCents: 400000 },
      { number: '103005', status: 'Open', totalCents: 425000, remainingCents: 425000 }
    ]);
  });

  it('leaves the named stock on hand', () => {
    const ledger = testLedger('demo');

    expect(
      ledger.books.db.all('select number, unitPrice, inventory / 100000 as stock from itemView order by number')
    ).toEqual([
      { number: 'HL-100', unitPrice: 18000000, stock: 240 },
      { number: 'HL-200', unitPrice: 42500000, stock: 60 },
      { number: 'HL-300', unitPrice: 9650000, stock: 500 },
      { number: 'HL-400', unitPrice: 125000000, stock: 12 },
      { number: 'SVC-CARE', unitPrice: 120000000, stock: 0 },
      { number: 'SVC-INST', unitPrice: 75000000, stock: 0 }
    ]);
  });

  it.each(['2026-11-21', '2027-03-01', '2028-02-29', '2026-12-31'])('balances when seeded on %s', (today) => {
    const ledger = testLedger('demo', today);

    expectSoundBooks(ledger);
    const [debit, credit] = ledger.generalLedger
      .trialBalance()
      .reduce(([d, c], line) => [d + line.debitCents, c + line.creditCents], [0, 0] as [number, number]);
    expect([debit, credit]).toEqual([12467800, 12467800]);
  });

  it('gives the same ids each time', () => {
    const ids = () => testLedger('demo').books.db.all('select id from salesDocument order by kind, number');

    expect(ids()).toEqual(ids());
  });
});

describe('the empty seed', () => {
  it('has set-up and items, but no customer', () => {
    const ledger = testLedger('empty');

    expect(
      ledger.books.db.get(
        `select (select count(*) from customer) as customers, (select count(*) from item) as items, (select count(*) from currency) as currencies,
           (select count(*) from account) as accounts, (select count(*) from paymentTerm) as terms, (select count(*) > 12 from period) as periods`
      )
    ).toEqual({ customers: 0, items: 6, currencies: 3, accounts: 14, terms: 4, periods: 1 });
    expectSoundBooks(ledger);
  });
});
