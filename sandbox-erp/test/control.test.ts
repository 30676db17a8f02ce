import { describe, expect, it } from 'vitest';
import { expectSoundBooks } from './ledger/invariants.js';
import { testErp } from './support.js';

describe('the control API', () => {
  it('shows as many of the newest documents as it is asked for, and refuses what is no number', async () => {
    const erp = await testErp();

    const counts = async (limit: string) =>
      ((await erp.control('GET', `state?limit=${limit}`)).body['invoices'] as object[] | undefined)?.length;

    expect(await counts('2')).toBe(2);
    expect(await counts('1000000')).toBe(7);
    expect(await erp.control('GET', 'state?limit=all')).toMatchObject({ status: 400 });
  });

  it('shows the state of the books', async () => {
    const erp = await testErp();

    const { body } = await erp.control('GET', 'state');

    expect(body).toMatchObject({
      company: { displayName: 'Alder & Finch Trading', currency: 'USD' },
      counts: { orders: 1, invoices: 7, payments: 2 }
    });
    expect((body['customers'] as object[])[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      number: '10000',
      displayName: 'Brightwater Marine',
      blocked: '',
      creditLimit: 25000,
      balance: 12450,
      pastDue: 4200,
      openOrders: 2125
    });
    expect((body['orders'] as object[])[0]).toMatchObject({
      number: '101006',
      total: 2125,
      lines: [{ number: 'HL-200', quantity: 5, unitPrice: 425, amount: 2125 }]
    });
    expect((body['payments'] as object[])[0]).toMatchObject({
      number: 'PAY00002',
      amount: 500,
      unapplied: 0,
      appliedTo: [{ invoice: '103003', amount: 500 }]
    });
    const lines = body['trialBalance'] as { debit: number; credit: number }[];
    expect(lines.reduce((sum, { debit }) => sum + debit, 0)).toBe(124678);
    expect(lines.reduce((sum, { credit }) => sum + credit, 0)).toBe(124678);
  });

  it('ships, invoices and takes a part payment', async () => {
    const erp = await testErp();
    const order = await erp.order({ externalDocumentNumber: 'SF-7' });

    const shipped = await erp.control('POST', `orders/${String(order['number'])}/shipAndInvoice`);
    const paid = await erp.control('POST', 'payments', {
      customerNumber: '10000',
      amount: 79.99,
      applyToInvoice: shipped.body['invoiceNumber']
    });

    expect(shipped.body).toEqual({ shipmentNumber: '102008', invoiceNumber: '103008' });
    expect(paid.body).toEqual({ documentNumber: 'PAY00003', applied: 79.99 });
    expect(await erp.arrived('SF-7')).toMatchObject({
      orders: [],
      invoices: [{ number: '103008', total: 180, remaining: 100.01, status: 'Open', orderNumber: order['number'] }]
    });
    expect(await erp.customer('10000')).toMatchObject({ balanceDue: 12550.01 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('blocks and unblocks a customer', async () => {
    const erp = await testErp();

    await erp.control('POST', 'customers/10000/block', { blocked: 'Ship' });
    const blocked = await erp.customer('10000');
    await erp.control('POST', 'customers/10000/unblock');
    const unblocked = await erp.customer('10000');

    expect([blocked['blocked'], unblocked['blocked']]).toEqual(['Ship', ' ']);
  });

  it('resets to a seed', async () => {
    const erp = await testErp();
    await erp.order();

    const empty = await erp.control('POST', 'reset', { seed: 'empty' });
    const customers = (await erp.control('GET', 'state')).body['customers'];
    await erp.control('POST', 'reset', {});
    const demo = (await erp.control('GET', 'state')).body;

    expect(empty.body).toEqual({ seed: 'empty' });
    expect(customers).toEqual([]);
    expect(demo).toMatchObject({ counts: { orders: 1, invoices: 7 } });
    expect((demo['customers'] as object[])[0]).toMatchObject({ balance: 12450 });
  });

  it.each([
    ['POST', 'orders/999/shipAndInvoice', undefined, 404, 'There is no open order 999.'],
    [
      'POST',
      'payments',
      { customerNumber: '10000', amount: 0 },
      400,
      'The amount of a payment must be greater than zero.'
    ],
    [
      'POST',
      'payments',
      { customerNumber: '10020', amount: 1 },
      409,
      'Customer 10020 is blocked (All). Unblock the customer, then try again.'
    ],
    ['POST', 'payments', { customerNumber: '1', amount: 1 }, 404, 'There is no Customer with No. 1.'],
    ['POST', 'periods/2026-13/close', undefined, 400, 'A period is written yyyy-mm.'],
    ['POST', 'reset', { seed: 'big' }, 400, 'seed must be one of demo, empty.'],
    ['POST', 'customers/10000/block', { blocked: 'Some' }, 400, 'blocked must be Ship, Invoice or All.'],
    ['GET', 'nothing', undefined, 404, 'There is no GET /sandbox/nothing in the control API.']
  ])('%s %s %j is refused', async (method, path, body, status, error) => {
    const erp = await testErp();

    const answer = await erp.control(method, path, body);

    expect([answer.status, answer.body]).toEqual([status, { error }]);
  });
});

describe('the page', () => {
  it('shows the books and offers what can be done to them', async () => {
    const erp = await testErp();
    await erp.call('POST', 'customers', { displayName: '<script>alert(1)</script>' });

    const page = await erp.raw('GET', '/');

    expect(page.status).toBe(200);
    for (const title of ['Customers', 'Orders', 'Invoices', 'Payments', 'Journal', 'Faults']) {
      expect(page.text).toContain(`aria-labelledby="${title.toLowerCase()}-title"`);
    }
    expect(page.text).toContain('12,450.00');
    expect(page.text).toContain('data-post="/sandbox/orders/101006/shipAndInvoice"');
    expect(page.text).toContain('value="2700.00"');
    expect(page.text).not.toContain('<script>alert');
  });
});
