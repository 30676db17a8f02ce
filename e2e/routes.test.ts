import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDraftOrder } from './orders.js';
import { setPicklist } from './pages.js';
import { World } from './world.js';

const INTERNATIONAL = '8d21b0f4-66c5-4e1b-b7a0-3f9e5c47a2d8';

/** Opens the routes, beside the wizard. */
async function routesOf(admin: Page): Promise<void> {
  await admin.getByRole('tab', { name: 'Routes' }).click();
  await admin.getByRole('heading', { name: /^Routes of/ }).waitFor();
}

/** Chooses a connection by the keyboard. */
async function leadTo(admin: Page, ...connections: string[]): Promise<void> {
  for (const connection of connections) {
    await admin.getByRole('checkbox', { name: connection }).focus();
    await admin.keyboard.press('Space');
  }
}

describe('two companies of one ERP', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  /** Whether the ERP's two companies have an order, the first one first. */
  async function arrived(orderId: string): Promise<boolean[]> {
    const has = async (desk: World['erp']) =>
      (await desk.state()).orders.some((order) => order.externalDocumentNumber.includes(orderId.toUpperCase()));
    return [await has(world.erp), await has(world.erp.at(INTERNATIONAL))];
  }

  /** A customer of that country, new to the ERP, with a draft order. */
  async function orderFrom(country: string): Promise<string> {
    const name = `Harbor Works ${country}`;
    await world.create('Account', { Name: name, BillingCountry: country });
    return newDraftOrder(world, name, 'HL-100', 2);
  }

  test('an admin sets up the second one and routes by country; each order goes where its route leads, one to both', async () => {
    const admin = await world.as('admin', '/lightning/n/Handoff_Setup');
    await admin.getByText('Handoff is live.', { exact: false }).waitFor();

    // The second connection, by the wizard.
    await admin.getByRole('button', { name: 'Add another connection' }).click();
    await admin.getByRole('radio', { name: 'Lead to Order' }).check({ force: true });
    await admin.getByRole('button', { name: /Continue with Lead to Order/ }).click();
    await admin.getByRole('textbox', { name: /Named Credential/ }).fill('Business_Central');
    await admin.getByRole('button', { name: 'Test connection' }).click();
    await admin.getByText('Alder & Finch International', { exact: true }).click();
    await admin.getByRole('button', { name: 'Use this company' }).click();
    await admin.getByText('No route leads here: Business Central has all', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Go live', exact: true }).click();
    await admin.getByText('Send to the ERP').waitFor();
    await admin.getByRole('button', { name: 'All connections' }).click();
    await expect.poll(() => admin.getByRole('button', { name: 'Rename' }).count()).toBe(2);

    // Germany to the second one, Switzerland to both, all the rest to the first one.
    await routesOf(admin);
    await admin.getByText('All records go to Business Central', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Add a route', exact: true }).click();
    const criteria = admin.getByRole('textbox', { name: /Which records/ });
    await criteria.fill("Account.BillingLand = 'DE'");
    await admin.getByText('Order has no field Account.BillingLand.').waitFor();
    await leadTo(admin, 'Alder & Finch International');
    expect(await admin.getByRole('button', { name: 'Save route' }).isDisabled()).toBe(true);
    await criteria.fill("Account.BillingCountry = 'DE'");
    await admin.getByText('Takes 0 of the records', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Save route' }).click();
    await admin.getByText('other records are refused', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Add a route for all the rest' }).click();
    await leadTo(admin, 'Business Central');
    await admin.getByRole('button', { name: 'Save route' }).click();
    await admin.getByRole('button', { name: 'Add a route', exact: true }).click();
    await criteria.fill("Account.BillingCountry = 'CH'");
    await leadTo(admin, 'Business Central', 'Alder & Finch International');
    await admin.getByText('Takes 0 of the records', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Save route' }).click();
    await expect.poll(() => admin.getByRole('button', { name: 'Edit' }).count()).toBe(3);

    // What the routes would do with a record, before anything is sent.
    const orders = { US: await orderFrom('US'), DE: await orderFrom('DE'), CH: await orderFrom('CH') };
    await admin.getByRole('textbox', { name: 'Try with a record' }).fill(orders.CH);
    await admin.getByRole('button', { name: 'Show where it goes' }).click();
    await admin.getByText(/does not qualify yet.*goes to Business Central, Alder & Finch International\./).waitFor();

    // Activated, each goes where its route leads.
    for (const orderId of Object.values(orders)) {
      const finance = await world.as('finance', `/lightning/r/Order/${orderId}/view`);
      await setPicklist(finance, 'Status', 'Activated');
      await finance
        .getByText(/Delivered to ERP as \d+/)
        .first()
        .waitFor({ timeout: 120_000 });
      if (orderId === orders.CH) {
        await expect.poll(() => finance.getByText(/Delivered to ERP as \d+/).count(), { timeout: 120_000 }).toBe(2);
        await finance.getByRole('heading', { name: 'Alder & Finch International' }).waitFor();
      }
      await finance.context().close();
    }
    expect({ US: await arrived(orders.US), DE: await arrived(orders.DE), CH: await arrived(orders.CH) }).toEqual({
      US: [true, false],
      DE: [false, true],
      CH: [true, true]
    });

    // Pausing asks first, and the list says so.
    await admin.getByRole('tab', { name: 'Connections' }).click();
    const second = admin.getByRole('article', { name: 'Alder & Finch International' });
    await second.getByRole('button', { name: 'Pause' }).click();
    await second.getByText('Pause Alder & Finch International?', { exact: false }).waitFor();
    await second.getByRole('button', { name: 'Yes, do it' }).click();
    await second.getByText('Paused', { exact: true }).waitFor();
  }, 280_000);
});
