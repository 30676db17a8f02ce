import { describe, expect, it } from 'vitest';
import { COMPANY_ID, errorOf, responses, testErp } from '../support.js';

const company = `companies(${COMPANY_ID})`;
const order = (externalDocumentNumber: string, customerNumber = '10000') => ({
  method: 'POST',
  url: `${company}/salesOrders`,
  headers: { 'Content-Type': 'application/json' },
  body: { customerNumber, externalDocumentNumber, salesOrderLines: [{ lineObjectNumber: 'HL-100', quantity: 1 }] }
});

describe('$batch', () => {
  it('gives every operation its own outcome, in order, each its own transaction', async () => {
    const erp = await testErp();

    const answer = await erp.batch([
      order('B-1'),
      order('B-2', '10020'),
      { method: 'GET', url: `/${company}/customers?$filter=number eq '10010'&$select=number` },
      order('B-3')
    ]);

    expect(answer.status).toBe(200);
    expect(responses(answer).map(({ id, status }) => [id, status])).toEqual([
      ['1', 201],
      ['2', 400],
      ['3', 200],
      ['4', 201]
    ]);
    expect(errorOf(responses(answer)[1] ?? { status: 0, body: {} }).code).toBe('Application_DialogException');
    expect((await erp.arrived('B-1')).orders).toHaveLength(1);
    expect((await erp.arrived('B-2')).orders).toHaveLength(0);
    expect((await erp.arrived('B-3')).orders).toHaveLength(1);
  });

  it('stops at an error when asked to', async () => {
    const erp = await testErp();

    const answer = await erp.batch([order('C-1', '10020'), order('C-2')], { prefer: 'odata.continue-on-error=false' });

    expect(responses(answer).map(({ status }) => status)).toEqual([400]);
    expect((await erp.arrived('C-2')).orders).toHaveLength(0);
  });

  it('uses the If-Match of the operation', async () => {
    const erp = await testErp();
    const { id } = await erp.customer('10000');
    const patch = { method: 'PATCH', url: `${company}/customers(${String(id)})`, body: { city: 'Bath' } };

    const answer = await erp.batch([patch, { ...patch, headers: { 'If-Match': '*' } }], { 'if-match': '*' });

    expect(responses(answer).map(({ status }) => status)).toEqual([412, 200]);
  });

  it('takes a hundred operations and no more', async () => {
    const erp = await testErp();
    const get = { method: 'GET', url: `${company}/items?$top=1` };

    const hundred = await erp.batch(Array.from({ length: 100 }, () => get));
    const more = await erp.batch(Array.from({ length: 101 }, () => get));

    expect(responses(hundred)).toHaveLength(100);
    expect(errorOf(more)).toMatchObject({ status: 400, code: 'BadRequest' });
  });

  it.each([
    ['http://localhost/v2.0/x'],
    ['/v2.0/my-tenant/production/api/microsoft/analytics/v1.0/companies'],
    ['api/v2.0/companies'],
    ['../microsoft/analytics/v1.0/companies'],
    ['$batch']
  ])('refuses the inner url %s', async (url) => {
    const erp = await testErp();

    expect(errorOf(await erp.batch([{ method: 'GET', url }]))).toMatchObject({ status: 400, code: 'BadRequest' });
  });

  it.each([{}, { requests: 5 }, { requests: [1] }, { requests: [{ method: 'GET' }] }])('refuses %j', async (body) => {
    const erp = await testErp();

    expect(errorOf(await erp.api('POST', '$batch', body))).toMatchObject({ status: 400, code: 'BadRequest' });
  });

  it('says that it has no shared transaction', async () => {
    const erp = await testErp();

    expect((await erp.batch([order('D-1')], { isolation: 'snapshot' })).status).toBe(501);
    expect((await erp.api('GET', '$batch')).status).toBe(405);
  });

  it('needs a token', async () => {
    const erp = await testErp();

    const answer = await erp.batch([order('E-1')], { authorization: 'Bearer nonsense' });

    expect(answer.status).toBe(401);
    expect((await erp.arrived('E-1')).orders).toHaveLength(0);
  });

  it('exists at the analytics root for its own set', async () => {
    const erp = await testErp();
    const root = `${erp.erp.url}/v2.0/my-tenant/production/api/microsoft/analytics/v1.0`;

    const answer = await erp.call('POST', `${root}/$batch`, {
      requests: [
        { id: 'a', method: 'GET', url: `${company}/customerLedgerEntries?$top=1` },
        { id: 'b', method: 'GET', url: `${company}/customers` }
      ]
    });

    expect(responses(answer).map(({ id, status }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 404]
    ]);
  });
});
