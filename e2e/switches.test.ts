import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateUnnoticed, draftOrder, newDraftOrder, ordersInLedger } from './orders.js';
import { closeDialog, pressAction } from './pages.js';
import { orgToday } from './today.js';
import { World } from './world.js';

describe('what an admin stops for a time', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  const activate = (orderId: string) =>
    world.runApex(`update as system new Order(Id = '${orderId}', Status = 'Activated');`);
  const itemOf = async (recordId: string) =>
    (
      await world.query<{ State__c: string; ErrorCode__c: string | null }>(
        `SELECT State__c, ErrorCode__c FROM OutboxItem__c WHERE SourceId__c = '${recordId}' ORDER BY Version__c DESC LIMIT 1`
      )
    )[0];
  const stateOf = async (recordId: string) => (await itemOf(recordId))?.State__c;

  async function switches(): Promise<Page> {
    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Switches' }).click();
    await page.getByRole('heading', { name: 'Business Central' }).waitFor();
    return page;
  }

  /** A day as the pages take it: `Nov 22, 2026`. */
  function day(daysFromToday: number): string {
    const date = new Date(`${orgToday()}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + daysFromToday);
    return date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
  }

  async function enterDay(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Tab');
  }

  test('nothing is sent in a maintenance window, and all goes when the window is removed', async () => {
    const page = await switches();
    const window = page.getByRole('group', { name: 'Maintenance window' });
    await enterDay(window.getByRole('group', { name: 'From' }).getByRole('textbox', { name: 'Date' }), day(-1));
    await enterDay(window.getByRole('group', { name: 'Until' }).getByRole('textbox', { name: 'Date' }), day(1));
    await window.getByRole('button', { name: 'Save the window' }).click();
    await page.getByText('Send nothing by Business Central in this window?', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByRole('rowheader', { name: 'Maintenance window set Business Central' }).waitFor();

    const orderId = await draftOrder(world, 'Hollis Freight');
    await activate(orderId);
    await expect.poll(() => stateOf(orderId), { timeout: 120_000 }).toBe('Planned');
    await page.getByText('The ERP is being maintained.', { exact: false }).waitFor();
    await page.waitForTimeout(3000);
    expect(await stateOf(orderId)).toBe('Planned');
    expect(await ordersInLedger(world, orderId)).toEqual([]);

    await window.getByRole('button', { name: 'Remove the window' }).click();
    await page.getByRole('rowheader', { name: 'Maintenance window removed Business Central' }).waitFor();
    await expect.poll(() => stateOf(orderId), { timeout: 120_000 }).toBe('Delivered');
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('an org that is a copy sends nothing until its admin has said so, and then only what is its own', async () => {
    const ofTheOther = await newDraftOrder(world, 'Brightwater Marine', 'HL-100', 1);
    await connection('Paused__c = true');
    await activate(ofTheOther);
    await expect.poll(() => stateOf(ofTheOther), { timeout: 120_000 }).toBe('Planned');
    // What a refreshed sandbox finds: the id of the org in which the switch was turned on, and documents on their way from there.
    await connection(`Paused__c = false, OrganizationId__c = '00D000000000002EAA'`);

    const page = await world.as('admin', '/lightning/n/Handoff_Setup');
    await page
      .getByText('This org is a copy of the one that was set up, so nothing is sent.', { exact: false })
      .waitFor();
    const own = await newDraftOrder(world, 'Brightwater Marine', 'HL-200', 1);
    await activate(own);
    await page.waitForTimeout(3000);
    expect([await stateOf(ofTheOther), await stateOf(own)]).toEqual(['Planned', undefined]);
    expect(await ordersInLedger(world, ofTheOther)).toEqual([]);

    await page.getByRole('switch', { name: /Send to the ERP/ }).press('Space');
    await page.getByText('Handoff is live.', { exact: false }).waitFor();
    await expect.poll(() => stateOf(ofTheOther), { timeout: 120_000 }).toBe('Cancelled');
    const finance = await world.as('finance', `/lightning/r/Order/${own}/view`);
    await closeDialog(await pressAction(finance, 'Sync to ERP'));
    await expect.poll(() => stateOf(own), { timeout: 120_000 }).toBe('Delivered');
    expect([await ordersInLedger(world, ofTheOther), (await ordersInLedger(world, own)).length]).toEqual([[], 1]);
  });

  test('a mass sync that waits is paused and resumed by the admin, and finishes', async () => {
    const board = await switches();
    await board.getByRole('spinbutton', { name: 'MB of data storage to keep free' }).fill('1000');
    await board.getByRole('button', { name: 'Save budgets' }).click();
    await board.getByText(/^Of [\d,.]+ MB of data storage .* Mass syncs and initial loads wait/).waitFor();
    const orderId = await newDraftOrder(world, 'Hollis Freight', 'HL-300', 1);
    await activateUnnoticed(world, orderId);

    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Mass sync' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText(/^Hand over \d+ records\?$/).waitFor();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText(/^Waits: Of [\d,.]+ MB of data storage/).waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused', { exact: true }).waitFor();
    expect(await stateOf(orderId)).toBeUndefined();

    await world.runApex(`
      HandoffSettings__c settings = HandoffSettings__c.getOrgDefaults();
      settings.StorageReserve__c = null;
      upsert as system settings;`);
    await page.waitForTimeout(2000);
    expect(await stateOf(orderId)).toBeUndefined();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 });
    await expect.poll(() => stateOf(orderId), { timeout: 120_000 }).toBe('Delivered');
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('invoices into books that are frozen for a close are held, and go when the freeze is lifted', async () => {
    await connection(`HandoffPoint__c = 'Lead to Invoice'`);
    const page = await switches();
    const freeze = page.getByRole('group', { name: 'Freeze for a close' });
    await enterDay(freeze.getByRole('textbox', { name: 'Hold documents up to and including' }), day(0));
    await freeze.getByRole('button', { name: 'Freeze', exact: true }).click();
    const shown = day(0).replace(/ (\d),/, ' 0$1,');
    await page.getByText(`Freeze Business Central? Documents dated up to ${shown} are held.`).waitFor();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByRole('rowheader', { name: 'Frozen Business Central' }).waitFor();

    const orderId = await newDraftOrder(world, 'Brightwater Marine', 'HL-100', 1);
    await activate(orderId);
    await world.runApex(`
      BillingSchedule__c plan = new BillingSchedule__c(Order__c = '${orderId}', StartsOn__c = Date.today(), Months__c = 3);
      insert as system plan;
      new DueBilling(Date.today()).run(new Set<Id>{ plan.Id });`);
    const invoices = () =>
      world.query<{ State__c: string; ErrorCode__c: string | null }>(
        `SELECT State__c, ErrorCode__c FROM OutboxItem__c WHERE DocumentType__c = 'Invoice'`
      );
    const before = (await world.erp.rows('salesInvoices')).length;
    await expect
      .poll(invoices, { timeout: 120_000 })
      .toMatchObject([{ State__c: 'Held', ErrorCode__c: 'BOOKS_FROZEN' }]);
    const review = await world.as('finance', '/lightning/n/Handoff_Review');
    await review.getByText('the books are frozen until', { exact: false }).waitFor();
    expect(await world.erp.rows('salesInvoices')).toHaveLength(before);

    await freeze.getByRole('button', { name: 'Unfreeze', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Freeze removed Business Central' }).waitFor();
    await expect.poll(invoices, { timeout: 120_000 }).toMatchObject([{ State__c: 'Delivered', ErrorCode__c: null }]);
    expect(await world.erp.rows('salesInvoices')).toHaveLength(before + 1);
    await review.getByRole('button', { name: 'Refresh', exact: true }).click();
    await review.getByText('Nothing waits for a decision').waitFor();
  });

  const connection = (values: string) =>
    world.runApex(`update as system new Connection__c(Id = [SELECT Id FROM Connection__c LIMIT 1].Id, ${values});`);
});
