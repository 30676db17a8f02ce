import { eventFiles, facts, type Files } from './harness.js';

const order = 'Platform Events Developer Guide, "Order of Events in Parallel Subscriptions"';
const testing = 'Platform Events Developer Guide, "Testing an Apex Trigger Configured with Parallel Subscriptions"';

const config = (trigger: string, ...more: readonly string[]) =>
  `<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata"><masterLabel>c</masterLabel>` +
  `<platformEventConsumer>${trigger}</platformEventConsumer>${more.join('')}</PlatformEventSubscriberConfig>`;

const files: Files = {
  ...eventFiles('Ordered__e', 'After', 'Region__c!', 'Number__c'),
  'OnOrdered.trigger': `trigger OnOrdered on Ordered__e (after insert) {
    List<String> seen = new List<String>();
    for (Ordered__e event : Trigger.new) seen.add(event.Region__c + event.Number__c);
    insert new Account(Name = String.join(seen, ' '));
  }`,
  'PlatformEventSubscriberConfigs/C.platformEventSubscriberConfig-meta.xml': config(
    'OnOrdered',
    '<numPartitions>3</numPartitions><partitionKey>Ordered__e.Region__c</partitionKey>'
  )
};

facts('Parallel subscriptions', files, [
  [
    'get the events of one key together and in order, and those of another by themselves',
    order,
    `List<Ordered__e> events = new List<Ordered__e>();
     for (Integer i = 0; i < 6; i++) events.add(new Ordered__e(Region__c = Math.mod(i, 2) == 0 ? 'a' : 'b', Number__c = String.valueOf(i)));
     EventBus.publish(events);
     Test.getEventBus().deliver();
     Set<String> names = new Set<String>();
     for (Account one : [SELECT Name FROM Account]) names.add(one.Name);
     Assert.areEqual(new Set<String>{ 'a0 a2 a4', 'b1 b3 b5' }, names);`
  ],
  [
    'go on behind what they have processed',
    order,
    `EventBus.publish(new List<Ordered__e>{ new Ordered__e(Region__c = 'a', Number__c = '1'), new Ordered__e(Region__c = 'b', Number__c = '2') });
     Test.getEventBus().deliver();
     EventBus.publish(new Ordered__e(Region__c = 'a', Number__c = '3'));
     Test.getEventBus().deliver();
     Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'a3']);
     Assert.areEqual(3, [SELECT COUNT() FROM Account]);`
  ],
  [
    'show in the row of the subscriber',
    testing,
    `Assert.isTrue([SELECT IsPartitioned FROM EventBusSubscriber WHERE Topic = 'Ordered__e'].IsPartitioned);
     EventBus.publish(new Ordered__e(Region__c = 'a'));
     Test.getEventBus().deliver();
     Assert.isTrue([SELECT IsPartitioned FROM EventBusSubscriber WHERE Topic = 'Ordered__e'].IsPartitioned);`
  ]
]);
