import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOrder, ordersInLedger } from './orders.js';
import { World } from './world.js';

describe('switching the handoff point', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  const activate = (orderId: string) =>
    world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
  const orders = () =>
    world.query<{ State__c: string; DocumentType__c: string }>(
      `SELECT State__c, DocumentType__c FROM OutboxItem__c WHERE DocumentType__c = 'Sales Order'`
    );

  test('what went before goes no more, what comes after goes under the new point, and a report shows both sides', async () => {
    const before = await draftOrder(world, 'Hollis Freight');
    const after = await draftOrder(world, 'Brightwater Marine');
    await activate(before);
    await expect.poll(async () => (await orders())[0]?.State__c, { timeout: 120_000 }).toBe('Delivered');
    const admin = await world.as('admin', '/lightning/n/Handoff_Setup');
    await admin.getByRole('combobox', { name: 'New handoff point' }).click();
    await admin.getByRole('option', { name: 'Lead to Invoice' }).click();
    await admin.getByRole('button', { name: 'Switch Handoff Point' }).click();
    await admin.getByText('Switch from Lead to Order to Lead to Invoice?', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Yes, do it' }).click();
    await admin.getByText('Switched from Lead to Order to Lead to Invoice at').waitFor();

    await activate(after);
    for (const orderId of [before, after]) {
      await world.runApex(`
        BillingSchedule__c plan = new BillingSchedule__c(Order__c = '${orderId}', StartsOn__c = Date.today(), Months__c = 3);
        insert as system plan;
        new DueBilling(Date.today()).run(new Set<Id>{ plan.Id });`);
    }
    const invoices = () =>
      world.query<{ State__c: string; ErrorCode__c: string | null }>(
        `SELECT State__c, ErrorCode__c FROM OutboxItem__c WHERE DocumentType__c = 'Invoice'
         AND HandoffPoint__c = 'Lead to Invoice' ORDER BY Name`
      );
    await expect
      .poll(invoices, { timeout: 120_000 })
      .toMatchObject([{ State__c: 'Rejected', ErrorCode__c: 'ALREADY_HANDED_OVER' }, { State__c: 'Delivered' }]);

    await admin.reload();
    const report = admin.getByRole('table', { name: 'Handed over by handoff point' });
    await report.getByRole('row', { name: /Lead to Order Sales Order 1/ }).waitFor();
    await report.getByRole('row', { name: /Lead to Invoice Invoice 1 0 1/ }).waitFor();
    expect(await orders()).toHaveLength(1);
    expect(await ordersInLedger(world, before)).toHaveLength(1);
    expect(await ordersInLedger(world, after)).toHaveLength(0);
  });
});
