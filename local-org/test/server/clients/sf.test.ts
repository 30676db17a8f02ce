import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type RunningOrg } from '../../support/cli.js';
import { sfCommand, type SfCommand } from './sf.js';
import { administrator, openShop, tokenFor } from './shop.js';

/** A command takes two seconds to start. */
const patience = 60_000;

let org: RunningOrg;
let sf: SfCommand;

beforeAll(async () => {
  org = await openShop();
  sf = sfCommand();
  const login = await sf(['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--set-default'], {
    env: { SF_ACCESS_TOKEN: await tokenFor(org, administrator) }
  });
  if (login.code !== 0) throw new Error(login.out + login.err);
}, 180_000);

afterAll(async () => {
  await org?.stop();
});

const json = async (...args: string[]) => {
  const answer = await sf([...args, '--json']);
  if (answer.result === undefined) throw new Error(answer.out + answer.err);
  return answer.result;
};
const file = (name: string, content: unknown): string => {
  const path = join(sf.project, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('sf org', () => {
  it('shows the org that an access token leads to', { timeout: patience }, async () => {
    const display = await json('org', 'display');

    expect(display).toMatchObject({
      username: administrator,
      connectedStatus: 'Connected',
      apiVersion: '67.0',
      id: expect.stringMatching(/^00D\w{15}$/)
    });
  });

  it('opens the shell, once', { timeout: patience }, async () => {
    const { url } = await json('org', 'open', '--url-only', '--path', 'lightning/o/Book__c/list');

    const door = await fetch(url as string, { redirect: 'manual' });
    const cookie = (door.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await fetch(org.url + door.headers.get('location'), { headers: { cookie } });
    const who = await fetch(`${org.url}/lightning/bootstrap`, { headers: { cookie } });
    const again = await fetch(url as string, { redirect: 'manual' });

    expect([door.status, door.headers.get('location'), page.status, again.status]).toEqual([
      302,
      '/lightning/o/Book__c/list',
      200,
      403
    ]);
    expect(await page.text()).toContain('<html');
    expect(((await who.json()) as { user: { username: string } }).user.username).toBe(administrator);
  });

  it('lists limits', { timeout: patience }, async () => {
    const limits = (await json('org', 'list', 'limits')) as { name: string; max: number }[];

    expect(limits.find((one) => one.name === 'DailyApiRequests')).toEqual({
      name: 'DailyApiRequests',
      max: 15_000,
      remaining: 15_000
    });
  });
});

describe('sf data', () => {
  it('creates, reads, changes and deletes records', { timeout: patience }, async () => {
    const where = ['--sobject', 'Book__c', '--where', "Isbn__c='cli'"];

    const created = await json(
      'data',
      'create',
      'record',
      '-s',
      'Book__c',
      '-v',
      "Name='By hand' Isbn__c=cli Price__c=12.5"
    );
    const changed = await json('data', 'update', 'record', ...where, '-v', 'Price__c=13 InStock__c=false');
    const read = await json('data', 'get', 'record', ...where);
    const deleted = await json('data', 'delete', 'record', ...where);

    expect(created).toMatchObject({ id: expect.stringMatching(/^a\w{17}$/), success: true });
    expect([changed.success, deleted.success]).toEqual([true, true]);
    expect(read).toMatchObject({ Name: 'By hand', Price__c: 13, InStock__c: false });
  });

  it('tells why a record was not saved', { timeout: patience }, async () => {
    const answer = await sf(['data', 'create', 'record', '-s', 'Book__c', '-v', "Name='x' Price__c=-1", '--json']);

    expect(answer.code).not.toBe(0);
    expect(JSON.parse(answer.out)).toMatchObject({ message: expect.stringContaining('A price is not negative') });
  });

  it('imports, queries and exports trees', { timeout: patience }, async () => {
    file('Author__c.json', {
      records: [{ attributes: { type: 'Author__c', referenceId: 'A1' }, Name: 'Planted' }]
    });
    file('Book__c.json', {
      records: [
        { attributes: { type: 'Book__c', referenceId: 'B1' }, Name: 'Leaf', Author__c: '@A1', Price__c: 5 },
        { attributes: { type: 'Book__c', referenceId: 'B2' }, Name: 'Twig', Author__c: '@A1', Price__c: 6 }
      ]
    });
    const plan = file('plan.json', [
      { sobject: 'Author__c', files: ['Author__c.json'] },
      { sobject: 'Book__c', files: ['Book__c.json'] }
    ]);

    const imported = (await json('data', 'import', 'tree', '--plan', plan)) as { refId: string }[];
    const table = await sf([
      'data',
      'query',
      '-q',
      `SELECT Name, Author__r.Name FROM Book__c WHERE Price__c IN (5, 6) ORDER BY Name`
    ]);
    const csv = await sf([
      'data',
      'query',
      '-r',
      'csv',
      '-q',
      'SELECT Author__r.Name, SUM(Price__c) total FROM Book__c WHERE Author__c != null GROUP BY Author__r.Name'
    ]);
    await json(
      'data',
      'export',
      'tree',
      '-q',
      `SELECT Name, (SELECT Name, Price__c FROM Books__r) FROM Author__c WHERE Name = 'Planted'`,
      '-d',
      'out',
      '--plan'
    );

    expect(imported.map((one) => one.refId)).toEqual(['A1', 'B1', 'B2']);
    expect(table.out).toMatch(/NAME\W+AUTHOR__R\.NAME/);
    expect(table.out).toMatch(/Leaf\W+Planted/);
    expect(csv.out.trim().split(/\r?\n/)).toEqual(['Name,total', 'Planted,11']);
    const books = JSON.parse(readFileSync(join(sf.project, 'out', 'Book__c.json'), 'utf8')) as { records: unknown[] };
    expect(books.records).toMatchObject([{ Name: 'Leaf', Price__c: 5 }, { Name: 'Twig' }]);
  });

  it('queries the Tooling API', { timeout: patience }, async () => {
    const classes = await json(
      'data',
      'query',
      '--use-tooling-api',
      '-q',
      `SELECT Name, SymbolTable, LengthWithoutComments FROM ApexClass WHERE Name = 'BookPricing'`
    );

    expect(classes.records[0]).toMatchObject({
      attributes: { type: 'ApexClass', url: expect.stringContaining('/tooling/sobjects/ApexClass/01p') },
      Name: 'BookPricing',
      SymbolTable: {
        name: 'BookPricing',
        methods: [
          {
            name: 'reduced',
            returnType: 'Decimal',
            parameters: [
              { name: 'price', type: 'Decimal' },
              { name: 'percent', type: 'Integer' }
            ]
          },
          { name: 'neverCalled' }
        ]
      }
    });
  });
});

describe('sf sobject and sf api', () => {
  it('list and describe objects', { timeout: patience }, async () => {
    const custom = (await json('sobject', 'list', '--sobject', 'custom')) as string[];
    const book = await json('sobject', 'describe', '--sobject', 'Book__c');
    const version = await sf(['api', 'request', 'rest', '/services/data/v67.0/sobjects/Book__c']);

    expect(custom).toEqual(expect.arrayContaining(['Author__c', 'Book__c']));
    expect(custom).not.toContain('Account');
    expect(book.fields.map((one: { name: string }) => one.name)).toContain('Isbn__c');
    expect(JSON.parse(version.out)).toMatchObject({ objectDescribe: { name: 'Book__c' } });
  });
});

describe('sf apex', () => {
  it('runs a script and shows its debug log', { timeout: patience }, async () => {
    const script = file(
      'script.apex',
      `Author__c a = new Author__c(Name = 'Scripted');\ninsert a;\nSystem.debug('Id is set: ' + (a.Id != null));`
    );

    const answer = await sf(['apex', 'run', '--file', script]);
    const lines = answer.out.split('\n').map((line) => line.replace(/^[\d:.]+ \(\d+\)\|/, ''));

    expect(answer.out).toContain('Executed successfully.');
    expect(lines).toEqual(
      expect.arrayContaining([
        '67.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO',
        'EXECUTION_STARTED',
        'CODE_UNIT_STARTED|[EXTERNAL]|execute_anonymous_apex',
        'USER_DEBUG|[3]|DEBUG|Id is set: true',
        '  Number of DML statements: 1 out of 150',
        'CODE_UNIT_FINISHED|execute_anonymous_apex',
        'EXECUTION_FINISHED'
      ])
    );
  });

  it('shows what an exception and a compile error are', { timeout: patience }, async () => {
    const thrown = await sf([
      ...['apex', 'run', '--json', '--file'],
      file('thrown.apex', `Integer zero = 0;\nInteger x = 1 / zero;`)
    ]);
    const wrong = await sf(['apex', 'run', '--json', '--file', file('wrong.apex', 'Strin s;')]);

    expect(JSON.parse(thrown.out)).toMatchObject({
      message: expect.stringContaining('System.MathException: Divide by 0'),
      data: { compiled: true, success: false, exceptionStackTrace: 'AnonymousBlock: line 2, column 1' }
    });
    expect(JSON.parse(wrong.out)).toMatchObject({
      message: expect.stringContaining('Strin'),
      data: { compiled: false, success: false, line: '1', column: '1' }
    });
  });

  // The trigger runs in the set-up of the tests only, which covers nothing.
  it('runs one class of tests synchronously, with coverage', { timeout: patience }, async () => {
    const answer = await json(
      'apex',
      'run',
      'test',
      '--synchronous',
      '--class-names',
      'BookPricingTest',
      '--code-coverage'
    );

    expect(answer.summary).toMatchObject({
      outcome: 'Passed',
      testsRan: 2,
      passing: 2,
      failing: 0,
      orgWideCoverage: '15%'
    });
    expect(answer.tests.map((one: { FullName: string }) => one.FullName)).toEqual([
      'BookPricingTest.reducesAPrice',
      'BookPricingTest.refusesTooMuch'
    ]);
    expect(
      answer.coverage.coverage.map((one: { name: string; coveredPercent: number }) => [one.name, one.coveredPercent])
    ).toEqual([['BookPricing', 75]]);
  });

  it('runs all tests asynchronously and gets the results later', { timeout: patience }, async () => {
    const started = await json('apex', 'run', 'test', '--test-level', 'RunLocalTests');
    const id = started.testRunId as string;

    const junit = await eventually(
      () => sf(['apex', 'get', 'test', '--test-run-id', id, '--code-coverage', '--result-format', 'junit']),
      ({ out }) => out.includes('</testsuites>')
    );

    expect(id).toMatch(/^707\w{15}$/);
    expect(junit.out).toContain('name="isWrong" classname="BookFailingTest"');
    expect(junit.out).toContain('System.AssertException: Assertion Failed: Counting: Expected: 1, Actual: 2');
    expect(junit.out).toContain('<property name="testsRan" value="3"/>');
    expect(junit.out).toContain('<property name="failRate" value="33%"/>');
  });

  it('waits for chosen methods and shows them to people', { timeout: patience }, async () => {
    const answer = await sf([
      'apex',
      'run',
      'test',
      '--tests',
      'BookPricingTest.refusesTooMuch',
      '--tests',
      'BookFailingTest',
      '--wait',
      '5',
      '--result-format',
      'human',
      '--code-coverage',
      '--detailed-coverage'
    ]);

    expect(answer.code).toBe(100);
    expect(answer.out).toMatch(/BookPricingTest\.refusesTooMuch\s+BookPricing\s+Pass\s+50%/);
    expect(answer.out).toMatch(/BookFailingTest\.isWrong\s+Fail/);
    expect(answer.out).toContain('Class.BookFailingTest.isWrong: line 5, column 1');
    expect(answer.out).not.toContain('reducesAPrice');
  });

  it('builds a test suite and runs it', { timeout: patience }, async () => {
    const headers = { authorization: `Bearer ${await tokenFor(org, administrator)}` };
    const root = `${org.url}/services/data/v67.0/tooling`;
    const create = async (object: string, body: unknown) => {
      const response = await fetch(`${root}/sobjects/${object}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body)
      });
      return ((await response.json()) as { id: string }).id;
    };
    const classes = await json(
      'data',
      'query',
      '--use-tooling-api',
      '-q',
      `SELECT Id FROM ApexClass WHERE Name = 'BookPricingTest'`
    );
    const suite = await create('ApexTestSuite', { TestSuiteName: 'Prices' });
    await create('TestSuiteMembership', { ApexClassId: classes.records[0].Id, ApexTestSuiteId: suite });

    const answer = await json('apex', 'run', 'test', '--suite-names', 'Prices', '--wait', '5');

    expect(answer.summary).toMatchObject({ outcome: 'Passed', testsRan: 2 });
  });

  it('refuses a class that is no test', { timeout: patience }, async () => {
    const answer = await sf(['apex', 'run', 'test', '--class-names', 'BookPricing', '--wait', '1']);

    expect(answer.code).not.toBe(0);
    expect(answer.out + answer.err).toContain("This class name's value is invalid: BookPricing");
  });

  it('tails, lists and gets debug logs of a traced user', { timeout: patience * 2 }, async () => {
    const script = file(
      'traced.apex',
      `System.debug('tailed');\nInteger rows = [SELECT COUNT() FROM Book__c WHERE Name = 'x'];\ninsert new Book__c(Name = 'Traced');`
    );
    const tail = sf(['apex', 'tail', 'log'], { until: 'EXECUTION_FINISHED' });
    await eventually(
      () => json('data', 'query', '--use-tooling-api', '-q', 'SELECT Id FROM TraceFlag'),
      (flags) => flags.totalSize > 0
    );
    await eventually(
      async () => {
        await sf(['apex', 'run', '--file', script]);
        return json('apex', 'list', 'log');
      },
      (logs) => logs.length > 0
    );

    const tailed = await tail;
    const logs = (await json('apex', 'list', 'log')) as { Id: string; Status: string; LogUser: { Name: string } }[];
    const [log] = (await json('apex', 'get', 'log', '--log-id', logs[0]?.Id ?? '')) as { log: string }[];

    expect(tailed.out).toContain('|USER_DEBUG|[1]|DEBUG|tailed');
    expect(logs[0]).toMatchObject({ Status: 'Success', LogUser: { Name: 'Org Administrator' } });
    expect(log?.log).toContain('|USER_DEBUG|[1]|DEBUG|tailed');
  });
});
