import { describe, expect, it } from 'vitest';
import { errorOf, list, testErp } from '../support.js';

const numbers = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row['number']);

describe('$filter', () => {
  it.each([
    [`number eq '10000'`, ['10000']],
    [`number ne '10000' and number lt '10030'`, ['10010', '10020']],
    [`number eq '10000' or number eq '10030'`, ['10000', '10030']],
    [`contains(displayName,'Ridge')`, ['10020']],
    [`startswith(displayName,'Oak')`, ['10030']],
    [`endswith(displayName,'Marine')`, ['10000']],
    [`not startswith(displayName,'Oak') and creditLimit ge 25000`, ['10000', '10010']],
    [`balanceDue gt 3979.99 and balanceDue le 6310`, ['10010', '10020']],
    [`taxLiable eq false and blocked eq 'All'`, ['10020']],
    [`blocked eq ' ' and (number eq '10000' or number eq '10020')`, ['10000']],
    [`lastModifiedDateTime gt 2100-01-01T00:00:00Z`, []],
    [`lastModifiedDateTime ge 2019-08-18T20:05:51.603+02:00 and number eq '10010'`, ['10010']],
    [`displayName eq 'O''Brien'`, []],
    [`id ne 00000000-0000-0000-0000-000000000000 and number gt '10019'`, ['10020', '10030']]
  ])('%s', async (filter, expected) => {
    const erp = await testErp();

    const answer = await erp.call('GET', `customers?$filter=${encodeURIComponent(filter)}`);

    expect(numbers(list(answer))).toEqual(expected);
  });

  it('compares codes without regard to case, because they are stored in upper case', async () => {
    const erp = await testErp();
    await erp.order({ externalDocumentNumber: 'sf-00042' });

    const orders = list(await erp.call('GET', `salesOrders?$filter=externalDocumentNumber eq 'sf-00042'`));

    expect(orders.map((order) => order['externalDocumentNumber'])).toEqual(['SF-00042']);
  });

  it.each([
    [`number eq '10000' or displayName eq 'x'`, `uses 'or' between different fields`],
    [`nope eq 1`, `Could not find a property named 'nope'`],
    [`number eq 10000`, 'incompatible types'],
    [`number eq 'a`, 'unterminated string literal'],
    [`number`, 'Syntax error'],
    [`(number eq '1'`, 'Syntax error'],
    [`creditLimit eq abc`, 'Cannot convert the literal'],
    [`number eq '1' number eq '2'`, 'Syntax error'],
    [`number in ('1')`, 'Syntax error']
  ])('refuses %s', async (filter, message) => {
    const erp = await testErp();

    const answer = await erp.call('GET', `customers?$filter=${encodeURIComponent(filter)}`);

    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(errorOf(answer).message).toContain(message);
  });
});

describe('query options', () => {
  it('$select, $orderby, $top, $skip and $count', async () => {
    const erp = await testErp();

    const answer = await erp.call(
      'GET',
      'customers?$select=number,balanceDue&$orderby=balanceDue desc&$top=2&$skip=1&$count=true'
    );

    expect(answer.body['@odata.count']).toBe(4);
    expect(list(answer).map(({ '@odata.etag': _, ...row }) => row)).toEqual([
      { number: '10020', balanceDue: 6310 },
      { number: '10010', balanceDue: 3980 }
    ]);
    expect(answer.body['@odata.nextLink']).toBeUndefined();
  });

  it.each(['$top=-1', '$skip=x', '$orderby=nope', '$select=nope', '$expand=nope', '$apply=x', '$skiptoken=x'])(
    'refuses %s',
    async (option) => {
      const erp = await testErp();

      expect(errorOf(await erp.call('GET', `customers?${option}`))).toMatchObject({ status: 400, code: 'BadRequest' });
    }
  );

  it('$expand with options of its own reads the children of all parents', async () => {
    const erp = await testErp();

    const answer = await erp.call(
      'GET',
      `salesInvoices?$filter=customerNumber eq '10000'&$select=number&$expand=salesInvoiceLines($select=lineObjectNumber,netAmount;$orderby=sequence desc)`
    );

    const strip = ({ '@odata.etag': _, ...row }: Record<string, unknown>) => row;
    expect(
      list(answer).map((invoice) => [
        invoice['number'],
        (invoice['salesInvoiceLines'] as Record<string, unknown>[]).map(strip)
      ])
    ).toEqual([
      ['103001', [{ lineObjectNumber: 'HL-100', netAmount: 1800 }]],
      ['103002', [{ lineObjectNumber: 'SVC-INST', netAmount: 1500 }]],
      [
        '103003',
        [
          { lineObjectNumber: 'SVC-INST', netAmount: 1500 },
          { lineObjectNumber: 'HL-200', netAmount: 1700 }
        ]
      ],
      [
        '103004',
        [
          { lineObjectNumber: 'SVC-INST', netAmount: 1500 },
          { lineObjectNumber: 'HL-400', netAmount: 2500 }
        ]
      ],
      ['103005', [{ lineObjectNumber: 'HL-200', netAmount: 4250 }]]
    ]);
  });
});

describe('paging', () => {
  it('follows @odata.nextLink to every row once, in any order', async () => {
    const erp = await testErp();
    for (let index = 0; index < 7; index++) await erp.order({ externalDocumentNumber: `P${index % 2}` });
    const prefer = { prefer: 'odata.maxpagesize=3' };

    const seen: unknown[] = [];
    const sizes: number[] = [];
    let next: string | undefined = 'salesOrders?$orderby=externalDocumentNumber desc&$select=number';
    while (next) {
      const page = await erp.call('GET', next, undefined, prefer);
      sizes.push(list(page).length);
      seen.push(...numbers(list(page)));
      next = page.body['@odata.nextLink'] as string | undefined;
    }

    expect(sizes).toEqual([3, 3, 2]);
    expect(seen).toEqual(['101010', '101012', '101014', '101009', '101011', '101013', '101015', '101006']);
  });

  it('stops at $top across pages', async () => {
    const erp = await testErp();

    const first = await erp.call('GET', 'items?$top=3&$select=number', undefined, { prefer: 'odata.maxpagesize=2' });
    const second = await erp.call('GET', String(first.body['@odata.nextLink']), undefined, {
      prefer: 'odata.maxpagesize=2'
    });

    expect([numbers(list(first)), numbers(list(second))]).toEqual([['HL-100', 'HL-200'], ['HL-300']]);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });

  it('does not skip or repeat rows when others are added meanwhile', async () => {
    const erp = await testErp();
    const prefer = { prefer: 'odata.maxpagesize=2' };
    const first = await erp.call('GET', 'customers?$select=number', undefined, prefer);
    await erp.call('POST', 'customers', { number: '10005', displayName: 'In between' });

    const second = await erp.call('GET', String(first.body['@odata.nextLink']), undefined, prefer);

    expect(numbers([...list(first), ...list(second)])).toEqual(['10000', '10010', '10020', '10030']);
  });
});

describe('reading sets', () => {
  it('shows a customer with finances, aging and contacts', async () => {
    const erp = await testErp();

    const customer = await erp.customer(
      '10000',
      '&$expand=customerFinancialDetail,agedAccountsReceivable,contactsInformation'
    );

    expect(customer).toMatchObject({
      displayName: 'Brightwater Marine',
      balanceDue: 12450,
      creditLimit: 25000,
      blocked: ' ',
      currencyCode: 'USD',
      customerFinancialDetail: { balance: 12450, overdueAmount: 4200, totalSalesExcludingTax: 14750 },
      agedAccountsReceivable: {
        balanceDue: 12450,
        currentAmount: 8250,
        period1Amount: 2700,
        period2Amount: 1500,
        period3Amount: 0,
        agedAsOfDate: new Date().toISOString().slice(0, 10),
        periodLengthFilter: '30D'
      },
      contactsInformation: [
        { contactName: 'Brightwater Marine', contactType: 'Company', relatedType: 'Customer' },
        { contactName: 'Marta Lindqvist', contactType: 'Person', relatedType: 'Customer' }
      ]
    });
  });

  it('navigates from a customer to its details', async () => {
    const erp = await testErp();
    const { id } = await erp.customer('10010');

    const detail = await erp.call('GET', `customers(${String(id)})/customerFinancialDetail`);
    const aging = await erp.call('GET', `agedAccountsReceivables(${String(id)})`);
    const contacts = await erp.call('GET', `customers(${String(id)})/contactsInformation`);

    expect(detail.body).toMatchObject({ number: '10010', balance: 3980, overdueAmount: 0 });
    expect(aging.body).toMatchObject({ customerNumber: '10010', currentAmount: 3980 });
    expect(list(contacts)).toHaveLength(2);
  });

  it.each([
    ['paymentTerms', 4],
    ['currencies', 3],
    ['accounts', 14],
    ['items', 6],
    ['salesShipments?$expand=salesShipmentLines', 7],
    ['salesCreditMemos', 0],
    ["generalLedgerEntries?$filter=accountNumber eq '13100'", 9],
    ["itemLedgerEntries?$filter=itemNumber eq 'HL-400'", 2],
    ['accountingPeriods?$filter=closed eq false and startingDate lt 2020-01-01', 0],
    ["contacts?$filter=type eq 'Person'", 4]
  ])('%s has %d rows', async (path, count) => {
    const erp = await testErp();

    const answer = await erp.call('GET', path);

    expect([answer.status, list(answer).length]).toEqual([200, count]);
  });

  it('says which record is not there', async () => {
    const erp = await testErp();

    const missing = await erp.call('GET', 'salesOrders(11111111-2222-3333-4444-555555555555)');
    const noGuid = await erp.call('GET', 'salesOrders(101001)');

    expect(errorOf(missing)).toEqual({
      status: 404,
      code: 'Internal_RecordNotFound',
      message:
        "The Sales Header does not exist. Identification fields and values: SystemId='11111111-2222-3333-4444-555555555555'"
    });
    expect(errorOf(noGuid)).toMatchObject({ status: 400, code: 'BadRequest' });
  });

  it('refuses writes to what is read only', async () => {
    const erp = await testErp();

    const answers = await Promise.all([
      erp.call('POST', 'salesShipments', {}),
      erp.call('POST', 'currencies', { code: 'JPY' }),
      erp.call('PUT', 'customers', {})
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([405, 405, 405]);
  });
});

describe('the analytics API', () => {
  it('joins entries with their details, with the signs and links of Business Central', async () => {
    const erp = await testErp();
    const { body: payment } = await erp.control('POST', 'payments', {
      customerNumber: '10010',
      amount: 980,
      applyToInvoice: '103006'
    });

    const rows = list(await erp.analytics(`?$filter=dcleCustomerNo eq '10010'`));

    const picked = rows.map((row) => [
      row['cleEntryNo'],
      row['cleOpen'],
      row['dcleEntryType'],
      row['dcleDocumentType'],
      row['dcleDocumentNo'],
      row['dcleAmountLCY'],
      row['dcleLedgerEntryAmount'],
      row['dcleAppliedCustLedgerEntryNo'],
      row['salesInvHeaderDocumentNo'],
      row['salesInvHeaderPaymentTermsCode']
    ]);
    const paid = payment['documentNumber'];
    const [invoiceEntry, paymentEntry] = [rows[0]?.['cleEntryNo'], rows[1]?.['cleEntryNo']];
    expect(picked).toEqual([
      [invoiceEntry, true, 'Initial Entry', 'Invoice', '103006', 3980, true, 0, '103006', '30 DAYS'],
      [paymentEntry, false, 'Initial Entry', 'Payment', paid, -980, true, 0, '', ''],
      [invoiceEntry, true, 'Application', 'Payment', paid, -980, false, paymentEntry, '', ''],
      [paymentEntry, false, 'Application', 'Payment', paid, 980, false, paymentEntry, '', '']
    ]);
    expect(rows[2]).toMatchObject({ cleClosedAtDate: '0001-01-01', salesInvHeaderPmtDiscountDate: '0001-01-01' });
  });

  it('pages', async () => {
    const erp = await testErp();

    const answer = await erp.analytics('?$select=dcleEntryNo&$top=5', { prefer: 'odata.maxpagesize=4' });

    expect(list(answer)).toEqual([{ dcleEntryNo: 1 }, { dcleEntryNo: 2 }, { dcleEntryNo: 3 }, { dcleEntryNo: 4 }]);
    const next = await erp.call('GET', String(answer.body['@odata.nextLink']));
    expect(list(next)).toEqual([{ dcleEntryNo: 5 }]);
  });

  it('has sets of its own only', async () => {
    const erp = await testErp();

    const answer = await erp.call('GET', 'customerLedgerEntries');

    expect(errorOf(answer)).toMatchObject({ status: 404, code: 'BadRequest_ResourceNotFound' });
  });
});
