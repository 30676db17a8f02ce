import { describe, expect, it } from 'vitest';
import { errorOf, list, testErp } from '../support.js';

const today = new Date().toISOString().slice(0, 10);

describe('sales orders', () => {
  it('are created with their lines in one request', async () => {
    const erp = await testErp();

    const order = await erp.order({
      externalDocumentNumber: 'SF-1-V1',
      orderDate: today,
      requestedDeliveryDate: '2030-01-31',
      salesOrderLines: [
        { lineType: 'Item', lineObjectNumber: 'HL-200', quantity: 4, unitPrice: 425 },
        { lineType: 'Item', lineObjectNumber: 'HL-300', quantity: 2.5, unitPrice: 96.5, discountPercent: 10 },
        { lineType: 'Comment', description: 'Deliver to gate 4' }
      ]
    });

    expect(order).toMatchObject({
      number: '101009',
      externalDocumentNumber: 'SF-1-V1',
      customerName: 'Brightwater Marine',
      shipToName: 'Brightwater Marine',
      sellToCity: 'Portland',
      currencyCode: 'USD',
      requestedDeliveryDate: '2030-01-31',
      totalAmountExcludingTax: 1917.12,
      totalAmountIncludingTax: 1917.12,
      status: 'Draft',
      salesOrderLines: [
        { sequence: 10000, lineObjectNumber: 'HL-200', description: 'Channel buoy', netAmount: 1700 },
        { sequence: 20000, quantity: 2.5, discountAmount: 24.13, netAmount: 217.12 },
        { sequence: 30000, lineType: 'Comment', description: 'Deliver to gate 4', netAmount: 0 }
      ]
    });
  });

  it('may share an external document number, as in Business Central', async () => {
    const erp = await testErp();

    await erp.order({ externalDocumentNumber: 'SAME' });
    await erp.order({ externalDocumentNumber: 'SAME' });

    expect((await erp.arrived('SAME')).orders).toHaveLength(2);
  });

  it.each([
    [
      { customerNumber: '10020' },
      'Application_DialogException',
      'You cannot create this type of document when Customer 10020 is blocked with type All'
    ],
    [{ customerNumber: '99999' }, 'Application_DialogException', 'The sell-to customer cannot be found.'],
    [{ customerNumber: '' }, 'Application_DialogException', 'A "customerNumber" or a "customerId" must be provided.'],
    [{ currencyCode: 'JPY' }, 'Application_DialogException', 'The "currencyCode" does not match to a Currency.'],
    [
      { externalDocumentNumber: 'X'.repeat(36) },
      'Application_StringExceededLength',
      'must be less than or equal to 35 characters'
    ],
    [{ orderDate: '2026-02-30' }, 'BadRequest', "expected type 'Edm.Date'"],
    [{ number: '1' }, 'BadRequest', 'is read-only'],
    [
      { salesOrderLines: [{ lineObjectNumber: 'NOPE', quantity: 1 }] },
      'Internal_InvalidTableRelation',
      'contains a value (NOPE) that cannot be found in the related table (Item)'
    ],
    [
      { salesOrderLines: [{ lineObjectNumber: 'HL-100', quantity: 1, unitPrice: null }] },
      'BadRequest',
      'does not allow null values'
    ],
    [
      { salesOrderLines: [{ lineType: 'Resource', lineObjectNumber: 'R', quantity: 1 }] },
      'Unknown',
      'is not an option'
    ],
    [{ salesOrderLines: [{ quantity: 1 }] }, 'Application_DialogException', 'No. must have a value in Sales Line'],
    [
      { salesOrderLines: [{ lineObjectNumber: 'HL-100', quantity: 1e15 }] },
      'BadRequest',
      "expected type 'Edm.Decimal'"
    ],
    [{ salesOrderLines: {} }, 'BadRequest', 'must be an array']
  ])('refuse %j', async (values, code, message) => {
    const erp = await testErp();

    const answer = await erp.call('POST', 'salesOrders', { customerNumber: '10000', ...values });

    expect(errorOf(answer)).toMatchObject({ status: 400, code });
    expect(errorOf(answer).message).toContain(message);
    expect(list(await erp.call('GET', 'salesOrders'))).toHaveLength(1);
  });

  it('change with their lines, and keep their totals right', async () => {
    const erp = await testErp();
    const order = await erp.order();
    const path = `salesOrders(${String(order['id'])})`;
    const any = { 'if-match': '*' };

    const added = await erp.call('POST', `${path}/salesOrderLines`, { lineObjectNumber: 'HL-300', quantity: 2 });
    const changed = await erp.call(
      'PATCH',
      `salesOrderLines(${String(added.body['id'])})`,
      { quantity: 3, unitPrice: 100 },
      any
    );
    const total = (await erp.call('GET', path)).body['totalAmountIncludingTax'];
    const discounted = await erp.call('PATCH', path, { discountAmount: 30, shipToName: 'Dock 4' }, any);
    const removed = await erp.call('DELETE', `salesOrderLines(${String(added.body['id'])})`, undefined, any);
    const end = await erp.call('GET', `${path}?$expand=salesOrderLines`);

    expect([added.body['unitPrice'], changed.body['netAmount'], total, removed.status]).toEqual([96.5, 300, 480, 204]);
    expect(discounted.body).toMatchObject({ totalAmountExcludingTax: 450, discountAmount: 30, shipToName: 'Dock 4' });
    expect(end.body).toMatchObject({
      totalAmountExcludingTax: 150,
      salesOrderLines: [{ invoiceDiscountAllocation: 30, netAmount: 150 }]
    });
    expect(end.body['@odata.etag']).not.toBe(order['@odata.etag']);
  });

  it('can be deleted', async () => {
    const erp = await testErp();
    const order = await erp.order();

    const deleted = await erp.call('DELETE', `salesOrders(${String(order['id'])})`, undefined, {
      'if-match': String(order['@odata.etag'])
    });

    expect(deleted.status).toBe(204);
    expect((await erp.call('GET', `salesOrders(${String(order['id'])})`)).status).toBe(404);
  });

  it('are gone once shipped and invoiced; the invoice names the order', async () => {
    const erp = await testErp();
    const order = await erp.order({ externalDocumentNumber: 'SF-9' });
    const path = `salesOrders(${String(order['id'])})`;

    const posted = await erp.call('POST', `${path}/Microsoft.NAV.shipAndInvoice`);
    const again = await erp.call('POST', `${path}/Microsoft.NAV.shipAndInvoice`);

    expect([posted.status, posted.text, again.status]).toEqual([204, '', 404]);
    const [invoice] = list(await erp.call('GET', `salesInvoices?$filter=orderNumber eq '${String(order['number'])}'`));
    expect(invoice).toMatchObject({
      externalDocumentNumber: 'SF-9',
      orderId: order['id'],
      status: 'Open',
      remainingAmount: 180,
      totalAmountIncludingTax: 180
    });
    const [shipment] = list(
      await erp.call('GET', `salesShipments?$filter=orderNumber eq '${String(order['number'])}'`)
    );
    expect(shipment).toMatchObject({ externalDocumentNumber: 'SF-9', paymentTermsCode: '30 DAYS' });
    const [item] = list(await erp.call('GET', `items?$filter=number eq 'HL-100'`));
    expect(item?.['inventory']).toBe(239);
  });

  it('without lines, or in a closed period, are not invoiced', async () => {
    const erp = await testErp();
    const empty = await erp.order({ salesOrderLines: [] });
    const order = await erp.order();
    await erp.control('POST', `periods/${today.slice(0, 7)}/close`);

    const nothing = await erp.call('POST', `salesOrders(${String(empty['id'])})/Microsoft.NAV.shipAndInvoice`);
    const closed = await erp.call('POST', `salesOrders(${String(order['id'])})/Microsoft.NAV.shipAndInvoice`);
    await erp.control('POST', `periods/${today.slice(0, 7)}/open`);
    const reallyNothing = await erp.call('POST', `salesOrders(${String(empty['id'])})/Microsoft.NAV.shipAndInvoice`);

    expect([nothing, closed].map((answer) => errorOf(answer).message)).toEqual([
      'Posting Date is not within your range of allowed posting dates in Order 101009.',
      'Posting Date is not within your range of allowed posting dates in Order 101010.'
    ]);
    expect(errorOf(reallyNothing).message).toBe('There is nothing to post.');
  });

  it('carry another currency through to the invoice, with the balance in the base currency', async () => {
    const erp = await testErp();
    const order = await erp.order({ customerNumber: '10030', currencyCode: 'EUR' });

    await erp.call('POST', `salesOrders(${String(order['id'])})/Microsoft.NAV.shipAndInvoice`);

    const [invoice] = list(await erp.call('GET', `salesInvoices?$filter=customerNumber eq '10030'`));
    expect(invoice).toMatchObject({ currencyCode: 'EUR', totalAmountIncludingTax: 180, remainingAmount: 180 });
    expect(await erp.customer('10030')).toMatchObject({ balanceDue: 194.4 });
  });
});

describe('sales invoices', () => {
  const lines = [{ lineType: 'Item', lineObjectNumber: 'SVC-CARE', quantity: 1, unitPrice: 1200 }];

  it('are drafted, changed and posted', async () => {
    const erp = await testErp();
    const draft = await erp.call('POST', 'salesInvoices', { customerNumber: '10030', salesInvoiceLines: lines });
    const path = `salesInvoices(${String(draft.body['id'])})`;
    await erp.call('PATCH', path, { externalDocumentNumber: 'inv-1' }, { 'if-match': '*' });

    const posted = await erp.call('POST', `${path}/Microsoft.NAV.post`);
    const invoice = await erp.call('GET', path);
    const change = await erp.call('PATCH', path, { externalDocumentNumber: 'X' }, { 'if-match': '*' });

    expect(draft.body).toMatchObject({ status: 'Draft', number: 'S-INV105001', remainingAmount: 0 });
    expect(posted.status).toBe(204);
    expect(invoice.body).toMatchObject({
      status: 'Open',
      number: '103008',
      externalDocumentNumber: 'INV-1',
      remainingAmount: 1200
    });
    expect(errorOf(change)).toMatchObject({ status: 400, code: 'Application_DialogException' });
  });

  it('are cancelled by a corrective credit memo', async () => {
    const erp = await testErp();
    const [invoice] = list(await erp.call('GET', `salesInvoices?$filter=customerNumber eq '10010'`));

    const cancelled = await erp.call('POST', `salesInvoices(${String(invoice?.['id'])})/Microsoft.NAV.cancel`);

    expect(cancelled.status).toBe(204);
    expect((await erp.call('GET', `salesInvoices(${String(invoice?.['id'])})`)).body).toMatchObject({
      status: 'Canceled',
      remainingAmount: 0
    });
    expect(list(await erp.call('GET', 'salesCreditMemos?$expand=salesCreditMemoLines'))).toMatchObject([
      { invoiceId: invoice?.['id'], totalAmountIncludingTax: 3980, status: 'Corrective' }
    ]);
    expect(await erp.customer('10010')).toMatchObject({ balanceDue: 0 });
  });

  it('can be found by what changed since', async () => {
    const erp = await testErp();
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await erp.control('POST', 'payments', { customerNumber: '10010', amount: 100, applyToInvoice: '103006' });

    const changed = list(await erp.call('GET', `salesInvoices?$filter=lastModifiedDateTime gt ${before}`));

    expect(changed).toMatchObject([{ number: '103006', remainingAmount: 3880, status: 'Open' }]);
  });
});
