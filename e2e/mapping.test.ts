import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOrder, newDraftOrder, ordersInLedger } from './orders.js';
import { World } from './world.js';

describe('what an admin maps', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  /** Opens the form of a new record, has it filled and saves it. */
  async function add(page: Page, object: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await page.goto(`${world.orgUrl}/lightning/o/${object}/list`);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const form = page.getByRole('dialog');
    await fill(form);
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  async function choose(form: Locator, field: string, value: string): Promise<void> {
    await form.getByRole('combobox', { name: field, exact: true }).click();
    await form.getByRole('option', { name: value, exact: true }).click();
  }

  test('a field mapping and a value translation go with the next order', async () => {
    const page = await world.as('admin');
    await add(page, 'FieldMapping__c', async (form) => {
      await choose(form, 'Document Type', 'Sales Order');
      await choose(form, 'Level', 'Header');
      await form.getByRole('textbox', { name: 'ERP Field' }).fill('phoneNumber');
      await choose(form, 'Kind', 'Path');
      await form.getByRole('textbox', { name: 'Value' }).fill('Account.Phone');
    });
    await add(page, 'FieldMapping__c', async (form) => {
      await choose(form, 'Document Type', 'Sales Order');
      await choose(form, 'Level', 'Header');
      await form.getByRole('textbox', { name: 'ERP Field' }).fill('salesperson');
      await choose(form, 'Kind', 'Translation');
      await form.getByRole('textbox', { name: 'Value' }).fill('Account.Name');
      await form.getByRole('textbox', { name: 'List' }).fill('Salespeople');
    });
    for (const [from, to] of [
      ['Hollis Freight', 'PS'],
      ['*', 'JR']
    ] as const) {
      await add(page, 'ValueTranslation__c', async (form) => {
        await form.getByRole('textbox', { name: 'List' }).fill('Salespeople');
        await form.getByRole('textbox', { name: 'Salesforce Value' }).fill(from);
        await form.getByRole('textbox', { name: 'ERP Value' }).fill(to);
      });
    }

    const ids = [await draftOrder(world, 'Hollis Freight'), await draftOrder(world, 'Brightwater Marine')];
    for (const id of ids) await world.runApex(`update as system new Order(Id = '${id}', Status = 'Activated');`);

    const inErp = async () => {
      const orders = await world.erp.rows('salesOrders');
      const numbers = (await Promise.all(ids.map((id) => ordersInLedger(world, id)))).map(([order]) => order?.number);
      return numbers.map((number) => orders.find((order) => order['number'] === number));
    };
    await expect.poll(inErp, { timeout: 120_000 }).toMatchObject([
      { phoneNumber: '+1 757 555 0119', salesperson: 'PS' },
      { phoneNumber: '+1 207 555 0142', salesperson: 'JR' }
    ]);
  });

  test('a new customer goes with a field that Handoff has no name of its own for', async () => {
    const page = await world.as('admin');
    await add(page, 'FieldMapping__c', async (form) => {
      await choose(form, 'Document Type', 'Customer');
      await choose(form, 'Level', 'Header');
      await form.getByRole('textbox', { name: 'ERP Field' }).fill('taxRegistrationNumber');
      await choose(form, 'Kind', 'Path');
      await form.getByRole('textbox', { name: 'Value' }).fill('Site');
    });
    await world.runApex(`insert as system new Account(Name = 'Pemaquid Boats', Site = 'US-81-220');`);

    const id = await newDraftOrder(world, 'Pemaquid Boats', 'HL-100', 2);
    await world.runApex(`update as system new Order(Id = '${id}', Status = 'Activated');`);

    const customers = async () =>
      (await world.erp.rows('customers')).filter((row) => row['displayName'] === 'Pemaquid Boats');
    await expect.poll(customers, { timeout: 120_000 }).toMatchObject([{ taxRegistrationNumber: 'US-81-220' }]);
  });
});
