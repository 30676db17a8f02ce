import jsforce, { type Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../support/cli.js';
import { administrator, clerk, openShop, tokenFor } from './shop.js';

const version = '67.0';
let org: RunningOrg;
let admin: Connection;

beforeAll(async () => {
  org = await openShop();
  admin = new jsforce.Connection({ instanceUrl: org.url, accessToken: await tokenFor(org, administrator), version });
}, 180_000);

afterAll(async () => {
  await org?.stop();
});

/** What a call is refused with. */
const refusal = (call: PromiseLike<unknown>): Promise<{ errorCode: string; message: string; data?: unknown }> =>
  Promise.resolve(call).then(
    () => ({ errorCode: 'none', message: 'It was not refused' }),
    (error: { errorCode: string; message: string; data?: unknown }) => error
  );

describe('log-in', () => {
  it('by SOAP with user name and any password', async () => {
    const conn = new jsforce.Connection({ loginUrl: org.url, version, logLevel: 'NONE' });

    const info = await conn.login(clerk, 'any');
    const identity = await conn.identity();

    expect(info.organizationId).toMatch(/^00D\w{15}$/);
    expect(conn.instanceUrl).toBe(org.url);
    expect(identity).toMatchObject({ user_id: info.id, username: clerk, display_name: 'Cleo Clerk' });
  });

  it('by SOAP refuses a user that does not exist', async () => {
    const conn = new jsforce.Connection({ loginUrl: org.url, version });

    await expect(conn.login('nobody@book.shop', 'any')).rejects.toThrow(
      'INVALID_LOGIN: Invalid username, password, security token; or user locked out.'
    );
  });

  it('by OAuth with user name and password', async () => {
    const oauth2 = { loginUrl: org.url, clientId: 'any', clientSecret: 'any' };
    const conn = new jsforce.Connection({ oauth2, version });

    await conn.login(clerk, 'any');

    expect((await conn.query('SELECT Id FROM Book__c')).done).toBe(true);
  });

  it('by OAuth with a code from the browser', async () => {
    const redirectUri = 'http://localhost:1717/OauthRedirect';
    const oauth2 = new jsforce.OAuth2({ loginUrl: org.url, clientId: 'any', clientSecret: 'any', redirectUri });
    const page = await fetch(oauth2.getAuthorizationUrl({ login_hint: clerk }), { redirect: 'manual' });
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const conn = new jsforce.Connection({ oauth2, version });

    await conn.authorize(code);

    expect((await conn.identity()).username).toBe(clerk);
    await expect(conn.authorize(code)).rejects.toMatchObject({ name: 'invalid_grant' });
  });

  it('by an access token', async () => {
    const identity = await admin.identity();

    expect(identity.username).toBe(administrator);
  });

  it('ends with the session', async () => {
    const conn = new jsforce.Connection({ loginUrl: org.url, version });
    await conn.login(clerk, 'any');
    const token = conn.accessToken ?? '';
    await conn.logout();
    const after = new jsforce.Connection({ instanceUrl: org.url, accessToken: token, version });

    expect(await refusal(after.query('SELECT Id FROM Book__c'))).toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
      message: 'Session expired or invalid'
    });
  });
});

describe('queries', () => {
  beforeAll(async () => {
    const books = Array.from({ length: 450 }, (_, at) => ({ Name: `Page ${at}`, Price__c: at, Isbn__c: `page-${at}` }));
    await admin.sobject('Book__c').create(books, { allowRecursive: true });
  });

  it('give records with attributes, parents and children', async () => {
    const author = await admin.sobject('Author__c').create({ Name: 'Ada' });
    await admin.sobject('Book__c').create({ Name: 'Engines', Author__c: author.id, Published__c: '2026-02-28' });

    const books = await admin.query(
      `SELECT Name, Published__c, Price__c, InStock__c, Author__r.Name FROM Book__c WHERE Name = 'Engines'`
    );
    const authors = await admin.query(`SELECT Name, (SELECT Name FROM Books__r) FROM Author__c WHERE Name = 'Ada'`);

    expect(books.records[0]).toMatchObject({
      attributes: { type: 'Book__c', url: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Book__c\/a/) },
      Name: 'Engines',
      Published__c: '2026-02-28',
      Price__c: null,
      InStock__c: true,
      Author__r: { attributes: { type: 'Author__c' }, Name: 'Ada' }
    });
    expect(authors.records[0]?.['Books__r']).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ Name: 'Engines' }]
    });
  });

  it('follow nextRecordsUrl to the end', async () => {
    const options = { autoFetch: true, maxFetch: 10_000, headers: { 'Sforce-Query-Options': 'batchSize=200' } };

    const all = await admin.query(`SELECT Name FROM Book__c WHERE Name LIKE 'Page%'`, options);

    expect([all.totalSize, all.records.length, all.done]).toEqual([450, 450, true]);
  });

  it('page by page with queryMore', async () => {
    const headers = { 'Sforce-Query-Options': 'batchSize=300' };
    const first = await admin.query(`SELECT Name FROM Book__c WHERE Name LIKE 'Page%' ORDER BY Isbn__c`, { headers });
    const second = await admin.queryMore(first.nextRecordsUrl ?? '');

    expect([first.records.length, first.done, second.records.length, second.done]).toEqual([300, false, 150, true]);
  });

  it('by fields and conditions of the client', async () => {
    const found = await admin
      .sobject('Book__c')
      .find({ Name: { $like: 'Page%' }, Price__c: { $gte: 448 } }, ['Id', 'Name', 'Price__c'])
      .sort({ Price__c: -1 })
      .limit(5);
    const count = await admin.sobject('Book__c').count({ Name: { $like: 'Page%' } });

    expect(found.map((one) => [one.Name, one['Price__c']])).toEqual([
      ['Page 449', 449],
      ['Page 448', 448]
    ]);
    expect(count).toBe(450);
  });

  it('sum and count', async () => {
    const total = await admin.query(`SELECT COUNT() FROM Book__c WHERE Name LIKE 'Page%'`);
    const sum = await admin.query(
      `SELECT InStock__c, COUNT(Id) books, SUM(Price__c) FROM Book__c WHERE Name LIKE 'Page%' GROUP BY InStock__c`
    );

    expect(total).toMatchObject({ totalSize: 450, done: true, records: [] });
    expect(sum.records[0]).toMatchObject({
      attributes: { type: 'AggregateResult' },
      InStock__c: true,
      books: 450,
      expr0: (449 * 450) / 2
    });
  });

  it('show deleted records with queryAll only', async () => {
    const book = await admin.sobject('Book__c').create({ Name: 'Thrown away' });
    await admin.sobject('Book__c').destroy(book.id ?? '');
    const soql = `SELECT Name, IsDeleted FROM Book__c WHERE Name = 'Thrown away'`;

    const [without, withDeleted] = [await admin.query(soql), await admin.query(soql, { scanAll: true })];

    expect([without.totalSize, withDeleted.records[0]?.['IsDeleted']]).toEqual([0, true]);
  });

  it('are refused as Salesforce refuses them', async () => {
    expect(await refusal(admin.query('SELECT Nothing__c FROM Book__c'))).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'Nothing__c' on entity 'Book__c'")
    });
    expect(await refusal(admin.query('SELECT Id FROM Nothing__c'))).toMatchObject({
      errorCode: 'INVALID_TYPE',
      message: expect.stringContaining("sObject type 'Nothing__c' is not supported.")
    });
    expect((await refusal(admin.query('SELEC Id FROM Book__c'))).errorCode).toBe('MALFORMED_QUERY');
    expect((await refusal(admin.queryMore('01gnothing-200'))).errorCode).toBe('INVALID_QUERY_LOCATOR');
  });
});

describe('searches', () => {
  it('find words with SOSL', async () => {
    await admin.sobject('Author__c').create({ Name: 'Hedwig Courths' });

    const found = await admin.search('FIND {Hedwig} IN NAME FIELDS RETURNING Author__c(Id, Name)');

    expect(found.searchRecords).toMatchObject([{ attributes: { type: 'Author__c' }, Name: 'Hedwig Courths' }]);
  });

  it('take parameters instead of SOSL', async () => {
    const found = await admin.requestPost<{ searchRecords: unknown[] }>(
      `/services/data/v${version}/parameterizedSearch`,
      { q: 'Courths', fields: ['Name'], sobjects: [{ name: 'Author__c', limit: 5 }] }
    );

    expect(found.searchRecords).toMatchObject([{ Name: 'Hedwig Courths' }]);
  });
});

describe('single records', () => {
  it('are created, read, changed and deleted', async () => {
    const books = admin.sobject('Book__c');

    const created = await books.create({ Name: ' Poems ', Price__c: 12.5, Genre__c: 'Poetry' });
    const id = created.id ?? '';
    const changed = await books.update({ Id: id, Price__c: 9.99 });
    const read = await books.retrieve(id);
    const deleted = await books.destroy(id);

    expect(created).toEqual({ id: expect.stringMatching(/^a\w{17}$/), success: true, errors: [] });
    expect([changed.success, deleted.success]).toEqual([true, true]);
    expect(read).toMatchObject({ Id: id, Name: 'Poems', Price__c: 9.99, Genre__c: 'Poetry' });
    expect(await refusal(books.retrieve(id))).toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist'
    });
  });

  it('are upserted by an external id', async () => {
    const books = admin.sobject('Book__c');

    const first = await books.upsert({ Isbn__c: '978 ü', Name: 'First' }, 'Isbn__c');
    const second = await books.upsert({ Isbn__c: '978 ü', Name: 'Second' }, 'Isbn__c');
    const [row] = await books.find({ Isbn__c: '978 ü' }, ['Name']);

    expect([first, second]).toMatchObject([
      { success: true, created: true },
      { success: true, created: false }
    ]);
    expect(row?.Name).toBe('Second');
  });

  it('name their parents by external ids', async () => {
    await admin.sobject('Author__c').create({ Name: 'Keyed', Key__c: 'k1' });

    const { id } = await admin.sobject('Book__c').create({ Name: 'By key', Author__r: { Key__c: 'k1' } });
    const read = await admin.query(`SELECT Author__r.Name FROM Book__c WHERE Id = '${id}'`);

    expect(read.records[0]).toMatchObject({ Author__r: { Name: 'Keyed' } });
  });

  it('are refused with code, message and fields', async () => {
    const books = admin.sobject('Book__c');

    const answers = await Promise.all([
      refusal(books.create({ Name: 'x'.repeat(81) })),
      refusal(books.create({ Name: 'x', Genre__c: 'Nonsense' })),
      refusal(books.create({ Name: 'x', Price__c: -1 })),
      refusal(books.create({ Name: 'x', Price__c: 'cheap' as unknown as number })),
      refusal(books.create({ Name: 'x', Nothing__c: 1 })),
      refusal(admin.sobject('Nothing__c').create({ Name: 'x' }))
    ]);

    expect(
      answers.map(({ errorCode, message, data }) => [errorCode, message, (data as { fields?: unknown }).fields])
    ).toEqual([
      ['STRING_TOO_LONG', expect.stringMatching(/^Title: data value too large: x+ \(max length=80\)$/), ['Name']],
      [
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Genre: bad value for restricted picklist field: Nonsense',
        ['Genre__c']
      ],
      ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'A price is not negative', ['Price__c']],
      [
        'JSON_PARSER_ERROR',
        expect.stringMatching(/^Cannot deserialize instance of currency from VALUE_STRING value cheap/),
        undefined
      ],
      ['INVALID_FIELD', "No such column 'Nothing__c' on sobject of type Book__c", undefined],
      ['NOT_FOUND', 'The requested resource does not exist', undefined]
    ]);
  });

  it('tell duplicates by their value', async () => {
    await admin.sobject('Book__c').create({ Name: 'One', Isbn__c: 'same' });

    expect(await refusal(admin.sobject('Book__c').create({ Name: 'Two', Isbn__c: 'same' }))).toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: expect.stringMatching(/^duplicate value found: Isbn__c duplicates value on record with id: a\w+$/)
    });
  });

  it('lead to their parents and children', async () => {
    const author = await admin.sobject('Author__c').create({ Name: 'Parent', Key__c: 'parent' });
    const book = await admin.sobject('Book__c').create({ Name: 'Child', Author__c: author.id, Isbn__c: 'a/b' });
    const root = `/services/data/v${version}/sobjects`;

    const parent = await admin.request(`${root}/Book__c/${book.id}/Author__r?fields=Name`);
    const children = await admin.request(`${root}/Author__c/${author.id}/Books__r`);
    const byKey = await admin.request(`${root}/Book__c/Isbn__c/${encodeURIComponent('a/b')}?fields=Name`);

    expect(parent).toMatchObject({ Name: 'Parent' });
    expect(children).toMatchObject({ totalSize: 1, records: [{ Name: 'Child' }] });
    expect(byKey).toMatchObject({ Name: 'Child' });
  });
});

describe('collections', () => {
  it('are created, read, changed, upserted and deleted', async () => {
    const books = admin.sobject('Book__c');

    const created = await books.create([{ Name: 'c1' }, { Name: 'c2' }]);
    const ids = created.map((one) => one.id ?? '');
    const changed = await books.update(ids.map((Id, at) => ({ Id, Price__c: at })));
    const upserted = await books.upsert(
      [
        { Isbn__c: 'c3', Name: 'c3' },
        { Isbn__c: 'c3b', Name: 'c3b' }
      ],
      'Isbn__c'
    );
    const read = await books.retrieve([...ids, 'a00000000000000AAA']);
    const deleted = await books.destroy(ids);

    expect(created.map((one) => one.success)).toEqual([true, true]);
    expect(changed).toMatchObject(ids.map((id) => ({ id, success: true, errors: [] })));
    expect(upserted).toMatchObject([
      { success: true, created: true },
      { success: true, created: true }
    ]);
    expect(read).toMatchObject([{ Name: 'c1', Price__c: 0 }, { Name: 'c2', Price__c: 1 }, null]);
    expect(deleted).toMatchObject(ids.map((id) => ({ id, success: true })));
  });

  it('save what is right', async () => {
    const results = await admin.sobject('Book__c').create([{ Name: 'right' }, { Name: 'wrong', Price__c: -1 }]);

    expect(results).toEqual([
      { id: expect.any(String), success: true, errors: [] },
      {
        success: false,
        errors: [
          { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A price is not negative', fields: ['Price__c'] }
        ]
      }
    ]);
  });

  it('save all or none', async () => {
    const results = await admin
      .sobject('Book__c')
      .create([{ Name: 'undone' }, { Name: 'wrong', Price__c: -1 }], { allOrNone: true });

    expect(results).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', fields: [] }] },
      { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] }
    ]);
    expect(await admin.sobject('Book__c').count({ Name: 'undone' })).toBe(0);
  });

  it('have no more than 200 records', async () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ Name: `m${at}` }));

    expect(await refusal(admin.sobject('Book__c').create(many))).toMatchObject({
      errorCode: 'EXCEEDED_ID_LIMIT',
      message: 'record limit reached. cannot submit more than 200 records into this call'
    });
  });
});

describe('composite requests', () => {
  const post = <V>(path: string, body: unknown) =>
    admin.requestPost<V>(`/services/data/v${version}/composite${path}`, body as object);
  const root = `/services/data/v${version}`;
  const author = (referenceId: string, name: string) => ({
    method: 'POST',
    url: `${root}/sobjects/Author__c`,
    referenceId,
    body: { Name: name }
  });

  it('refer to earlier answers', async () => {
    const { compositeResponse } = await post<{ compositeResponse: { httpStatusCode: number; body: unknown }[] }>('', {
      compositeRequest: [
        author('author', 'Composed'),
        {
          method: 'POST',
          url: `${root}/sobjects/Book__c`,
          referenceId: 'book',
          body: { Name: 'Opus', Author__c: '@{author.id}' }
        },
        { method: 'GET', url: `${root}/sobjects/Book__c/@{book.id}?fields=Name,Author__c`, referenceId: 'read' },
        {
          method: 'GET',
          url: `${root}/query?q=SELECT+Name+FROM+Author__c+WHERE+Id='@{read.Author__c}'`,
          referenceId: 'query'
        },
        {
          method: 'PATCH',
          url: `${root}/sobjects/Book__c/@{book.id}`,
          referenceId: 'change',
          body: { Name: '@{query.records[0].Name}' }
        },
        { method: 'DELETE', url: `${root}/sobjects/Book__c/@{nothing.id}`, referenceId: 'wrong' }
      ]
    });

    expect(compositeResponse.map((one) => one.httpStatusCode)).toEqual([201, 201, 200, 200, 204, 400]);
    expect(compositeResponse[2]?.body).toMatchObject({ Name: 'Opus' });
    expect(compositeResponse[4]?.body).toBeNull();
    expect(compositeResponse[5]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect(await admin.sobject('Book__c').count({ Name: 'Composed' })).toBe(1);
  });

  it('undo all when one fails', async () => {
    const { compositeResponse } = await post<{ compositeResponse: { httpStatusCode: number; body: unknown }[] }>('', {
      allOrNone: true,
      compositeRequest: [
        author('first', 'Half done'),
        { method: 'POST', url: `${root}/sobjects/Author__c`, referenceId: 'second', body: { Nothing__c: 1 } }
      ]
    });

    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] }
    ]);
    expect(await admin.sobject('Author__c').count({ Name: 'Half done' })).toBe(0);
  });

  it('run graphs, each for itself', async () => {
    const { graphs } = await post<{ graphs: { graphId: string; isSuccessful: boolean }[] }>('/graph', {
      graphs: [
        { graphId: 'good', compositeRequest: [author('a', 'Graph 1')] },
        { graphId: 'bad', compositeRequest: [author('a', 'Graph 2'), author('b', 'x'.repeat(100))] }
      ]
    });

    expect(graphs.map((one) => [one.graphId, one.isSuccessful])).toEqual([
      ['good', true],
      ['bad', false]
    ]);
    expect(await admin.sobject('Author__c').count({ Name: { $like: 'Graph%' } })).toBe(1);
  });

  it('run batches', async () => {
    const batch = (haltOnError: boolean) =>
      post<{ hasErrors: boolean; results: { statusCode: number; result: unknown }[] }>('/batch', {
        haltOnError,
        batchRequests: [
          { method: 'GET', url: `v${version}/sobjects/Nothing__c/describe` },
          { method: 'GET', url: `v${version}/limits` },
          { method: 'POST', url: `v${version}/sobjects/Author__c`, richInput: { Name: 'Batched' } }
        ]
      });

    const [all, halted] = [await batch(false), await batch(true)];

    expect([all.hasErrors, all.results.map((one) => one.statusCode)]).toEqual([true, [404, 200, 201]]);
    expect(halted.results.map((one) => one.statusCode)).toEqual([404, 412, 412]);
  });

  it('create trees', async () => {
    const tree = (price: number) => ({
      records: [
        {
          attributes: { type: 'Author__c', referenceId: 'root' },
          Name: 'Tree',
          Books__r: {
            records: [
              { attributes: { type: 'Book__c', referenceId: 'leaf1' }, Name: 'Leaf 1' },
              { attributes: { type: 'Book__c', referenceId: 'leaf2' }, Name: 'Leaf 2', Price__c: price }
            ]
          }
        }
      ]
    });

    const saved = await post<{ hasErrors: boolean; results: { referenceId: string }[] }>('/tree/Author__c', tree(1));
    const refused = await refusal(post('/tree/Author__c', tree(-1)));

    expect([saved.hasErrors, saved.results.map((one) => one.referenceId)]).toEqual([false, ['root', 'leaf1', 'leaf2']]);
    expect(refused.message).toContain('"referenceId":"leaf2"');
    expect(await admin.sobject('Book__c').count({ 'Author__r.Name': 'Tree' })).toBe(2);
  });
});

describe('metadata for clients', () => {
  it('describes an object', async () => {
    const book = await admin.describe('Book__c');

    expect(book).toMatchObject({ name: 'Book__c', label: 'Book', custom: true, createable: true, searchable: true });
    expect(book.fields.find((one) => one.name === 'Isbn__c')).toMatchObject({
      type: 'string',
      length: 20,
      externalId: true,
      unique: true,
      idLookup: true,
      soapType: 'xsd:string'
    });
    expect(book.fields.find((one) => one.name === 'Author__c')).toMatchObject({
      type: 'reference',
      referenceTo: ['Author__c'],
      relationshipName: 'Author__r'
    });
    expect(book.fields.find((one) => one.name === 'Genre__c')?.picklistValues).toMatchObject([
      { value: 'Novel', label: 'Novel' },
      { value: 'Poetry', label: 'Poems' }
    ]);
    expect(book.recordTypeInfos).toMatchObject([{ name: 'Master', master: true }]);
  });

  it('lists objects, limits and resources', async () => {
    const global = await admin.describeGlobal();
    const limits = await admin.limits();
    const counts = await admin.request<{ sObjects: { name: string }[] }>(
      `/services/data/v${version}/limits/recordCount?sObjects=Author__c`
    );

    expect(global.sobjects.find((one) => one.name === 'Book__c')).toMatchObject({ keyPrefix: expect.any(String) });
    expect(limits['DailyApiRequests']).toEqual({ Max: 15_000, Remaining: 15_000 });
    expect(counts.sObjects).toMatchObject([{ name: 'Author__c', count: expect.any(Number) }]);
    expect(await admin.recent()).toEqual([]);
  });

  it('tells what was changed and deleted', async () => {
    const start = new Date(Date.now() - 60_000);
    const { id = '' } = await admin.sobject('Author__c').create({ Name: 'Fleeting' });
    const end = new Date(Date.now() + 60_000);

    const updated = await admin.sobject('Author__c').updated(start, end);
    await admin.sobject('Author__c').destroy(id);
    const deleted = await admin.sobject('Author__c').deleted(start, end);

    expect(updated.ids).toContain(id);
    expect(deleted.deletedRecords.map((one) => one.id)).toContain(id);
  });
});

describe('Apex', () => {
  it('answers every verb of a REST resource', async () => {
    const conn = new jsforce.Connection({ instanceUrl: org.url, accessToken: await tokenFor(org, clerk), version });

    const answers = [
      await conn.apex.get('/books/7'),
      await conn.apex.post('/books/', { title: 'new' }),
      await conn.apex.put('/books/7', { title: 'all' }),
      await conn.apex.patch('/books/7', { title: 'part' })
    ];

    expect(answers).toEqual([
      { verb: 'GET', path: '/books/7', title: null },
      { verb: 'POST', path: '/books/', title: 'new' },
      { verb: 'PUT', path: '/books/7', title: 'all' },
      { verb: 'PATCH', path: '/books/7', title: 'part' }
    ]);
    await conn.apex.delete('/books/7');
  });

  it('runs anonymously', async () => {
    const run = (source: string) => admin.tooling.executeAnonymous(source);

    const results = [
      await run(`insert new Author__c(Name = 'Anonymous');`),
      await run(`String s = null; s.length();`),
      await run(`Integer i = 'x';`)
    ];

    expect(results).toMatchObject([
      { compiled: true, success: true, line: -1, column: -1 },
      {
        compiled: true,
        success: false,
        line: 1,
        exceptionMessage: 'System.NullPointerException: Attempt to de-reference a null object',
        exceptionStackTrace: 'AnonymousBlock: line 1, column 1'
      },
      {
        compiled: false,
        success: false,
        line: 1,
        compileProblem: expect.stringContaining('Illegal assignment from String to Integer')
      }
    ]);
    expect(await admin.sobject('Author__c').count({ Name: 'Anonymous' })).toBe(1);
  });

  it('leaves a log of every statement for a user who is traced at the finest level', async () => {
    const { user_id: userId } = await admin.identity();
    const level = await admin.tooling.create('DebugLevel', {
      DeveloperName: 'Finest',
      MasterLabel: 'Finest',
      ApexCode: 'FINEST'
    });
    const flag = await admin.tooling.create('TraceFlag', {
      TracedEntityId: userId,
      DebugLevelId: level.id,
      LogType: 'USER_DEBUG',
      StartDate: new Date(Date.now() - 1000).toISOString(),
      ExpirationDate: new Date(Date.now() + 600_000).toISOString()
    });

    await admin.tooling.executeAnonymous('Integer first = 1;\nfirst += 1;');
    const logs = await admin.tooling.query<{ Id: string }>('SELECT Id FROM ApexLog ORDER BY StartTime DESC LIMIT 1');
    await admin.tooling.destroy('TraceFlag', flag.id ?? '');
    const body = await admin.request<string>(`/tooling/sobjects/ApexLog/${logs.records[0]?.Id}/Body`);

    const events = body.split('\n').map((line) => line.replace(/^[\d:.]+ \(\d+\)\|/, ''));
    expect(events.filter((event) => /^(STATEMENT|VARIABLE)/.test(event))).toEqual([
      'VARIABLE_SCOPE_BEGIN|[1]|first|Integer|false|false',
      'STATEMENT_EXECUTE|[1]',
      'STATEMENT_EXECUTE|[1]',
      'VARIABLE_ASSIGNMENT|[1]|first|1',
      'STATEMENT_EXECUTE|[2]',
      'VARIABLE_ASSIGNMENT|[2]|first|2'
    ]);
  });

  it('is not for everyone to run', async () => {
    const conn = new jsforce.Connection({ instanceUrl: org.url, accessToken: await tokenFor(org, clerk), version });

    expect((await refusal(conn.tooling.executeAnonymous('Integer i = 1;'))).errorCode).toBe('INSUFFICIENT_ACCESS');
  });
});

describe('SOAP', () => {
  it('tells who one is', async () => {
    const user = await admin.soap.getUserInfo();

    expect(user).toMatchObject({ userName: administrator, organizationName: 'Local Org' });
  });

  it('refuses calls that the local org does not have', async () => {
    expect((await refusal(admin.soap.describeTabs())).message).toContain(
      'The local org does not support the SOAP call describeTabs.'
    );
  });
});
