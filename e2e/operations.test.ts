import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateUnnoticed, draftOrder, newDraftOrder } from './orders.js';
import { setPicklist } from './pages.js';
import { World } from './world.js';

describe('operating the handoff', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  test('an admin stops everything, an order waits, and goes when everything goes on', async () => {
    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Switches' }).click();
    await page.getByRole('button', { name: 'Stop everything' }).click();
    await page.getByLabel('Reason').fill('The ERP posts twice.');
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText('The kill switch is on: nothing is sent to any ERP.').waitFor();
    await page.getByRole('rowheader', { name: 'Kill switch on' }).waitFor();

    const orderId = await draftOrder(world, 'Hollis Freight');
    const order = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await setPicklist(order, 'Status', 'Activated');
    await order.waitForTimeout(3000);
    expect(await stateOf(orderId)).not.toBe('Delivered');

    await page.getByRole('button', { name: 'Let everything go on' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText('Documents are sent as usual.').waitFor();
    await expect.poll(() => stateOf(orderId), { timeout: 120_000 }).toBe('Delivered');
  });

  test('a question takes the focus, and Escape leaves it', async () => {
    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Switches' }).click();
    await page.getByRole('button', { name: 'Stop everything' }).press('Enter');
    const reason = page.getByLabel('Reason');
    await expect.poll(() => reason.evaluate((input) => input.matches(':focus'))).toBe(true);

    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Stop everything' }).waitFor();
    expect(await reason.count()).toBe(0);
  });

  test('an admin hands over what was there before, leaves the page, and finds it finished', async () => {
    const page = await world.as('admin', '/lightning/n/Handoff_Operations');
    await page.getByRole('tab', { name: 'Mass sync' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText(/^Hand over [\d,]+ records\?$/).waitFor();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.goto('about:blank');

    const again = await world.as('admin', '/lightning/n/Handoff_Operations');
    await again.getByRole('tab', { name: 'Mass sync' }).click();
    await again.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 });
    const [massSync] = await world.query<{ Total__c: number; Planned__c: number; Skipped__c: number }>(
      'SELECT Total__c, Planned__c, Skipped__c FROM MassSync__c'
    );
    expect(massSync!.Planned__c + massSync!.Skipped__c).toBe(massSync!.Total__c);
  });

  test('one cause stops two orders: finance mends it once and retries all', async () => {
    const customer = 'Cedar Ridge Outfitters';
    const ids = [await draftOrder(world, customer), await newDraftOrder(world, customer, 'HL-200', 1)];
    for (const id of ids) await world.runApex(`update as system new Order(Id = '${id}', Status = 'Activated');`);
    const states = async () => (await Promise.all(ids.map(stateOf))).join(', ');
    await expect.poll(states, { timeout: 120_000 }).toBe('Rejected, Rejected');
    const page = await world.as('finance', '/lightning/n/Handoff_Operations');
    const cause = page.getByRole('row', { name: /blocked with type All/ });
    await cause.getByText('2', { exact: true }).waitFor();
    await cause.getByText('Finance', { exact: true }).waitFor();

    await world.erp.unblock('10020');
    await cause.getByRole('button', { name: 'Retry all' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();

    await expect.poll(states, { timeout: 120_000 }).toBe('Delivered, Delivered');
    await page.reload();
    await page.getByText('What is held, was rejected or waits', { exact: false }).waitFor();
    await page.waitForTimeout(1000);
    expect(await cause.count()).toBe(0);

    await page.goto(`${world.orgUrl}/lightning/r/Order/${ids[0]}/view`);
    const items = page.getByRole('region', { name: 'Outbox Items' });
    await items.getByText('Delivered').waitFor();
    const heads = await items.getByRole('columnheader').allInnerTexts();
    expect(heads.map((head) => head.trim())).toEqual([
      'Outbox Item',
      'State',
      'Operation',
      'ERP Number',
      'Next Attempt At',
      'Next Step'
    ]);
  });

  test('finance reads what became of a document, with what was sent', async () => {
    const [item] = await world.query<{ Id: string }>(
      `SELECT Id FROM OutboxItem__c
       WHERE State__c = 'Delivered' AND DocumentType__c = 'Sales Order' AND Account__r.Name = 'Hollis Freight' LIMIT 1`
    );
    const page = await world.as('finance', `/lightning/r/OutboxItem__c/${item!.Id}/view`);

    await page.getByText('What was sent and answered').first().click();
    await page
      .getByText(/^HTTP 20\d in [\d,]+ ms/)
      .first()
      .waitFor();
  });

  test('finance hands over what it selected in a list, and reads why the rest stays', async () => {
    const orders = await world.query<{ Id: string; StatusCode: string }>('SELECT Id, StatusCode FROM Order LIMIT 20');
    const drafts = orders.filter((order) => order.StatusCode === 'Draft');
    const ids = orders.map((order) => order.Id).join(',');
    const page = await world.as('finance', `/lightning/n/Handoff_Sync_List?c__ids=${ids}`);

    await page.getByText(`${drafts.length} refused`).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(drafts.length);
  });

  test('finance selects orders in their list, presses Sync to ERP, and reads what became of each', async () => {
    const customer = 'Brightwater Marine';
    const ready = await newDraftOrder(world, customer, 'HL-100', 1);
    await activateUnnoticed(world, ready);
    const draft = await newDraftOrder(world, customer, 'HL-200', 1);
    const numbers = new Map(
      (
        await world.query<{ Id: string; OrderNumber: string }>(
          `SELECT Id, OrderNumber FROM Order WHERE Id IN ('${ready}', '${draft}')`
        )
      ).map(({ Id, OrderNumber }) => [Id, OrderNumber])
    );
    const page = await world.as('finance', '/lightning/o/Order/list');
    const press = () => page.getByRole('button', { name: 'Sync to ERP', exact: true }).click();

    await press();
    await page.getByText('Select at least one record and try again.').waitFor();
    for (const id of [ready, draft]) await page.getByRole('checkbox', { name: `Select ${numbers.get(id)}` }).check();
    await page.getByText(/2 selected$/).waitFor();
    await press();

    await page.getByText('1 on their way now').waitFor();
    await page.getByText('1 refused').waitFor();
    await page.getByRole('rowheader', { name: numbers.get(draft)! }).waitFor();
    expect(await stateOf(draft)).toBe('none');
    await expect.poll(() => stateOf(ready), { timeout: 120_000 }).toBe('Delivered');

    await page.getByRole('button', { name: 'Finish', exact: true }).click();
    await page.getByRole('table', { name: 'Orders' }).waitFor();
  });

  async function stateOf(orderId: string): Promise<string> {
    const [item] = await world.query<{ State__c: string }>(
      `SELECT State__c FROM OutboxItem__c WHERE Order__c = '${orderId}' ORDER BY Version__c DESC LIMIT 1`
    );
    return item?.State__c ?? 'none';
  }
});
