import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId } from './orders.js';
import { World } from './world.js';

describe('the page of another package’s record', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true, sources: ['fixtures/billing'] });
    await world.runApex(`
      update as system new Connection__c(Id = [SELECT Id FROM Connection__c LIMIT 1].Id, HandoffPoint__c = 'Lead to Invoice');`);
  });
  afterAll(() => world.stop());

  /** A draft invoice of Salesforce Billing over two of an item at 100 dollars, with that tax on it. */
  async function draftInvoice(itemNumber: string, tax = 0): Promise<string> {
    const account = await accountId(world, 'Brightwater Marine');
    const invoice = await world.create('blng__Invoice__c', {
      blng__Account__c: account,
      blng__InvoiceStatus__c: 'Draft',
      blng__InvoiceDate__c: '2026-11-01',
      blng__DueDate__c: '2026-12-01'
    });
    let [product] = await world.query<{ Id: string }>(`SELECT Id FROM Product2 WHERE ProductCode = '${itemNumber}'`);
    product ??= { Id: await world.create('Product2', { Name: itemNumber, ProductCode: itemNumber, IsActive: true }) };
    await world.create('blng__InvoiceLine__c', {
      Name: 'Line',
      blng__Invoice__c: invoice,
      blng__Product__c: product.Id,
      blng__Quantity__c: 2,
      blng__UnitPrice__c: 100,
      blng__Subtotal__c: 200,
      blng__TaxAmount__c: tax,
      blng__TotalAmount__c: 200 + tax
    });
    return invoice;
  }

  const post = (invoice: string) =>
    world.runApex(`update as system new blng__Invoice__c(
      Id = '${invoice}', blng__InvoiceStatus__c = 'Posted', blng__InvoicePostedDate__c = Date.today());`);

  test('tells nothing before the invoice is posted, then sends it by Sync to ERP and tells its number there', async () => {
    const invoice = await draftInvoice('HL-100');
    const page = await world.as('admin', `/lightning/r/blng__Invoice__c/${invoice}/view`);
    const panel = page.locator('c-document-panel');
    await panel.getByText('Nothing to hand over yet').waitFor();
    expect(await panel.getByRole('button', { name: 'Sync to ERP' }).count()).toBe(0);

    await post(invoice);
    await page.reload();
    await panel.getByRole('button', { name: 'Sync to ERP' }).click();

    await panel.getByText(/^Delivered to ERP as /).waitFor({ timeout: 120_000 });
    const [item] = await world.query<{ ErpNumber__c: string }>(
      `SELECT ErpNumber__c FROM OutboxItem__c WHERE SourceId__c = '${invoice}'`
    );
    await panel.getByText(`Delivered to ERP as ${item!.ErpNumber__c}`).waitFor();
  });

  test('says who must act when the ERP lacks the item, and sends by Retry once it is there', async () => {
    const invoice = await draftInvoice('NEW-1');
    await post(invoice);
    const page = await world.as('admin', `/lightning/r/blng__Invoice__c/${invoice}/view`);
    const panel = page.locator('c-document-panel');
    await panel.getByRole('button', { name: 'Sync to ERP' }).click();
    await panel.getByText(/must act\.$/).waitFor({ timeout: 120_000 });
    await world.runApex(
      `update as system new Product2(Id = [SELECT Id FROM Product2 WHERE ProductCode = 'NEW-1'].Id, ProductCode = 'HL-200');`
    );

    await panel.getByRole('button', { name: 'Retry' }).click();

    await panel.getByText(/^Delivered to ERP as /).waitFor({ timeout: 120_000 });
  });

  test('posts nothing that comes to another amount: finance reads both, sets up the tax in the ERP, and Retry posts it once', async () => {
    const invoice = await draftInvoice('HL-100', 16);
    const there = () =>
      world.erp.rows(`salesInvoices?$filter=startswith(externalDocumentNumber,'SF-${invoice.toUpperCase()}-')`);
    await post(invoice);
    const billing = await world.as('admin', `/lightning/r/blng__Invoice__c/${invoice}/view`);
    await billing.locator('c-document-panel').getByRole('button', { name: 'Sync to ERP' }).click();
    await billing.getByText('Finance must act.').waitFor({ timeout: 120_000 });

    const page = await world.as('finance', '/lightning/n/Handoff_Operations');
    const cause = page.getByRole('row', { name: /AMOUNT_DIFFERS/ });
    await cause
      .getByText(
        'With tax the invoice comes to USD 200.00 in Business Central, but Salesforce says USD 216.00. It was not posted.'
      )
      .waitFor();
    await cause.getByText('Finance', { exact: true }).waitFor();
    await cause.getByText(/look at the customer's and the items' tax set-up/i).waitFor();
    expect(await there()).toEqual([]);

    const [customer] = await world.erp.rows(`customers?$filter=number eq '10000'`);
    await world.erp.change(`customers(${String(customer?.['id'])})`, { taxLiable: true });
    await cause.getByRole('button', { name: 'Retry all' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();

    const state = async () => {
      const [now] = await world.query<{ State__c: string; ErrorMessage__c: string | null }>(
        `SELECT State__c, ErrorMessage__c FROM OutboxItem__c WHERE SourceId__c = '${invoice}'`
      );
      return `${now?.State__c} ${now?.ErrorMessage__c ?? ''}`.trim();
    };
    await expect.poll(state, { timeout: 120_000 }).toBe('Delivered');
    expect(await there()).toMatchObject([{ status: 'Open', totalTaxAmount: 16, totalAmountIncludingTax: 216 }]);
  });
});
