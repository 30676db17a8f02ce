import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId } from './orders.js';
import { orgToday } from './today.js';
import { World } from './world.js';

/** The same day two months ago; the 28th of that month in the last days of a month. */
function twoMonthsAgo(): string {
  const today = new Date(orgToday());
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 2, Math.min(today.getUTCDate(), 28)));
  return day.toISOString().slice(0, 10);
}

describe('invoicing an order again and again', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
    await world.runApex(`
      update as system new Connection__c(
        Id = [SELECT Id FROM Connection__c LIMIT 1].Id,
        HandoffPoint__c = 'Lead to Invoice'
      );`);
  });
  afterAll(() => world.stop());

  const states = async (orderId: string) =>
    (
      await world.query<{ State__c: string }>(
        `SELECT State__c FROM OutboxItem__c WHERE Source__c = 'Invoice_Recurring' AND SourceId__c IN (${(
          await world.query<{ Id: string }>(`SELECT Id FROM RecurringInvoice__c WHERE Order__c = '${orderId}'`)
        )
          .map(({ Id }) => `'${Id}'`)
          .join(',')})`
      )
    ).map((each) => each.State__c);

  test('finance starts a schedule, missed periods are caught up, and each is in the ERP once', async () => {
    const [entry] = await world.query<{ Id: string; Pricebook2Id: string }>(
      `SELECT Id, Pricebook2Id FROM PricebookEntry WHERE Product2.ProductCode = 'SVC-CARE' AND Pricebook2.IsStandard = TRUE`
    );
    const orderId = await world.create('Order', {
      AccountId: await accountId(world, 'Hollis Freight'),
      EffectiveDate: twoMonthsAgo(),
      Status: 'Draft',
      Pricebook2Id: entry!.Pricebook2Id
    });
    await world.create('OrderItem', { OrderId: orderId, PricebookEntryId: entry!.Id, Quantity: 1, UnitPrice: 1199.99 });
    await world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
    const before = (await world.erp.rows('salesInvoices')).length;

    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await page.getByRole('button', { name: 'Set Up Recurring Invoices' }).click();
    await page.getByRole('button', { name: 'See the Invoices' }).click();
    await page.getByText('3 due by today and go out at once.').waitFor();
    await page.getByRole('button', { name: 'Start Schedule' }).click();

    await page.getByText('Month · In advance · Active').waitFor();
    await expect.poll(() => states(orderId), { timeout: 120_000 }).toEqual(['Delivered', 'Delivered', 'Delivered']);
    const invoices = await world.erp.rows('salesInvoices');
    expect(invoices.length - before).toBe(3);
    expect(invoices.filter((each) => each['totalAmountExcludingTax'] === 1199.99)).toHaveLength(3);

    // A run of the clock at the same time as another finds nothing left.
    await world.runApex(`
      for (Integer i = 0; i < 2; i++) {
        Database.executeBatch(new BillingRun(Date.today()), 20);
      }`);
    await page.reload();
    const delivered = (place: Locator) => () => place.getByText('Delivered', { exact: true }).count();
    const table = page.getByRole('table', { name: 'Invoices', exact: true });
    await expect.poll(delivered(table), { timeout: 120_000 }).toBe(3);
    const section = page.getByRole('region', { name: 'Handed over about this order' });
    await expect.poll(delivered(section), { timeout: 120_000 }).toBe(3);
    expect((await world.erp.rows('salesInvoices')).length - before).toBe(3);

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
    if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}.png`, fullPage: true });

    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Month · In advance · Paused').waitFor();
    await page.getByRole('button', { name: 'End…' }).click();
    await page.getByRole('button', { name: 'End Schedule' }).click();
    await page.getByText('Nothing more is invoiced.').waitFor();
  });
});
