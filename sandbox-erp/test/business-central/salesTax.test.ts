import { describe, expect, it } from 'vitest';
import { expectSoundBooks } from '../ledger/invariants.js';
import type { TestClient } from '../support.js';
import { list, testErp } from '../support.js';

const line = (values: Record<string, unknown> = {}) => ({
  lineType: 'Item',
  lineObjectNumber: 'HL-100',
  quantity: 3,
  unitPrice: 33.35,
  ...values
});

/** Oakline Interiors, who owes 3980, liable to tax from now on. */
async function liable(erp: TestClient): Promise<void> {
  const customer = await erp.customer('10010');
  await erp.call('PATCH', `customers(${String(customer['id'])})`, { taxLiable: true }, { 'if-match': '*' });
}

async function draft(erp: TestClient, set: string, values: Record<string, unknown>): Promise<Record<string, unknown>> {
  return (await erp.call('POST', set, { customerNumber: '10010', ...values })).body;
}

const act = (erp: TestClient, set: string, id: unknown, action: string) =>
  erp.call('POST', `${set}(${String(id)})/Microsoft.NAV.${action}`);

async function onAccount(erp: TestClient, number: string): Promise<number> {
  const entries = list(await erp.call('GET', `generalLedgerEntries?$filter=accountNumber eq '${number}'`));
  const cents = entries.map((entry) =>
    Math.round(100 * (Number(entry['debitAmount']) - Number(entry['creditAmount'])))
  );
  return cents.reduce((sum, each) => sum + each, 0) / 100;
}

describe('sales tax', () => {
  it('is on each line by its group, rounded to the cent, and the totals add it up', async () => {
    const erp = await testErp();
    await liable(erp);

    const invoice = await draft(erp, 'salesInvoices', {
      salesInvoiceLines: [
        line(),
        line(),
        line({ taxCode: 'NONTAXABLE' }),
        { lineType: 'Comment', description: 'Thanks' }
      ]
    });

    expect(invoice).toMatchObject({
      pricesIncludeTax: false,
      totalAmountExcludingTax: 300.15,
      totalTaxAmount: 16,
      totalAmountIncludingTax: 316.15,
      salesInvoiceLines: [
        {
          taxCode: 'TAXABLE',
          taxPercent: 8,
          amountExcludingTax: 100.05,
          totalTaxAmount: 8,
          amountIncludingTax: 108.05
        },
        { taxCode: 'TAXABLE', netAmount: 100.05, netTaxAmount: 8, netAmountIncludingTax: 108.05 },
        { taxCode: 'NONTAXABLE', taxPercent: 0, totalTaxAmount: 0, amountIncludingTax: 100.05 },
        { taxCode: '', taxPercent: 0, totalTaxAmount: 0 }
      ]
    });
  });

  it('is on what the document discount leaves', async () => {
    const erp = await testErp();
    await liable(erp);

    const invoice = await draft(erp, 'salesInvoices', {
      discountAmount: 50,
      salesInvoiceLines: [line({ quantity: 1, unitPrice: 100 })]
    });

    expect(invoice).toMatchObject({ totalAmountExcludingTax: 50, totalTaxAmount: 4, totalAmountIncludingTax: 54 });
    expect(invoice['salesInvoiceLines']).toMatchObject([{ totalTaxAmount: 8, netTaxAmount: 4 }]);
  });

  it('is not due from a customer who is not liable to it', async () => {
    const erp = await testErp();

    const invoice = await draft(erp, 'salesInvoices', { salesInvoiceLines: [line()] });

    expect(invoice).toMatchObject({ totalTaxAmount: 0, totalAmountIncludingTax: 100.05 });
  });

  it('is owed by the customer, and payable by the company until the invoice is cancelled', async () => {
    const erp = await testErp();
    await liable(erp);
    const { id } = await draft(erp, 'salesInvoices', { salesInvoiceLines: [line()] });

    await act(erp, 'salesInvoices', id, 'post');

    expect((await erp.call('GET', `salesInvoices(${String(id)})`)).body).toMatchObject({ remainingAmount: 108.05 });
    expect(await onAccount(erp, '22200')).toBe(-8);
    const owing = await erp.customer('10010', '&$expand=customerFinancialDetail');
    expect(owing).toMatchObject({ balanceDue: 4088.05, customerFinancialDetail: { totalSalesExcludingTax: 4080.05 } });
    expectSoundBooks(erp.erp.ledger);

    await act(erp, 'salesInvoices', id, 'cancel');

    expect(await onAccount(erp, '22200')).toBe(0);
    expect(await erp.customer('10010')).toMatchObject({ balanceDue: 3980 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('is given back by a credit memo', async () => {
    const erp = await testErp();
    await liable(erp);
    const memo = await draft(erp, 'salesCreditMemos', { invoiceNumber: '103006', salesCreditMemoLines: [line()] });

    await act(erp, 'salesCreditMemos', memo['id'], 'post');

    expect(memo).toMatchObject({ totalTaxAmount: 8, totalAmountIncludingTax: 108.05 });
    expect(await onAccount(erp, '22200')).toBe(8);
    expect(await erp.customer('10010')).toMatchObject({ balanceDue: 3871.95 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('of an order that is invoiced in parts is that of the whole order', async () => {
    const erp = await testErp();
    await liable(erp);
    const order = await draft(erp, 'salesOrders', {
      salesOrderLines: [line({ unitPrice: 33.39, shipQuantity: 1, invoiceQuantity: 1 })]
    });

    await act(erp, 'salesOrders', order['id'], 'shipAndInvoice');
    await act(erp, 'salesOrders', order['id'], 'shipAndInvoice');

    const invoices = list(await erp.call('GET', `salesInvoices?$filter=orderNumber eq '${String(order['number'])}'`));
    expect(order).toMatchObject({ totalTaxAmount: 8.01 });
    expect(invoices.map((invoice) => invoice['totalTaxAmount'])).toEqual([2.67, 5.34]);
    expectSoundBooks(erp.erp.ledger);
  });

  it('needs a tax group that there is', async () => {
    const erp = await testErp();

    const item = await erp.call('POST', 'items', { number: 'X-1', taxGroupCode: 'NOPE' });

    expect(item.status).toBe(400);
    expect(item.text).toContain('Tax Group');
  });
});
