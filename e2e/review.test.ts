import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId, newDraftOrder } from './orders.js';
import { setPicklist } from './pages.js';
import { World } from './world.js';

describe('reviewing what is held', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  const documents = (customer: string) =>
    world.query<{ DocumentType__c: string; State__c: string; ReleaseReason__c: string | null }>(
      `SELECT DocumentType__c, State__c, ReleaseReason__c FROM OutboxItem__c WHERE Account__c = '${customer}' ORDER BY DocumentType__c`
    );

  test('a customer that looks like another is held, and goes when finance releases it', async () => {
    const page = await world.as('finance', '/lightning/n/Handoff_Review');
    await page.getByText('Nothing waits for a decision').waitFor();

    const [known] = await world.query<Record<string, string>>(
      `SELECT BillingStreet, BillingPostalCode FROM Account WHERE Id = '${await accountId(world, 'Brightwater Marine')}'`
    );
    const twin = await world.create('Account', {
      Name: 'Brightwater Marine Inc.',
      BillingStreet: known!['BillingStreet'],
      BillingPostalCode: known!['BillingPostalCode']
    });
    const [entry] = await world.query<{ ProductCode: string }>(
      `SELECT ProductCode FROM Product2 WHERE IsActive = TRUE AND ProductCode != NULL ORDER BY ProductCode LIMIT 1`
    );
    const orderId = await newDraftOrder(world, 'Brightwater Marine Inc.', entry!.ProductCode, 1);
    const order = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await setPicklist(order, 'Status', 'Activated');
    await expect
      .poll(async () => (await documents(twin)).map((each) => each.State__c), { timeout: 120_000 })
      .toEqual(['Held', 'Held']);

    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByText('"Brightwater Marine Inc." looks like "Brightwater Marine"').first().waitFor();
    await page.getByText('It waits for another document. Decide on that one.').waitFor();
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const runner = (window as unknown as { axe: typeof axe }).axe;
      const result = await runner.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return result.violations.map((each) => `${each.id}: ${each.nodes[0]?.html.slice(0, 160)}`);
    });
    expect(violations).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    ).toBeLessThanOrEqual(0);

    // By keyboard alone: choose all, say why, release.
    await page.getByLabel('Select all').focus();
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).focus();
    await page.keyboard.type('A sister company.');
    await page.getByRole('button', { name: 'Release', exact: true }).focus();
    await page.keyboard.press('Enter');

    await page.getByText('1 released.').waitFor();
    await expect
      .poll(async () => (await documents(twin)).map((each) => each.State__c), { timeout: 120_000 })
      .toEqual(['Delivered', 'Delivered']);
    expect((await documents(twin))[0]).toMatchObject({
      DocumentType__c: 'Customer',
      ReleaseReason__c: 'A sister company.'
    });
  });

  test('what finance sends back is the salesperson’s move, with who did it, when and why', async () => {
    const original = await accountId(world, 'Hollis Freight');
    const [known] = await world.query<Record<string, string>>(
      `SELECT BillingStreet, BillingPostalCode FROM Account WHERE Id = '${original}'`
    );
    const customer = 'Hollis Freight Inc.';
    const twin = await world.create('Account', {
      Name: customer,
      BillingStreet: known!['BillingStreet'],
      BillingPostalCode: known!['BillingPostalCode']
    });
    const orderId = await newDraftOrder(world, customer, 'HL-100', 1);
    await world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
    await expect
      .poll(async () => (await documents(twin)).map((each) => each.State__c), { timeout: 120_000 })
      .toEqual(['Held', 'Held']);
    const page = await world.as('finance', '/lightning/n/Handoff_Review');
    await page.getByRole('checkbox', { name: `Select Customer ${customer}` }).press('Space');
    await page.getByRole('textbox', { name: 'Reason' }).fill('Use the account that we have.');

    await page.getByRole('button', { name: 'Send back', exact: true }).click();

    await page.getByText('1 sent back.').waitFor();
    const [item] = await world.query<{ Id: string; State__c: string; ErrorOwner__c: string }>(
      `SELECT Id, State__c, ErrorOwner__c FROM OutboxItem__c WHERE Account__c = '${twin}' AND DocumentType__c = 'Customer'`
    );
    expect(item).toMatchObject({ State__c: 'Rejected', ErrorOwner__c: 'Sales' });
    const record = await world.as('finance', `/lightning/r/OutboxItem__c/${item!.Id}/view`);
    const step = record.getByRole('listitem').filter({ hasText: 'Sent back: Use the account that we have.' });
    await step.getByText('Held → Rejected').waitFor();
    await step.getByText('Farah Finch').waitFor();

    for (const path of [`Account/${twin}`, `Order/${orderId}`]) {
      const panel = await world.as('rep', `/lightning/r/${path}/view`);
      await panel.getByText('Farah Finch sent it back: Use the account that we have.').first().waitFor();
      await panel.getByText('Sales must act.').first().waitFor();
    }
  });
});
