import { describe, expect, it } from 'vitest';
import { addFormula } from '../../src/ledger/dates.js';
import type { Refusal } from '../../src/ledger/errors.js';
import { LedgerRefusal } from '../../src/ledger/errors.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { testLedger } from '../support.js';
import { expectSoundBooks } from './invariants.js';

const ONE = 100_000;

function refusalOf(work: () => unknown): Refusal | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof LedgerRefusal) return error.refusal;
    throw error;
  }
  return undefined;
}

function customer(ledger: Ledger, number = 'A', blocked: '' | 'Ship' | 'Invoice' | 'All' = ''): string {
  return ledger.customers.create({ number, displayName: `Customer ${number}`, paymentTermsCode: '30 DAYS', blocked });
}

const light = { objectNumber: 'HL-100', quantity: 2 * ONE };

function counts(ledger: Ledger) {
  return ledger.books.db.get(
    `select (select count(*) from glEntry) as gl, (select count(*) from customerEntry) as entries,
       (select count(*) from stockEntry) as stock, (select count(*) from salesDocument) as documents, (select count(*) from contact) as contacts`
  );
}

describe('shipping and invoicing an order', () => {
  it('moves stock and cost, books revenue against the customer, and deletes the order', () => {
    const ledger = testLedger();
    customer(ledger);
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A' }, [light]);

    const numbers = ledger.salesPosting.shipAndInvoice(id);

    expect(numbers).toEqual({ shipmentNumber: '102001', invoiceNumber: '103001' });
    expect(ledger.salesDocuments.byId(id)).toBeUndefined();
    expect(
      ledger.books.db.all(
        `select accountNumber, amountBaseCents from glEntry where documentNumber in ('102001', '103001') order by accountNumber`
      )
    ).toEqual([
      { accountNumber: '13100', amountBaseCents: 36000 },
      { accountNumber: '14100', amountBaseCents: -21600 },
      { accountNumber: '40100', amountBaseCents: -36000 },
      { accountNumber: '50100', amountBaseCents: 21600 }
    ]);
    expect(ledger.books.db.get(`select inventory from itemView where number = 'HL-100'`)).toEqual({
      inventory: 238 * ONE
    });
    expectSoundBooks(ledger);
  });

  it('leaves everything as it was when the posting date is in a closed period', () => {
    const ledger = testLedger();
    customer(ledger);
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A', postingDate: '2026-10-15' }, [light]);
    ledger.periods.setClosed('2026-10', true);
    const before = counts(ledger);

    const refusal = refusalOf(() => ledger.salesPosting.shipAndInvoice(id));

    expect(refusal).toEqual({ kind: 'periodClosed', postingDate: '2026-10-15', document: 'Order 101001' });
    expect(counts(ledger)).toEqual(before);
    ledger.periods.setClosed('2026-10', false);
    expect(ledger.salesPosting.shipAndInvoice(id).invoiceNumber).toBe('103001');
  });

  it('refuses an order without lines', () => {
    const ledger = testLedger();
    customer(ledger);
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A' }, []);

    expect(refusalOf(() => ledger.salesPosting.shipAndInvoice(id))?.kind).toBe('nothingToPost');
  });

  it('refuses a customer who was blocked after ordering', () => {
    const ledger = testLedger();
    const customerId = customer(ledger);
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A' }, [light]);
    ledger.customers.update(customerId, { blocked: 'Invoice' });

    expect(refusalOf(() => ledger.salesPosting.shipAndInvoice(id))).toEqual({
      kind: 'customerBlocked',
      number: 'A',
      blocked: 'Invoice',
      action: 'post'
    });
  });

  it('keeps an order open while any of its lines is', () => {
    const ledger = testLedger();
    customer(ledger);
    const later = { ...light, shipQuantity: 0, invoiceQuantity: 0 };
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A' }, [later, light]);

    ledger.salesPosting.shipAndInvoice(id);

    expect(ledger.salesLines.of(id).map((line) => line.invoiceQuantity)).toEqual([2 * ONE, 0]);
    expect(ledger.books.db.get(`select totalCents from salesDocument where kind = 'invoice'`)).toEqual({
      totalCents: 36000
    });
    expectSoundBooks(ledger);
  });

  it('keeps an order open for what is not yet invoiced', () => {
    const ledger = testLedger();
    customer(ledger);
    const part = { ...light, quantity: 3 * ONE, shipQuantity: ONE, invoiceQuantity: ONE };
    const id = ledger.salesDocuments.create('order', { customerNumber: 'A' }, [part]);

    ledger.salesPosting.shipAndInvoice(id);
    const left = ledger.salesLines.of(id)[0];
    ledger.salesPosting.shipAndInvoice(id);

    expect([left?.shippedQuantity, left?.invoicedQuantity, left?.invoiceQuantity]).toEqual([ONE, ONE, 2 * ONE]);
    expect(
      ledger.books.db.all(`select number, totalCents from salesDocument where kind = 'invoice' order by number`)
    ).toEqual([
      { number: '103001', totalCents: 18000 },
      { number: '103002', totalCents: 36000 }
    ]);
    expectSoundBooks(ledger);
  });
});

describe('documents', () => {
  it('are created whole or not at all', () => {
    const ledger = testLedger();
    customer(ledger);
    const before = counts(ledger);

    const refusal = refusalOf(() =>
      ledger.salesDocuments.create('order', { customerNumber: 'A' }, [light, { objectNumber: 'NOPE', quantity: ONE }])
    );

    expect(refusal).toEqual({
      kind: 'invalidRelation',
      table: 'Sales Line',
      field: 'No.',
      value: 'NOPE',
      related: 'Item'
    });
    expect(counts(ledger)).toEqual(before);
  });

  it('take price and description from the item when the line has none', () => {
    const ledger = testLedger();
    customer(ledger);

    const id = ledger.salesDocuments.create('order', { customerNumber: 'A', currencyCode: 'EUR' }, [light]);

    const [line] = ledger.salesLines.of(id);
    expect([line?.description, line?.unitPrice, line?.amountCents]).toEqual(['Harbor light', 16_666_667, 33333]);
  });

  it('spread a document discount over the lines to the cent', () => {
    const ledger = testLedger();
    customer(ledger);
    const third = { objectNumber: 'HL-100', quantity: ONE, unitPrice: 1_000_000 };

    const id = ledger.salesDocuments.create('order', { customerNumber: 'A', discountCents: 100 }, [
      third,
      third,
      third
    ]);

    expect(ledger.salesLines.of(id).map((line) => line.invoiceDiscountCents)).toEqual([33, 33, 34]);
    expect(ledger.salesDocuments.byId(id)?.totalCents).toBe(2900);
  });

  it('follow Business Central in what a block forbids', () => {
    const ledger = testLedger();
    for (const blocked of ['Ship', 'Invoice', 'All'] as const) customer(ledger, blocked, blocked);
    const allowed = (kind: 'order' | 'invoice', customerNumber: string) =>
      refusalOf(() => ledger.salesDocuments.create(kind, { customerNumber }, [])) === undefined;

    expect(['Ship', 'Invoice', 'All'].map((number) => [allowed('order', number), allowed('invoice', number)])).toEqual([
      [false, true],
      [false, false],
      [false, false]
    ]);
  });

  it('book what conversion leaves over as rounding differences', () => {
    const ledger = testLedger();
    customer(ledger);
    const cent = { objectNumber: 'SVC-INST', quantity: ONE, unitPrice: 7_000 };
    const part = { ...cent, lineType: 'Account', objectNumber: '22100' };

    const id = ledger.salesDocuments.create('order', { customerNumber: 'A', currencyCode: 'EUR' }, [cent, part]);
    ledger.salesPosting.shipAndInvoice(id);

    expect(
      ledger.books.db.all('select accountNumber, amountBaseCents from glEntry where documentNumber = ?', '103001')
    ).toEqual([
      { accountNumber: '13100', amountBaseCents: 15 },
      { accountNumber: '40200', amountBaseCents: -8 },
      { accountNumber: '22100', amountBaseCents: -8 },
      { accountNumber: '66200', amountBaseCents: 1 }
    ]);
    expectSoundBooks(ledger);
  });
});

describe('payments', () => {
  function invoiced(ledger: Ledger): string {
    customer(ledger);
    return ledger.salesPosting.shipAndInvoice(ledger.salesDocuments.create('order', { customerNumber: 'A' }, [light]))
      .invoiceNumber;
  }

  it('reduce the invoice they are applied to', () => {
    const ledger = testLedger();
    const applyToInvoice = invoiced(ledger);

    ledger.payments.receive({ customerNumber: 'A', amountCents: 10_000, applyToInvoice });

    expect(ledger.salesDocuments.byNumber('invoice', applyToInvoice)?.status).toBe('Open');
    expect(ledger.books.db.get('select remainingCents from salesInvoiceView')).toEqual({ remainingCents: 26000 });
    ledger.payments.receive({ customerNumber: 'A', amountCents: 26_000, applyToInvoice });
    expect(ledger.salesDocuments.byNumber('invoice', applyToInvoice)?.status).toBe('Paid');
    expectSoundBooks(ledger);
  });

  it('keep what exceeds the invoice on the account', () => {
    const ledger = testLedger();
    const applyToInvoice = invoiced(ledger);

    const { appliedCents } = ledger.payments.receive({ customerNumber: 'A', amountCents: 50_000, applyToInvoice });

    expect(appliedCents).toBe(36_000);
    expect(ledger.books.db.get('select balanceCents from customerView')).toEqual({ balanceCents: -14_000 });
    expectSoundBooks(ledger);
  });

  it('are refused on an invoice of another customer', () => {
    const ledger = testLedger();
    const applyToInvoice = invoiced(ledger);
    customer(ledger, 'B');

    expect(refusalOf(() => ledger.payments.receive({ customerNumber: 'B', amountCents: 1, applyToInvoice }))).toEqual({
      kind: 'noOpenEntry',
      documentNumber: applyToInvoice,
      customerNumber: 'B'
    });
  });

  it('keep an invoice from being cancelled', () => {
    const ledger = testLedger();
    const applyToInvoice = invoiced(ledger);
    const id = ledger.salesDocuments.byNumber('invoice', applyToInvoice)?.id ?? '';
    ledger.payments.receive({ customerNumber: 'A', amountCents: 1, applyToInvoice });

    expect(refusalOf(() => ledger.cancelInvoice(id))?.kind).toBe('alreadyPaid');
  });
});

describe('the general ledger', () => {
  it('refuses what does not balance', () => {
    const ledger = testLedger();
    const document = { type: '', number: 'G1', postingDate: '2026-11-21', description: '' } as const;

    expect(
      refusalOf(() =>
        ledger.generalLedger.post(document, [
          { account: '10100', amountBaseCents: 100 },
          { account: '40100', amountBaseCents: -99 }
        ])
      )
    ).toEqual({ kind: 'outOfBalance', documentNumber: 'G1', amount: '0.01' });
  });
});

describe('due dates', () => {
  it.each([
    ['2026-01-31', '1M', '2026-02-28'],
    ['2026-11-21', '30D', '2026-12-21'],
    ['2026-11-21', '2W', '2026-12-05'],
    ['2026-11-21', '', '2026-11-21']
  ])('%s + %j is %s', (day, formula, expected) => {
    expect(addFormula(day, formula)).toBe(expected);
  });
});
