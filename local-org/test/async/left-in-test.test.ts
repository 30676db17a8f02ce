import { afterAll, expect, test, vi } from 'vitest';
import { openOrg, runTests, type TestOrg } from './harness.js';

const files = {
  'Left.cls': `public class Left implements Queueable {
    public void execute(QueueableContext context) { System.enqueueJob(new Left()); throw new IllegalArgumentException('later'); }
    @Future public static void later(String word) { throw new IllegalArgumentException(word); }
  }`,
  'Leaving.cls': `@IsTest private class Leaving {
    @IsTest static void leaves() {
      Id job = System.enqueueJob(new Left());
      Left.later('word');
      Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
    }
  }`
};

let opened: TestOrg | undefined;
afterAll(() => opened?.close());

// salesforce.stackexchange.com/questions/298040 shows the debug log of an org.
test('what a test enqueues outside of startTest and stopTest runs behind it, once, and fails nothing', async () => {
  opened = await openOrg(files);
  const jobs = vi.spyOn(opened.org.code, 'invoke');
  const futures = vi.spyOn(opened.org.code, 'invokeStatic');

  expect(runTests(opened.org, 'Leaving')).toEqual({ leaves: 'passed' });

  expect(jobs.mock.calls.filter(([, , method]) => method === 'execute')).toHaveLength(1);
  expect(futures.mock.calls.map(([, , method]) => method)).toEqual(['leaves', 'later']);
});
