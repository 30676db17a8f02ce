import { describe, expect, it } from 'vitest';
import { globMatches } from '../src/faults/faultDesk.js';
import { COMPANY_ID, errorOf, responses, testErp } from './support.js';

const order = (externalDocumentNumber: string) => ({
  customerNumber: '10000',
  externalDocumentNumber,
  salesOrderLines: [{ lineObjectNumber: 'HL-100', quantity: 1 }]
});

const operation = (externalDocumentNumber: string) => ({
  method: 'POST',
  url: `companies(${COMPANY_ID})/salesOrders`,
  body: order(externalDocumentNumber)
});

describe('an ordered fault', () => {
  it('429 says when to come back, and does nothing', async () => {
    const erp = await testErp();
    await erp.fault({ method: 'POST', route: 'salesOrders', kind: 'status', status: 429, retryAfter: 7 });

    const limited = await erp.call('POST', 'salesOrders', order('F-1'));
    const after = await erp.call('POST', 'salesOrders', order('F-1'));

    expect(errorOf(limited)).toMatchObject({ status: 429, code: 'Application_TooManyRequests' });
    expect(limited.headers.get('retry-after')).toBe('7');
    expect(after.status).toBe(201);
    expect((await erp.arrived('F-1')).orders).toHaveLength(1);
  });

  it('429 may come without Retry-After, and as often as ordered', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'customers*', kind: 'status', status: 429, times: 2 });

    const answers = [
      await erp.call('GET', 'customers'),
      await erp.call('GET', 'customers'),
      await erp.call('GET', 'customers')
    ];

    expect(answers.map((answer) => answer.status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBeNull();
  });

  it('a status after commit hides that the order was written', async () => {
    const erp = await testErp();
    await erp.fault({ method: 'POST', route: 'salesOrders', kind: 'statusAfterCommit', status: 504 });

    const answer = await erp.call('POST', 'salesOrders', order('F-2'));

    expect(answer.status).toBe(504);
    expect((await erp.arrived('F-2')).orders).toHaveLength(1);
  });

  it.each([
    ['dropAfterCommit', 1],
    ['dropBeforeCommit', 0]
  ])('%s ends the connection with %d orders written', async (kind, orders) => {
    const erp = await testErp();
    await erp.fault({ method: 'POST', route: '**/salesOrders', kind });

    await expect(erp.call('POST', 'salesOrders', order('F-3'))).rejects.toThrow('fetch failed');

    expect((await erp.arrived('F-3')).orders).toHaveLength(orders);
  });

  it('a malformed body is no JSON, or the text that was ordered', async () => {
    const erp = await testErp();
    const big = 'x'.repeat(5 * 1024 * 1024);
    await erp.fault({ route: 'salesOrders', kind: 'malformedBody' });
    await erp.fault({ route: 'salesOrders', kind: 'malformedBody', body: big });

    const first = await erp.call('POST', 'salesOrders', order('F-4'));
    const second = await erp.call('GET', 'salesOrders');

    expect([first.status, first.text]).toEqual([201, '<html><body>502 - the gateway had nothing better to say']);
    expect([second.status, second.text.length]).toEqual([200, big.length]);
    expect((await erp.arrived('F-4')).orders).toHaveLength(1);
  });

  it('latency delays the answer', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'items', kind: 'latency', delayMs: 150 });

    const start = performance.now();
    const answer = await erp.call('GET', 'items');

    expect(answer.status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  it('an expired token stays expired until there is a new one', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'customers', kind: 'expiredToken' });

    const expired = await erp.call('GET', 'customers');
    const still = await erp.call('GET', 'customers');
    await erp.authorize();

    expect([expired.status, still.status]).toEqual([401, 401]);
    expect(expired.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await erp.call('GET', 'customers')).status).toBe(200);
  });

  it('reaches the token endpoint too', async () => {
    const erp = await testErp();
    await erp.fault({ route: '**/token', kind: 'status', status: 503 });

    expect((await erp.authorize()).status).toBe(503);
    expect((await erp.authorize()).status).toBe(200);
  });
});

describe('a fault inside a batch', () => {
  it('hits its operation only', async () => {
    const erp = await testErp();
    await erp.fault({ method: 'POST', route: 'salesOrders', kind: 'status', status: 429, retryAfter: 3 });

    const answer = await erp.batch([operation('G-1'), operation('G-2')]);

    expect(responses(answer).map(({ status }) => status)).toEqual([429, 201]);
    expect(responses(answer)[0]).toMatchObject({ headers: { 'retry-after': '3' } });
  });

  it.each([
    ['dropAfterCommit', [1, 1, 0]],
    ['dropBeforeCommit', [1, 0, 0]]
  ])('%s on the second operation writes %j orders', async (kind, expected) => {
    const erp = await testErp();
    await erp.fault({ method: 'POST', route: 'salesOrders', kind: 'latency', delayMs: 1 });
    await erp.fault({ method: 'POST', route: 'salesOrders', kind });

    await expect(erp.batch([operation('H-0'), operation('H-1'), operation('H-2')])).rejects.toThrow('fetch failed');

    const found = await Promise.all([0, 1, 2].map((index) => erp.arrived(`H-${index}`)));
    expect(found.map(({ orders }) => orders.length)).toEqual(expected);
  });

  it('a status after commit on one operation leaves the others as they are', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'salesOrders', kind: 'statusAfterCommit' });

    const answer = await erp.batch([operation('I-1'), operation('I-2')]);

    expect(responses(answer).map(({ status }) => status)).toEqual([500, 201]);
    expect((await erp.arrived('I-1')).orders).toHaveLength(1);
  });

  it('a drop of the whole batch comes after all of it is written', async () => {
    const erp = await testErp();
    await erp.fault({ route: '$batch', kind: 'dropAfterCommit' });

    await expect(erp.batch([operation('J-1'), operation('J-2')])).rejects.toThrow('fetch failed');

    expect((await erp.arrived('J-2')).orders).toHaveLength(1);
  });

  it('a malformed body spoils the whole answer', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'salesOrders', kind: 'malformedBody', body: 'oops' });

    const answer = await erp.batch([operation('K-1')]);

    expect([answer.status, answer.text]).toEqual([200, 'oops']);
    expect((await erp.arrived('K-1')).orders).toHaveLength(1);
  });
});

describe('the fault desk', () => {
  it('lists and clears what is ordered', async () => {
    const erp = await testErp();
    await erp.fault({ route: 'items', kind: 'latency', times: 3, delayMs: 0 });
    await erp.call('GET', 'items');

    const listed = await erp.control('GET', 'faults');
    const cleared = await erp.control('DELETE', 'faults');

    expect(listed.body).toEqual({ faults: [{ id: 1, route: 'items', kind: 'latency', times: 2, delayMs: 0 }] });
    expect(cleared.body).toEqual({ faults: [] });
  });

  it.each([
    [{ kind: 'status' }, 'A fault needs a route'],
    [{ route: 'x', kind: 'explode' }, 'kind must be one of latency, status'],
    [{ route: 'x', kind: 'status', status: 99 }, 'status must be a whole number from 100 to 599'],
    [{ route: 'x', kind: 'status', times: 0 }, 'times must be a whole number']
  ])('refuses %j', async (order, message) => {
    const erp = await testErp();

    const answer = await erp.fault(order);

    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(message);
  });

  it.each([
    ['salesOrders', 'salesOrders', true],
    ['salesOrders', 'salesOrders(1)/Microsoft.NAV.shipAndInvoice', false],
    ['salesOrders*', 'salesOrders(1)', true],
    ['salesOrders(*)/Microsoft.NAV.*', 'salesOrders(1)/Microsoft.NAV.shipAndInvoice', true],
    ['**', 'v2.0/a/b', true],
    ['**/customers', 'v2.0/t/e/api/v2.0/companies(1)/customers', true],
    ['v2.0/*/customers', 'v2.0/a/b/customers', false],
    ['$batch', '$batch', true],
    ['a.b', 'axb', false]
  ])('%s over %s: %s', (glob, path, expected) => {
    expect(globMatches(glob, path)).toBe(expected);
  });
});
