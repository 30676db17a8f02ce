import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Backend } from './backend.js';
import { newDraftOrder } from './orders.js';

describe('a worker that a limit of the platform ends', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await Backend.start({ connected: true, sources: ['e2e/heavyGuard'] });
  });
  afterAll(() => backend.stop());

  test('takes fewer documents each time, until the one that does it is rejected and the others are in the ERP', async () => {
    const fine: string[] = [];
    for (let i = 0; i < 5; i++) fine.push(await newDraftOrder(backend, 'Hollis Freight', 'HL-100', 1));
    const heavy = await newDraftOrder(backend, 'Hollis Freight', 'HL-100', 500);

    await backend.update(
      'Order',
      [heavy, ...fine].map((id) => ({ id, Status: 'Activated' }))
    );

    const outcomes = () =>
      backend.query<{
        SourceId__c: string;
        State__c: string;
        ErrorMessage__c: string | null;
        ErrorOwner__c: string | null;
      }>(
        `SELECT SourceId__c, State__c, ErrorMessage__c, ErrorOwner__c FROM OutboxItem__c WHERE DocumentType__c = 'Sales Order'`
      );
    await expect
      .poll(async () => (await outcomes()).map((item) => item.State__c).sort(), { timeout: 120_000 })
      .toEqual(['Delivered', 'Delivered', 'Delivered', 'Delivered', 'Delivered', 'Rejected']);
    const rejected = (await outcomes()).find((item) => item.State__c === 'Rejected');
    expect(rejected).toMatchObject({
      SourceId__c: heavy,
      ErrorMessage__c: 'The job that was preparing it ended early: System.LimitException: Too many SOQL queries: 201',
      ErrorOwner__c: 'Admin'
    });
  });
});
