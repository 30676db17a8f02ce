import { describe, expect, it } from 'vitest';
import { errorOf, list, testErp } from '../support.js';

describe('the token endpoint', () => {
  it('gives a bearer token for an hour', async () => {
    const erp = await testErp();

    const answer = await erp.authorize();

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  });

  it('refuses a wrong secret as Entra does', async () => {
    const erp = await testErp();

    const answer = await erp.authorize('wrong');

    expect([answer.status, answer.body]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' }
    ]);
  });

  it('refuses an unknown client and another grant', async () => {
    const erp = await testErp();

    const client = await erp.authorize('sandbox-secret', 'nobody');
    const grant = await erp.raw('POST', '/t/oauth2/v2.0/token', { body: 'grant_type=password' });

    expect([client.status, client.body['error']]).toEqual([400, 'unauthorized_client']);
    expect([grant.status, grant.body['error']]).toEqual([400, 'unsupported_grant_type']);
  });

  it('takes the client from a Basic header too', async () => {
    const erp = await testErp();
    const authorization = `Basic ${Buffer.from('handoff-demo:sandbox-secret').toString('base64')}`;

    const answer = await erp.raw('POST', '/t/oauth2/v2.0/token', {
      headers: { authorization },
      body: new URLSearchParams({ grant_type: 'client_credentials' })
    });

    expect(answer.status).toBe(200);
  });
});

describe('a request', () => {
  it('without a token is refused', async () => {
    const erp = await testErp();

    const answer = await erp.raw('GET', '/v2.0/t/production/api/v2.0/companies');

    expect(errorOf(answer)).toEqual({
      status: 401,
      code: 'Authentication_InvalidCredentials',
      message: 'The server has rejected the client credentials.'
    });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  it('with an expired token is refused', async () => {
    const erp = await testErp({ tokenSeconds: 0 });

    expect((await erp.api('GET', 'companies')).status).toBe(401);
  });

  it('gets its request id back, in the error text too', async () => {
    const erp = await testErp();

    const answer = await erp.call('GET', 'nowhere', undefined, { 'request-id': 'abc-123' });

    expect(answer.headers.get('request-id')).toBe('abc-123');
    expect(answer.headers.get('ms-correlation-x')).toBe('abc-123');
    expect(answer.body).toEqual({
      error: {
        code: 'BadRequest_ResourceNotFound',
        message: "Resource not found for the segment 'nowhere'.  CorrelationId:  abc-123."
      }
    });
  });

  it('lists the companies', async () => {
    const erp = await testErp();

    const companies = list(await erp.api('GET', 'companies'));

    expect(companies.map(({ id, name, displayName }) => ({ id, name, displayName }))).toEqual([
      { id: '5f3a1c7e-2b64-4d0e-9a51-8c1f0d2e6b10', name: 'Alder & Finch', displayName: 'Alder & Finch Trading' },
      {
        id: '8d21b0f4-66c5-4e1b-b7a0-3f9e5c47a2d8',
        name: 'Alder & Finch Intl.',
        displayName: 'Alder & Finch International'
      }
    ]);
  });

  it('for a company that is not there is refused', async () => {
    const erp = await testErp();

    const answer = await erp.api('GET', 'companies(00000000-0000-0000-0000-000000000001)/customers');

    expect(errorOf(answer)).toMatchObject({ status: 404, code: 'Internal_CompanyNotFound' });
  });
});
