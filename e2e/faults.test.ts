import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from './erp.js';
import { accountId, newDraftOrder, ordersInLedger } from './orders.js';
import { setPicklist } from './pages.js';
import { World } from './world.js';

/** What can go wrong between the ERP's commit and our reading of its reply. */
const faults: readonly { readonly name: string; readonly fault: Omit<Fault, 'route'> }[] = [
  { name: 'commits and answers with an error', fault: { method: 'POST', kind: 'statusAfterCommit', status: 500 } },
  {
    name: 'commits and answers with no JSON',
    fault: { method: 'POST', kind: 'malformedBody', body: '<html>Service Unavailable</html>' }
  },
  {
    name: 'commits and answers with 5 MB of text',
    fault: { method: 'POST', kind: 'malformedBody', body: 'x'.repeat(5_000_000) }
  },
  { name: 'lets the token expire', fault: { method: 'POST', kind: 'expiredToken' } }
];

describe('an ERP that misbehaves', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
    // The customer is known beforehand, so that the fault strikes the order and not the look-up of its customer.
    const rep = await world.as('rep', `/lightning/r/Account/${await accountId(world, 'Hollis Freight')}/view`);
    await rep.getByText('Credit room', { exact: true }).waitFor();
  });
  afterAll(() => world.stop());
  afterEach(() => world.erp.clearFaults());

  test.each(faults)('that $name: the order is delivered, once', async ({ fault }) => {
    const orderId = await newDraftOrder(world, 'Hollis Freight', 'HL-300', 3);
    await world.erp.fault({ ...fault, route: '**/$batch' });
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);

    await setPicklist(page, 'Status', 'Activated');
    await page.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });

    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('and two people who press at once: one order', async () => {
    const orderId = await newDraftOrder(world, 'Hollis Freight', 'HL-100', 1);
    const [first, second] = [
      await world.as('finance', `/lightning/r/Order/${orderId}/view`),
      await world.as('admin', '/')
    ];
    await setPicklist(first, 'Status', 'Activated');

    const press = (page: typeof first) =>
      page.request.post(`${world.orgUrl}/lightning/apex/SyncController/sync`, { data: { recordId: orderId } });
    const answers = await Promise.all([press(first), press(second), press(first), press(second)]);

    expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200, 200]);
    await first.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('and an order that the ERP cannot take says whose move it is, and goes by Retry on its outbox item', async () => {
    const product = await world.create('Product2', {
      Name: 'Unknown in the ERP 🐙 منتج',
      ProductCode: 'NO-SUCH-ITEM',
      IsActive: true
    });
    const [book] = await world.query<{ Id: string }>('SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE');
    await world.create('PricebookEntry', {
      Pricebook2Id: book!.Id,
      Product2Id: product,
      UnitPrice: 10,
      IsActive: true
    });
    const orderId = await newDraftOrder(world, 'Hollis Freight', 'NO-SUCH-ITEM', 1);
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);

    await setPicklist(page, 'Status', 'Activated');

    await page.getByText('This order was refused').waitFor({ timeout: 120_000 });
    await page.getByText(/must act\.$/).waitFor();
    await page.getByText(/Next step:/).waitFor();
    expect(await ordersInLedger(world, orderId)).toEqual([]);

    await world.runApex(`update as system new Product2(Id = '${product}', ProductCode = 'HL-200');`);
    await page.getByRole('link', { name: /^HO-\d+$/ }).click();
    const item = page.locator('c-item-history');
    await item.getByText('This order was refused').waitFor();
    await item.getByRole('button', { name: 'Retry' }).click();
    await item.getByText(/^Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });
    await item.getByText('Sending → Delivered').waitFor();
    await expect.poll(() => page.getByText('Rejected', { exact: true }).count()).toBe(0);
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });
});
