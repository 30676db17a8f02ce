import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  built,
  client,
  eventually,
  fixture,
  startOrg,
  temporaryFolder,
  type Client,
  type RunningOrg
} from '../support/cli.js';
import { openDepot, type Depot } from '../support/depot.js';

const config = (file: string) => join(fixture('help-desk'), 'config', file);
const api = '/services/data/v67.0';

let depot: Depot;
let org: RunningOrg;
let agent: Client;
let guest: Client;
let admin: Client;

beforeAll(async () => {
  await built();
  depot = await openDepot();
  const data = temporaryFolder();
  org = await startOrg([
    ...['--source', fixture('help-desk'), '--data', data, '--credentials', depot.credentials(data)],
    ...['--users', config('agent.json'), '--users', config('guest.json')],
    ...['--import', config('plan.json'), '--run', config('setup.apex')]
  ]);
  agent = await org.logIn('agent@help.desk');
  guest = await org.logIn('guest@help.desk');
  admin = await org.logIn('admin@local-org.example');
}, 180_000);

afterAll(async () => {
  await org?.stop();
  depot?.close();
});

const apex = (who: Client, method: string, params: unknown = {}) =>
  who.send('POST', `/lightning/apex/${method.replace('.', '/')}`, params);
const query = async (soql: string) => {
  const answer = await agent.get(`${api}/query?q=${encodeURIComponent(soql)}`);
  return answer.json.records as Record<string, unknown>[];
};

describe('a new org', () => {
  it('holds the users, the data plan and what the script did', async () => {
    const rows = await query('SELECT Name, Effort__c, Status__c, Account__r.Name FROM Ticket__c ORDER BY Name');

    expect(rows.map((row) => row['Name'])).toEqual(['From script', 'Mouse', 'Printer']);
    expect(rows[2]).toMatchObject({ Effort__c: 2.5, Status__c: 'Open', Account__r: { Name: 'Acme' } });
  });
});

describe('sessions', () => {
  it('are needed for data', async () => {
    const answer = await client(org.url, {}).get(`${api}/query?q=SELECT+Id+FROM+Account`);

    expect(answer.status).toBe(401);
    expect(answer.json).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('log a new visitor in with the first page', async () => {
    const page = await fetch(`${org.url}/`);

    expect(page.headers.get('set-cookie')).toMatch(/^sid=\S+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await page.text()).toContain('<html');
  });

  it('tell who one is', async () => {
    const { json } = await agent.get('/lightning/bootstrap');

    expect(json.user).toMatchObject({
      name: 'Ana Agent',
      username: 'agent@help.desk',
      profile: 'Standard User',
      permissionSets: ['Agent'],
      timeZone: 'Europe/Berlin'
    });
    expect(json.users.map((one: { username: string }) => one.username)).toContain('guest@help.desk');
  });

  it('work as bearer tokens, issued to API clients', async () => {
    const token = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username: 'agent@help.desk', password: 'any' })
    });
    const { access_token: id } = (await token.json()) as { access_token: string };

    const answer = await client(org.url, { authorization: `Bearer ${id}` }).get(
      `${api}/query?q=SELECT+Id+FROM+Ticket__c`
    );

    expect(answer.status).toBe(200);
  });

  it('refuse a user that does not exist', async () => {
    const answer = await client(org.url, {}).send('POST', '/lightning/session', { username: 'nobody' });

    expect([answer.status, answer.json]).toEqual([404, { message: 'There is no active user nobody' }]);
  });

  it('are of no use to pages of other sites', async () => {
    const other = await agent.send('GET', '/lightning/bootstrap');
    const response = await fetch(`${org.url}/lightning/session`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: JSON.stringify({ username: 'agent@help.desk' })
    });

    expect([other.status, response.status]).toEqual([200, 403]);
  });
});

describe('a call from a component', () => {
  it('converts parameters to the declared types and the result back', async () => {
    const answer = await apex(agent, 'TicketController.echo', {
      text: 'ü',
      count: '7',
      amount: 10.5,
      day: '2026-02-28',
      moment: '2026-01-02T03:04:05.000Z',
      recordId: '001000000000001',
      names: ['a', 'b'],
      scores: { a: 3 }
    });

    expect(answer.json).toEqual({
      cacheable: true,
      value: {
        text: 'ü',
        count: 7,
        amount: 10.5,
        nextDay: '2026-03-01',
        moment: '2026-01-02T03:04:05.000Z',
        recordId: '001000000000001AAA',
        names: 2,
        score: 3
      }
    });
  });

  it('passes instances of classes by their @AuraEnabled members', async () => {
    const answer = await apex(agent, 'TicketController.price', {
      basket: {
        lines: [
          { title: 'x', amount: 1.25, hidden: 'y' },
          { title: 'z', amount: 2 }
        ]
      }
    });

    expect(answer.json.value).toEqual({
      lines: [
        { title: 'x', amount: 1.25 },
        { title: 'z', amount: 2 }
      ],
      total: 3.25
    });
  });

  it('passes records', async () => {
    const answer = await apex(agent, 'TicketController.save', { ticket: { Name: 'Saved', Effort__c: 4 } });

    expect(answer.json.value).toMatchObject({ Name: 'Saved', Effort__c: 4, Status__c: 'Open' });
  });

  it('refuses a value of the wrong type', async () => {
    const answer = await apex(agent, 'TicketController.divide', { left: 'four', right: 2 });

    expect([answer.status, answer.json.message]).toEqual([
      400,
      "Value provided is invalid for action parameter 'left' of type 'Integer'"
    ]);
  });

  it('tells an exception with its type and stack', async () => {
    const answer = await apex(agent, 'TicketController.divide', { left: 1, right: 0 });

    expect([answer.status, answer.json]).toEqual([
      500,
      {
        message: 'Divide by 0',
        exceptionType: 'System.MathException',
        isUserDefinedException: false,
        stackTrace: 'Class.TicketController.divide: line 70, column 1'
      }
    ]);
  });

  it('tells the text of an AuraHandledException only, and rolls back', async () => {
    const answer = await apex(agent, 'TicketController.saveThenFail', { name: 'Undone' });

    expect([answer.status, answer.json]).toEqual([
      500,
      {
        message: 'Not today',
        exceptionType: 'System.AuraHandledException',
        isUserDefinedException: false,
        stackTrace: ''
      }
    ]);
    expect(await query(`SELECT Id FROM Ticket__c WHERE Name = 'Undone'`)).toEqual([]);
  });

  it('needs access to the class', async () => {
    const [own, other] = [
      await apex(guest, 'TicketController.divide', { left: 4, right: 2 }),
      await apex(agent, 'SecretController.tell')
    ];

    expect([own.status, own.json.message]).toEqual([
      403,
      "You do not have access to the Apex class named 'TicketController'."
    ]);
    expect(other.status).toBe(403);
  });

  it('reaches @AuraEnabled methods only', async () => {
    const answer = await apex(agent, 'TicketController.notForComponents');

    expect([answer.status, answer.json.message]).toEqual([
      404,
      "TicketController has no static @AuraEnabled method named 'notForComponents'."
    ]);
  });

  it('may not change data when it is cacheable', async () => {
    const answer = await apex(agent, 'TicketController.saveWhileCacheable', {});

    expect(answer.json).toMatchObject({ message: 'Too many DML statements: 1' });
  });

  it('may be wired when it is cacheable only', async () => {
    const answer = await agent.send('POST', '/lightning/apex/TicketController/divide?wire=1', { left: 4, right: 2 });

    expect(answer.status).toBe(400);
  });
});

describe('callouts', () => {
  it('go through the named credential as the user who may', async () => {
    const answer = await apex(agent, 'TicketController.callOut', { path: '/hello' });

    expect(answer.json.value).toBe('hello Bearer abc');
  });

  it('become CalloutExceptions when no answer comes', async () => {
    const answer = await apex(agent, 'TicketController.callOut', { path: '/drop' });

    expect(answer.json).toMatchObject({
      message: 'Unexpected end of file from server',
      exceptionType: 'System.CalloutException'
    });
  });

  it('of one user do not block another', async () => {
    const slow = [1, 2, 3, 4].map(() => apex(agent, 'TicketController.callOut', { path: '/slow' }));
    await eventually(
      async () => depot.calls.filter((path) => path === '/slow').length,
      (count) => count === 4
    );

    // The slow ones wait for this: where they held it up, it would never come.
    const page = await guest.get('/lightning/bootstrap');
    depot.release();
    const answers = await Promise.all(slow);

    expect(page.status).toBe(200);
    expect(answers.map((answer) => answer.json.value)).toEqual(Array(4).fill('slow answer'));
  });
});

describe('the REST API', () => {
  it('queries with attributes and pages', async () => {
    const first = await agent.get(`${api}/query?q=${encodeURIComponent('SELECT Name FROM Ticket__c ORDER BY Name')}`);
    const [row] = first.json.records;

    expect(first.json).toMatchObject({ done: true });
    expect(row.attributes.url).toMatch(/^\/services\/data\/v67\.0\/sobjects\/Ticket__c\/a\w{17}$/);
  });

  it('follows nextRecordsUrl', async () => {
    for (let at = 0; at < 3; at++) {
      const source = `List<Account> all = new List<Account>(); for (Integer i = 0; i < 200; i++) { all.add(new Account(Name = 'Page ' + i)); } insert all;`;
      await admin.get(`${api}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
    }
    const soql = encodeURIComponent(`SELECT Id FROM Account WHERE Name LIKE 'Page%'`);
    const headers = { cookie: '', authorization: await token(), 'Sforce-Query-Options': 'batchSize=250' };
    const pages = client(org.url, headers);

    const first = await pages.get(`${api}/query?q=${soql}`);
    const second = await pages.get(first.json.nextRecordsUrl as string);
    const third = await pages.get(second.json.nextRecordsUrl as string);

    expect(
      [first, second, third].map((page) => [page.json.totalSize, page.json.records.length, page.json.done])
    ).toEqual([
      [600, 250, false],
      [600, 250, false],
      [600, 100, true]
    ]);
  });

  it('creates, reads, changes and deletes a record', async () => {
    const created = await agent.send('POST', `${api}/sobjects/Ticket__c`, { Name: 'Rest', Effort__c: 1.5 });
    const path = `${api}/sobjects/Ticket__c/${created.json.id}`;
    const changed = await agent.send('PATCH', path, { Effort__c: 3 });
    const read = await agent.get(`${path}?fields=Name,Effort__c`);
    const deleted = await agent.send('DELETE', path);
    const gone = await agent.get(path);

    expect([created.status, changed.status, read.status, deleted.status, gone.status]).toEqual([
      201, 204, 200, 204, 404
    ]);
    expect(read.json).toMatchObject({ Name: 'Rest', Effort__c: 3 });
  });

  it('answers errors in its own shape', async () => {
    const answers = await Promise.all([
      agent.get(`${api}/query?q=SELECT+Nothing__c+FROM+Ticket__c`),
      agent.get(`${api}/query?q=SELEC`),
      agent.send('POST', `${api}/sobjects/Ticket__c`, { Name: 'x'.repeat(81) }),
      agent.send('POST', `${api}/sobjects/Ticket__c`, '{"Name":'),
      guest.get(`${api}/sobjects/Ticket__c/describe`)
    ]);

    expect(answers.map((answer) => [answer.status, answer.json[0].errorCode])).toEqual([
      [400, 'INVALID_FIELD'],
      [400, 'MALFORMED_QUERY'],
      [400, 'STRING_TOO_LONG'],
      [400, 'JSON_PARSER_ERROR'],
      [403, 'INSUFFICIENT_ACCESS']
    ]);
  });

  it('describes objects', async () => {
    const { json } = await agent.get(`${api}/sobjects/Ticket__c/describe`);

    const status = json.fields.find((field: { name: string }) => field.name === 'Status__c');
    expect(json).toMatchObject({ name: 'Ticket__c', createable: true, custom: true });
    expect(status).toMatchObject({
      type: 'picklist',
      picklistValues: [{ value: 'Open' }, { value: 'Done', label: 'Finished' }]
    });
  });

  const token = async () => {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'agent@help.desk' })
    });
    return `Bearer ${((await response.json()) as { access_token: string }).access_token}`;
  };
});

describe('Apex REST', () => {
  it('passes the body as parameters and answers the returned object', async () => {
    const answer = await agent.send('POST', '/services/apexrest/tickets/v1/', { name: 'By REST', effort: 2 });

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ name: 'By REST', effort: 2 });
  });

  it('knows the address and answers records with attributes', async () => {
    const answer = await agent.get('/services/apexrest/tickets/v1/Printer');

    expect(answer.json).toMatchObject({ attributes: { type: 'Ticket__c' }, Name: 'Printer', Status__c: 'Open' });
  });

  it('lets the method write the response itself', async () => {
    const answer = await agent.send('PUT', '/services/apexrest/tickets/v1/?who=you', 'hello');

    expect([answer.status, answer.text, answer.headers.get('x-reply')]).toEqual([200, 'hello you', 'yes']);
  });

  it('refuses what is not mapped, and users without access', async () => {
    const answers = await Promise.all([
      agent.get('/services/apexrest/nothing'),
      agent.send('DELETE', '/services/apexrest/tickets/v1/'),
      guest.get('/services/apexrest/tickets/v1/Printer')
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([404, 405, 403]);
  });
});

describe('the UI API', () => {
  it('gives records with display values and parents', async () => {
    const [row] = await query(`SELECT Id FROM Ticket__c WHERE Name = 'Printer'`);
    const fields = 'Ticket__c.Name,Ticket__c.Status__c,Ticket__c.Effort__c,Ticket__c.Account__r.Name';

    const { json } = await agent.get(`${api}/ui-api/records/${String(row?.['Id'])}?fields=${fields}`);

    expect(json).toMatchObject({
      apiName: 'Ticket__c',
      fields: {
        Name: { value: 'Printer', displayValue: null },
        Effort__c: { value: 2.5, displayValue: '2.50' },
        Account__r: { displayValue: 'Acme', value: { apiName: 'Account', fields: { Name: { value: 'Acme' } } } }
      }
    });
  });

  it('tells the object and its picklists', async () => {
    const info = await agent.get(`${api}/ui-api/object-info/Ticket__c`);
    const values = await agent.get(`${api}/ui-api/object-info/Ticket__c/picklist-values/012000000000000AAA/Status__c`);

    expect(info.json.fields.Effort__c).toMatchObject({ dataType: 'Double', updateable: true });
    expect(values.json.values).toEqual([
      { attributes: null, label: 'Open', validFor: [], value: 'Open' },
      { attributes: null, label: 'Finished', validFor: [], value: 'Done' }
    ]);
  });

  it('lists records with search and sort', async () => {
    const { json } = await agent.send('POST', '/lightning/list', {
      object: 'Ticket__c',
      search: 'r',
      sort: { field: 'Name', direction: 'desc' },
      limit: 2
    });

    const names = json.records.map((record: { fields: { Name: { value: string } } }) => record.fields.Name.value);
    expect(names[0]).toBe('Printer');
    expect(json.columns[0]).toMatchObject({ field: 'Name', dataType: 'String' });
    expect(json.createable).toBe(true);
  });

  it('lists the columns that a list view of the project names', async () => {
    const { json } = await agent.send('POST', '/lightning/list', { object: 'Ticket__c', listView: 'All', limit: 2 });

    expect(json.columns.map((column: { field: string }) => column.field)).toEqual(['Name', 'Status__c', 'Account__c']);
    expect(json.records).toHaveLength(2);
    expect(
      (await agent.send('POST', '/lightning/list', { object: 'Ticket__c', listView: 'No', limit: 2 })).status
    ).toBe(404);
  });

  it('tells the buttons that the search layout puts on list views', async () => {
    const buttons = async (object: string) =>
      (await agent.send('POST', '/lightning/list', { object, limit: 1 })).json.buttons as unknown;

    expect(await buttons('Ticket__c')).toEqual([
      {
        name: 'Hand_On',
        label: 'Hand on',
        url: '/flow/Hand_On?retURL=/lightning/o/Ticket__c/list',
        needsSelection: true,
        newWindow: false
      }
    ]);
    expect(await buttons('Account')).toEqual([]);
  });

  it('shows the screen that a flow ends with, and says what of screens is not supported', async () => {
    const { json } = await agent.get('/lightning/flow-screen/hand_on?ids=a&ids=b&retURL=/x');

    expect(json.screen).toEqual({
      name: 'Summary',
      label: 'Tickets',
      flowLabel: 'Hand on',
      header: false,
      footer: true,
      canFinish: true,
      parts: [
        { kind: 'text', name: 'Words', text: '2 tickets are handed on.' },
        { kind: 'component', name: 'Outcome', component: 'c:ticketList', properties: { tickets: ['a', 'b'] } }
      ]
    });
    const two = await agent.get('/lightning/flow-screen/Two_Steps');
    expect(two.status).toBe(501);
    expect(two.json.message).toMatch(/what follows a screen in flows \(flow Two_Steps, Summary\)/);
    expect((await agent.get('/lightning/flow-screen/None')).status).toBe(404);
  });

  it('lists related records', async () => {
    const [account] = await query(`SELECT Id FROM Account WHERE Name = 'Acme'`);

    const { json } = await agent.send('POST', '/lightning/related', {
      recordId: account?.['Id'],
      relationship: 'Tickets__r'
    });

    expect(json.lists[0]).toMatchObject({ relationship: 'Tickets__r', object: 'Ticket__c', total: 1 });
  });

  it('lists them by the columns and in the order that a page names', async () => {
    const create = async (object: string, fields: object): Promise<string> =>
      (await agent.send('POST', `${api}/sobjects/${object}`, fields)).json.id;
    const id = await create('Account', { Name: 'Beacon' });
    for (const Name of ['One', 'Two', 'Six']) await create('Ticket__c', { Name, Account__c: id });

    const { json } = await agent.send('POST', '/lightning/related', {
      recordId: id,
      relationship: 'Tickets__r',
      fields: ['NAME', 'Status__c'],
      sort: { field: 'NAME', direction: 'desc' }
    });

    const [list] = json.lists as { columns: { field: string }[]; records: { fields: { Name: { value: string } } }[] }[];
    expect(list?.columns.map(({ field }) => field)).toEqual(['Name', 'Status__c']);
    expect(list?.records.map(({ fields }) => fields.Name.value)).toEqual(['Two', 'Six', 'One']);
  });

  it('shows field errors as components read them', async () => {
    const answer = await agent.send('POST', `${api}/ui-api/records`, {
      apiName: 'Ticket__c',
      fields: { Name: 'x', Status__c: 'Nonsense' }
    });

    expect(answer.status).toBe(400);
    expect(answer.json.output.fieldErrors.Status__c[0]).toMatchObject({
      errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      field: 'Status__c'
    });
  });

  it('hides what the user may not see', async () => {
    const [row] = await query(`SELECT Id FROM Ticket__c WHERE Name = 'Printer'`);

    const answers = await Promise.all([
      guest.get(`${api}/ui-api/records/${String(row?.['Id'])}?fields=Ticket__c.Name`),
      guest.get(`${api}/query?q=SELECT+Name+FROM+Ticket__c`)
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([403, 400]);
  });
});

describe('asynchronous Apex', () => {
  const execute = (source: string) =>
    admin.get(`${api}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
  const noted = (name: string) =>
    eventually(
      () => query(`SELECT Note__c, Effort__c FROM Ticket__c WHERE Name = '${name}'`),
      (rows) => rows.length > 0
    );

  it('runs a queueable after commit, then its finalizer', async () => {
    await execute(`System.enqueueJob(new WorkJob('q1', 'plain'));`);

    expect((await noted('q1 finalized'))[0]).toMatchObject({ Note__c: 'SUCCESS running none' });
    expect((await noted('q1'))[0]).toMatchObject({ Note__c: 'work' });
  });

  it('runs the finalizer of a job that failed or hit a limit, after its rollback', async () => {
    await execute(`System.enqueueJob(new WorkJob('q2', 'fail'));`);
    await execute(`System.enqueueJob(new WorkJob('q3', 'limit'));`);

    expect((await noted('q2 finalized'))[0]).toMatchObject({ Note__c: 'UNHANDLED_EXCEPTION running broken' });
    expect((await noted('q3 finalized'))[0]).toMatchObject({
      Note__c: expect.stringMatching(
        /^UNHANDLED_EXCEPTION running System\.LimitException: Too many SOQL queries: 201\nClass\.WorkJob\.execute: line \d+/
      )
    });
    expect(await query(`SELECT Id FROM Ticket__c WHERE Name IN ('q2', 'q3')`)).toEqual([]);
  });

  it('drops a job with the transaction that enqueued it', async () => {
    const answer = await execute(`System.enqueueJob(new WorkJob('q4', 'plain')); Integer x = 1 / 0;`);
    await execute(`System.enqueueJob(new WorkJob('q5', 'plain'));`);
    await noted('q5 finalized');

    expect(answer.json).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0'
    });
    expect(await query(`SELECT Id FROM Ticket__c WHERE Name = 'q4'`)).toEqual([]);
  });

  it('refuses a callout once a job is pending', async () => {
    const answer = await execute(
      `System.enqueueJob(new WorkJob('q6', 'plain')); HttpRequest r = new HttpRequest(); r.setEndpoint('${depot.url}/hello'); r.setMethod('GET'); new Http().send(r);`
    );

    expect(answer.json.exceptionMessage).toBe(
      'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out'
    );
  });

  it('runs futures and delivers events after commit', async () => {
    await execute(
      `Later.note('f1', new List<Decimal>{ 1, 2.5 }); EventBus.publish(new TicketRaised__e(Title__c = 'e1'));`
    );

    expect((await noted('f1'))[0]).toMatchObject({ Note__c: 'future', Effort__c: 3.5 });
    expect((await noted('e1'))[0]).toMatchObject({ Note__c: 'event' });
  });

  it('runs a batch in chunks; one that fails does not stop the others', async () => {
    await execute(
      `List<Ticket__c> all = new List<Ticket__c>(); for (String name : new List<String>{ 'a', 'bad', 'c' }) { all.add(new Ticket__c(Name = name, Note__c = 'batch')); } insert all; Database.executeBatch(new RecountBatch(), 1);`
    );

    expect((await noted('recount'))[0]).toMatchObject({ Effort__c: 2 });
    const rows = await query(`SELECT Name, Effort__c FROM Ticket__c WHERE Note__c = 'batch' ORDER BY Name`);
    expect(rows.map((row) => [row['Name'], row['Effort__c']])).toEqual([
      ['a', 7],
      ['bad', null],
      ['c', 7]
    ]);
  });

  it('fires a schedule', async () => {
    // Ahead enough for a busy machine to have it scheduled before.
    const second = new Date(Date.now() + 8000);
    const cron = `${second.getUTCSeconds()} ${second.getUTCMinutes()} * * * ?`;
    await execute(`System.schedule('soon', '${cron}', new NightlyJob());`);

    expect((await noted('nightly'))[0]).toMatchObject({ Note__c: '08e' });
  });

  it('sends events to browsers that listen', async () => {
    const { headers } = await fetch(`${org.url}/lightning/session`, {
      method: 'POST',
      body: JSON.stringify({ username: 'agent@help.desk' })
    });
    const stop = new AbortController();
    const stream = await fetch(`${org.url}/lightning/events?channel=/event/TicketRaised__e`, {
      headers: { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
      signal: stop.signal
    });
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await execute(`EventBus.publish(new TicketRaised__e(Title__c = 'heard'));`);

    const { value } = await reader.read();
    stop.abort();

    const message = JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''));
    expect(message).toMatchObject({ channel: '/event/TicketRaised__e', data: { payload: { Title__c: 'heard' } } });
  });
});
