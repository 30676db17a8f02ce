import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../src/async/job-rows.js';
import { parseSource } from '../../src/1-parse/index.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import { ApexId, idSuffix } from '../../src/kernel/scalars.js';
import type { TransactionOrigin } from '../../src/kernel/services.js';
import { HttpRequestObject } from '../../src/platform/http.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { limitTables } from '../../src/runtime/limits.js';
import { eventFiles, objectXml, openOrg, type Files, type TestOrg } from './harness.js';

/** Apex Developer Guide, "Execution Governors and Limits": a row for each line, at the limit and one past it. */
const files: Files = {
  'Use.cls': `public class Use {
    public static void queries(Integer n) { for (Integer i = 0; i < n; i++) { List<Account> a = [SELECT Id FROM Account]; } }
    public static void metadata(Integer n) { for (Integer i = 0; i < n; i++) { List<Rate__mdt> a = [SELECT Id FROM Rate__mdt]; } }
    public static void children(Integer n) { for (Integer i = 0; i < n; i++) { List<Account> a = [SELECT Id, (SELECT Id FROM Contacts), (SELECT Id FROM Opportunities), (SELECT Id FROM Cases) FROM Account]; } }
    public static void rows(Integer n) { List<Item__c> all = [SELECT Id FROM Item__c LIMIT :n]; Assert.areEqual(n, all.size()); }
    public static void locator(Integer n) { Database.QueryLocatorIterator rows = Database.getQueryLocator('SELECT Id FROM Item__c LIMIT ' + n).iterator(); while (rows.hasNext()) rows.next(); }
    public static void searches(Integer n) { for (Integer i = 0; i < n; i++) { List<List<SObject>> found = [FIND 'aa' RETURNING Account]; } }
    public static void dml(Integer n) { for (Integer i = 0; i < n; i++) insert new Account(Name = 'a'); }
    public static void savepoints(Integer n) { Savepoint point = Database.setSavepoint(); for (Integer i = 1; i < n; i++) { Database.rollback(point); } }
    public static void eventsAfter(Integer n) { for (Integer i = 0; i < n; i++) EventBus.publish(new Later__e()); }
    public static void eventsNow(Integer n) { for (Integer i = 0; i < n; i++) EventBus.publish(new Now__e()); }
    public static void dmlRows(Integer n) { List<Item__c> all = new List<Item__c>(); for (Integer i = 0; i < n; i++) all.add(new Item__c()); insert all; }
    public static void binned(Integer n) { List<Item__c> all = [SELECT Id FROM Item__c LIMIT :n]; Database.emptyRecycleBin(all); }
    public static void callouts(Integer n) { for (Integer i = 0; i < n; i++) { HttpRequest r = new HttpRequest(); r.setMethod('GET'); try { new Http().send(r); } catch (CalloutException e) { Assert.areEqual('The callout endpoint is not set', e.getMessage()); } } }
    public static void futures(Integer n) { for (Integer i = 0; i < n; i++) later(); }
    public static void jobs(Integer n) { for (Integer i = 0; i < n; i++) System.enqueueJob(new Job()); }
    public static void mails(Integer n) { for (Integer i = 0; i < n; i++) Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail(1) }); }
    public static void addresses(Integer n) { Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail(n) }); }
    public static void pushes(Integer n) { for (Integer i = 0; i < n; i++) new Messaging.PushNotification(Messaging.PushNotificationPayload.apple('a', '', 1, null)).send('App', new Set<String>{ UserInfo.getUserId() }); }
    public static void text(Integer n) { String s = ''; while (s.length() < n) s = s + 'a'.repeat(Math.min(n - s.length(), 3000000)); }
    public static void fetches(Integer n) { Database.Cursor c = Database.getCursor('SELECT Id FROM Account'); for (Integer i = 0; i < n; i++) c.fetch(0, 1); }
    public static void pages(Integer n) { for (Integer i = 0; i < n; i++) { Database.PaginationCursor c = Database.getPaginationCursor('SELECT Id FROM Account'); } }
    public static void page(Integer n) { Database.getPaginationCursor('SELECT Id FROM Item__c').fetchPage(0, n); }
    public static void timeout(Integer n) { new HttpRequest().setTimeout(n); }
    public static void triggers(Integer n) { Deep.left = n; insert new Account(Name = 'deep'); }
    static Messaging.SingleEmailMessage mail(Integer n) {
      Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
      List<String> to = new List<String>(); for (Integer i = 0; i < n; i++) to.add('a' + i + '@b.example');
      mail.setToAddresses(to); mail.setSubject('a'); mail.setPlainTextBody('a');
      return mail;
    }
    @Future public static void later() {}
    @Future public static void about(Set<Id> ids, Integer n) {}
    public class Job implements Queueable { public void execute(QueueableContext context) {} }
  }`,
  'Deep.cls':
    'public class Deep { public static Integer left = 0; public static Integer most = 0; public static List<Integer> sizes = new List<Integer>(); }',
  'DeepTrigger.trigger': `trigger DeepTrigger on Account (before insert) {
    Deep.left--;
    if (Deep.left > 0) insert new Account(Name = 'deeper');
  }`,
  'ItemTrigger.trigger': 'trigger ItemTrigger on Item__c (before insert) { Deep.sizes.add(Trigger.new.size()); }',
  'objects/Item__c/Item__c.object-meta.xml': objectXml(
    '<label>Item</label><pluralLabel>Items</pluralLabel><nameField><label>Name</label><type>AutoNumber</type><displayFormat>{0}</displayFormat></nameField><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>',
    'Size__c'
  ),
  'objects/Rate__mdt/Rate__mdt.object-meta.xml': objectXml('<label>Rate</label><pluralLabel>Rates</pluralLabel>'),
  'LaterTrigger.trigger': `trigger LaterTrigger on Later__e (after insert) { insert new Item__c(Size__c = '' + Trigger.new.size()); }`,
  ...eventFiles('Later__e', 'After'),
  ...eventFiles('Now__e', 'Immediately')
};

let opened: TestOrg;
const jobId = ApexId.parse('707000000000001AAA') as ApexId;
const origins = {
  sync: { kind: 'anonymous' },
  scheduled: { kind: 'scheduled', jobId },
  queueable: { kind: 'queueable', jobId },
  batch: { kind: 'batch', jobId },
  future: { kind: 'future', jobId }
} as const satisfies Record<string, TransactionOrigin>;
type Origin = keyof typeof origins;

beforeAll(async () => {
  opened = await openOrg(files);
  expect(opened.org.code.compileErrors).toEqual([]);
  await opened.run(`insert new Item__c(); insert new Account(Name = 'a');`);
  copyRows('Item__c', 50_001);
}, 120_000);
afterAll(() => opened.close());

/** Fills the table of an object up with copies of its only row: saving so many takes minutes. */
function copyRows(object: string, count: number): void {
  const { connection } = opened.org.data;
  const columns = connection.all(`PRAGMA table_info("${object}")`).map(([, name]) => `"${String(name)}"`);
  const [[id] = []] = connection.all(`SELECT "Id" FROM "${object}"`);
  const prefix = String(id).slice(0, 5);
  const others = columns.filter((name) => name !== '"Id"').join(', ');
  connection.begin();
  for (let i = 1; i < count; i++) {
    const id15 = `${prefix}X${String(i).padStart(9, '0')}`;
    connection.run(`INSERT INTO "${object}" ("Id", ${others}) SELECT ?, ${others} FROM "${object}" WHERE "Id" = ?`, [
      id15 + idSuffix(id15),
      String(id)
    ]);
  }
  connection.commit();
}

/** `fine`, or what the transaction ends with; nothing is kept of it. */
async function outcomeOf(apex: string, origin: Origin): Promise<string> {
  const block = await opened.org.code.compileAnonymous(apex);
  if (block.errors.length > 0) throw new Error(JSON.stringify(block.errors));
  const enough = new Error('fine');
  try {
    opened.org.run({ userId: idOf(opened.org.data.administratorId.value), origin: origins[origin] }, (tx) => {
      block.run(tx);
      throw enough;
    });
  } catch (error) {
    if (error === enough) return 'fine';
    if (error instanceof ApexThrow) return exceptionText(error.exception);
    throw error;
  }
  return 'fine';
}

type Row = readonly [line: string, method: string, limit: number, message: string, origin?: Origin];

const limit = (text: string): string => `System.LimitException: ${text}`;

const rows: readonly Row[] = [
  ['SOQL queries', 'queries', 100, limit('Too many SOQL queries: 101')],
  ['SOQL queries, asynchronous', 'queries', 200, limit('Too many SOQL queries: 201'), 'queueable'],
  ['SOQL queries, asynchronous', 'queries', 200, limit('Too many SOQL queries: 201'), 'batch'],
  ['SOQL queries, asynchronous', 'queries', 200, limit('Too many SOQL queries: 201'), 'future'],
  [
    'SOQL queries of scheduled Apex: synchronous limits',
    'queries',
    100,
    limit('Too many SOQL queries: 101'),
    'scheduled'
  ],
  // Three child queries a query: 300 of them with 100 queries, of which one more is stopped as a query.
  ['child queries: three times as many', 'children', 100, limit('Too many SOQL queries: 101')],
  ['rows of SOQL queries', 'rows', 50_000, limit('Too many query rows: 50001')],
  ['rows of SOQL queries, asynchronous', 'rows', 50_000, limit('Too many query rows: 50001'), 'batch'],
  ['rows of Database.getQueryLocator', 'locator', 10_000, limit('Too many query locator rows: 10001')],
  ['SOSL queries', 'searches', 20, limit('Too many SOSL queries: 21')],
  ['SOSL queries, asynchronous', 'searches', 20, limit('Too many SOSL queries: 21'), 'queueable'],
  ['DML statements', 'dml', 150, limit('Too many DML statements: 151')],
  ['DML statements, asynchronous', 'dml', 150, limit('Too many DML statements: 151'), 'batch'],
  ['savepoints and rollbacks are DML statements', 'savepoints', 150, limit('Too many DML statements: 151')],
  ['events published after commit are DML statements', 'eventsAfter', 150, limit('Too many DML statements: 151')],
  ['rows of DML', 'dmlRows', 10_000, limit('Too many DML rows: 10001')],
  ['rows of Database.emptyRecycleBin', 'binned', 10_000, limit('Too many DML rows: 10001')],
  ['callouts', 'callouts', 100, limit('Too many callouts: 101')],
  [
    'timeout of a callout',
    'timeout',
    120_000,
    'System.CalloutException: Invalid timeout: 120001. It must be between 1 and 120000 ms'
  ],
  ['future methods', 'futures', 50, limit('Too many future calls: 51')],
  ['future methods from queueables', 'futures', 50, limit('Too many future calls: 51'), 'queueable'],
  ['queueables', 'jobs', 50, limit('Too many queueable jobs added to the queue: 51')],
  ['queueables from asynchronous Apex', 'jobs', 1, limit('Too many queueable jobs added to the queue: 2'), 'queueable'],
  ['queueables from batches', 'jobs', 1, limit('Too many queueable jobs added to the queue: 2'), 'batch'],
  ['calls of sendEmail', 'mails', 10, limit('Too many Email Invocations: 11')],
  ['size of the heap', 'text', 6_000_000, limit('Apex heap size too large: 6000001')],
  ['size of the heap, asynchronous', 'text', 12_000_000, limit('Apex heap size too large: 12000001'), 'queueable'],
  ['push notifications', 'pushes', 10, limit('Too many Mobile Apex push calls: 11')],
  ['events published immediately', 'eventsNow', 150, limit('Too many publish immediate DML operations: 151')],
  ['fetches of cursors', 'fetches', 10, limit('Too many fetch calls on Apex cursors: 11')],
  ['pagination cursors', 'pages', 50, limit('Too many Apex pagination cursors: 51')],
  ['rows of a page', 'page', 2000, 'System.InvalidParameterValueException: Cursor fetch size must not exceed 2000'],
  ['depth of triggers', 'triggers', 16, 'DeepTrigger: maximum trigger depth exceeded']
];

describe('governor limits', () => {
  it.each(rows.map(([line, method, most, , origin = 'sync']) => [line, origin, method, most] as const))(
    '%s (%s): Use.%s(%i) is fine',
    async (_line, origin, method, most) => {
      expect(await outcomeOf(`Use.${method}(${most});`, origin)).toBe('fine');
    },
    60_000
  );

  it.each(
    rows.map(([line, method, most, message, origin = 'sync']) => [line, origin, method, most + 1, message] as const)
  )(
    '%s (%s): Use.%s(%i) is one too many',
    async (_line, origin, method, more, message) => {
      const outcome = await outcomeOf(`Use.${method}(${more});`, origin);

      // What a failed save adds in front and behind differs by depth.
      expect(message.startsWith('System.') ? outcome : /DeepTrigger: maximum[^\n]*/.exec(outcome)?.[0]).toBe(message);
    },
    60_000
  );

  it.each(['future', 'batch'] as const)('no future methods from a %s', async (origin) => {
    const apex = 'Assert.areEqual(0, Limits.getLimitFutureCalls()); Use.about(new Set<Id>(), 1);';

    expect(await outcomeOf(apex, origin)).toBe(
      'System.AsyncException: Future method cannot be called from a future or batch method: Use.about(Set<Id>, Integer)'
    );
  });

  it.each(['sync', 'queueable'] as const)('custom metadata may be queried without end (%s)', async (origin) => {
    expect(await outcomeOf('Use.metadata(300); Assert.areEqual(0, Limits.getQueries());', origin)).toBe('fine');
  });

  it('an eleventh mail cannot be caught', async () => {
    expect(await outcomeOf('try { Use.mails(11); } catch (Exception e) { } finally { Use.queries(1); }', 'sync')).toBe(
      limit('Too many Email Invocations: 11')
    );
  });

  it('a search finds 2,000 records at most', async () => {
    await opened.run(`insert new Lead(LastName = 'Needle', Company = 'Haystack');`);
    copyRows('Lead', 2001);

    expect(await outcomeOf("Assert.areEqual(2000, [FIND 'needle' RETURNING Lead][0].size());", 'sync')).toBe('fine');
  });

  it('a mail has no more than 150 recipients, of whom 100 are direct', async () => {
    expect(await outcomeOf('Use.addresses(100);', 'sync')).toBe('fine');
    expect(await outcomeOf('Use.addresses(101);', 'sync')).toMatch(/LIMIT_EXCEEDED, Too many to addresses: 101/);
  });

  it('triggers and loops take 200 records at a time', async () => {
    const apex = `Use.dmlRows(401); Assert.areEqual(new List<Integer>{ 200, 200, 1 }, Deep.sizes);
      List<Integer> turns = new List<Integer>(); for (List<Item__c> items : [SELECT Id FROM Item__c LIMIT 401]) turns.add(items.size());
      Assert.areEqual(new List<Integer>{ 200, 200, 1 }, turns);`;

    expect(await outcomeOf(apex, 'sync')).toBe('fine');
  });

  it('event triggers take 2,000 events at a time', async () => {
    await opened.run(
      'List<Later__e> all = new List<Later__e>(); for (Integer i = 0; i < 2001; i++) all.add(new Later__e()); EventBus.publish(all);'
    );
    opened.settle();

    expect(await opened.rows('[SELECT Size__c FROM Item__c WHERE Size__c != null ORDER BY Size__c].size()')).toBe('2');
    expect(await opened.rows("[SELECT COUNT() FROM Item__c WHERE Size__c IN ('1', '2000')]")).toBe('2');
    await opened.run('delete [SELECT Id FROM Item__c WHERE Size__c != null];');
  }, 60_000);

  it('callouts wait 10 seconds unless they say otherwise', () => {
    expect(new HttpRequestObject().timeoutMs).toBe(10_000);
  });

  it.each([
    ['class', 'public class Long { /*', '*/ }', '1:14'],
    ['trigger', 'trigger Long on Account (before insert) { /*', '*/ }', '1:9']
  ] as const)(
    'a %s has a million characters',
    (kind, head, tail, place) => {
      const ofLength = (length: number) => head + 'x'.repeat(length - head.length - tail.length) + tail;
      const said = (text: string) =>
        parseSource(text, 'Long', kind).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);

      expect(said(ofLength(1_000_001))).toEqual([`${place} Script too large: ${ofLength(1_000_001).slice(0, 100)}...`]);
      expect(said(ofLength(1_000_000))).toEqual([]);
    },
    60_000
  );

  it('bulk transactions have the higher of the two limits', () => {
    const { queries, cpuMs, heapBytes, queueableJobs, futureCalls } = limitTables.bulk;

    expect([queries, cpuMs, heapBytes, queueableJobs, futureCalls]).toEqual([200, 60_000, 12_000_000, 50, 50]);
  });
});

/** Apex Reference Guide, "Limits Class": what is left of each, after the work named. */
describe('the Limits class', () => {
  it.each([
    ['Queries', 'Use.queries(3);', 3, 100],
    ['QueryRows', 'Use.rows(7);', 7, 50_000],
    ['AggregateQueries', 'Use.children(1);', 3, 300],
    ['QueryLocatorRows', 'Use.locator(4);', 4, 10_000],
    ['SoslQueries', 'Use.searches(2);', 2, 20],
    ['DmlStatements', 'Use.dml(2);', 2, 150],
    ['DmlRows', 'Use.dmlRows(5);', 5, 10_000],
    ['Callouts', 'Use.callouts(2);', 2, 100],
    ['FutureCalls', 'Use.futures(2);', 2, 50],
    ['QueueableJobs', 'Use.jobs(2);', 2, 50],
    ['EmailInvocations', 'Use.mails(2);', 2, 10],
    ['MobilePushApexCalls', 'Use.pushes(2);', 2, 10],
    ['PublishImmediateDML', 'Use.eventsNow(2);', 2, 150],
    ['ApexCursors', 'Use.fetches(0);', 1, 10_000],
    ['FetchCallsOnApexCursor', 'Use.fetches(2);', 2, 10],
    ['ApexPaginationCursors', 'Use.pages(2);', 2, 50],
    ['ApexPaginationCursorRows', 'Use.page(1);', 50_001, 100_000]
  ] as const)('%s', async (name, apex, used, most) => {
    const check = `Assert.areEqual(${used}, Limits.get${name}()); Assert.areEqual(${most}, Limits.getLimit${name}());`;

    expect(await outcomeOf(`${apex} ${check}`, 'sync')).toBe('fine');
  });

  it.each([
    ['sync', 10_000, 6_000_000],
    ['queueable', 60_000, 12_000_000],
    ['scheduled', 10_000, 6_000_000]
  ] as const)('has the processor time and heap of %s Apex', async (origin, cpu, heap) => {
    const apex = `Assert.areEqual(${cpu}, Limits.getLimitCpuTime()); Assert.areEqual(${heap}, Limits.getLimitHeapSize());
      Assert.isTrue(Limits.getCpuTime() < ${cpu}); Assert.isTrue(Limits.getHeapSize() <= ${heap});`;

    expect(await outcomeOf(apex, origin)).toBe('fine');
  });
});

/** Lines of the page that nothing enforces here stand in the list of differences. */
it.each([
  'Calls are 1,000 deep at most',
  'the running time of a transaction (10 minutes) and of a query (120 seconds)',
  'what holds for a day or an org',
  'the size of methods and of all code together',
  'own limits of certified packages',
  '450,000 rows of a test run',
  'cursors'
])('the list of differences tells of %s', (words) => {
  const page = readFileSync(new URL('../../docs/differences.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

  expect(page.includes(words)).toBe(true);
});
