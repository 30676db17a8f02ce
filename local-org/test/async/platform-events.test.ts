import { describe, expect, it } from 'vitest';
import { eventFiles, facts, openOrg, type Files } from './harness.js';

const guide = (page: string) => `Platform Events Developer Guide, "${page}"`;
const inTests = guide('Event and Event Bus Properties in Test Context');
const delivering = guide('Deliver Test Event Messages');
const publishing = guide('Publish Event Messages with Apex');
const retrying = guide('Retry Event Triggers with EventBus.RetryableException');
const callbacks = guide('Test Apex Publish Callbacks');
const resuming = guide('Resume a Platform Event Trigger After an Uncaught Exception');

const files: Files = {
  ...eventFiles('Ink__e', 'After', 'Model__c!', 'Note__c'),
  ...eventFiles('Alarm__e', 'Immediately', 'Text__c'),
  'Seen.cls': `public class Seen {
    public static List<String> notes = new List<String>();
    public static Integer stopAt;
  }`,
  'InkTrigger.trigger': `trigger InkTrigger on Ink__e (after insert) {
    EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
    for (Ink__e one : Trigger.new) {
      if (one.Model__c == 'retry' && context.retries < 2) throw new EventBus.RetryableException('again ' + context.retries);
      if (one.Model__c == 'never') throw new EventBus.RetryableException('no');
      if (one.Model__c == 'badpoint') context.setResumeCheckpoint('999');
      insert new Account(Name = one.Model__c + ' ' + one.ReplayId);
      Seen.notes.add(one.Model__c + ' ' + context.retries + ' ' + context.lastError);
      if (one.Model__c == 'point') { context.setResumeCheckpoint(one.ReplayId); }
      if (Seen.stopAt != null && one.ReplayId == String.valueOf(Seen.stopAt)) { context.setResumeCheckpoint(one.ReplayId); return; }
      if (one.Model__c == 'next') EventBus.publish(new Ink__e(Model__c = 'second'));
    }
  }`,
  'Listener.cls': `public class Listener implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
    public List<String> heard = new List<String>();
    public void onSuccess(EventBus.SuccessResult result) { heard.add('published ' + result.getEventUuids()); insert new Account(Name = 'heard'); }
    public void onFailure(EventBus.FailureResult result) { heard.add('failed ' + result.getEventUuids()); }
  }`
};

facts('Platform events in tests', files, [
  [
    'are delivered by stopTest',
    delivering,
    `Test.startTest();
     Database.SaveResult result = EventBus.publish(new Ink__e(Model__c = 'a'));
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);
     Test.stopTest();
     Assert.isTrue(result.isSuccess());
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
  ],
  [
    'are delivered on demand, each once',
    delivering,
    `EventBus.publish(new Ink__e(Model__c = 'a'));
     Test.getEventBus().deliver();
     EventBus.publish(new Ink__e(Model__c = 'b'));
     Test.getEventBus().deliver();
     Test.getEventBus().deliver();
     Assert.areEqual(2, [SELECT COUNT() FROM Account]);`
  ],
  [
    'count replay ids from 1',
    inTests,
    `EventBus.publish(new List<Ink__e>{ new Ink__e(Model__c = 'a'), new Ink__e(Model__c = 'b') });
     Test.getEventBus().deliver();
     Assert.areEqual('a 1', [SELECT Name FROM Account ORDER BY Name LIMIT 1].Name);
     EventBusSubscriber subscriber = [SELECT Position, Tip, Status, Type FROM EventBusSubscriber WHERE Topic = 'Ink__e'];
     Assert.areEqual(2, subscriber.Position);
     Assert.areEqual(2, subscriber.Tip);
     Assert.areEqual('Running', subscriber.Status);
     Assert.areEqual('ApexTrigger', subscriber.Type);`
  ],
  [
    'that a trigger publishes wait for the next delivery',
    delivering,
    `EventBus.publish(new Ink__e(Model__c = 'next'));
     Test.getEventBus().deliver();
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);
     Test.getEventBus().deliver();
     Assert.areEqual(2, [SELECT COUNT() FROM Account]);`
  ],
  [
    'are at most 500 a test',
    inTests,
    `List<Ink__e> events = new List<Ink__e>();
     for (Integer i = 0; i < 501; i++) events.add(new Ink__e(Model__c = 'a'));
     List<Database.SaveResult> results = EventBus.publish(events);
     Assert.isTrue(results[499].isSuccess());
     Assert.areEqual('LIMIT_EXCEEDED', results[500].getErrors()[0].getStatusCode().name());`
  ]
]);

facts('EventBus.publish', files, [
  [
    'names the queued event in the result',
    publishing,
    `Ink__e event = (Ink__e) Ink__e.SObjectType.newSObject(null, true);
     event.Model__c = 'a';
     Database.SaveResult result = EventBus.publish(event);
     Assert.areEqual(StatusCode.OPERATION_ENQUEUED, result.getErrors()[0].getStatusCode());
     Assert.areEqual(event.EventUuid, result.getErrors()[0].getMessage());
     Assert.areEqual(event.EventUuid, EventBus.getOperationId(result));`
  ],
  [
    'refuses an event alone and does not throw',
    publishing,
    `List<Database.SaveResult> results = EventBus.publish(new List<Ink__e>{ new Ink__e(), new Ink__e(Model__c = 'a'), new Ink__e(Model__c = 'a'.repeat(256)) });
     Assert.isFalse(results[0].isSuccess());
     Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, results[0].getErrors()[0].getStatusCode());
     Assert.isTrue(results[1].isSuccess());
     Assert.areEqual(StatusCode.STRING_TOO_LONG, results[2].getErrors()[0].getStatusCode());`
  ],
  [
    'counts as one DML statement after commit',
    publishing,
    `EventBus.publish(new List<Ink__e>{ new Ink__e(Model__c = 'a'), new Ink__e(Model__c = 'b') });
     Assert.areEqual(1, Limits.getDmlStatements());
     Assert.areEqual(0, Limits.getDmlRows());
     Assert.areEqual(0, Limits.getPublishImmediateDML());`
  ],
  [
    'has a limit of its own for immediate events',
    publishing,
    `EventBus.publish(new Alarm__e(Text__c = 'a'));
     Assert.areEqual(0, Limits.getDmlStatements());
     Assert.areEqual(1, Limits.getPublishImmediateDML());
     Assert.areEqual(150, Limits.getLimitPublishImmediateDML());`
  ],
  [
    'knows who published',
    guide('Platform Event Fields'),
    `Database.SaveResult result = EventBus.publish(new Ink__e(Model__c = 'a'));
     Assert.isTrue(String.valueOf(result.getId()).startsWith('e0'));`
  ]
]);

facts('Callbacks of EventBus.publish', files, [
  [
    'hear of the delivery',
    callbacks,
    `Listener listener = new Listener();
     Ink__e event = (Ink__e) Ink__e.SObjectType.newSObject(null, true);
     event.Model__c = 'a';
     Database.SaveResult result = EventBus.publish(event, listener);
     Assert.areEqual(StatusCode.OPERATION_WITH_CALLBACK_ENQUEUED, result.getErrors()[0].getStatusCode());
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{ 'published (' + event.EventUuid + ')' }, listener.heard);
     Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'heard']);`
  ],
  [
    'hear of a failure, and no trigger gets the events',
    callbacks,
    `Listener listener = new Listener();
     List<Ink__e> events = new List<Ink__e>{ (Ink__e) Ink__e.SObjectType.newSObject(null, true), (Ink__e) Ink__e.SObjectType.newSObject(null, true) };
     for (Ink__e event : events) event.Model__c = 'a';
     EventBus.publish(events, listener);
     Test.getEventBus().fail();
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{ 'failed (' + events[0].EventUuid + ', ' + events[1].EventUuid + ')' }, listener.heard);
     Assert.areEqual(0, [SELECT COUNT() FROM Account]);`
  ]
]);

facts('Triggers of platform events', files, [
  [
    'are run again with the next delivery when they ask for it',
    guide('Test Retried Event Messages'),
    `EventBus.publish(new Ink__e(Model__c = 'retry'));
     Test.getEventBus().deliver();
     EventBusSubscriber first = [SELECT Retries, LastError, Position FROM EventBusSubscriber WHERE Name = 'InkTrigger'];
     Assert.areEqual(1, first.Retries);
     Assert.areEqual('again 0', first.LastError);
     Assert.areEqual(0, first.Position);
     Test.getEventBus().deliver();
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{ 'retry 2 again 1' }, Seen.notes);
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);
     Assert.areEqual(0, [SELECT Retries FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Retries);`
  ],
  [
    'stop after nine retries',
    retrying,
    `EventBus.publish(new Ink__e(Model__c = 'never'));
     for (Integer i = 0; i < 9; i++) Test.getEventBus().deliver();
     Assert.areEqual('Running', [SELECT Status FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Status);
     try { Test.getEventBus().deliver(); } catch (EventBus.RetryableException e) { Assert.areEqual('no', e.getMessage()); }
     Assert.areEqual('Error', [SELECT Status FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Status);`
  ],
  [
    'go on behind a checkpoint when they end early',
    resuming,
    `List<Ink__e> events = new List<Ink__e>();
     for (Integer i = 0; i < 5; i++) events.add(new Ink__e(Model__c = 'm'));
     Seen.stopAt = 3;
     EventBus.publish(events);
     Test.getEventBus().deliver();
     Assert.areEqual(3, [SELECT Position FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Position);
     Test.getEventBus().deliver();
     Assert.areEqual(5, [SELECT Position FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Position);
     Assert.areEqual(5, [SELECT COUNT() FROM Account]);`
  ],
  [
    'keep what they did before the checkpoint when they fail behind it',
    guide('Comparing setResumeCheckpoint() and EventBus.RetryableException'),
    `EventBus.publish(new List<Ink__e>{ new Ink__e(Model__c = 'point'), new Ink__e(Model__c = 'badpoint'), new Ink__e(Model__c = 'after') });
     Test.getEventBus().deliver();
     Assert.areEqual(1, [SELECT COUNT() FROM Account]);
     Assert.areEqual(1, [SELECT Position FROM EventBusSubscriber WHERE Name = 'InkTrigger'].Position);`
  ],
  [
    'may not set a checkpoint outside of their batch',
    resuming,
    `EventBus.publish(new Ink__e(Model__c = 'badpoint'));
     try { Test.getEventBus().deliver(); Assert.fail('no exception'); }
     catch (EventBus.InvalidReplayIdException e) { Assert.areEqual('EventBus.InvalidReplayIdException', e.getTypeName()); }`
  ]
]);

describe('platform events in the server', () => {
  it('reach their triggers after commit, and are retried at once', async () => {
    const opened = await openOrg(files);

    await opened.run(`EventBus.publish(new Ink__e(Model__c = 'retry'), new Listener());`);
    opened.settle();

    expect(opened.reports).toEqual([]);
    expect(await opened.rows('[SELECT Name FROM Account ORDER BY Name].size()')).toBe('2');
    opened.close();
  });

  it('do not stop for an event that its trigger cannot take', async () => {
    const opened = await openOrg(files);

    await opened.run(
      `EventBus.publish(new Ink__e(Model__c = 'badpoint')); EventBus.publish(new Ink__e(Model__c = 'never'));`
    );
    opened.settle();
    await opened.run(`EventBus.publish(new Ink__e(Model__c = 'late'));`);
    opened.settle();

    expect(opened.reports).toHaveLength(1);
    expect(await opened.rows('[SELECT Status FROM EventBusSubscriber].Status')).toBe('Running');
    opened.close();
  });
});
