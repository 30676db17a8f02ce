import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/ledger/dates.js';
import { LedgerRefusal } from '../../src/ledger/errors.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { testLedger } from '../support.js';
import { expectSoundBooks } from './invariants.js';

const ITEMS = ['HL-100', 'HL-300', 'SVC-INST'];

const line = fc.record({
  objectNumber: fc.constantFrom(...ITEMS),
  quantity: fc.integer({ min: 1, max: 5_000_000 }),
  unitPrice: fc.integer({ min: 0, max: 300_000_000 }),
  discountPercent: fc.integer({ min: 0, max: 10_000_000 })
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    customer: fc.nat(2),
    daysAgo: fc.integer({ min: 0, max: 120 }),
    currencyCode: fc.constantFrom('USD', 'EUR', 'GBP'),
    discountCents: fc.integer({ min: 0, max: 500 }),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    partly: fc.boolean()
  }),
  fc.record({
    kind: fc.constant('payment' as const),
    invoice: fc.nat(20),
    cents: fc.integer({ min: 1, max: 5_000_000 })
  }),
  fc.record({ kind: fc.constant('cancel' as const), invoice: fc.nat(20) }),
  fc.record({ kind: fc.constant('correct' as const), invoice: fc.nat(20) }),
  fc.record({
    kind: fc.constant('creditMemo' as const),
    invoice: fc.nat(20),
    standsAlone: fc.boolean(),
    lines: fc.array(line, { minLength: 1, maxLength: 3 })
  }),
  fc.record({
    kind: fc.constant('paymentJournal' as const),
    invoice: fc.nat(20),
    balancing: fc.constantFrom('10100', '61000'),
    parts: fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 3 })
  }),
  fc.record({
    kind: fc.constant('journal' as const),
    customer: fc.nat(2),
    refunds: fc.boolean(),
    cents: fc.integer({ min: -500_000, max: 500_000 }),
    rest: fc.integer({ min: -1, max: 0 })
  })
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let codes = 0;
const nextCode = () => `J${++codes}`;

/** A general journal of two lines, out of balance when `rest` is not zero; a refund debits the customer. */
function postJournal(
  ledger: Ledger,
  customer: string,
  { refunds, cents, rest }: { readonly refunds: boolean; readonly cents: number; readonly rest: number }
): void {
  const journal = ledger.journals.create('GENERAL', { code: nextCode() });
  const first = refunds ? { accountType: 'Customer', accountNumber: customer } : { accountNumber: '61000' };
  ledger.journals.addLine(journal, { ...first, documentNumber: 'SF-JOURNAL', amountCents: cents });
  const bank = { accountNumber: '10100', documentNumber: 'SF-JOURNAL', amountCents: rest - cents };
  ledger.dimensions.assign(ledger.journals.addLine(journal, bank), 'DEPARTMENT', 'SALES');
  ledger.journalPosting.post(journal);
}

function run(ledger: Ledger, customers: readonly string[], action: Step): void {
  const invoices = ledger.books.db.all<{ id: string; number: string; billToCustomerNumber: string }>(
    `select id, number, billToCustomerNumber from salesDocument where kind = 'invoice' and status = 'Open' order by number`
  );
  if (action.kind === 'order') {
    const documentDate = addDays(ledger.books.today(), -action.daysAgo);
    const { currencyCode, discountCents, lines } = action;
    const header = { customerNumber: customers[action.customer] ?? '', documentDate, postingDate: documentDate };
    const parts = lines.map((part) => (action.partly ? { ...part, invoiceQuantity: 1, shipQuantity: 1 } : part));
    const id = ledger.salesDocuments.create('order', { ...header, currencyCode, discountCents }, parts);
    ledger.salesPosting.shipAndInvoice(id);
    if (action.partly && ledger.salesDocuments.byId(id)) ledger.salesPosting.shipAndInvoice(id);
    return;
  }
  if (action.kind === 'journal') return postJournal(ledger, customers[action.customer] ?? '', action);
  const invoice = invoices[action.invoice % Math.max(invoices.length, 1)];
  if (!invoice) return;
  if (action.kind === 'creditMemo') {
    const header = { customerNumber: invoice.billToCustomerNumber, invoiceId: action.standsAlone ? '' : invoice.id };
    ledger.salesPosting.postCreditMemo(ledger.salesDocuments.create('creditMemo', header, action.lines));
    return;
  }
  if (action.kind === 'correct') {
    ledger.salesPosting.postCreditMemo(ledger.salesDocuments.correct(invoice.id));
    return;
  }
  if (action.kind === 'paymentJournal') {
    const journal = ledger.journals.create('CASHRCPT', { code: nextCode(), balancingAccountNumber: action.balancing });
    for (const cents of action.parts) {
      const values = { accountNumber: invoice.billToCustomerNumber, documentNumber: 'SF-PAYMENT', amountCents: -cents };
      ledger.journals.addLine(journal, { ...values, appliesToInvoiceNumber: invoice.number });
    }
    ledger.journalPosting.post(journal);
    return;
  }
  if (action.kind === 'cancel') ledger.cancelInvoice(invoice.id);
  else {
    const applied = { customerNumber: invoice.billToCustomerNumber, applyToInvoice: invoice.number };
    ledger.payments.receive({ ...applied, amountCents: action.cents });
  }
}

describe('whatever happens to the books', () => {
  it('debits equal credits, the balance is the sum of what remains, and aging adds up to it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const ledger = testLedger();
        const customers = ['A', 'B', 'C'].map((number) => {
          const taxLiable = number === 'A' ? 0 : 1;
          ledger.customers.create({ number, displayName: number, paymentTermsCode: '30 DAYS', taxLiable });
          return number;
        });

        for (const action of steps) {
          try {
            run(ledger, customers, action);
          } catch (error) {
            if (!(error instanceof LedgerRefusal)) throw error;
          }
        }

        expectSoundBooks(ledger);
        ledger.close();
      }),
      { numRuns: 60 }
    );
  });

  it('an order invoiced in parts comes to the same total as one invoiced at once', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 900 }),
        (lines, discountCents) => {
          const ledger = testLedger();
          ledger.customers.create({ number: 'A', displayName: 'A', taxLiable: 1 });
          const parts = lines.map((part) => ({ ...part, shipQuantity: 1, invoiceQuantity: 1 }));
          const id = ledger.salesDocuments.create('order', { customerNumber: 'A', discountCents }, parts);
          const { totalCents: total = 0, taxCents = 0 } = ledger.salesDocuments.byId(id) ?? {};
          if (total < 0) return;

          try {
            ledger.salesPosting.shipAndInvoice(id);
            if (ledger.salesDocuments.byId(id)) ledger.salesPosting.shipAndInvoice(id);
          } catch (error) {
            if (error instanceof LedgerRefusal && error.refusal.kind === 'negativeTotal') return;
            throw error;
          }

          const sums = ledger.books.db.get(
            `select sum(totalCents) as total, sum(taxCents) as tax from salesDocument where kind = 'invoice'`
          );
          expect(sums).toEqual({ total, tax: taxCents });
          expect(ledger.salesDocuments.byId(id)).toBeUndefined();
          ledger.close();
        }
      ),
      { numRuns: 60 }
    );
  });
});
