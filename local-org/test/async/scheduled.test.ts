import { facts, type Files } from './harness.js';

const guide = (page: string) => `Apex Developer Guide, "${page}"`;
const scheduler = guide('Apex Scheduler');
const batch = guide('Use Batch Apex');
const future = guide('Future Methods');

const files: Files = {
  'Notes.cls': `public class Notes {
    public static List<String> all = new List<String>();
    public static void add(Object text) { all.add(String.valueOf(text)); }
  }`,
  'Nightly.cls': `public class Nightly implements Schedulable {
    public String how = '';
    public Nightly(String how) { this.how = how; }
    public void execute(SchedulableContext context) {
      Notes.add(how + ' ' + System.isScheduled() + ' ' + context.getTriggerId().getSObjectType() + ' ' + Limits.getLimitQueries());
      if (how == 'batch') Database.executeBatch(new Sweep());
      if (how == 'queueable') { System.enqueueJob(new Later()); }
    }
  }`,
  'Later.cls': `public class Later implements Queueable { public void execute(QueueableContext context) { Notes.add('queueable'); } }`,
  'Sweep.cls': `public class Sweep implements Database.Batchable<SObject> {
    public Iterable<SObject> start(Database.BatchableContext context) { return new List<Account>{ new Account() }; }
    public void execute(Database.BatchableContext context, List<SObject> scope) { Notes.add('execute ' + Limits.getLimitQueries()); }
    public void finish(Database.BatchableContext context) { }
  }`,
  'Futures.cls': `public class Futures {
    @Future public static void one(String text, List<Integer> numbers, Set<Id> ids) { Notes.add(text + numbers + ids.size() + System.isFuture() + ' ' + Limits.getLimitQueries() + ' ' + Limits.getLimitFutureCalls()); }
    @Future public static void nested() { one('a', new List<Integer>(), new Set<Id>()); }
    @Future public static void silent() { Http http = new Http(); HttpRequest request = new HttpRequest(); request.setEndpoint('https://a.example'); request.setMethod('GET'); http.send(request); }
    @Future(callout=true) public static void loud() { Http http = new Http(); HttpRequest request = new HttpRequest(); request.setEndpoint('https://a.example'); request.setMethod('GET'); Notes.add(http.send(request).getStatusCode()); }
  }`,
  'Answer.cls': `@IsTest public class Answer implements HttpCalloutMock { public HttpResponse respond(HttpRequest request) { HttpResponse response = new HttpResponse(); response.setStatusCode(204); return response; } }`
};

facts('Scheduled Apex', files, [
  [
    'runs at stopTest, and its trigger still waits',
    'Apex Developer Guide, "Apex Scheduler"; seen in a public suite that passes on an org',
    `Test.startTest();
     String id = System.schedule('night', '0 0 3 3 9 ? 2099', new Nightly('x'));
     Assert.areEqual(0, Notes.all.size());
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'x true CronTrigger 100' }, Notes.all);
     CronTrigger job = [SELECT CronExpression, TimesTriggered, NextFireTime, PreviousFireTime, State, CronJobDetail.Name, CronJobDetail.JobType FROM CronTrigger WHERE Id = :id];
     Assert.areEqual('0 0 3 3 9 ? 2099', job.CronExpression);
     Assert.areEqual(0, job.TimesTriggered);
     Assert.areEqual('2099-09-03 03:00:00', String.valueOf(job.NextFireTime));
     Assert.areEqual('night 7 WAITING', job.CronJobDetail.Name + ' ' + job.CronJobDetail.JobType + ' ' + job.State);`
  ],
  [
    'has a name once',
    scheduler,
    `System.schedule('night', '0 0 3 * * ?', new Nightly('x'));
     try { System.schedule('night', '0 0 4 * * ?', new Nightly('x')); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.areEqual('The Apex job named "night" is already scheduled for execution.', e.getMessage()); }`
  ],
  [
    'is at most 100 jobs',
    scheduler,
    `for (Integer i = 0; i < 100; i++) System.schedule('night ' + i, '0 0 3 3 9 ? 2099', new Nightly('x'));
     try { System.schedule('one more', '0 0 3 3 9 ? 2099', new Nightly('x')); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.isTrue(e.getMessage().contains('100'), e.getMessage()); }`
  ],
  [
    'is refused when it would never run',
    'from memory',
    `try { System.schedule('past', '0 0 3 3 9 ? 2010', new Nightly('x')); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.areEqual('Based on configured schedule, the given trigger will never fire.', e.getMessage()); }`
  ],
  [
    'refuses what is no cron expression',
    'from memory',
    `try { System.schedule('bad', '0 0/5 * * * ?', new Nightly('x')); Assert.fail('no exception'); }
     catch (StringException e) { Assert.areEqual('Seconds and minutes must be specified as integers: 0 0/5 * * * ?', e.getMessage()); }`
  ],
  [
    'is aborted by the id of its trigger, and gets a new one when it is scheduled again',
    'Apex Reference Guide, "System Class"; reported with the answer of an org',
    `String first = System.schedule('night', '0 0 3 * * ?', new Nightly('x'));
     System.abortJob(first);
     Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger]);
     String second = System.schedule('night', '0 0 3 * * ?', new Nightly('x'));
     Assert.areNotEqual(first, second);`
  ],
  [
    'has a job of type ScheduledApex',
    'Object Reference, "AsyncApexJob"',
    `String id = System.schedule('night', '0 0 3 * * ?', new Nightly('x'));
     AsyncApexJob job = [SELECT JobType, Status, ApexClass.Name FROM AsyncApexJob WHERE CronTriggerId = :id];
     Assert.areEqual('ScheduledApex Queued Nightly', job.JobType + ' ' + job.Status + ' ' + job.ApexClass.Name);`
  ],
  [
    'may start a batch, which stopTest does not run',
    'one level of jobs',
    `Test.startTest();
     System.schedule('night', '0 0 3 * * ?', new Nightly('batch'));
     Test.stopTest();
     Assert.areEqual(1, Notes.all.size());
     Assert.areEqual(1, [SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex']);`
  ],
  [
    'schedules a batch once, some minutes from now',
    batch,
    `Datetime before = Datetime.now();
     String id = System.scheduleBatch(new Sweep(), 'sweep', 60);
     CronTrigger job = [SELECT NextFireTime, CronJobDetail.Name FROM CronTrigger WHERE Id = :id];
     Long minutes = (job.NextFireTime.getTime() - before.getTime()) / 60000;
     Assert.isTrue(minutes >= 59 && minutes <= 60, String.valueOf(minutes));`
  ],
  [
    'runs at the end of the test without stopTest',
    scheduler,
    `System.schedule('night', '0 0 3 * * ?', new Nightly('x'));
     Assert.areEqual(0, Notes.all.size());`
  ]
]);

facts('Future methods', files, [
  [
    'run at stopTest with the limits of asynchronous Apex',
    future,
    `Test.startTest();
     Futures.one('a', new List<Integer>{ 1, 2 }, new Set<Id>{ UserInfo.getUserId() });
     Assert.areEqual(1, Limits.getFutureCalls());
     Test.stopTest();
     Assert.areEqual(new List<String>{ 'a(1, 2)1true 200 0' }, Notes.all);
     AsyncApexJob job = [SELECT JobType, Status, MethodName, ApexClass.Name FROM AsyncApexJob WHERE JobType = 'Future'];
     Assert.areEqual('Completed one Futures', job.Status + ' ' + job.MethodName + ' ' + job.ApexClass.Name);`
  ],
  [
    'cannot call future methods',
    future,
    `Test.startTest();
     Futures.nested();
     try { Test.stopTest(); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.isTrue(e.getMessage().startsWith('Future method cannot be called from a future or batch method: Futures.one'), e.getMessage()); }`
  ],
  [
    'call out when they say so',
    guide('Future Annotation'),
    `Test.setMock(HttpCalloutMock.class, new Answer());
     Test.startTest();
     Futures.loud();
     Test.stopTest();
     Assert.areEqual(new List<String>{ '204' }, Notes.all);`
  ],
  [
    'do not call out otherwise',
    'Apex Developer Guide, "Future Annotation"; the sentence is from memory',
    `Test.setMock(HttpCalloutMock.class, new Answer());
     Test.startTest();
     Futures.silent();
     try { Test.stopTest(); Assert.fail('no exception'); }
     catch (CalloutException e) { Assert.areEqual('Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)', e.getMessage()); }`
  ],
  [
    'may be called 50 times',
    guide('Execution Governors and Limits'),
    `for (Integer i = 0; i < 50; i++) Futures.one('a', new List<Integer>(), new Set<Id>());
     Assert.areEqual(50, Limits.getFutureCalls());
     Assert.areEqual(50, Limits.getLimitFutureCalls());`
  ]
]);
