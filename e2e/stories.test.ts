import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountId, draftOrder, ordersInLedger } from './orders.js';
import admin from '../config/users/admin.json' with { type: 'json' };
import { closeDialog, figure, money, pressAction, setPicklist } from './pages.js';
import { World } from './world.js';

describe('an organisation that is connected', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());
  afterEach(() => world.erp.clearFaults());

  test('a: a rep reads the customer’s figures, and they are the ledger’s', async () => {
    const page = await world.as('rep', `/lightning/r/Account/${await accountId(world, 'Brightwater Marine')}/view`);

    await page.getByRole('heading', { name: 'ERP Account' }).waitFor();
    await page.getByText('Credit room', { exact: true }).waitFor();

    const ledger = await world.erp.customer('10000');
    expect(await figure(page, 'Balance')).toBe('12,450.00');
    expect({
      balance: await figure(page, 'Balance'),
      pastDue: await figure(page, 'Past due'),
      creditLimit: await figure(page, 'Credit limit'),
      openOrders: await figure(page, 'Open orders'),
      creditRoom: await figure(page, 'Credit room')
    }).toEqual({
      balance: money(ledger.balance),
      pastDue: money(ledger.pastDue),
      creditLimit: money(ledger.creditLimit),
      openOrders: money(ledger.openOrders),
      creditRoom: money(ledger.creditLimit - ledger.balance - ledger.openOrders)
    });
  });

  test('b: finance activates an order and syncs it: exactly one order in the ledger, however often it is pressed', async () => {
    const orderId = await draftOrder(world, 'Hollis Freight');
    const lines = await world.query<{ Quantity: number; UnitPrice: number; Product2: { ProductCode: string } }>(
      `SELECT Quantity, UnitPrice, Product2.ProductCode FROM OrderItem WHERE OrderId = '${orderId}' ORDER BY OrderItemNumber`
    );
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);

    await setPicklist(page, 'Status', 'Activated');
    await closeDialog(await pressAction(page, 'Sync to ERP'));
    await page.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });

    const [inLedger, ...others] = await ordersInLedger(world, orderId);
    expect(others).toEqual([]);
    expect(inLedger!.lines.map((line) => [line.number, line.quantity, line.unitPrice])).toEqual(
      lines.map((line) => [line.Product2.ProductCode, line.Quantity, line.UnitPrice])
    );
    expect(inLedger!.total).toBe(lines.reduce((sum, line) => sum + line.Quantity * line.UnitPrice, 0));
    await page.getByText(`Delivered to ERP as ${inLedger!.number}`).waitFor();

    const [order] = await world.query<{ ActivatedDate: string }>(
      `SELECT ActivatedDate FROM Order WHERE Id = '${orderId}'`
    );
    const asAdminSeesIt = new Date(order!.ActivatedDate).toLocaleString('en-US', {
      timeZone: admin.TimeZoneSidKey,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit'
    });
    await page.getByText(asAdminSeesIt).first().waitFor();

    const again = await pressAction(page, 'Sync to ERP');
    await again.getByText(/Nothing to do/).waitFor();
    await closeDialog(again);
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('b: the won opportunity says the same of its order', async () => {
    const [deal] = await world.query<{ Id: string }>(
      `SELECT Id FROM Opportunity WHERE IsWon = TRUE AND Account.Name = 'Hollis Freight' LIMIT 1`
    );
    const page = await world.as('finance', `/lightning/r/Opportunity/${deal!.Id}/view`);
    await page.getByText('Credit room now').waitFor();

    const dialog = await pressAction(page, 'Sync to ERP');

    await dialog.getByText(/Nothing to do: already delivered as \d+/).waitFor();
    await closeDialog(dialog);
    await page.getByText('Orders of this deal').waitFor();
  });

  test('c: what the ERP ships, invoices and collects comes back when the rep refreshes', async () => {
    const account = await accountId(world, 'Brightwater Marine');
    const orderId = await draftOrder(world, 'Brightwater Marine');
    const finance = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await setPicklist(finance, 'Status', 'Activated');
    await finance.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });
    const [order] = await ordersInLedger(world, orderId);
    const rep = await world.as('rep', `/lightning/r/Account/${account}/view`);
    await rep.getByRole('button', { name: 'Refresh', exact: true }).first().click();
    await rep.getByRole('tab', { name: /Open orders/ }).click();
    await rep
      .getByRole('rowheader', { name: order!.number })
      .or(rep.getByText(order!.number, { exact: true }))
      .first()
      .waitFor();

    await world.erp.shipAndInvoice(order!.number);
    const invoice = (await world.erp.state()).invoices.find((candidate) => candidate.orderNumber === order!.number);
    await world.erp.takePayment('10000', 100, invoice!.number);
    await rep.getByRole('button', { name: 'Refresh', exact: true }).first().click();

    await rep.getByRole('tab', { name: /Invoices/ }).click();
    const invoiceRow = rep.getByRole('row').filter({ hasText: invoice!.number });
    await invoiceRow.first().waitFor();
    expect(await invoiceRow.first().innerText()).toContain(money(invoice!.total - 100));
    await rep.getByRole('tab', { name: /Payments/ }).click();
    await rep
      .getByRole('row')
      .filter({ hasText: `${invoice!.number}:` })
      .filter({ hasText: '100.00' })
      .first()
      .waitFor();
    await rep.getByRole('tab', { name: /Open orders/ }).click();
    expect(await rep.getByRole('row').filter({ hasText: order!.number }).count()).toBe(0);
    expect(await figure(rep, 'Balance')).toBe(money((await world.erp.customer('10000')).balance));
  });

  test('d: the ERP takes the order and the reply is lost: unknown, then settled by asking, still one order', async () => {
    const orderId = await draftOrder(world, 'Oakline Interiors');
    await world.erp.fault({ method: 'POST', route: '**/salesOrders', kind: 'dropAfterCommit' });
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);

    await setPicklist(page, 'Status', 'Activated');
    await page.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });

    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
    const states = await world.query<{ ToState__c: string }>(
      `SELECT ToState__c FROM OutboxEvent__c WHERE Item__r.Order__c = '${orderId}' AND Item__r.DocumentType__c = 'Sales Order' ORDER BY At__c, Name`
    );
    expect(states.map((event) => event.ToState__c)).toContain('Unknown');
    expect(states.at(-1)!.ToState__c).toBe('Delivered');
  });

  test('e: the ERP refuses a blocked customer: the panel says whose move it is, and Retry delivers after the fix', async () => {
    const orderId = await draftOrder(world, 'Cedar Ridge Outfitters');
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);

    await setPicklist(page, 'Status', 'Activated');
    await page.getByText('This order was refused').waitFor({ timeout: 120_000 });
    await page.getByText('Finance must act.').waitFor();
    await page.getByText(/Next step:.*unblock/i).waitFor();
    expect(await ordersInLedger(world, orderId)).toEqual([]);

    await world.erp.unblock('10020');
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await page.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  });

  test('g: a rep cannot sync and sees why', async () => {
    const [order] = await world.query<{ Id: string }>(`SELECT Id FROM Order WHERE Status = 'Activated' LIMIT 1`);
    const page = await world.as('rep', `/lightning/r/Order/${order!.Id}/view`);

    const dialog = await pressAction(page, 'Sync to ERP');

    await dialog.getByText('You cannot send to the ERP.').waitFor();
    await dialog.getByText(/Handoff Finance permission set/).waitFor();
  });

  test('g: a user without any permission set sees no ERP figure, also not through the Apex endpoint', async () => {
    const account = await accountId(world, 'Brightwater Marine');
    const page = await world.as('newhire', `/lightning/r/Account/${account}/view`);

    await page.getByRole('heading', { name: 'Brightwater Marine' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('body').innerText()).not.toMatch(/12,450|25,000\.00|4,200\.00/);

    const endpoint = await page.request.post(`${world.orgUrl}/lightning/apex/AccountPanelController/load`, {
      data: { accountId: account }
    });
    expect(endpoint.ok()).toBe(false);
    expect(await endpoint.text()).not.toMatch(/12450|25000/);
    const rows = await page.request.get(`${world.orgUrl}/services/data/v67.0/query`, {
      params: { q: 'SELECT Balance__c FROM CustomerFinancials__c' }
    });
    expect(rows.ok()).toBe(false);
    expect(await rows.text()).not.toMatch(/12450/);
  });

  test('a killed org loses nothing: what was being sent is settled after the restart, once', async () => {
    const orderId = await draftOrder(world, 'Tidewater Labs');
    await world.erp.fault({ method: 'POST', route: '**/salesOrders', kind: 'latency', delayMs: 4_000 });
    const page = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await setPicklist(page, 'Status', 'Activated');
    // The ERP has the request and works on it.
    await expect.poll(() => world.erp.faults(), { timeout: 120_000 }).toEqual([]);
    const sending = await world.query(
      `SELECT Id FROM OutboxItem__c WHERE Order__c = '${orderId}' AND State__c = 'Sending'`
    );
    expect(sending).toHaveLength(1);

    await world.crashAndRestartOrg();

    await expect
      .poll(
        async () =>
          (
            await world.query<{ State__c: string }>(
              `SELECT State__c FROM OutboxItem__c WHERE Order__c = '${orderId}' AND DocumentType__c = 'Sales Order'`
            )
          ).map((item) => item.State__c),
        // Asked before the ERP has made up its mind, it is asked again after a minute, then after two.
        { timeout: 220_000, interval: 1_000 }
      )
      .toEqual(['Delivered']);
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
  }, 280_000);
});

describe('an organisation where nothing is set up', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: false });
  });
  afterAll(() => world.stop());

  test('f: an admin sets it up, nothing is sent before the switch, and afterwards an order is handed over', async () => {
    const orderId = await draftOrder(world, 'Hollis Freight');
    const finance = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
    await finance.getByText('No ERP is connected').waitFor();
    const admin = await world.as('admin', '/lightning/n/Handoff_Setup');

    await admin.getByText('Where does Salesforce hand over to the ERP?').waitFor();
    await admin.getByRole('radio', { name: 'Lead to Order' }).check({ force: true });
    await admin.getByRole('button', { name: /Continue with Lead to Order/ }).click();
    await admin.getByRole('textbox', { name: /Named Credential/ }).fill('Business_Central');
    await admin.getByRole('button', { name: 'Test connection' }).click();
    await admin.getByText('Alder & Finch Trading').waitFor();
    await admin.getByText('Alder & Finch Trading', { exact: true }).click();
    await admin.getByRole('button', { name: 'Use this company' }).click();
    await admin.getByRole('heading', { name: 'Go live' }).waitFor();
    expect(await world.query('SELECT Id FROM OutboxItem__c')).toEqual([]);
    await admin.getByText('Nothing is sent right away.', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Go live', exact: true }).click();
    await admin.getByText('Handoff is live.', { exact: false }).waitFor();

    await finance.reload();
    await setPicklist(finance, 'Status', 'Activated');
    await finance.getByText(/Delivered to ERP as \d+/).waitFor({ timeout: 120_000 });
    expect(await ordersInLedger(world, orderId)).toHaveLength(1);
    const again = await pressAction(finance, 'Sync to ERP');
    await again.getByText(/Nothing to do/).waitFor();
  });
});
