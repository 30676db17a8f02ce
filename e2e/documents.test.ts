import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from './world.js';

/** What strikes each write in turn, until it comes through: before its commit, after it, and with an answer that says nothing. */
const KINDS = ['dropBeforeCommit', 'dropAfterCommit', 'status', 'statusAfterCommit', 'malformedBody'];

const WRITES: readonly (readonly [string, string])[] = [
  ['POST', 'customers'],
  ['POST', 'salesOrders'],
  ['PATCH', 'salesOrderLines(*)'],
  ['POST', 'salesOrders(*)/salesOrderLines'],
  ['DELETE', 'salesOrderLines(*)'],
  ['PATCH', 'salesOrders(*)'],
  ['DELETE', 'salesOrders(*)'],
  ['POST', 'salesInvoices'],
  ['POST', 'salesInvoices(*)/Microsoft.NAV.*'],
  ['DELETE', 'salesInvoices(*)'],
  ['POST', 'salesCreditMemos'],
  ['POST', 'salesCreditMemos(*)/Microsoft.NAV.post'],
  ['POST', 'salesCreditMemos(*)/salesCreditMemoLines'],
  ['PATCH', 'salesCreditMemos(*)'],
  ['POST', 'customerPaymentJournals'],
  ['POST', 'customerPaymentJournals(*)/customerPayments'],
  ['POST', 'journals'],
  ['POST', 'journals(*)/journalLines'],
  ['POST', 'journalLines(*)/dimensionSetLines'],
  ['POST', 'journals(*)/Microsoft.NAV.post']
];

/** Hands over what `make` puts into `request` the way the engine does: sends, asks when in doubt, until it is settled, as delivered or with that code. */
const settling = (make: string, code = '') => `
ErpSession session = ErpSession.forConnection(ErpConnections.current());
session.paymentAccount = '10100';
session.writeOffAccount = '61000';
ErpAdapter erp = new BusinessCentralAdapter();
ErpCustomer customer = new ErpCustomer();
customer.recordId = '001000000000001AAA';
customer.name = 'Hollis Freight';
customer.erpNumber = '10010';
ErpRequest request = new ErpRequest('key');
${make}
ErpOutcome outcome;
Boolean inDoubt = false;
for (Integer round = 0; round < 40 && Limits.getCallouts() < 95; round++) {
  List<ErpRequest> all = new List<ErpRequest>{ request };
  outcome = inDoubt ? erp.ask(session, all)[0] : erp.deliver(session, all)[0];
  inDoubt = outcome.result == ErpOutcome.Kind.UNKNOWN;
  if (outcome.result == ErpOutcome.Kind.DELIVERED || outcome.result == ErpOutcome.Kind.REJECTED) {
    break;
  }
}
Assert.areEqual('${code}', outcome.code ?? '', outcome.message);
Assert.areEqual(ErpOutcome.Kind.${code === '' ? 'DELIVERED' : 'REJECTED'}, outcome.result, outcome.message);`;

interface Sale {
  readonly operation?: 'CREATE' | 'CHANGE' | 'CANCEL';
  readonly kind?: 'SALES_ORDER' | 'INVOICE' | 'CREDIT_NOTE';
  readonly recordId: string;
  readonly version?: number;
  readonly items?: Readonly<Record<string, number>>;
  readonly corrects?: string;
  readonly isNewCustomer?: boolean;
  /** The tax that Salesforce states on the whole, with what the lines come to without it. */
  readonly tax?: number;
  /** The code with which it is to be refused. */
  readonly refusedWith?: string;
}

function sale({
  operation = 'CREATE',
  kind = 'SALES_ORDER',
  recordId,
  version = 1,
  items,
  corrects,
  isNewCustomer,
  tax,
  refusedWith
}: Sale): string {
  const lines = Object.entries(items ?? { 'HL-100': 10, 'HL-200': 1 }).map(
    ([item, quantity]) => `
line = new ErpSalesLine();
line.itemNumber = '${item}';
line.quantity = ${quantity};
line.unitPrice = 100;
request.salesDocument.lines.add(line);`
  );
  return settling(
    `
request.operation = ErpRequest.Operation.${operation};
request.salesDocument = new ErpSalesDocument();
request.salesDocument.kind = ErpSalesDocument.Kind.${kind};
request.salesDocument.recordId = '${recordId}';
request.salesDocument.version = ${version};
request.salesDocument.customer = customer;
${isNewCustomer ? `customer.recordId = '001000000000009AAA'; customer.erpNumber = null;` : ''}
request.salesDocument.documentDate = Date.today();
${corrects === undefined ? '' : `request.salesDocument.correctsNumber = '${corrects}';`}
request.salesDocument.currencyCode = 'USD';
${tax === undefined ? '' : `request.salesDocument.netAmount = 1100; request.salesDocument.taxAmount = ${tax};`}
ErpSalesLine line;${lines.join('')}`,
    refusedWith
  );
}

const payment = (operation: 'CREATE' | 'CANCEL') =>
  settling(`
request.operation = ErpRequest.Operation.${operation};
request.payment = new ErpPayment();
request.payment.recordId = 'a02000000000001AAA';
request.payment.recordNumber = 'PAY-1';
request.payment.customer = customer;
request.payment.paymentDate = Date.today();
request.payment.amount = 500;
request.payment.currencyCode = 'USD';
for (Boolean isWriteOff : new List<Boolean>{ false, true }) {
  ErpApplication application = new ErpApplication();
  application.invoiceNumber = '103006';
  application.amount = isWriteOff ? 20 : 300;
  application.isWriteOff = isWriteOff;
  request.payment.applications.add(application);
}`);

const journal = (operation: 'CREATE' | 'CANCEL') =>
  settling(`
request.operation = ErpRequest.Operation.${operation};
request.journal = new ErpJournal();
request.journal.recordId = 'a03000000000001AAA';
request.journal.recordNumber = 'JE-1';
request.journal.postingDate = Date.today();
request.journal.currencyCode = 'USD';
for (Decimal amount : new List<Decimal>{ 50, -50 }) {
  ErpJournalLine line = new ErpJournalLine();
  line.accountNumber = amount > 0 ? '61000' : '40200';
  line.amount = amount;
  line.dimensions.put('DEPARTMENT', 'SALES');
  request.journal.lines.add(line);
}`);

const ORDER = '801000000000001AAA';
const INVOICE = 'a01000000000001AAA';
const NOTE = 'a04000000000001AAA';
const CREDITED = 'a01000000000002AAA';
const TAXED = 'a01000000000004AAA';
const PAID = 'a01000000000003AAA';
const WHOLE = 'a04000000000004AAA';
const LATE = 'a04000000000005AAA';
const PART = 'a04000000000002AAA';
const OTHER_PART = 'a04000000000003AAA';

describe('each write of a document is struck by every fault', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  async function settle(script: string): Promise<void> {
    await world.erp.clearFaults();
    for (const kind of KINDS) {
      for (const [method, route] of WRITES) await world.erp.fault({ method, route, kind });
    }
    await world.runApex(script);
    await world.erp.clearFaults();
  }

  const columns = (rows: readonly Record<string, unknown>[], ...names: readonly string[]) =>
    rows.map((row) => names.map((name) => row[name]));
  const ofRecord = (set: string, recordId: string, prefix = 'SF') =>
    world.erp.rows(`${set}?$filter=startswith(externalDocumentNumber,'${prefix}-${recordId.toUpperCase()}-')`);
  const ledger = async (documentNumber: string) =>
    columns(
      (await world.erp.rows(`generalLedgerEntries?$filter=documentNumber eq '${documentNumber}'`)).map((entry) => ({
        ...entry,
        amount: Number(entry['debitAmount']) - Number(entry['creditAmount'])
      })),
      'accountNumber',
      'amount'
    );

  test('an order is created, changed and cancelled once', async () => {
    await settle(sale({ recordId: ORDER }));
    expect(columns(await ofRecord('salesOrders', ORDER), 'totalAmountExcludingTax')).toEqual([[1100]]);

    await settle(sale({ operation: 'CHANGE', recordId: ORDER, version: 2, items: { 'HL-100': 4, 'HL-300': 2 } }));
    const [order] = await world.erp.rows(
      `salesOrders?$filter=externalDocumentNumber eq 'SF-${ORDER}-2'&$expand=salesOrderLines`
    );
    expect(
      columns((order?.['salesOrderLines'] ?? []) as Record<string, unknown>[], 'lineObjectNumber', 'quantity')
    ).toEqual([
      ['HL-100', 4],
      ['HL-300', 2]
    ]);

    await settle(sale({ operation: 'CANCEL', recordId: ORDER, version: 3 }));
    expect(await ofRecord('salesOrders', ORDER)).toEqual([]);
  });

  test('a new customer and the order are there once', async () => {
    await settle(sale({ recordId: '801000000000002AAA', isNewCustomer: true }));

    expect(await world.erp.rows(`customers?$filter=startswith(number,'SF')`)).toHaveLength(1);
    expect(await ofRecord('salesOrders', '801000000000002AAA')).toHaveLength(1);
  });

  test('an invoice is posted once and cancelled once', async () => {
    await settle(sale({ kind: 'INVOICE', recordId: INVOICE }));
    expect(columns(await ofRecord('salesInvoices', INVOICE), 'status', 'remainingAmount')).toEqual([['Open', 1100]]);

    await settle(sale({ operation: 'CANCEL', kind: 'INVOICE', recordId: INVOICE, version: 2 }));
    expect(columns(await ofRecord('salesInvoices', INVOICE), 'status', 'remainingAmount')).toEqual([['Canceled', 0]]);
    expect(columns(await ofRecord('salesCreditMemos', INVOICE), 'status')).toEqual([['Corrective']]);
  });

  test('an invoice whose tax differs is not posted and leaves no draft; once the tax is set up it is posted once', async () => {
    const [customer] = await world.erp.rows(`customers?$filter=number eq '10010'`);
    const setTaxLiable = (taxLiable: boolean) =>
      world.erp.change(`customers(${String(customer?.['id'])})`, { taxLiable });

    const refused = sale({ kind: 'INVOICE', recordId: TAXED, tax: 88, refusedWith: 'AMOUNT_DIFFERS' });

    await settle(refused);
    expect(await ofRecord('salesInvoices', TAXED)).toEqual([]);
    for (const kind of KINDS) await world.erp.fault({ method: 'DELETE', route: 'salesInvoices(*)', kind });
    await world.runApex(refused);
    await world.erp.clearFaults();
    expect(await ofRecord('salesInvoices', TAXED)).toEqual([]);

    await setTaxLiable(true);
    await settle(sale({ kind: 'INVOICE', recordId: TAXED, tax: 88 }));
    await setTaxLiable(false);
    expect(columns(await ofRecord('salesInvoices', TAXED), 'status', 'totalAmountIncludingTax')).toEqual([
      ['Open', 1188]
    ]);
  });

  test('a credit note is posted once, and countered by one invoice', async () => {
    await settle(sale({ kind: 'CREDIT_NOTE', recordId: NOTE }));
    await settle(sale({ operation: 'CANCEL', kind: 'CREDIT_NOTE', recordId: NOTE, version: 2 }));

    expect(columns(await ofRecord('salesCreditMemos', NOTE), 'totalAmountExcludingTax')).toEqual([[1100]]);
    expect(columns(await ofRecord('salesInvoices', NOTE, 'SR'), 'totalAmountExcludingTax')).toEqual([[1100]]);
  });

  test('credit notes for parts of an invoice are posted once each, and take that much off it', async () => {
    await settle(sale({ kind: 'INVOICE', recordId: CREDITED }));
    const [number = ''] = columns(await ofRecord('salesInvoices', CREDITED), 'number').flat() as string[];

    await settle(sale({ kind: 'CREDIT_NOTE', recordId: PART, items: { 'HL-100': 2 }, corrects: number }));
    await settle(sale({ kind: 'CREDIT_NOTE', recordId: OTHER_PART, items: { 'HL-200': 1 }, corrects: number }));

    const shown = ['invoiceNumber', 'status', 'totalAmountExcludingTax'];
    expect(columns(await ofRecord('salesCreditMemos', PART), ...shown)).toEqual([[number, 'Paid', 200]]);
    expect(columns(await ofRecord('salesCreditMemos', OTHER_PART), ...shown)).toEqual([[number, 'Paid', 100]]);
    expect(columns(await ofRecord('salesInvoices', CREDITED), 'status', 'remainingAmount')).toEqual([['Open', 800]]);
  });

  test('a credit note for an invoice that is paid by now stands on the account, and names it', async () => {
    await settle(sale({ kind: 'INVOICE', recordId: PAID }));
    const [number = ''] = columns(await ofRecord('salesInvoices', PAID), 'number').flat() as string[];
    await settle(sale({ kind: 'CREDIT_NOTE', recordId: WHOLE, corrects: number }));
    expect(columns(await ofRecord('salesInvoices', PAID), 'status')).toEqual([['Paid']]);

    await settle(sale({ kind: 'CREDIT_NOTE', recordId: LATE, items: { 'HL-100': 1 }, corrects: number }));

    const [memo, ...others] = await ofRecord('salesCreditMemos', LATE);
    expect(others).toEqual([]);
    expect(memo).toMatchObject({ invoiceNumber: '', status: 'Open', totalAmountExcludingTax: 100 });
    const lines = await world.erp.rows(`salesCreditMemos(${String(memo?.['id'])})/salesCreditMemoLines`);
    expect(columns(lines, 'description').flat()).toContain(`Corrects invoice ${number}`);
  });

  test('a payment with its write-off is posted once, and taken back once', async () => {
    await settle(payment('CREATE'));
    expect(await ledger('SA02000000000001AAA1')).toEqual([
      ['13100', -300],
      ['10100', 300],
      ['13100', -200],
      ['10100', 200],
      ['13100', -20],
      ['61000', 20]
    ]);
    const [invoice] = await world.erp.rows(`salesInvoices?$filter=number eq '103006'`);
    expect(invoice).toMatchObject({ remainingAmount: 3660 });

    await settle(payment('CANCEL'));
    expect(await ledger('RA02000000000001AAA1')).toEqual([
      ['13100', 500],
      ['10100', -500],
      ['13100', 20],
      ['61000', -20]
    ]);
  });

  test('a journal with dimensions is posted once, and reversed once', async () => {
    await settle(journal('CREATE'));
    await settle(journal('CANCEL'));

    expect(await ledger('SA03000000000001AAA1')).toEqual([
      ['61000', 50],
      ['40200', -50]
    ]);
    expect(await ledger('RA03000000000001AAA1')).toEqual([
      ['61000', -50],
      ['40200', 50]
    ]);
    const [entry] = await world.erp.rows(
      `generalLedgerEntries?$filter=documentNumber eq 'SA03000000000001AAA1'&$expand=dimensionSetLines`
    );
    expect(entry?.['dimensionSetLines']).toMatchObject([{ code: 'DEPARTMENT', valueCode: 'SALES' }]);
  });
});
