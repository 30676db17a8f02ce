import { eventFiles, facts, type Files } from './harness.js';

const userOfTriggers =
  'Platform Events Developer Guide, "Subscribe to Platform Event Notifications with Apex Triggers"';
const configured =
  'Platform Events Developer Guide, "Configure the User and Batch Size for Your Platform Event Trigger"';
const callbacks = 'Platform Events Developer Guide, "Callback Running User and Debug Logs"';
const seen = 'seen in public tests';

const noteOf = (trigger: string, object: string) =>
  `trigger ${trigger} on ${object} (after insert) {
    insert new Account(Name = UserInfo.getName() + ' ' + UserInfo.getUserType() + ' ' + UserInfo.getProfileId() + ' ' + Trigger.new.size());
  }`;

const files: Files = {
  ...eventFiles('Plain__e', 'After', 'Code__c'),
  ...eventFiles('Small__e', 'After', 'Code__c'),
  'OnPlain.trigger': noteOf('OnPlain', 'Plain__e'),
  'OnSmall.trigger': noteOf('OnSmall', 'Small__e'),
  'Told.cls': `public class Told implements EventBus.EventPublishSuccessCallback {
    public void onSuccess(EventBus.SuccessResult result) { insert new Account(Name = UserInfo.getName()); }
  }`,
  'PlatformEventSubscriberConfigs/OnSmallConfig.platformEventSubscriberConfig-meta.xml':
    '<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata"><batchSize>2</batchSize><masterLabel>OnSmallConfig</masterLabel>' +
    '<platformEventConsumer>OnSmall</platformEventConsumer><user>admin@local-org.example</user></PlatformEventSubscriberConfig>'
};

facts('The user as whom code runs', files, [
  [
    'triggers on events run as Automated Process, who has no profile',
    userOfTriggers,
    `EventBus.publish(new Plain__e(Code__c = 'x'));
     Test.getEventBus().deliver();
     Account made = [SELECT Name, CreatedBy.Alias, Owner.Name FROM Account];
     Assert.areEqual('Automated Process AutomatedProcess null 1', made.Name);
     Assert.areEqual('autoproc Automated Process', made.CreatedBy.Alias + ' ' + made.Owner.Name);`
  ],
  [
    'a configured trigger runs as its user, with batches of its size',
    configured,
    `List<Small__e> events = new List<Small__e>();
     for (Integer i = 0; i < 5; i++) events.add(new Small__e(Code__c = 'c' + i));
     EventBus.publish(events);
     Test.getEventBus().deliver();
     String mine = 'Org Administrator Standard ' + UserInfo.getProfileId() + ' ';
     List<Account> made = [SELECT Name FROM Account ORDER BY Name];
     Assert.areEqual(new List<String>{ mine + '1', mine + '2', mine + '2' }, new List<String>{ made[0].Name, made[1].Name, made[2].Name });
     Assert.areEqual(3, made.size());`
  ],
  [
    'publish callbacks run as Automated Process',
    callbacks,
    `EventBus.publish(new Plain__e(Code__c = 'x'), new Told());
     Test.getEventBus().deliver();
     Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Automated Process']);`
  ],
  [
    'Automated Process is a user that queries find and tests run as',
    seen,
    `String name = 'autoproc@' + UserInfo.getOrganizationId();
     User found = [SELECT Id, UserType FROM User WHERE Username = :name AND Profile.Name = NULL];
     Assert.areEqual('AutomatedProcess', found.UserType);
     System.runAs(found) { Assert.areEqual(found.Id, UserInfo.getUserId()); insert new Account(Name = 'x'); }`
  ],
  [
    'runAs inserts a user that was not inserted yet',
    seen,
    `insert new Account(Name = 'before');
     User other = new User(ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id, Username = 'o@x.example.other',
       LastName = 'Other', Alias = 'o', Email = 'o@x.example', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
     System.runAs(other) {
       Assert.areEqual('o@x.example.other', UserInfo.getUserName());
       Assert.isFalse(Account.SObjectType.getDescribe().isAccessible());
       Assert.isFalse(ApexClass.SObjectType.getDescribe().isAccessible(), 'needs View Setup and Configuration');
     }
     Assert.isNotNull(other.Id);`
  ],
  [
    'objects of features need a grant, those of every org do not',
    seen,
    `User other = new User(ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, Username = 'p@x.example.other',
       LastName = 'Other', Alias = 'p', Email = 'p@x.example', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
     System.runAs(other) {
       Assert.isFalse(AccountBrand.SObjectType.getDescribe().isAccessible());
       Assert.isTrue(Account.SObjectType.getDescribe().isAccessible());
       Assert.isTrue(ApexClass.SObjectType.getDescribe().isAccessible());
     }`
  ]
]);
