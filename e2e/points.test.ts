import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId, draftOrder } from './orders.js';
import { World } from './world.js';

/** What axe finds, after the page was made as narrow as a phone; and that nothing stands beyond its edge. */
async function onAPhone(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 375, height: 812 });
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, { timeout: 10_000 }).toBeLessThanOrEqual(0);
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
  return result.violations
    .filter(({ tags }) => tags.includes('wcag2aa') || tags.includes('wcag2a'))
    .map(({ id }) => id);
}

describe('the panels at each handoff point', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  const setPoint = (point: string, sources = '') =>
    world.runApex(`
      update as system new Connection__c(
        Id = [SELECT Id FROM Connection__c LIMIT 1].Id, HandoffPoint__c = '${point}', Sources__c = '${sources}');`);

  test('a customer that is refused says so on the account, whose move it is, and goes by Retry', async () => {
    const orderId = await draftOrder(world, 'Tidewater Labs');
    await world.runApex(`
      Connection__c connection = [SELECT Id FROM Connection__c LIMIT 1];
      update as system new Connection__c(Id = connection.Id, Paused__c = true);
      update as system new Order(Id = '${orderId}', Status = 'Activated');`);
    const customers = () =>
      world.query<{ Id: string; State__c: string }>(
        `SELECT Id, State__c FROM OutboxItem__c WHERE DocumentType__c = 'Customer' AND Account__r.Name = 'Tidewater Labs'`
      );
    await world.runApex(`
      Connection__c connection = [SELECT Id FROM Connection__c LIMIT 1];
      Account customer = [SELECT Id FROM Account WHERE Name = 'Tidewater Labs'];
      OutboxItem__c item = OutboxDocument.make(connection.Id, 'Customer', customer.Id, customer.Id);
      item.State__c = 'Rejected';
      item.ErrorMessage__c = 'The number is taken.';
      item.ErrorOwner__c = 'Finance';
      item.NextStep__c = 'Finance: free the number.';
      insert as system item;`);
    const path = `/lightning/r/Account/${await accountId(world, 'Tidewater Labs')}/view`;

    const rep = await world.as('rep', path);
    await rep.getByText('This customer was refused').waitFor();
    await rep.getByText('Finance must act.').waitFor();
    expect(await rep.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(await onAPhone(rep)).toEqual([]);

    await world.runApex(`
      update as system new Connection__c(Id = [SELECT Id FROM Connection__c LIMIT 1].Id, Paused__c = false);`);
    const finance = await world.as('finance', path);
    await finance.getByRole('button', { name: 'Retry' }).click();

    await expect.poll(async () => (await customers())[0]?.State__c, { timeout: 120_000 }).toBe('Delivered');
  });

  test('a deal that is handed over itself says what became of it', async () => {
    await setPoint('Lead to Order', 'Opportunity_Won');
    const [deal] = await world.query<{ Id: string }>(
      `SELECT Id FROM Opportunity WHERE Name LIKE 'Hollis Freight%' AND IsWon = TRUE LIMIT 1`
    );
    const page = await world.as('finance', `/lightning/r/Opportunity/${deal!.Id}/view`);

    await page.getByRole('button', { name: 'Sync to ERP' }).nth(1).click();

    const section = page.getByRole('region', { name: 'Handed over about this deal' });
    await section.getByText(/^(Delivered to ERP as .+|This opportunity was refused)$/).waitFor({ timeout: 120_000 });
    expect(await onAPhone(page)).toEqual([]);
  });

  test('an order that stays in Salesforce shows its invoices, and who must act', async () => {
    await setPoint('Lead to Invoice');
    const orderId = await draftOrder(world, 'Oakline Interiors');
    await world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
    const page = await world.as('rep', `/lightning/r/Order/${orderId}/view`);
    await page.getByText(/^Lead to Invoice hands over: .*Recurring Invoices.*none for this order yet\.$/).waitFor();

    await world.runApex(`
      insert as system new RecurringInvoice__c(Order__c = '${orderId}', Status__c = 'Due',
        Account__c = [SELECT AccountId FROM Order WHERE Id = '${orderId}'].AccountId,
        From__c = Date.newInstance(2026, 1, 1), Until__c = Date.newInstance(2026, 1, 31), Amount__c = 100);`);
    await page.reload();

    const section = page.getByRole('region', { name: 'Handed over about this order' });
    await section.getByText('This recurring invoice was refused').waitFor({ timeout: 120_000 });
    await section.getByText('Sales must act.').waitFor();
    await section.getByRole('link', { name: /^RI-/ }).waitFor();
    expect(await onAPhone(page)).toEqual([]);
  });

  test('what is in the books here stands on the order, with its journal and its revenue for finance', async () => {
    await setPoint('Lead to Ledger');
    const orderId = await draftOrder(world, 'Brightwater Marine');
    await world.runApex(`
      update as system new Order(Id = '${orderId}', Status = 'Activated');
      BillingSchedule__c plan = new BillingSchedule__c(Order__c = '${orderId}', StartsOn__c = Date.today(), Months__c = 3);
      insert as system plan;
      new DueBilling(Date.today()).run(new Set<Id>{ plan.Id });`);
    await expect
      .poll(
        async () =>
          (await world.query(`SELECT Id FROM JournalEntry__c WHERE Status__c = 'Posted' AND Kind__c = 'Detail'`))
            .length,
        { timeout: 120_000 }
      )
      .toBeGreaterThan(0);
    const path = `/lightning/r/Order/${orderId}/view`;

    const page = await world.as('finance', path);
    const section = page.getByRole('region', { name: 'Handed over about this order' });
    await section.getByText('Posted in the ledger here; the ERP gets the journal').waitFor();
    await section.getByText(/^Journal Entry/).waitFor();
    await page.getByRole('columnheader', { name: 'Deferred' }).waitFor();
    await page.getByRole('rowheader', { name: 'All months' }).waitFor();
    expect(await onAPhone(page)).toEqual([]);

    const rep = await world.as('rep', path);
    await rep.getByText('Posted in the ledger here; the ERP gets the journal').waitFor();
    expect(await rep.getByText('Journal Entry').count()).toBe(0);
    expect(await rep.getByRole('columnheader', { name: 'Deferred' }).count()).toBe(0);
  });

  test('an admin sets how many calls a day the ERP may get, how much storage stays free, and that credit is checked', async () => {
    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Switches' }).click();
    await page.getByLabel('Calls to each ERP a day').fill('5000');
    await page.getByRole('button', { name: 'Save budgets' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText(/^[\d,]+ of 5,000$/).waitFor();
    // More than this org has.
    await page.getByLabel('MB of data storage to keep free').fill('6');
    await page.getByRole('button', { name: 'Save budgets' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    const short = /^Of 5 MB of data storage \d are free, fewer than the 6 to keep\. Mass syncs and initial loads wait/;
    await page.getByText(short).waitFor();

    await page.goto(`${world.orgUrl}/lightning/n/Handoff_Setup`);
    await page.getByText(short).waitFor();
    const credit = page.getByLabel("Check the customer's credit before anything is sent");
    await credit.press('Space');

    const checks = async () =>
      (await world.query<{ CreditCheck__c: boolean }>('SELECT CreditCheck__c FROM Connection__c LIMIT 1'))[0];
    await expect.poll(checks, { timeout: 20_000 }).toMatchObject({ CreditCheck__c: true });
    expect(await credit.isChecked()).toBe(true);
  });
});
