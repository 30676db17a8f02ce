import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { errorOf, list, testErp } from '../support.js';

interface EdmType {
  readonly Name: string;
  readonly Property: readonly { readonly Name: string; readonly Type: string; readonly MaxLength?: string }[];
}

describe('$metadata', () => {
  it('describes each entity with the length of its texts', async () => {
    const erp = await testErp();

    const answer = await erp.api('GET', '$metadata');

    expect(answer.headers.get('content-type')).toBe('application/xml');
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true });
    const parsed = parser.parse(answer.text) as {
      Edmx: { DataServices: { Schema: { EntityType: EdmType[]; EntityContainer: { EntitySet: { Name: string }[] } } } };
    };
    const { EntityType, EntityContainer } = parsed.Edmx.DataServices.Schema;
    const property = (type: string, name: string) =>
      EntityType.find((entity) => entity.Name === type)?.Property.find((candidate) => candidate.Name === name);
    expect(property('customer', 'displayName')).toMatchObject({ Type: 'Edm.String', MaxLength: '100' });
    expect(property('salesOrder', 'externalDocumentNumber')?.MaxLength).toBe('35');
    expect(property('salesOrderLine', 'quantity')).toMatchObject({ Type: 'Edm.Decimal' });
    expect(property('journalLine', 'documentNumber')?.MaxLength).toBe('20');
    expect(EntityContainer.EntitySet.map((set) => set.Name)).toContain('customerPaymentJournals');
  });

  it('is only read, and only with a token', async () => {
    const erp = await testErp();

    expect((await erp.api('POST', '$metadata', {})).status).toBe(405);
    expect((await erp.raw('GET', '/v2.0/my-tenant/production/api/v2.0/$metadata')).status).toBe(401);
  });
});

describe('code lists', () => {
  it.each([
    ['unitsOfMeasure', ['BOX', 'DAY', 'HOUR', 'PCS']],
    ['taxGroups', ['NONTAXABLE', 'TAXABLE']],
    ['paymentMethods', ['BANK', 'CARD', 'CHECK']],
    ['dimensions', ['DEPARTMENT', 'PRODUCTLINE']]
  ])('%s', async (set, codes) => {
    const erp = await testErp();

    expect(list(await erp.call('GET', `${set}?$select=code`)).map((row) => row['code'])).toEqual(codes);
  });

  it('are kept by a data file that had none', async () => {
    const erp = await testErp();
    const { ledger } = erp.erp;
    const { seedLists } = await import('../../src/seed/lists.js');
    ledger.books.db.script(`delete from codeEntry; delete from numberSeries where code = 'draftCreditMemo'`);
    ledger.books.db.script('delete from dimensionValue; delete from dimension');

    seedLists(ledger);
    seedLists(ledger);

    expect(list(await erp.call('GET', 'unitsOfMeasure'))).toHaveLength(4);
    expect(ledger.books.nextNumber('draftCreditMemo')).toBe('S-CR106001');
  });
});

describe('dimensions', () => {
  it('go from a journal line to its ledger entries', async () => {
    const erp = await testErp();
    const journal = String((await erp.call('POST', 'journals', { code: 'DIM', displayName: 'Dimensions' })).body['id']);
    const common = { documentNumber: 'JE-D', postingDate: new Date().toISOString().slice(0, 10) };
    const first = await erp.call('POST', `journals(${journal})/journalLines`, {
      ...common,
      accountNumber: '61000',
      amount: 50
    });
    await erp.call('POST', `journals(${journal})/journalLines`, { ...common, accountNumber: '40200', amount: -50 });
    const lines = `journalLines(${String(first.body['id'])})/dimensionSetLines`;

    const set = await erp.call('POST', lines, { code: 'DEPARTMENT', valueCode: 'sales' });
    const twice = await erp.call('POST', lines, { code: 'DEPARTMENT', valueCode: 'SERVICE' });
    const wrongCode = await erp.call('POST', lines, { code: 'PLANET', valueCode: 'MARS' });
    const wrongValue = await erp.call('POST', lines, { code: 'PRODUCTLINE', valueCode: 'MARS' });
    const journals = await erp.call(
      'GET',
      `journals?$filter=code eq 'DIM'&$expand=journalLines($expand=dimensionSetLines)`
    );
    await erp.call('POST', `journals(${journal})/Microsoft.NAV.post`);

    expect(set.body).toMatchObject({ code: 'DEPARTMENT', valueCode: 'SALES', valueDisplayName: 'Sales' });
    expect(errorOf(twice).message).toContain('The dimension set line already exists.');
    expect(errorOf(wrongCode).message).toBe('The "code" does not match to a Dimension.');
    expect(errorOf(wrongValue).message).toBe('The "valueCode" does not match to a Dimension Value.');
    expect(list(journals)).toMatchObject([
      { journalLines: [{ dimensionSetLines: [{ code: 'DEPARTMENT' }] }, { dimensionSetLines: [] }] }
    ]);
    const entries = list(
      await erp.call('GET', `generalLedgerEntries?$filter=documentNumber eq 'JE-D'&$expand=dimensionSetLines`)
    );
    expect(entries).toMatchObject([
      { accountNumber: '61000', dimensionSetLines: [{ valueCode: 'SALES' }] },
      { accountNumber: '40200', dimensionSetLines: [] }
    ]);
    expect(erp.erp.ledger.books.db.all('select * from dimensionSetLine')).toHaveLength(1);
  });
});
