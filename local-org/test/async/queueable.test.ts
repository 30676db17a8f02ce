import { describe, expect, it } from 'vitest';
import { facts, openOrg, type Files } from './harness.js';

const guide = (page: string) => `Apex Developer Guide, "${page}"`;
const queueable = guide('Queueable Apex');
const duplicates = guide('Detecting Duplicate Queueable Jobs');
const finalizers = guide('Transaction Finalizers');
const finalizerErrors = guide('Transaction Finalizers Error Messages');
const testing = guide('Using Limits, startTest, and stopTest');

const files: Files = {
  'Notes.cls': `public class Notes {
    public static List<String> all = new List<String>();
    public static void add(Object text) { all.add(String.valueOf(text)); }
  }`,
  'Job.cls': `public class Job implements Queueable {
    public String name; public transient String secret = 'secret'; public Integer more = 0; public List<String> shared = new List<String>();
    @Future public static void later() {}
    public Job(String name) { this.name = name; }
    public Job(String name, Integer more) { this.name = name; this.more = more; }
    public void execute(QueueableContext context) {
      shared.add('touched');
      insert new Account(Name = name + ' ' + more);
      Notes.add(name + ' ' + secret + ' ' + Request.getCurrent().getQuiddity() + ' ' + System.isQueueable());
      if (name == 'fail') throw new IllegalArgumentException('broken');
      if (name == 'limit') { for (Integer i = 0; i < 300; i++) { Integer n = [SELECT COUNT() FROM Account]; } }
      if (name == 'future') Job.later();
      if (name == 'two') { System.enqueueJob(new Job('a')); System.enqueueJob(new Job('b')); }
      if (name == 'depth') Notes.add(AsyncInfo.hasMaxStackDepth() + ' ' + AsyncInfo.getCurrentQueueableStackDepth() + ' ' + AsyncInfo.getMaximumQueueableStackDepth() + ' ' + AsyncInfo.getMinimumQueueableDelayInMinutes());
      if (more > 0) System.enqueueJob(new Job(name, more - 1));
    }
  }`,
  'Keeper.cls': `public class Keeper implements Queueable {
    QueueableContext first; AsyncOptions options; AccessLevel access = AccessLevel.USER_MODE; Database.SaveResult saved; Messaging.SingleEmailMessage mail;
    public Keeper(Database.SaveResult saved) {
      this.saved = saved; options = new AsyncOptions(); options.MaximumQueueableStackDepth = 2; mail = new Messaging.SingleEmailMessage(); mail.setSubject('hello');
    }
    public void execute(QueueableContext context) {
      if (first == null) { first = context; System.enqueueJob(this, options); return; }
      Notes.add(first.getJobId().getSObjectType() + ' ' + options.MaximumQueueableStackDepth + ' ' + saved.isSuccess() + ' ' + saved.getId().getSObjectType() + ' ' + mail.getSubject() + ' ' + (first.getJobId() != context.getJobId()));
    }
  }`,
  'Watched.cls': `public class Watched implements Queueable {
    public String how; public Integer attempt = 1;
    public Watched(String how) { this.how = how; }
    public class OopsException extends Exception {}
    public void execute(QueueableContext context) {
      Watcher watcher = new Watcher(this);
      System.attachFinalizer(watcher);
      watcher.seen = 'changed after it was attached';
      watcher.requestId = Request.getCurrent().getRequestId();
      insert new Account(Name = how);
      if (how == 'twice') System.attachFinalizer(watcher);
      if (how == 'fail' || how == 'retry') throw new OopsException('broken');
      if (how == 'limit') { for (Integer i = 0; i < 300; i++) { Integer n = [SELECT COUNT() FROM Account]; } }
    }
  }`,
  'Watcher.cls': `public class Watcher implements Finalizer {
    public Watched job; public String seen; public String requestId; public transient String secret = 'x';
    public Watcher(Watched job) { this.job = job; }
    public void execute(FinalizerContext context) {
      Exception thrown = context.getException();
      Notes.add(context.getResult() + ' ' + seen + ' ' + secret);
      Notes.add(thrown == null ? 'none' : thrown.getTypeName() + '|' + thrown.getMessage().replace('\\n', '|'));
      Notes.add(context.getRequestId() == requestId);
      Notes.add([SELECT Status FROM AsyncApexJob WHERE Id = :context.getAsyncApexJobId()].Status);
      Notes.add(Limits.getLimitQueueableJobs() + ' ' + Limits.getLimitQueries() + ' ' + Limits.getLimitHeapSize());
      if (job.how == 'again' && job.attempt < 3) { job.attempt++; System.enqueueJob(job); }
      if (job.how == 'limit') insert new Contact(LastName = thrown.getTypeName(), Description = thrown.getMessage());
      if (job.how == 'retry') { job.attempt++; insert new Contact(LastName = 'attempt ' + job.attempt); System.enqueueJob(job); }
    }
  }`
};

facts('Queueable jobs', files, [
  [
    'run at stopTest, in a transaction of their own',
    queueable,
    `Test.startTest();
     Id id = System.enqueueJob(new Job('one'));
     Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :id].Status);
     Assert.areEqual(0, Notes.all.size());
     Test.stopTest();
     AsyncApexJob job = [SELECT Status, JobType, MethodName, ApexClass.Name, NumberOfErrors, TotalJobItems, JobItemsProcessed FROM AsyncApexJob WHERE Id = :id];
     Assert.areEqual('Completed Queueable Job 0 0 0', job.Status + ' ' + job.JobType + ' ' + job.ApexClass.Name + ' ' + job.NumberOfErrors + ' ' + job.TotalJobItems + ' ' + job.JobItemsProcessed);
     Assert.areEqual(new List<String>{ 'one null QUEUEABLE true' }, Notes.all);`
  ],
  [
    'work on a copy of their state',
    queueable,
    `Job job = new Job('one');
     Test.startTest();
     System.enqueueJob(job);
     job.name = 'changed';
     Test.stopTest();
     Assert.areEqual(0, job.shared.size());
     Assert.areEqual('one 0', [SELECT Name FROM Account].Name);`
  ],
  [
    'are rolled back with the transaction that enqueues them',
    queueable,
    `Test.startTest();
     Savepoint point = Database.setSavepoint();
     System.enqueueJob(new Job('one'));
     Database.rollback(point);
     Test.stopTest();
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);`
  ],
  [
    'may be enqueued 50 times',
    guide('Execution Governors and Limits'),
    `for (Integer i = 0; i < 50; i++) System.enqueueJob(new Job('one'));
     Assert.areEqual(50, Limits.getQueueableJobs());
     Assert.areEqual(50, Limits.getLimitQueueableJobs());`
  ],
  [
    'pass their exception to the test, and have failed',
    testing,
    `Test.startTest();
     Id id = System.enqueueJob(new Job('fail'));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (IllegalArgumentException e) { Assert.areEqual('broken', e.getMessage()); }
     AsyncApexJob job = [SELECT Status, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE Id = :id];
     Assert.areEqual('Failed 1 broken', job.Status + ' ' + job.NumberOfErrors + ' ' + job.ExtendedStatus);
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);`
  ],
  [
    'cannot be chained in tests without a depth',
    'reported with the answer of an org; guarded against by public suites',
    `Test.startTest();
     System.enqueueJob(new Job('chain', 3));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }`
  ],
  [
    'leave future calls of theirs pending in tests',
    'reported with the answer of an org',
    `Test.startTest();
     System.enqueueJob(new Job('future'));
     Test.stopTest();
     Assert.areEqual(1, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Queued' AND JobType = 'Future']);`
  ],
  [
    'run a chain down to the depth that is set for it',
    queueable,
    `AsyncOptions options = new AsyncOptions();
     options.MaximumQueueableStackDepth = 3;
     Test.startTest();
     System.enqueueJob(new Job('chain', 2), options);
     Test.stopTest();
     Assert.areEqual(3, [SELECT COUNT() FROM Account]);`
  ],
  [
    'stop at the depth that is set for them',
    queueable,
    `AsyncOptions options = new AsyncOptions();
     options.MaximumQueueableStackDepth = 2;
     Test.startTest();
     System.enqueueJob(new Job('chain', 2), options);
     try { Test.stopTest(); Assert.fail('no exception'); } catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }`
  ],
  [
    'know their place in the chain',
    'Apex Reference Guide, "AsyncInfo Class"',
    `AsyncOptions options = new AsyncOptions();
     options.MaximumQueueableStackDepth = 5;
     options.MinimumQueueableDelayInMinutes = 7;
     Test.startTest();
     System.enqueueJob(new Job('depth'), options);
     Test.stopTest();
     Assert.areEqual('true 1 5 7', Notes.all[1]);`
  ],
  [
    'may hold objects of the platform',
    'seen in public suites that pass on an org',
    `Account account = new Account(Name = 'a');
     Database.SaveResult saved = Database.insert(account);
     AsyncOptions options = new AsyncOptions();
     options.MaximumQueueableStackDepth = 2;
     Test.startTest();
     System.enqueueJob(new Keeper(saved), options);
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'AsyncApexJob 2 true Account hello true' }, Notes.all);`
  ],
  [
    'ignore a delay in tests',
    'Apex Reference Guide, "System Class"',
    `Test.startTest();
     System.enqueueJob(new Job('later'), 10);
     Test.stopTest();
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
  ],
  [
    'with the same signature are refused while one is queued',
    duplicates,
    `AsyncOptions options = new AsyncOptions();
     options.DuplicateSignature = QueueableDuplicateSignature.Builder().addId(UserInfo.getUserId()).addString('Job').addInteger(1).build();
     Test.startTest();
     System.enqueueJob(new Job('one'), options);
     try { System.enqueueJob(new Job('two'), options); Assert.fail('no exception'); }
     catch (DuplicateMessageException e) { Assert.areEqual('Attempt to enqueue job with duplicate queueable signature', e.getMessage()); }
     Test.stopTest();
     System.enqueueJob(new Job('three'), options);`
  ]
]);

facts('Finalizers', files, [
  [
    'run after their job, with the state that they had at its end',
    finalizers,
    `Test.startTest();
     System.enqueueJob(new Watched('well'));
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'SUCCESS changed after it was attached null', 'none', 'true', 'Completed', '1 100 12000000' }, Notes.all);`
  ],
  [
    'see the exception of a job that failed, whose work is undone',
    finalizers,
    `Test.startTest();
     System.enqueueJob(new Watched('fail'));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (Watched.OopsException e) { Assert.areEqual('broken', e.getMessage()); }
     Assert.areEqual('UNHANDLED_EXCEPTION changed after it was attached null', Notes.all[0]);
     Assert.areEqual('Watched.OopsException|broken', Notes.all[1]);
     Assert.areEqual('Failed', Notes.all[3]);
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);`
  ],
  [
    'may enqueue a job, which the test runs too',
    'seen in public suites that pass on an org',
    `Test.startTest();
     System.enqueueJob(new Watched('again'));
     Test.stopTest();
     Assert.areEqual(3, [SELECT COUNT() FROM Account WHERE Name = 'again']);`
  ],
  [
    'are attached once',
    finalizerErrors,
    `Test.startTest();
     System.enqueueJob(new Watched('twice'));
     try { Test.stopTest(); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.areEqual('More than one Finalizer cannot be attached to same Async Apex Job', e.getMessage()); }`
  ],
  [
    'are attached in queueable jobs only',
    finalizerErrors,
    `try { System.attachFinalizer(new Watcher(null)); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.areEqual('System.attachFinalizer(Finalizer) is not allowed in this context', e.getMessage()); }`
  ]
]);

describe('queueable jobs in the server', () => {
  it('are chained without end, and retried by a finalizer five times in a row', async () => {
    const opened = await openOrg(files);

    await opened.run(`System.enqueueJob(new Job('chain', 7)); System.enqueueJob(new Watched('retry'));`);
    opened.settle();

    expect(await opened.rows('[SELECT COUNT() FROM Account]')).toBe('8');
    expect(await opened.rows('[SELECT COUNT() FROM Contact]')).toBe('5');
    expect(await opened.rows(`[SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Failed']`)).toBe('6');
    opened.close();
  });

  it('end past a limit, which their finalizer sees as an AsyncException that tells it (reported with the answer of an org)', async () => {
    const opened = await openOrg(files);

    await opened.run(`System.enqueueJob(new Watched('limit'));`);
    opened.settle();

    expect(opened.reports[0]).toMatch(
      /^System.LimitException: Too many SOQL queries: 201\nClass.Watched.execute: line \d+/
    );
    expect(await opened.rows('[SELECT COUNT() FROM Account]')).toBe('0');
    expect(await opened.rows(`[SELECT LastName FROM Contact].LastName`)).toBe('System.AsyncException');
    expect(await opened.rows(`[SELECT Description FROM Contact].Description.replace('\\n', '|')`)).toMatch(
      /^System.LimitException: Too many SOQL queries: 201\|Class.Watched.execute: line \d+/
    );
    opened.close();
  });

  it('may enqueue one job (Apex Developer Guide, "Queueable Apex")', async () => {
    const opened = await openOrg(files);

    await opened.run(`System.enqueueJob(new Job('two'));`);
    opened.settle();

    expect(opened.reports[0]).toMatch(/^System.LimitException: Too many queueable jobs added to the queue: 2\n/);
    opened.close();
  });

  it('wait for their delay', async () => {
    const opened = await openOrg(files);
    const now = Date.now();

    await opened.run(`System.enqueueJob(new Job('later'), 3);`);

    const wait = (opened.due[0]?.dueAt ?? 0) - now;
    expect(Math.round(wait / 60_000)).toBe(3);
    opened.close();
  });
});
