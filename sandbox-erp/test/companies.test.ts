import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { list, testErp, type TestClient } from './support.js';

const SUBSIDIARY = '8d21b0f4-66c5-4e1b-b7a0-3f9e5c47a2d8';

async function orderThere(erp: TestClient, number: string) {
  await erp.api('POST', `companies(${SUBSIDIARY})/customers`, { number, displayName: 'Fjord Trading' });
  const line = { lineType: 'Item', lineObjectNumber: 'HL-100', quantity: 1, unitPrice: 180 };
  return erp.api('POST', `companies(${SUBSIDIARY})/salesOrders`, {
    customerNumber: number,
    externalDocumentNumber: 'SF-1',
    salesOrderLines: [line]
  });
}

describe('a second company', () => {
  it('keeps books of its own', async () => {
    const erp = await testErp();

    expect((await orderThere(erp, '10000')).status).toBe(201);

    const there = await erp.control('GET', `orders?externalDocumentNumber=SF-1&company=${SUBSIDIARY}`);
    const here = await erp.arrived('SF-1');
    expect([list(there).length, (there.body['orders'] as unknown[]).length, here.orders.length]).toEqual([0, 1, 0]);
    expect((await erp.customer('10000'))['displayName']).toBe('Brightwater Marine');
  });

  it('is steered apart from the first, and unknown ones are refused', async () => {
    const erp = await testErp();
    const order = (await orderThere(erp, 'F-1')).body['number'];

    expect((await erp.control('POST', `orders/${order}/shipAndInvoice`)).status).not.toBe(200);
    expect((await erp.control('POST', `orders/${order}/shipAndInvoice?company=${SUBSIDIARY}`)).status).toBe(200);
    expect((await erp.control('GET', 'state?company=nobody')).status).toBe(404);

    await erp.control('POST', `reset?company=${SUBSIDIARY}`);
    const state = await erp.control('GET', `state?company=${SUBSIDIARY}`);
    expect(state.body['customers']).toEqual([]);
    expect(list(await erp.api('GET', 'companies'))).toHaveLength(2);
    expect((await erp.raw('GET', `/?company=${SUBSIDIARY}`)).text).toMatch(/<h1>Alder .* Finch International<\/h1>/);
  });

  it('tells the currency of its own books', async () => {
    const erp = await testErp();

    const own = list(await erp.api('GET', `companies(${SUBSIDIARY})/companyInformation`));

    expect(own).toMatchObject([{ displayName: 'Alder & Finch International', currencyCode: 'USD' }]);
  });

  it('is there again after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-erp-'));
    const first = await testErp({ dataDir });
    await orderThere(first, 'F-1');
    await first.erp.close();

    const again = await testErp({ dataDir });

    const state = await again.control('GET', `state?company=${SUBSIDIARY}`);
    expect((state.body['customers'] as { number: string }[]).map(({ number }) => number)).toEqual(['F-1']);
    expect(list(await again.api('GET', 'companies'))).toHaveLength(2);
    await again.erp.close();
    rmSync(dataDir, { recursive: true });
  });
});
