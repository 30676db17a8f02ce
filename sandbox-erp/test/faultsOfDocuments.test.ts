import { describe, expect, it } from 'vitest';
import type { TestClient } from './support.js';
import { list, testErp } from './support.js';

type Json = Record<string, unknown>;

/** An operation that a fault may strike, and how to see in the books whether it was done. */
interface Operation {
  readonly method: string;
  readonly route: string;
  readonly run: (erp: TestClient, id: string) => Promise<unknown>;
  readonly prepare: (erp: TestClient) => Promise<string>;
  readonly done: (erp: TestClient, id: string) => Promise<boolean>;
}

const line = { lineObjectNumber: 'HL-100', quantity: 1, unitPrice: 10 };
const any = { 'if-match': '*' };
const idOf = async (answer: Promise<{ readonly body: Json }>) => String((await answer).body['id']);
const nothing = () => Promise.resolve('');
const found = async (erp: TestClient, path: string) => list(await erp.call('GET', path)).length > 0;
const statusOf = async (erp: TestClient, path: string) => (await erp.call('GET', path)).body['status'];

const draft = (set: string, lines: string) => (erp: TestClient) =>
  idOf(erp.call('POST', set, { customerNumber: '10010', externalDocumentNumber: 'F-1', [lines]: [line] }));

async function journalOf(erp: TestClient, set: 'journals' | 'customerPaymentJournals'): Promise<string> {
  const id = await idOf(erp.call('POST', set, { code: 'F', displayName: 'F' }));
  if (set === 'customerPaymentJournals') {
    await erp.call('POST', `${set}(${id})/customerPayments`, {
      customerNumber: '10010',
      amount: -5,
      documentNumber: 'F-1'
    });
  } else {
    await erp.call('POST', `${set}(${id})/journalLines`, { accountNumber: '61000', amount: 5, documentNumber: 'F-1' });
    await erp.call('POST', `${set}(${id})/journalLines`, { accountNumber: '40200', amount: -5, documentNumber: 'F-1' });
  }
  return id;
}

const posted = (erp: TestClient) => found(erp, `generalLedgerEntries?$filter=documentNumber eq 'F-1'`);

const OPERATIONS: readonly (readonly [string, Operation])[] = [
  [
    'creating an invoice',
    {
      method: 'POST',
      route: 'salesInvoices',
      prepare: nothing,
      run: draft('salesInvoices', 'salesInvoiceLines'),
      done: (erp) => found(erp, `salesInvoices?$filter=externalDocumentNumber eq 'F-1'`)
    }
  ],
  [
    'posting an invoice',
    {
      method: 'POST',
      route: 'salesInvoices(*)/Microsoft.NAV.post',
      prepare: draft('salesInvoices', 'salesInvoiceLines'),
      run: (erp, id) => erp.call('POST', `salesInvoices(${id})/Microsoft.NAV.post`),
      done: async (erp, id) => (await statusOf(erp, `salesInvoices(${id})`)) === 'Open'
    }
  ],
  [
    'posting a credit memo',
    {
      method: 'POST',
      route: 'salesCreditMemos(*)/Microsoft.NAV.post',
      prepare: draft('salesCreditMemos', 'salesCreditMemoLines'),
      run: (erp, id) => erp.call('POST', `salesCreditMemos(${id})/Microsoft.NAV.post`),
      done: async (erp, id) => (await statusOf(erp, `salesCreditMemos(${id})`)) === 'Open'
    }
  ],
  [
    'changing an order',
    {
      method: 'PATCH',
      route: 'salesOrders(*)',
      prepare: async (erp) => String((await erp.order())['id']),
      run: (erp, id) => erp.call('PATCH', `salesOrders(${id})`, { externalDocumentNumber: 'F-1' }, any),
      done: (erp) => found(erp, `salesOrders?$filter=externalDocumentNumber eq 'F-1'`)
    }
  ],
  [
    'deleting an order',
    {
      method: 'DELETE',
      route: 'salesOrders(*)',
      prepare: async (erp) => String((await erp.order())['id']),
      run: (erp, id) => erp.call('DELETE', `salesOrders(${id})`, undefined, any),
      done: async (erp, id) => (await erp.call('GET', `salesOrders(${id})`)).status === 404
    }
  ],
  [
    'posting payments',
    {
      method: 'POST',
      route: 'journals(*)/Microsoft.NAV.post',
      prepare: (erp) => journalOf(erp, 'customerPaymentJournals'),
      run: (erp, id) => erp.call('POST', `journals(${id})/Microsoft.NAV.post`),
      done: posted
    }
  ],
  [
    'posting a journal',
    {
      method: 'POST',
      route: 'journals(*)/Microsoft.NAV.post',
      prepare: (erp) => journalOf(erp, 'journals'),
      run: (erp, id) => erp.call('POST', `journals(${id})/Microsoft.NAV.post`),
      done: posted
    }
  ],
  [
    'making a corrective credit memo',
    {
      method: 'POST',
      route: 'salesInvoices(*)/Microsoft.NAV.makeCorrectiveCreditMemo',
      prepare: async (erp) =>
        String(list(await erp.call('GET', `salesInvoices?$filter=number eq '103006'`))[0]?.['id']),
      run: (erp, id) => erp.call('POST', `salesInvoices(${id})/Microsoft.NAV.makeCorrectiveCreditMemo`),
      done: (erp) => found(erp, 'salesCreditMemos')
    }
  ]
];

const KINDS: readonly (readonly [string, boolean])[] = [
  ['dropBeforeCommit', false],
  ['dropAfterCommit', true],
  ['status', false],
  ['statusAfterCommit', true]
];

describe.each(OPERATIONS)('a fault strikes %s', (_name, operation) => {
  it.each(KINDS)('%s: done is %s', async (kind, isDone) => {
    const erp = await testErp();
    const id = await operation.prepare(erp);
    const { method, route } = operation;
    await erp.fault({ method, route, kind });

    await Promise.resolve(operation.run(erp, id)).catch(() => undefined);

    expect(await operation.done(erp, id)).toBe(isDone);
    expect((await erp.control('GET', 'faults')).body).toEqual({ faults: [] });
  });
});
