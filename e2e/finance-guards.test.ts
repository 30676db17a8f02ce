import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId, newDraftOrder } from './orders.js';
import { orgToday } from './today.js';
import { World } from './world.js';

interface Item {
  readonly Id: string;
  readonly State__c: string;
  readonly ErrorCode__c: string | null;
  readonly ErpNumber__c: string | null;
  readonly ApprovedAt__c: string | null;
  readonly ApprovedBy__c: string | null;
}

describe('what finance lets go', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true, sources: ['fixtures/dealApproval'] });
  });
  afterAll(() => world.stop());

  const point = (handoffPoint: string, sources: string | null) =>
    world.runApex(`
      Connection__c live = [SELECT Id FROM Connection__c LIMIT 1];
      live.HandoffPoint__c = '${handoffPoint}';
      live.Sources__c = ${sources === null ? 'null' : `'${sources}'`};
      live.BaseCurrency__c = 'USD';
      update as system live;`);
  const itemOf = async (recordId: string) =>
    (
      await world.query<Item>(
        `SELECT Id, State__c, ErrorCode__c, ErpNumber__c, ApprovedAt__c, ApprovedBy__c FROM OutboxItem__c WHERE SourceId__c = '${recordId}'`
      )
    )[0];

  test('a won deal is invoiced once its approval stands, with who approved it and when', async () => {
    await point('Lead to Invoice', 'Invoice_Opportunity');
    const [entry] = await world.query<{ Id: string }>(
      `SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'HL-100' AND Pricebook2.IsStandard = TRUE`
    );
    const deal = await world.create('Opportunity', {
      Name: 'Pier lights',
      AccountId: await accountId(world, 'Hollis Freight'),
      StageName: 'Prospecting',
      CloseDate: orgToday()
    });
    await world.create('OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: entry!.Id,
      Quantity: 3,
      UnitPrice: 171.5
    });
    const before = (await world.erp.rows('salesInvoices')).length;
    await world.runApex(`
      Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
      request.setObjectId('${deal}');
      request.setNextApproverIds(new List<Id>{ UserInfo.getUserId() });
      Approval.process(request);
      update as system new Opportunity(Id = '${deal}', StageName = 'Closed Won');`);

    await expect.poll(async () => (await itemOf(deal))?.State__c, { timeout: 120_000 }).toBe('Held');
    expect(await itemOf(deal)).toMatchObject({ ErrorCode__c: 'APPROVAL_PENDING', ApprovedAt__c: null });
    const review = await world.as('finance', '/lightning/n/Handoff_Review');
    await review.getByText('It waits for approval.').first().waitFor();
    expect((await world.erp.rows('salesInvoices')).length).toBe(before);

    await world.runApex(`
      Approval.ProcessWorkitemRequest request = new Approval.ProcessWorkitemRequest();
      request.setWorkitemId([SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${deal}'].Id);
      request.setAction('Approve');
      Approval.process(request);`);
    await world.runApex('new OutboxSweep().run();');

    await expect.poll(async () => (await itemOf(deal))?.State__c, { timeout: 120_000 }).toBe('Delivered');
    const item = await itemOf(deal);
    const [admin] = await world.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = 'admin@handoff.demo'`);
    expect(item!.ApprovedBy__c).toBe(admin!.Id);
    expect(Date.now() - Date.parse(item!.ApprovedAt__c!)).toBeLessThan(300_000);
    const sent = (await world.erp.rows('salesInvoices')).filter((each) => each['number'] === item!.ErpNumber__c);
    expect(sent).toHaveLength(1);
    expect(sent[0]!['totalAmountExcludingTax']).toBe(514.5);
  });

  test('a closed period holds what is dated in it, and finance posts it into the next', async () => {
    await point('Lead to Ledger', null);
    const finance = await world.as('finance', '/lightning/n/Handoff_Ledger');
    const today = orgToday();
    const month = today.slice(0, 7);
    // Two years, so that December has a next period too.
    for (const first of [`${today.slice(0, 4)}-01`, `${Number(today.slice(0, 4)) + 1}-01`]) {
      await finance.getByRole('button', { name: 'Add twelve months' }).click();
      await finance.getByRole('row').filter({ hasText: first }).waitFor();
    }
    const journals = (status: string) =>
      world.query<{ Id: string; Name: string; PostingDate__c: string }>(
        `SELECT Id, Name, PostingDate__c FROM JournalEntry__c WHERE Status__c = '${status}' AND Kind__c = 'Detail' ORDER BY Name`
      );
    const bill = async () => {
      const order = await newDraftOrder(world, 'Hollis Freight', 'SVC-CARE', 1);
      await world.runApex(`
        update as system new Order(Id = '${order}', Status = 'Activated');
        BillingSchedule__c schedule = new BillingSchedule__c(Order__c = '${order}', StartsOn__c = Date.today());
        insert as system schedule;
        new DueBilling(Date.today()).run(new Set<Id>{ schedule.Id });`);
    };
    const row = finance.getByRole('row').filter({ hasText: month });

    await row.getByRole('button', { name: 'Soft close' }).click();
    await row.getByText('Soft closed').waitFor();
    await bill();
    await expect.poll(async () => (await journals('Held')).length, { timeout: 120_000 }).toBe(1);
    await finance.reload();
    await finance.getByRole('button', { name: 'Post as dated' }).click();
    await finance.getByRole('alert').first().waitFor();
    expect(await journals('Posted')).toEqual([]);

    await row.getByRole('button', { name: 'Open again' }).click();
    await finance.getByRole('button', { name: 'Post as dated' }).click();
    await finance.getByText('No journal waits for you.').waitFor();
    expect((await journals('Posted')).map((each) => each.PostingDate__c.slice(0, 7))).toEqual([month]);

    await row.getByRole('button', { name: 'Close', exact: true }).click();
    await finance.getByRole('button', { name: 'OK', exact: true }).click();
    await row.getByText('Closed', { exact: true }).waitFor();
    await bill();
    await expect.poll(async () => (await journals('Held')).length, { timeout: 120_000 }).toBe(1);
    await finance.reload();
    await finance.getByRole('button', { name: 'Post in next period' }).click();
    await finance.getByText('No journal waits for you.').waitFor();

    const posted = await journals('Posted');
    const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 10);
    expect(posted.map((each) => each.PostingDate__c)).toEqual([expect.stringContaining(month), next]);
    for (const journal of posted) {
      await expect.poll(async () => (await itemOf(journal.Id))?.State__c, { timeout: 120_000 }).toBe('Delivered');
    }
    const entries = await world.erp.rows(`generalLedgerEntries?$filter=postingDate eq ${next}`);
    const sum = entries.reduce((total, each) => total + Number(each['debitAmount']) - Number(each['creditAmount']), 0);
    expect(entries.length).toBeGreaterThan(1);
    expect(Math.round(sum * 100)).toBe(0);
  });
});
