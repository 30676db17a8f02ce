import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId, draftOrder, ordersInLedger } from './orders.js';
import { World } from './world.js';

describe('what was promised in a deal', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  test('a free add-on travels with the order, and who promised it hears when the ERP charges it', async () => {
    const orderId = await draftOrder(world, 'Hollis Freight');
    const [deal] = await world.query<{ OpportunityId: string }>(
      `SELECT OpportunityId FROM Order WHERE Id = '${orderId}'`
    );
    const rep = await world.as('rep', `/lightning/r/Opportunity/${deal!.OpportunityId}/view`);
    await rep.getByRole('region', { name: 'Promises' }).getByRole('button', { name: 'New' }).click();
    const form = rep.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Kind', exact: true }).click();
    await form.getByRole('option', { name: 'Free Product', exact: true }).click();
    await form.getByRole('combobox', { name: 'Product', exact: true }).fill('Channel');
    await form.getByRole('option', { name: /Channel buoy/ }).click();
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('One channel buoy on the house');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.waitFor({ state: 'detached' });

    await world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
    await expect.poll(async () => (await ordersInLedger(world, orderId)).length, { timeout: 120_000 }).toBe(1);
    const [order] = await ordersInLedger(world, orderId);
    expect(order!.lines.find((line) => line.number === 'HL-200')).toMatchObject({ quantity: 1, amount: 0 });

    const [header] = await world.erp.rows(`salesOrders?$filter=number eq '${order!.number}'&$expand=salesOrderLines`);
    const lines = header!['salesOrderLines'] as { id: string; lineObjectNumber: string }[];
    const free = lines.find((line) => line.lineObjectNumber === 'HL-200');
    await world.erp.change(`salesOrderLines(${free!.id})`, { unitPrice: 425 });
    await world.erp.shipAndInvoice(order!.number);
    await rep.goto(`${world.orgUrl}/lightning/r/Account/${await accountId(world, 'Hollis Freight')}/view`);
    await rep.getByRole('button', { name: 'Refresh', exact: true }).first().click();
    await expect
      .poll(() => world.query("SELECT Id FROM Promise__c WHERE Status__c = 'Broken'"), { timeout: 120_000 })
      .toHaveLength(1);

    await rep.goto(`${world.orgUrl}/lightning/r/Order/${orderId}/view`);
    await rep.getByText('The invoice is not what was promised').waitFor({ timeout: 120_000 });
    await rep.getByText('1 of 1 free HL-200 are charged.', { exact: false }).waitFor();
    const mails = await rep.request.get(`${world.orgUrl}/local-org/emails.json`);
    expect(await mails.json()).toMatchObject([
      {
        to: ['rep@handoff.example'],
        subject: expect.stringMatching(/^Promise PR-\d+ is broken$/),
        text: expect.stringMatching(/One channel buoy on the house\nInvoice \d+: 1 of 1 free HL-200 are charged\./)
      }
    ]);
  });
});
