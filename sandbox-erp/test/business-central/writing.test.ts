import { describe, expect, it } from 'vitest';
import { errorOf, list, testErp } from '../support.js';

describe('customers', () => {
  it('are created with what the API offers, and a company contact', async () => {
    const erp = await testErp();
    const terms = list(await erp.call('GET', `paymentTerms?$filter=code eq '14 DAYS'`))[0]?.['id'];
    const given = {
      number: 'sf-001',
      displayName: 'Fjord & Søn 🚢 שלום',
      type: 'Company',
      addressLine1: '1 Pier',
      city: 'Bergen',
      country: 'no',
      postalCode: '5003',
      email: 'a@b.example',
      creditLimit: 1234.56,
      currencyCode: 'EUR',
      paymentTermsId: terms,
      taxLiable: true,
      blocked: ' '
    };

    const created = await erp.call('POST', 'customers', given);

    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toContain(`/customers(${String(created.body['id'])})`);
    expect(created.body).toMatchObject({ ...given, number: 'SF-001', country: 'NO', balanceDue: 0 });
    const contacts = list(await erp.call('GET', `customers(${String(created.body['id'])})/contactsInformation`));
    expect(contacts).toMatchObject([{ contactName: given.displayName, contactType: 'Company' }]);
  });

  it('get a number when none is given', async () => {
    const erp = await testErp();

    expect((await erp.call('POST', 'customers', { displayName: 'X' })).body['number']).toBe('C00010');
  });

  it('are unique by number', async () => {
    const erp = await testErp();

    expect(errorOf(await erp.call('POST', 'customers', { number: '10000', displayName: 'Twice' }))).toEqual({
      status: 400,
      code: 'Internal_EntityWithSameKeyExists',
      message: "The record in table Customer already exists. Identification fields and values: No.='10000'"
    });
  });

  it.each([
    ['displayName', 100],
    ['addressLine1', 100],
    ['addressLine2', 50],
    ['city', 30],
    ['phoneNumber', 30],
    ['email', 80],
    ['number', 20],
    ['postalCode', 20]
  ])('%s holds %d characters and no more', async (property, length) => {
    const erp = await testErp();
    const body = (text: string) => ({ displayName: 'X', [property]: text });

    const fits = await erp.call('POST', 'customers', body('A'.repeat(length)));
    const tooLong = await erp.call('POST', 'customers', body('A'.repeat(length + 1)));

    expect(fits.status).toBe(201);
    expect(errorOf(tooLong)).toMatchObject({
      status: 400,
      code: 'Application_StringExceededLength',
      message: `The length of the string is ${length + 1}, but it must be less than or equal to ${length} characters. Value: ${'A'.repeat(length + 1)}`
    });
  });

  it.each([
    [{ nope: 1 }, `The property 'nope' does not exist on type 'Microsoft.NAV.customer'`],
    [{ id: '11111111-2222-3333-4444-555555555555' }, 'is read-only'],
    [{ balanceDue: 5 }, 'is read-only'],
    [{ creditLimit: '12' }, "Cannot convert the literal '12' to the expected type 'Edm.Decimal'"],
    [{ creditLimit: null }, 'does not allow null values'],
    [{ taxLiable: 'yes' }, "expected type 'Edm.Boolean'"],
    [{ paymentTermsId: 'x' }, "expected type 'Edm.Guid'"],
    [{ shipmentMethodId: '11111111-2222-3333-4444-555555555555' }, 'cannot be set in this company'],
    [{ blocked: 'Maybe' }, `'Maybe' is not an option`],
    [{ currencyCode: 'XYZ' }, 'The "currencyCode" does not match to a Currency.'],
    [{ paymentTermsId: '11111111-2222-3333-4444-555555555555' }, 'does not match to a Payment Terms']
  ])('refuse %j', async (values, message) => {
    const erp = await testErp();

    const answer = await erp.call('POST', 'customers', { displayName: 'X', ...values });

    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toContain(message);
  });

  it('refuse a body that is no JSON object', async () => {
    const erp = await testErp();

    const answers = await Promise.all(['{', '[]', '"x"'].map((body) => erp.call('POST', 'customers', body)));

    expect(answers.map((answer) => errorOf(answer).code)).toEqual(['BadRequest', 'BadRequest', 'BadRequest']);
  });

  it('can be deleted only while nothing was booked', async () => {
    const erp = await testErp();
    const { id: used } = await erp.customer('10000');
    const { id: unused } = await erp.customer('10030');

    const refused = await erp.call('DELETE', `customers(${String(used)})`, undefined, { 'if-match': '*' });
    const deleted = await erp.call('DELETE', `customers(${String(unused)})`, undefined, { 'if-match': '*' });

    expect(errorOf(refused)).toMatchObject({ status: 400, code: 'Application_DialogException' });
    expect([deleted.status, deleted.text]).toEqual([204, '']);
  });
});

describe('ETags', () => {
  it('guard changes', async () => {
    const erp = await testErp();
    const customer = await erp.customer('10000');
    const path = `customers(${String(customer['id'])})`;
    const match = { 'if-match': String(customer['@odata.etag']) };

    const missing = await erp.call('PATCH', path, { city: 'Bath' });
    const first = await erp.call('PATCH', path, { city: 'Bath' }, match);
    const stale = await erp.call('PATCH', path, { city: 'Saco' }, match);
    const any = await erp.call('PATCH', path, { city: 'Saco' }, { 'if-match': '*' });

    expect(errorOf(missing)).toMatchObject({ status: 412, code: 'BadRequest_InvalidToken' });
    expect([first.status, first.body['city']]).toEqual([200, 'Bath']);
    expect(errorOf(stale)).toEqual({
      status: 409,
      code: 'Request_EntityChanged',
      message: 'Another user has already changed the record. Refresh the record and apply your changes again.'
    });
    expect([any.status, any.body['city']]).toEqual([200, 'Saco']);
    expect(any.body['@odata.etag']).not.toBe(first.body['@odata.etag']);
  });
});

describe('contacts and items', () => {
  it('a person joins the company contact of a customer', async () => {
    const erp = await testErp();

    const person = await erp.call('POST', 'contacts', {
      type: 'Person',
      displayName: 'Ana Ruiz',
      companyNumber: 'CT000001'
    });
    const lost = await erp.call('POST', 'contacts', { type: 'Person', displayName: 'B', companyNumber: 'CT999999' });

    expect(person.body).toMatchObject({ companyName: 'Brightwater Marine', contactBusinessRelation: 'Customer' });
    expect(errorOf(lost)).toMatchObject({ status: 400, code: 'Internal_InvalidTableRelation' });
  });

  it('an item can be created, changed and deleted', async () => {
    const erp = await testErp();

    const item = await erp.call('POST', 'items', {
      number: 'NEW-1',
      displayName: 'New',
      type: 'Service',
      unitPrice: 9.99
    });
    const path = `items(${String(item.body['id'])})`;
    const changed = await erp.call('PATCH', path, { unitPrice: 10.12345 }, { 'if-match': '*' });
    const deleted = await erp.call('DELETE', path, undefined, { 'if-match': '*' });

    expect([item.status, changed.body['unitPrice'], deleted.status]).toEqual([201, 10.12345, 204]);
    expect((await erp.call('GET', path)).status).toBe(404);
  });

  it('a blocked item cannot be ordered', async () => {
    const erp = await testErp();
    const item = list(await erp.call('GET', `items?$filter=number eq 'HL-300'`))[0];
    await erp.call('PATCH', `items(${String(item?.['id'])})`, { blocked: true }, { 'if-match': '*' });

    const answer = await erp.call('POST', 'salesOrders', {
      customerNumber: '10000',
      salesOrderLines: [{ itemId: item?.['id'], quantity: 1 }]
    });

    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'Application_DialogException' });
  });
});
