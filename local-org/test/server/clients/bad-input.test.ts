import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, type Client, type RunningOrg } from '../../support/cli.js';
import { administrator, clerk, openShop, tokenFor } from './shop.js';

const root = '/services/data/v67.0';
let org: RunningOrg;
let admin: Client;

const withToken = (token: string, more: Record<string, string> = {}): Client =>
  client(org.url, { authorization: `Bearer ${token}`, ...more });

beforeAll(async () => {
  org = await openShop();
  admin = withToken(await tokenFor(org, administrator));
}, 180_000);

afterAll(async () => {
  // Whatever was sent to it, the org goes on.
  const alive = await admin.get(`${root}/query?q=SELECT+COUNT()+FROM+Book__c`);
  await org.stop();
  expect(alive.status).toBe(200);
});

const book = `${root}/sobjects/Book__c`;
const nothing = 'a00000000000000AAA';

describe('a request is refused with status, code and message', () => {
  it.each<[what: string, method: string, path: string, body: unknown, status: number, code: string, message: RegExp]>([
    [
      'an unknown path',
      'GET',
      `${root}/nothing`,
      undefined,
      404,
      'NOT_FOUND',
      /^The requested resource does not exist$/
    ],
    ['a path outside of the API', 'GET', '/services/nothing', undefined, 404, 'NOT_FOUND', /resource does not exist/],
    [
      'a wrong verb',
      'DELETE',
      `${root}/limits`,
      undefined,
      405,
      'METHOD_NOT_ALLOWED',
      /^HTTP Method 'DELETE' not allowed\. Allowed are GET$/
    ],
    ['a wrong verb on a record', 'PUT', `${book}/${nothing}`, {}, 405, 'METHOD_NOT_ALLOWED', /'PUT'.*GET,PATCH,DELETE/],
    [
      'an unknown object',
      'GET',
      `${root}/sobjects/Nothing__c/describe`,
      undefined,
      404,
      'NOT_FOUND',
      /resource does not exist/
    ],
    [
      'a record of an unknown object',
      'POST',
      `${root}/sobjects/Nothing__c`,
      {},
      404,
      'NOT_FOUND',
      /resource does not exist/
    ],
    ['an id that is none', 'GET', `${book}/xyz`, undefined, 404, 'NOT_FOUND', /xyz/],
    ['an id of no record', 'GET', `${book}/${nothing}`, undefined, 404, 'NOT_FOUND', /resource does not exist/],
    [
      'a change of no record',
      'PATCH',
      `${book}/${nothing}`,
      { Name: 'x' },
      404,
      'NOT_FOUND',
      /resource does not exist/
    ],
    [
      'an id of another object',
      'PATCH',
      `${book}/001000000000001AAA`,
      { Name: 'x' },
      404,
      'NOT_FOUND',
      /resource does not exist/
    ],
    ['a deletion of no record', 'DELETE', `${book}/${nothing}`, undefined, 404, 'NOT_FOUND', /resource does not exist/],
    [
      'a field that is no key',
      'PATCH',
      `${book}/Price__c/7`,
      { Name: 'x' },
      404,
      'NOT_FOUND',
      /^Provided external ID field does not exist or is not accessible: Price__c$/
    ],
    [
      'an unknown field',
      'POST',
      book,
      { Nothing__c: 1 },
      400,
      'INVALID_FIELD',
      /^No such column 'Nothing__c' on sobject of type Book__c$/
    ],
    [
      'text for a number',
      'POST',
      book,
      { Name: 'x', Price__c: 'much' },
      400,
      'JSON_PARSER_ERROR',
      /currency from VALUE_STRING value much/
    ],
    ['a list for a text', 'POST', book, { Name: ['x'] }, 400, 'JSON_PARSER_ERROR', /string from START_ARRAY/],
    [
      'a text for a date',
      'POST',
      book,
      { Name: 'x', Published__c: 'soon' },
      400,
      'JSON_PARSER_ERROR',
      /date from VALUE_STRING value soon/
    ],
    [
      'a field that is computed',
      'POST',
      book,
      { Name: 'x', CreatedDate: '2026-01-01T00:00:00Z' },
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      /CreatedDate/
    ],
    ['broken JSON', 'POST', book, '{"Name":', 400, 'JSON_PARSER_ERROR', /JSON/],
    ['JSON that is no object', 'POST', book, '[1]', 400, 'JSON_PARSER_ERROR', /object/],
    ['a query without text', 'GET', `${root}/query`, undefined, 400, 'MALFORMED_QUERY', /query string/],
    ['a query that is none', 'GET', `${root}/query?q=DELETE+FROM+Book__c`, undefined, 400, 'MALFORMED_QUERY', /./],
    [
      'a query with a bind variable',
      'GET',
      `${root}/query?q=SELECT+Id+FROM+Book__c+WHERE+Name=:x`,
      undefined,
      400,
      'MALFORMED_QUERY',
      /./
    ],
    [
      'a locator that is none',
      'GET',
      `${root}/query/01gxyz-1`,
      undefined,
      400,
      'INVALID_QUERY_LOCATOR',
      /^invalid query locator$/
    ],
    ['a search that is none', 'GET', `${root}/search?q=LOOK`, undefined, 400, 'MALFORMED_SEARCH', /./],
    ['a collection without records', 'POST', `${root}/composite/sobjects`, {}, 400, 'MISSING_ARGUMENT', /records/],
    [
      'a record without a type',
      'POST',
      `${root}/composite/sobjects`,
      { records: [{ Name: 'x' }] },
      400,
      'INVALID_INPUT',
      /type/
    ],
    [
      'records that are none',
      'POST',
      `${root}/composite/sobjects`,
      { records: [1, null] },
      400,
      'JSON_PARSER_ERROR',
      /object/
    ],
    [
      'too many ids',
      'DELETE',
      `${root}/composite/sobjects?ids=${Array(201).fill(nothing).join(',')}`,
      undefined,
      400,
      'EXCEEDED_ID_LIMIT',
      /^record limit reached\. cannot submit more than 200 records into this call$/
    ],
    [
      'a composite request without requests',
      'POST',
      `${root}/composite`,
      { compositeRequest: 1 },
      400,
      'MISSING_ARGUMENT',
      /compositeRequest/
    ],
    [
      'a composite request in itself',
      'POST',
      `${root}/composite`,
      { compositeRequest: [{ method: 'POST', url: `${root}/composite`, referenceId: 'x' }] },
      400,
      'INVALID_INPUT',
      /cannot be part/
    ],
    [
      'too many requests in one',
      'POST',
      `${root}/composite`,
      {
        compositeRequest: Array.from({ length: 26 }, (_, at) => ({
          method: 'GET',
          url: `${root}/limits`,
          referenceId: `r${at}`
        }))
      },
      400,
      'LIMIT_EXCEEDED',
      /25/
    ],
    [
      'a tree without reference ids',
      'POST',
      `${root}/composite/tree/Book__c`,
      { records: [{ attributes: { type: 'Book__c' } }] },
      400,
      'INVALID_INPUT',
      /reference ID/
    ],
    [
      'a time that is none',
      'GET',
      `${book}/updated?start=yesterday&end=today`,
      undefined,
      400,
      'MALFORMED_QUERY',
      /start/
    ],
    [
      'an unknown Apex resource',
      'GET',
      '/services/apexrest/nothing',
      undefined,
      404,
      'NOT_FOUND',
      /^Could not find a match for URL \/nothing$/
    ],
    [
      'an unknown parameter of Apex',
      'POST',
      '/services/apexrest/books/',
      { nothing: 1 },
      400,
      'JSON_PARSER_ERROR',
      /^Unexpected parameter encountered during deserialization: nothing/
    ],
    [
      'a class in the Tooling API',
      'POST',
      `${root}/tooling/sobjects/ApexClass`,
      { Body: 'class X {}' },
      400,
      'UNSUPPORTED_OPERATION',
      /source folders/
    ],
    [
      'tests that nobody named',
      'POST',
      `${root}/tooling/runTestsAsynchronous`,
      {},
      400,
      'INVALID_INPUT',
      /Specify tests/
    ],
    ['tests in broken JSON', 'POST', `${root}/tooling/runTestsSynchronous`, '{', 400, 'JSON_PARSER_ERROR', /./],
    [
      'flow tests',
      'POST',
      `${root}/tooling/runTestsAsynchronous`,
      { category: ['Flow'] },
      400,
      'UNSUPPORTED_OPERATION',
      /flow tests/
    ]
  ])('%s', async (_, method, path, body, status, code, message) => {
    const answer = await admin.send(method, path, body);

    expect([answer.status, answer.json]).toEqual([
      status,
      [expect.objectContaining({ errorCode: code, message: expect.stringMatching(message) })]
    ]);
  });
});

describe('a session', () => {
  const refused = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];

  it.each([
    ['that nobody gave', '00D000000000001!nothing'],
    ['of another key', `00D000000000001!005000000000001AAA.abc.${'0'.repeat(40)}`],
    ['that is no token', 'abc']
  ])('%s is refused', async (_, token) => {
    const answer = await withToken(token).get(`${root}/limits`);

    expect([answer.status, answer.json]).toEqual([401, refused]);
  });

  it('ends when it is revoked', async () => {
    const token = await tokenFor(org, clerk);
    await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token }) });

    expect((await withToken(token).get(`${root}/limits`)).status).toBe(401);
  });

  it('is of no use once its user is inactive', async () => {
    const token = await tokenFor(org, clerk);
    const [user] = (await admin.get(`${root}/query?q=SELECT+Id+FROM+User+WHERE+Username='${clerk}'`)).json.records;
    await admin.send('PATCH', `${root}/sobjects/User/${user.Id}`, { IsActive: false });

    const answer = await withToken(token).get(`${root}/limits`);
    await admin.send('PATCH', `${root}/sobjects/User/${user.Id}`, { IsActive: true });

    expect([answer.status, answer.json]).toEqual([401, refused]);
  });

  it('is not given for an unknown way to log in', async () => {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'magic' })
    });

    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'unsupported_grant_type', error_description: 'grant type not supported' }
    ]);
  });

  it('is not given to programs on other machines', async () => {
    const query = 'response_type=code&client_id=x&redirect_uri=https%3A%2F%2Fevil.example%2F';
    const response = await fetch(`${org.url}/services/oauth2/authorize?${query}`, { redirect: 'manual' });

    expect(response.status).toBe(400);
  });

  it('leads from the front door to pages of this server only', async () => {
    const open = async (target: string) => {
      const { json } = await admin.get(`/services/oauth2/singleaccess?redirect_uri=${encodeURIComponent(target)}`);
      return (await fetch(json.frontdoor_uri as string, { redirect: 'manual' })).headers.get('location');
    };

    expect([
      await open('/lightning/o/Book__c/list'),
      await open('//evil.example/x'),
      await open('/\\evil.example')
    ]).toEqual(['/lightning/o/Book__c/list', '/', '/']);
  });
});

describe('SOAP', () => {
  const post = async (path: string, body: string) => {
    const response = await fetch(org.url + path, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    return { status: response.status, text: await response.text() };
  };
  const envelope = (header: string, body: string) =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
  const session = (id: string) => `<SessionHeader><sessionId>${id}</sessionId></SessionHeader>`;

  it('faults for what is no message', async () => {
    const answers = [await post('/services/Soap/u/67.0', 'no xml'), await post('/services/Soap/s/67.0', '<a><b></a>')];

    for (const { status, text } of answers) {
      expect(status).toBe(500);
      expect(text).toContain('<faultcode>sf:UNKNOWN_EXCEPTION</faultcode>');
    }
  });

  it('faults without a session', async () => {
    const answer = await post('/services/Soap/s/67.0', envelope(session('00Dx!y'), '<executeAnonymous/>'));

    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>sf:INVALID_SESSION_ID</faultcode>');
  });

  it.each([
    ['u', 'create'],
    ['s', 'compileClasses'],
    ['m', 'deploy'],
    ['m', 'checkDeployStatus']
  ])('faults for calls that the local org does not have: %s %s', async (api, call) => {
    const token = await tokenFor(org, administrator);

    const answer = await post(`/services/Soap/${api}/67.0`, envelope(session(token), `<${call}/>`));

    expect(answer.status).toBe(500);
    expect(answer.text).toContain(`does not support the SOAP call ${call}`);
  });
});

describe('size', () => {
  it('of a body is limited', async () => {
    const answer = await admin.send('POST', book, JSON.stringify({ Name: 'x'.repeat(13_000_000) }));

    expect([answer.status, answer.json[0].errorCode]).toEqual([413, 'REQUEST_LIMIT_EXCEEDED']);
  });

  it('of nested JSON does no harm', async () => {
    const deep = `${'{"Author__r":'.repeat(20_000)}1${'}'.repeat(20_000)}`;

    const answer = await admin.send('POST', book, deep);

    expect([answer.status, answer.json[0].errorCode]).toEqual([400, expect.any(String)]);
  });

  it('of an address is limited', async () => {
    const ids = (count: number) => encodeURIComponent(Array(count).fill(`'${nothing}'`).join(','));
    const query = (count: number) => admin.get(`${root}/query?q=SELECT+Id+FROM+Book__c+WHERE+Id+IN+(${ids(count)})`);

    const answers = [await query(600), await query(1000)];

    expect(answers.map((answer) => answer.status)).toEqual([200, 414]);
  });
});

describe('streaming', () => {
  it('refuses unknown clients and broken messages', async () => {
    const unknown = await admin.send('POST', '/cometd/67.0/connect', [{ channel: '/meta/connect', clientId: 'x' }]);
    const broken = await admin.send('POST', '/cometd/67.0', '{');

    expect(unknown.json).toMatchObject([{ successful: false, error: '403::Unknown client' }]);
    expect(broken.status).toBe(400);
  });
});

describe('Apex that misbehaves', () => {
  it.each([
    ['loops for ever', 'while (true) {}', /Apex CPU time limit exceeded/],
    ['recurses for ever', 'class A { void a() { a(); } } new A().a();', /Maximum stack depth reached: 1001/],
    [
      'eats memory',
      `List<String> all = new List<String>(); while (true) { all.add('x'.repeat(100000)); }`,
      /Apex heap size too large|Apex CPU time limit/
    ]
  ])('%s and is stopped', { timeout: 120_000 }, async (_, source, message) => {
    const path = `${root}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`;
    const answer = await admin.get(path);

    expect(answer.json).toMatchObject({ success: false, exceptionMessage: expect.stringMatching(message) });
  });
});
