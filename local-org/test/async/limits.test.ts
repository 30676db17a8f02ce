import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts, openOrg, type Files, type TestOrg } from './harness.js';

const governors = 'Apex Developer Guide, "Execution Governors and Limits"';
const reference = 'Apex Reference Guide, "Limits Class"';
const testing = 'Apex Developer Guide, "Using Limits, startTest, and stopTest"';

const files: Files = {
  'Excess.cls': `public class Excess {
    public static void queries() { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; } }
    public static void dml() { for (Integer i = 0; i < 151; i++) insert new Account(Name = 'a'); }
    public static void rows() { List<Account> all = new List<Account>(); for (Integer i = 0; i < 10001; i++) all.add(new Account(Name = 'a')); insert all; }
    public static void futures() { for (Integer i = 0; i < 51; i++) later(); }
    public static void jobs() { for (Integer i = 0; i < 51; i++) System.enqueueJob(new Job()); }
    public static void savepoints() { for (Integer i = 0; i < 151; i++) { Savepoint point = Database.setSavepoint(); } }
    public static void searches() { for (Integer i = 0; i < 21; i++) { List<List<SObject>> found = Search.query('FIND {aa} IN ALL FIELDS RETURNING Account(Id)'); } }
    public static void mails() {
      for (Integer i = 0; i < 11; i++) {
        Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
        mail.setToAddresses(new List<String>{ 'a@b.example' }); mail.setSubject('a'); mail.setPlainTextBody('a');
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
      }
    }
    public static void events() { for (Integer i = 0; i < 151; i++) EventBus.publish(new BatchApexErrorEvent()); }
    public static void depth() { depth(); }
    public static void heap() { String text = 'aaaaaaaaaa'; for (Integer i = 0; i < 20; i++) text = text + text; }
    @Future public static void later() {}
    public class Job implements Queueable { public void execute(QueueableContext context) {} }
  }`
};

describe('Past a governor limit a transaction ends, whatever it catches', () => {
  let opened: TestOrg;
  beforeAll(async () => {
    opened = await openOrg(files);
  }, 60_000);
  afterAll(() => opened.close());

  it.each([
    ['queries', 'Too many SOQL queries: 101', governors],
    ['dml', 'Too many DML statements: 151', governors],
    ['rows', 'Too many DML rows: 10001', governors],
    ['savepoints', 'Too many DML statements: 151', governors],
    ['futures', 'Too many future calls: 51', governors],
    ['jobs', 'Too many queueable jobs added to the queue: 51', governors],
    ['searches', 'Too many SOSL queries: 21', governors],
    ['mails', 'Too many Email Invocations: 11', governors],
    ['events', 'Too many publish immediate DML operations: 151', 'from memory'],
    ['depth', 'Maximum stack depth reached: 1001', 'from memory'],
    ['heap', 'Apex heap size too large: 10485760', governors]
  ])('%s: %s (%s)', async (method, message) => {
    const caught = `try { Excess.${method}(); } catch (Exception e) { } finally { insert new Contact(LastName = 'survived'); }`;

    await expect(opened.run(caught)).rejects.toThrow(message);

    expect(await opened.rows('[SELECT COUNT() FROM Contact]')).toBe('0');
  });
});

facts('Limits', files, [
  [
    'has the limits of synchronous Apex',
    governors,
    `List<Integer> all = new List<Integer>{
       Limits.getLimitQueries(), Limits.getLimitQueryRows(), Limits.getLimitAggregateQueries(), Limits.getLimitQueryLocatorRows(), Limits.getLimitSoslQueries(),
       Limits.getLimitDmlStatements(), Limits.getLimitDmlRows(), Limits.getLimitCallouts(), Limits.getLimitCpuTime(), Limits.getLimitHeapSize(),
       Limits.getLimitFutureCalls(), Limits.getLimitQueueableJobs(), Limits.getLimitEmailInvocations(), Limits.getLimitPublishImmediateDML(),
       Limits.getLimitMobilePushApexCalls(), Limits.getLimitApexCursorRows(), Limits.getLimitFetchCallsOnApexCursor() };
     Assert.areEqual(new List<Integer>{ 100, 50000, 300, 10000, 20, 150, 10000, 100, 10000, 6000000, 50, 50, 10, 150, 10, 50000000, 10 }, all);`
  ],
  [
    'answers deprecated counters with those that stand for them',
    reference,
    `Database.setSavepoint();
     Assert.areEqual(1, Limits.getSavepoints());
     Assert.areEqual(1, Limits.getSavepointRollbacks());
     Assert.areEqual(1, Limits.getRunAs());
     Assert.areEqual(150, Limits.getLimitRunAs());
     Assert.areEqual(Limits.getLimitSoslQueries(), Limits.getLimitFindSimilarCalls());`
  ],
  [
    'counts what is done',
    reference,
    `insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
     List<Account> all = [SELECT Id, (SELECT Id FROM Contacts) FROM Account];
     Assert.areEqual(1, Limits.getDmlStatements());
     Assert.areEqual(2, Limits.getDmlRows());
     Assert.areEqual(1, Limits.getQueries());
     Assert.areEqual(2, Limits.getQueryRows());
     Assert.areEqual(1, Limits.getAggregateQueries());
     Assert.isTrue(Limits.getHeapSize() > 0);
     Assert.isTrue(Limits.getCpuTime() >= 0);`
  ],
  [
    'counts rolling back and runAs as DML',
    governors,
    `Savepoint point = Database.setSavepoint();
     Database.rollback(point);
     System.runAs(new User(Id = UserInfo.getUserId())) { }
     Assert.areEqual(3, Limits.getDmlStatements());`
  ],
  [
    'begins anew at startTest and goes back at stopTest',
    testing,
    `for (Integer i = 0; i < 98; i++) { Integer n = [SELECT COUNT() FROM Account]; }
     Test.startTest();
     Assert.areEqual(0, Limits.getQueries());
     for (Integer i = 0; i < 100; i++) { Integer n = [SELECT COUNT() FROM Account]; }
     Test.stopTest();
     Assert.areEqual(98, Limits.getQueries());`
  ],
  [
    'lets startTest and stopTest be called once',
    testing,
    `Test.startTest();
     try { Test.startTest(); Assert.fail('no exception'); } catch (FinalException e) { Assert.areEqual('Testing already started', e.getMessage()); }
     Test.stopTest();
     try { Test.stopTest(); Assert.fail('no exception'); } catch (FinalException e) { Assert.isNotNull(e.getMessage()); }`
  ]
]);
