import { describe, expect, it } from 'vitest';
import type { TestClient } from '../support.js';
import { errorOf, list, testErp } from '../support.js';

type Json = Record<string, unknown>;
const any = { 'if-match': '*' };

/** An order of two lines, of whose first line one piece is shipped and invoiced. */
async function partlyShipped(erp: TestClient): Promise<{ readonly id: string; readonly lines: Json[] }> {
  const order = await erp.order({
    salesOrderLines: [
      { lineObjectNumber: 'HL-100', quantity: 5, shipQuantity: 2, invoiceQuantity: 2 },
      { lineObjectNumber: 'HL-300', quantity: 3, shipQuantity: 0, invoiceQuantity: 0 }
    ]
  });
  const id = String(order['id']);
  await erp.call('POST', `salesOrders(${id})/Microsoft.NAV.shipAndInvoice`);
  return { id, lines: list(await erp.call('GET', `salesOrders(${id})/salesOrderLines`)) };
}

describe('an order of which something is shipped', () => {
  it('takes more and other lines, and less down to what is shipped', async () => {
    const erp = await testErp();
    const { id, lines } = await partlyShipped(erp);
    const first = `salesOrderLines(${String(lines[0]?.['id'])})`;

    const more = await erp.call('PATCH', first, { quantity: 9 }, any);
    const less = await erp.call('PATCH', first, { quantity: 2 }, any);
    const gone = await erp.call('DELETE', `salesOrderLines(${String(lines[1]?.['id'])})`, undefined, any);
    const added = await erp.call('POST', `salesOrders(${id})/salesOrderLines`, {
      lineObjectNumber: 'HL-200',
      quantity: 1
    });

    expect(more.body).toMatchObject({ quantity: 9, shippedQuantity: 2, shipQuantity: 7, invoiceQuantity: 7 });
    expect(less.body).toMatchObject({ quantity: 2, shippedQuantity: 2, shipQuantity: 0 });
    expect([gone.status, added.status]).toEqual([204, 201]);
  });

  it('refuses less than is shipped, another item, and to be deleted', async () => {
    const erp = await testErp();
    const { id, lines } = await partlyShipped(erp);
    const first = `salesOrderLines(${String(lines[0]?.['id'])})`;

    const answers = [
      await erp.call('PATCH', first, { quantity: 1 }, any),
      await erp.call('PATCH', first, { lineObjectNumber: 'HL-300' }, any),
      await erp.call('DELETE', first, undefined, any),
      await erp.call('DELETE', `salesOrders(${id})`, undefined, any)
    ];

    expect(answers.map((answer) => errorOf(answer).message)).toEqual([
      "Quantity must not be less than Quantity Shipped in Sales Line Document Type='Order',Document No.='101009',Line No.='10000'.",
      "Quantity must not be less than Quantity Shipped in Sales Line Document Type='Order',Document No.='101009',Line No.='10000'.",
      "Quantity Shipped must be equal to '0'  in Sales Line: Document Type=Order, Document No.=101009. Current value is '2'.",
      "Quantity Shipped must be equal to '0'  in Sales Line: Document Type=Order, Document No.=101009. Current value is '2'."
    ]);
    expect((await erp.call('GET', `salesOrders(${id})`)).status).toBe(200);
  });

  it('is changed only by who read its newest state', async () => {
    const erp = await testErp();
    const order = await erp.order();
    const path = `salesOrders(${String(order['id'])})`;
    await erp.call('POST', `${path}/salesOrderLines`, { lineObjectNumber: 'HL-300', quantity: 1 });

    const stale = await erp.call(
      'PATCH',
      path,
      { externalDocumentNumber: 'X' },
      { 'if-match': String(order['@odata.etag']) }
    );
    const blind = await erp.call('DELETE', path);

    expect(errorOf(stale)).toMatchObject({ status: 409, code: 'Request_EntityChanged' });
    expect(blind.status).toBe(412);
  });
});

describe('lines', () => {
  it.each([
    [{ unitOfMeasureCode: 'CRATE' }, 'Unit of Measure Code', 'Unit of Measure'],
    [{ taxCode: 'NOSUCH' }, 'Tax Group Code', 'Tax Group']
  ])('refuse %j', async (values, field, related) => {
    const erp = await testErp();

    const answer = await erp.call('POST', 'salesOrders', {
      customerNumber: '10000',
      salesOrderLines: [{ lineObjectNumber: 'HL-100', quantity: 1, ...values }]
    });

    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'Internal_InvalidTableRelation' });
    expect(errorOf(answer).message).toContain(`The field ${field} of table Sales Line`);
    expect(errorOf(answer).message).toContain(`(${related})`);
  });

  it('keep the unit, tax code and discount they are given', async () => {
    const erp = await testErp();
    const order = await erp.order({
      salesOrderLines: [
        { lineObjectNumber: 'HL-100', quantity: 2, unitOfMeasureCode: 'box', taxCode: 'taxable', discountPercent: 12.5 }
      ]
    });

    expect(order['salesOrderLines']).toMatchObject([
      { unitOfMeasureCode: 'BOX', taxCode: 'TAXABLE', discountPercent: 12.5, netAmount: 315 }
    ]);
  });
});
