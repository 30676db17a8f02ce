import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ connected: false });
});
afterAll(() => world.stop());

test('at the ERP a person ships, invoices, takes a payment and blocks a customer', async () => {
  const page = await world.as('admin');
  await page.goto(world.erp.url);

  await page
    .getByRole('row', { name: /101006/ })
    .getByRole('button', { name: 'Ship and invoice' })
    .click();
  await expect.poll(async () => (await world.erp.state()).orders.map((order) => order.number)).not.toContain('101006');
  const invoice = (await world.erp.state()).invoices.find((candidate) => candidate.orderNumber === '101006')!;
  expect([invoice.total, invoice.remaining]).toEqual([2125, 2125]);

  const row = page.getByRole('row', { name: new RegExp(invoice.number) });
  await row.getByRole('spinbutton').or(row.getByRole('textbox')).first().fill('125');
  await row.getByRole('button', { name: 'Take payment' }).click();
  await expect
    .poll(
      async () => (await world.erp.state()).invoices.find((candidate) => candidate.number === invoice.number)!.remaining
    )
    .toBe(2000);

  await page
    .getByRole('row', { name: /Oakline Interiors/ })
    .getByRole('button', { name: /^Block/ })
    .click();
  await page
    .getByRole('row', { name: /Oakline Interiors/ })
    .getByRole('button', { name: /^Unblock/ })
    .waitFor();
});
