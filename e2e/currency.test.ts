import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Backend } from './backend.js';
import { newDraftOrder } from './orders.js';

describe('an order in another currency than the books', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await Backend.start({ connected: true });
  });
  afterAll(() => backend.stop());

  test('is in the ERP in its own currency, to the cent', async () => {
    // This org has one currency: the mapping stands for an order that has another.
    await backend.create('FieldMapping__c', {
      DocumentType__c: 'Sales Order',
      Level__c: 'Header',
      Field__c: 'currencyCode',
      Kind__c: 'Constant',
      Value__c: 'EUR',
      Active__c: true
    });
    const order = await newDraftOrder(backend, 'Hollis Freight', 'HL-100', 3);
    const [line] = await backend.query<{ UnitPrice: number }>(
      `SELECT UnitPrice FROM OrderItem WHERE OrderId = '${order}'`
    );

    await backend.update('Order', [{ id: order, Status: 'Activated' }]);

    const item = async () =>
      (
        await backend.query<{ State__c: string; ErpNumber__c: string; ErrorMessage__c: string | null }>(
          `SELECT State__c, ErpNumber__c, ErrorMessage__c FROM OutboxItem__c WHERE SourceId__c = '${order}'`
        )
      )[0];
    await expect.poll(item, { timeout: 120_000 }).toMatchObject({ State__c: 'Delivered', ErrorMessage__c: null });
    const number = (await item())!.ErpNumber__c;
    const [sent] = await backend.erp.rows(`salesOrders?$filter=number eq '${number}'`);
    expect(sent).toMatchObject({ currencyCode: 'EUR', totalAmountExcludingTax: 3 * line!.UnitPrice });
  });
});
