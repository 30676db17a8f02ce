import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../support/apex-rest.js';
import { openOrg, runTests, type TestOrg } from './harness.js';

/** Apex Developer Guide, "ReadOnly Annotation Annotation"; what is thrown is from memory. */
const works = {
  insert: "insert new Account(Name = 'a');",
  enqueue: 'System.enqueueJob(new Job());',
  future: 'later();'
};
const cases = ['read', ...Object.keys(works)].map(
  (work) => `@IsTest static void ${work}s() {
    Report.work = '${work}';
    Test.startTest();
    System.schedule('r', '0 0 0 1 1 ? 2090', new Report());
    Test.stopTest();
    Assert.areEqual(new List<Integer>{ 1000000, 100 }, Report.limits);
  }`
);

let opened: TestOrg;
beforeAll(async () => {
  opened = await openOrg({
    'Report.cls': `public class Report implements Schedulable {
      public static List<Integer> limits = new List<Integer>();
      public static String work;
      @ReadOnly public void execute(SchedulableContext context) {
        limits.add(System.Limits.getLimitQueryRows());
        limits.add(System.Limits.getLimitQueries());
        ${Object.entries(works)
          .map(([name, statement]) => `if (work == '${name}') ${statement}`)
          .join('\n')}
      }
      @Future static void later() {}
      public class Job implements Queueable { public void execute(QueueableContext context) {} }
    }`,
    'ReportTest.cls': `@IsTest private class ReportTest { ${cases.join('\n')} }`,
    'Rows.cls': `@RestResource(urlMapping='/rows') global class Rows {
      @ReadOnly @HttpGet global static Integer most() { return Limits.getLimitQueryRows(); }
      @HttpPost global static Integer usual() { return Limits.getLimitQueryRows(); }
    }`
  });
  expect(opened.org.code.compileErrors).toEqual([]);
}, 60_000);
afterAll(() => opened.close());

it('a schedulable with @ReadOnly may read a million rows, but save and enqueue nothing', () => {
  const verdicts = Object.entries(runTests(opened.org, 'ReportTest')).map(([name, said]) => [
    name,
    said.split('\n')[0]
  ]);

  expect(Object.fromEntries(verdicts)).toEqual({
    reads: 'passed',
    inserts: 'System.LimitException: Too many DML statements: 1',
    enqueues: 'System.LimitException: Too many queueable jobs added to the queue: 1',
    futures: 'System.LimitException: Too many future calls: 1'
  });
});

it('a REST method with @ReadOnly may read a million rows', async () => {
  const answers = [await ask(opened.org, 'GET', '/rows'), await ask(opened.org, 'POST', '/rows')];

  expect(answers).toEqual(['1000000', '50000']);
});
