import { describe, expect, it } from 'vitest';
import { facts, openOrg, type Files } from './harness.js';

const reference = (method: string) => `Apex Reference Guide, "${method}"`;
const purging = reference('System Class, purgeOldAsyncJobs');

const files: Files = {
  'Nightly.cls': `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { insert new Account(Name = 'fired'); }
  }`,
  'Later.cls': `public class Later implements Queueable { public void execute(QueueableContext context) { } }`
};

const state = `private static String state(Id job) { return [SELECT State FROM CronTrigger WHERE Id = :job].State; }`;

facts(
  'Paused scheduled jobs',
  files,
  [
    [
      'do not run',
      reference('pauseJobById'),
      `Test.startTest();
     Id job = System.schedule('night', '0 0 3 * * ?', new Nightly());
     System.pauseJobById(job);
     Test.stopTest();
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);
     Assert.areEqual('PAUSED', state(job));`
    ],
    [
      'run again when they are resumed',
      reference('resumeJobByName'),
      `Test.startTest();
     Id job = System.schedule('night', '0 0 3 * * ?', new Nightly());
     System.pauseJobByName('NIGHT');
     System.resumeJobByName('Night');
     Test.stopTest();
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);
     Assert.areEqual('WAITING', state(job));`
    ],
    [
      'must exist',
      'no page has the sentence',
      `try { System.pauseJobByName('none'); Assert.fail('no exception'); }
     catch (AsyncException e) { Assert.isTrue(e.getMessage().contains('none'), e.getMessage()); }`
    ]
  ],
  state
);

facts('System.purgeOldAsyncJobs', files, [
  [
    'deletes the rows of jobs that ended before the date, and counts them',
    purging,
    `Test.startTest();
     System.enqueueJob(new Later());
     System.enqueueJob(new Later());
     Test.stopTest();
     System.enqueueJob(new Later());
     Assert.areEqual(0, System.purgeOldAsyncJobs(System.today().addDays(-1)));
     Integer before = Limits.getDmlRows();
     Assert.areEqual(1, System.purgeOldAsyncJobs(System.today().addDays(2), 1));
     Assert.areEqual(before + 1, Limits.getDmlRows());
     Assert.areEqual(1, System.purgeOldAsyncJobs(System.today().addDays(2)));
     Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob].Status);`
  ]
]);

describe('a scheduled job of the server', () => {
  it('fires once when it is resumed, and then by its schedule', async () => {
    const opened = await openOrg(files);
    await opened.run(`System.schedule('night', '0 0 3 3 9 ? 2099', new Nightly()); System.pauseJobByName('night');`);
    await opened.run(`System.resumeJobByName('night');`);
    const [first] = opened.due.splice(0).slice(-1);
    if (first) opened.org.jobs.runDue(first);
    if (first) opened.org.jobs.runDue(first);

    expect(await opened.rows('[SELECT COUNT() FROM Account]')).toBe('1');
    expect(await opened.rows('[SELECT NextFireTime FROM CronTrigger].NextFireTime.year()')).toBe('2099');
    opened.close();
  });
});
