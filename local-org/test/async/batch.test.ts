import { describe, expect, it } from 'vitest';
import { facts, openOrg, type Files } from './harness.js';

const guide = (page: string) => `Apex Developer Guide, "${page}"`;
const batch = guide('Use Batch Apex');
const raising = guide('Firing Platform Events from Batch Apex');
const flex = 'Apex Reference Guide, "FlexQueue Class"';
const inTests = 'Apex Reference Guide, "Test Class"';

const files: Files = {
  'Notes.cls': `public class Notes {
    public static Id child;
    public static List<String> all = new List<String>();
    public static void add(Object text) { all.add(String.valueOf(text)); }
  }`,
  'Sweep.cls': `public virtual class Sweep implements Database.Batchable<SObject> {
    public Integer count = 0; public String how = ''; public Id child;
    public Sweep() {}
    public Sweep(String how) { this.how = how; }
    public Database.QueryLocator start(Database.BatchableContext context) {
      if (how == 'start') throw new IllegalArgumentException('no start');
      if (how == 'chain in start') Database.executeBatch(new Sweep());
      return Database.getQueryLocator('SELECT Id, Name FROM Account ORDER BY Name');
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
      count += scope.size();
      Notes.child = context.getChildJobId();
      Notes.add(scope.size() + ' of ' + ((Account) scope[0]).Name + ' ' + System.isBatch() + ' ' + context.getJobId().getSObjectType());
      for (Account one : (List<Account>) scope) one.Site = 'swept';
      update scope;
      if (how == 'future') later();
      if (how == 'fail' || (how == 'fail first' && ((Account) scope[0]).Name == 'A 0')) throw new IllegalArgumentException('broken');
    }
    public void finish(Database.BatchableContext context) {
      Notes.add('finish ' + count);
      if (how == 'chain') Database.executeBatch(new Sweep());
      if (how == 'enqueue') System.enqueueJob(new Step());
      insert new Contact(LastName = 'finish ' + count);
    }
    @Future public static void later() {}
  }`,
  'Step.cls': `public class Step implements Queueable {
    public void execute(QueueableContext context) { Notes.add('step'); }
  }`,
  'Counting.cls': `public class Counting extends Sweep implements Database.Stateful { }`,
  'Loud.cls': `public class Loud extends Sweep implements Database.RaisesPlatformEvents { public Loud(String how) { super(how); } }`,
  'Numbers.cls': `public class Numbers implements Database.Batchable<Integer> {
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { Notes.add(scope); }
    public void finish(Database.BatchableContext context) { }
  }`,
  'Errors.trigger': `trigger Errors on BatchApexErrorEvent (after insert) {
    for (BatchApexErrorEvent one : Trigger.new) Notes.add(one.Phase + ' ' + one.ExceptionType + ' ' + one.Message + ' ' + one.JobScope.split(',').size() + ' ' + one.DoesExceedJobScopeMaxLength + ' ' + (one.StackTrace != null));
  }`
};

const accounts = (count: number) =>
  `List<Account> accounts = new List<Account>(); for (Integer i = 0; i < ${count}; i++) accounts.add(new Account(Name = 'A ' + i)); insert accounts;`;

facts('Batch Apex in tests', files, [
  [
    'runs start, one execute and finish at stopTest',
    batch,
    `${accounts(3)}
     Test.startTest();
     Id id = Database.executeBatch(new Sweep());
     Test.stopTest();
     Assert.areEqual(new List<String>{ '3 of A 0 true AsyncApexJob', 'finish 0' }, Notes.all);
     AsyncApexJob job = [SELECT Status, JobType, TotalJobItems, JobItemsProcessed, NumberOfErrors, CompletedDate FROM AsyncApexJob WHERE Id = :id];
     Assert.areEqual('Completed BatchApex 1 1 0', job.Status + ' ' + job.JobType + ' ' + job.TotalJobItems + ' ' + job.JobItemsProcessed + ' ' + job.NumberOfErrors);
     Assert.areEqual(3, [SELECT COUNT() FROM Account WHERE Site = 'swept']);`
  ],
  [
    'keeps its fields between steps when it is stateful',
    batch,
    `${accounts(3)}
     Test.startTest();
     Database.executeBatch(new Counting());
     Test.stopTest();
     Assert.areEqual('finish 3', Notes.all[1]);`
  ],
  [
    'works on its rows in a child job, which errors name',
    'Object Reference, "AsyncApexJob", ParentJobId; seen in public suites',
    `${accounts(1)}
     Test.startTest();
     Id id = Database.executeBatch(new Counting());
     Test.stopTest();
     AsyncApexJob worker = [SELECT Status, ParentJobId, ApexClass.Name FROM AsyncApexJob WHERE JobType = 'BatchApexWorker'];
     Assert.areEqual('Completed Counting', worker.Status + ' ' + worker.ApexClass.Name);
     Assert.areEqual(id, worker.ParentJobId);
     Assert.isTrue(Notes.all[0].endsWith(' AsyncApexJob'));
     Assert.areEqual(worker.Id, Notes.child);`
  ],
  [
    'does no execute without rows',
    batch,
    `Test.startTest();
     Database.executeBatch(new Sweep());
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'finish 0' }, Notes.all);`
  ],
  [
    'takes any iterable',
    batch,
    `Test.startTest();
     Database.executeBatch(new Numbers());
     Test.stopTest();
     Assert.areEqual(new List<String>{ '(1, 2, 3)' }, Notes.all);`
  ],
  [
    'refuses more than one execute',
    batch,
    `${accounts(3)}
     Test.startTest();
     Database.executeBatch(new Sweep(), 2);
     try { Test.stopTest(); Assert.fail('no exception'); } catch (UnexpectedException e) { Assert.isTrue(e.getMessage().startsWith('No more than one executeBatch can be called from within a test method.'), e.getMessage()); }`
  ],
  [
    'gives its exception to the test, and does not finish',
    guide('Using Limits, startTest, and stopTest'),
    `${accounts(1)}
     Test.startTest();
     Id id = Database.executeBatch(new Sweep('fail'));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (IllegalArgumentException e) { Assert.areEqual('broken', e.getMessage()); }
     Assert.areEqual(1, Notes.all.size());
     Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Site = 'swept']);
     Assert.areEqual(1, [SELECT NumberOfErrors FROM AsyncApexJob WHERE Id = :id].NumberOfErrors);`
  ],
  [
    'may start another batch in finish, which stopTest runs too',
    'seen in public tests',
    `Test.startTest();
     Database.executeBatch(new Sweep('chain'));
     Test.stopTest();
     Assert.areEqual(2, [SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex']);
     Assert.areEqual(2, [SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status = 'Completed' AND MethodName = NULL]);`
  ],
  [
    'may start a queueable, which stopTest runs too',
    'seen in public tests',
    `Test.startTest();
     Database.executeBatch(new Sweep('enqueue'));
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'finish 0', 'step' }, Notes.all);
     Assert.areEqual(1, [SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'Queueable' AND Status = 'Completed']);`
  ],
  [
    'may not start another batch in start',
    'from memory: the sentence of System.AsyncException',
    `Test.startTest();
     Database.executeBatch(new Sweep('chain in start'));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (AsyncException e) { Assert.areEqual('Database.executeBatch cannot be called from a batch start, batch execute, or future method.', e.getMessage()); }`
  ],
  [
    'may not call future methods',
    batch,
    `${accounts(1)}
     Test.startTest();
     Database.executeBatch(new Sweep('future'));
     try { Test.stopTest(); Assert.fail('no exception'); } catch (AsyncException e) { Assert.isTrue(e.getMessage().startsWith('Future method cannot be called from a future or batch method: '), e.getMessage()); }`
  ],
  [
    'runs at the end of the test without stopTest',
    batch,
    `Database.executeBatch(new Sweep());
     Assert.areEqual(0, Notes.all.size());`
  ]
]);

facts('BatchApexErrorEvent', files, [
  [
    'tells of a chunk that failed',
    raising,
    `${accounts(2)}
     try { Test.startTest(); Database.executeBatch(new Loud('fail')); Test.stopTest(); } catch (IllegalArgumentException e) { Notes.all.clear(); }
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{ 'EXECUTE System.IllegalArgumentException broken 2 false true' }, Notes.all);`
  ],
  [
    'tells of a start that failed',
    raising,
    `try { Test.startTest(); Database.executeBatch(new Loud('start')); Test.stopTest(); } catch (IllegalArgumentException e) { Notes.all.clear(); }
     Test.getEventBus().deliver();
     Assert.areEqual(1, Notes.all.size());
     Assert.isTrue(Notes.all[0].startsWith('START System.IllegalArgumentException no start'), Notes.all[0]);`
  ],
  [
    'is raised only by classes that say so',
    raising,
    `${accounts(1)}
     try { Test.startTest(); Database.executeBatch(new Sweep('fail')); Test.stopTest(); } catch (IllegalArgumentException e) { Notes.all.clear(); }
     Test.getEventBus().deliver();
     Assert.areEqual(0, Notes.all.size());`
  ]
]);

facts('The flex queue', files, [
  [
    'holds what is more than five jobs',
    inTests,
    `List<Id> ids = Test.enqueueBatchJobs(7);
     Assert.areEqual(new List<Id>{ ids[5], ids[6] }, Test.getFlexQueueOrder());
     Assert.areEqual(2, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Holding']);
     Assert.areEqual(5, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Queued']);`
  ],
  [
    'has room for 100',
    inTests,
    `Test.enqueueBatchJobs(105);
     Assert.areEqual(100, Test.getFlexQueueOrder().size());`
  ],
  [
    'is reordered',
    flex,
    `List<Id> ids = Test.enqueueBatchJobs(8);
     Assert.isTrue(FlexQueue.moveJobToFront(ids[7]));
     Assert.areEqual(new List<Id>{ ids[7], ids[5], ids[6] }, Test.getFlexQueueOrder());
     Assert.isFalse(FlexQueue.moveJobToFront(ids[7]));
     Assert.isTrue(FlexQueue.moveJobToEnd(ids[5]));
     Assert.areEqual(new List<Id>{ ids[7], ids[6], ids[5] }, Test.getFlexQueueOrder());
     Assert.isTrue(FlexQueue.moveAfterJob(ids[7], ids[6]));
     Assert.isTrue(FlexQueue.moveBeforeJob(ids[5], ids[6]));
     Assert.areEqual(new List<Id>{ ids[5], ids[6], ids[7] }, Test.getFlexQueueOrder());`
  ],
  [
    'moves up when a job is aborted',
    batch,
    `List<Id> ids = Test.enqueueBatchJobs(7);
     System.abortJob(ids[0]);
     Assert.areEqual(new List<Id>{ ids[6] }, Test.getFlexQueueOrder());
     Assert.areEqual('Aborted', [SELECT Status FROM AsyncApexJob WHERE Id = :ids[0]].Status);
     System.abortJob(ids[6]);
     Assert.areEqual(0, Test.getFlexQueueOrder().size());`
  ],
  [
    'is worked off by stopTest',
    inTests,
    `Test.startTest();
     List<Id> ids = Test.enqueueBatchJobs(5);
     Id last = Database.executeBatch(new Sweep());
     Assert.areEqual('Holding', [SELECT Status FROM AsyncApexJob WHERE Id = :last].Status);
     Test.stopTest();
     Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :last].Status);`
  ]
]);

describe('batch Apex in the server', () => {
  it('goes on after a chunk that failed, in chunks of the size given', async () => {
    const opened = await openOrg(files);

    await opened.run(`${accounts(5)} Database.executeBatch(new Sweep('fail first'), 2);`);
    opened.settle();

    expect(await opened.rows(`[SELECT COUNT() FROM Account WHERE Site = 'swept']`)).toBe('3');
    const job = `[SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'BatchApex']`;
    expect(await opened.rows(`JSON.serialize(${job})`)).toMatch(
      /"Status":"Completed","TotalJobItems":3,"JobItemsProcessed":3,"NumberOfErrors":1,"ExtendedStatus":"First error: broken"/
    );
    expect(await opened.rows('[SELECT LastName FROM Contact].LastName')).toBe('finish 0');
    expect(opened.reports).toHaveLength(1);
    opened.close();
  });

  it('keeps state between chunks when it is stateful', async () => {
    const opened = await openOrg(files);

    await opened.run(`${accounts(5)} Database.executeBatch(new Counting(), 2);`);
    opened.settle();

    expect(await opened.rows('[SELECT LastName FROM Contact].LastName')).toBe('finish 5');
    opened.close();
  });

  it('runs held jobs when others have ended', async () => {
    const opened = await openOrg(files);

    await opened.run(`for (Integer i = 0; i < 8; i++) Database.executeBatch(new Sweep());`);
    expect(await opened.rows(`[SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Holding']`)).toBe('3');
    opened.settle();

    expect(
      await opened.rows(`[SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Completed' AND JobType = 'BatchApex']`)
    ).toBe('8');
    opened.close();
  });
});
