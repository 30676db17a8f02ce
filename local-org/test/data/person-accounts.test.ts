import { facts, objectXml, type Files } from '../async/harness.js';

const soap = 'SOAP API Developer Guide, "Person Account Record Types"';
const fields = 'Object Reference, "Account", IsPersonAccount Fields';
const guide = (page: string) => `Apex Developer Guide, "${page}"`;
const memory = 'the code is in the lists of codes, the sentence is not';

const persons: Files = {
  'sfdx-project.json': '{"packageDirectories":[{"path":"."}]}',
  'config/project-scratch-def.json': '{"features":["PersonAccounts"]}',
  'objects/Contact/Contact.object-meta.xml': objectXml('', 'Level__c'),
  'objects/Contact/fields/Visits__c.field-meta.xml':
    '<CustomField><fullName>Visits__c</fullName><label>Visits</label><type>Number</type><precision>18</precision><scale>0</scale><defaultValue>0</defaultValue></CustomField>',
  'OnContact.trigger': `trigger OnContact on Contact (before insert, before update) {
    for (Contact one : Trigger.new) one.Description = 'seen';
  }`,
  'OnAccount.trigger': `trigger OnAccount on Account (after insert) {
    for (Account one : Trigger.new) if (one.IsPersonAccount) insert new Task(Subject = one.Name, WhoId = one.PersonContactId);
  }`
};

const members = `private static Account person() {
  Account one = new Account(FirstName = 'Ada', LastName = 'Lovelace', PersonEmail = 'ada@example.com', Level__pc = 'gold', Phone = '1');
  insert one;
  return [SELECT Name, IsPersonAccount, PersonContactId, RecordType.DeveloperName, PersonEmail, Level__pc FROM Account WHERE Id = :one.Id];
}
private static StatusCode refusal(SObject record) {
  Database.SaveResult result = record.Id == null ? Database.insert(record, false) : Database.update(record, false);
  return result.isSuccess() ? null : result.getErrors()[0].getStatusCode();
}`;

facts(
  'Person accounts',
  persons,
  [
    [
      'come of a last name, with the record type of persons and a name of its parts',
      guide('Accessing SObject Fields'),
      `Account one = person();
       Assert.areEqual('Ada Lovelace', one.Name);
       Assert.isTrue(one.IsPersonAccount);
       Assert.areEqual('PersonAccount', one.RecordType.DeveloperName);
       insert new Account(Name = 'Business');
       insert new Account(Name = 'Master', RecordTypeId = '012000000000000AAA');
       Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE IsPersonAccount = false AND RecordTypeId = null]);`
    ],
    [
      'have a contact with the same values, which no trigger of contacts sees',
      guide('Operations That Don’t Invoke Triggers'),
      `Account one = person();
       Contact twin = [SELECT AccountId, Name, Email, Phone, Level__c, IsPersonAccount, Description FROM Contact WHERE Id = :one.PersonContactId];
       Assert.areEqual(one.Id, twin.AccountId);
       Assert.areEqual('Ada Lovelace', twin.Name);
       Assert.areEqual('ada@example.com 1 gold', twin.Email + ' ' + twin.Phone + ' ' + twin.Level__c);
       Assert.isTrue(twin.IsPersonAccount);
       Assert.isNull(twin.Description);`
    ],
    [
      'are kept in step with their contacts, both ways',
      soap,
      `Account one = person();
       update new Account(Id = one.Id, LastName = 'Byron', PersonMailingCity = 'London');
       Contact twin = [SELECT Name, MailingCity FROM Contact];
       Assert.areEqual('Ada Byron London', twin.Name + ' ' + twin.MailingCity);
       update new Contact(Id = twin.Id, Email = 'new@example.com', Level__c = 'silver', FirstName = 'A');
       one = [SELECT Name, PersonEmail, Level__pc, PersonContact.Email FROM Account];
       Assert.areEqual('A Byron new@example.com silver', one.Name + ' ' + one.PersonEmail + ' ' + one.Level__pc);
       Assert.areEqual('new@example.com', one.PersonContact.Email);`
    ],
    [
      'show their contact to after-triggers',
      soap,
      `Account one = person();
       Assert.areEqual(one.PersonContactId, [SELECT WhoId FROM Task].WhoId);`
    ],
    [
      'take no name, and business accounts no person fields',
      memory,
      `Account one = person();
       Assert.areEqual(StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, refusal(new Account(Id = one.Id, Name = 'Other')));
       Assert.areEqual(StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, refusal(new Account(Name = 'B', PersonEmail = 'b@example.com')));
       Id type = Schema.SObjectType.Account.getRecordTypeInfosByDeveloperName().get('PersonAccount').getRecordTypeId();
       Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, refusal(new Account(RecordTypeId = type)));
       one.PersonEmail = 'x@example.com';
       update one;`
    ],
    [
      'have one contact, which is deleted and restored with them only',
      soap,
      `Account one = person();
       Assert.areEqual(StatusCode.INVALID_PERSON_ACCOUNT_OPERATION, refusal(new Contact(LastName = 'b', AccountId = one.Id)));
       Database.DeleteResult result = Database.delete(new Contact(Id = one.PersonContactId), false);
       Assert.areEqual(StatusCode.INVALID_PERSON_ACCOUNT_OPERATION, result.getErrors()[0].getStatusCode());
       delete one;
       Assert.areEqual(0, [SELECT COUNT() FROM Contact]);
       undelete one;
       Assert.areEqual(1, [SELECT COUNT() FROM Contact WHERE IsPersonAccount = true]);`
    ],
    [
      'are made of a business account and its contact, and the other way',
      soap,
      `Account one = new Account(Name = 'Business');
       insert one;
       Contact twin = new Contact(AccountId = one.Id, LastName = 'Hopper', Email = 'grace@example.com');
       insert twin;
       RecordType type = [SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true];
       update new Account(Id = one.Id, RecordTypeId = type.Id);
       one = [SELECT Name, PersonEmail, PersonContactId FROM Account];
       Assert.areEqual('Hopper grace@example.com', one.Name + ' ' + one.PersonEmail);
       Assert.areEqual(twin.Id, one.PersonContactId);
       update new Account(Id = one.Id, RecordTypeId = null);
       one = [SELECT IsPersonAccount, PersonEmail, PersonContactId FROM Account];
       Assert.isFalse(one.IsPersonAccount);
       Assert.isNull(one.PersonEmail);
       Assert.isFalse([SELECT IsPersonAccount FROM Contact WHERE AccountId = :one.Id].IsPersonAccount);`
    ],
    [
      'describe their fields',
      fields,
      `Map<String, Schema.SObjectField> all = Schema.SObjectType.Account.fields.getMap();
       Assert.areEqual(Schema.DisplayType.EMAIL, all.get('PersonEmail').getDescribe().getType());
       Assert.isTrue(all.get('Level__pc').getDescribe().isCustom());
       Assert.isFalse(all.get('IsPersonAccount').getDescribe().isCreateable());
       for (Schema.RecordTypeInfo info : Schema.SObjectType.Account.getRecordTypeInfos()) Assert.areEqual(info.isMaster(), info.isDefaultRecordTypeMapping());
       Assert.areEqual(Contact.SObjectType, all.get('PersonContactId').getDescribe().getReferenceTo()[0]);`
    ],
    [
      'come of leads without a company',
      'Object Reference, "Lead"',
      `Lead one = new Lead(FirstName = 'Ada', LastName = 'Lovelace', Email = 'ada@example.com', Title = 'Countess');
       insert one;
       Database.LeadConvert wish = new Database.LeadConvert();
       wish.setLeadId(one.Id);
       wish.setDoNotCreateOpportunity(true);
       wish.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = true LIMIT 1].ApiName);
       Database.LeadConvertResult result = Database.convertLead(wish);
       Account made = [SELECT Name, PersonContactId, PersonTitle FROM Account WHERE Id = :result.getAccountId()];
       Assert.areEqual('Ada Lovelace Countess', made.Name + ' ' + made.PersonTitle);
       Assert.areEqual(made.PersonContactId, result.getContactId());`
    ],
    [
      'are merged with their contacts',
      'SOAP API Developer Guide, "merge()"',
      `Account one = person();
       Account other = person();
       insert new Task(Subject = 'mine', WhoId = other.PersonContactId);
       merge one other;
       Assert.areEqual(1, [SELECT COUNT() FROM Contact]);
       Assert.areEqual(one.PersonContactId, [SELECT WhoId FROM Task WHERE Subject = 'mine'].WhoId);`
    ],
    [
      'have the defaults of their contact, which business accounts have not',
      soap,
      `Account one = person();
       Account business = new Account(Name = 'b');
       insert business;
       Assert.areEqual(0, [SELECT Visits__pc FROM Account WHERE Id = :one.Id].Visits__pc);
       Assert.isNull([SELECT Visits__pc FROM Account WHERE Id = :business.Id].Visits__pc);`
    ],
    [
      'have the field security of their contact',
      soap,
      `User reader = new User(LastName = 'r', Username = 'r@example.com.x', Email = 'r@example.com', Alias = 'r', TimeZoneSidKey = 'GMT',
         LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
       System.runAs(reader) {
         Assert.isFalse(Schema.SObjectType.Account.fields.getMap().get('Level__pc').getDescribe().isAccessible());
         Assert.isTrue(Schema.SObjectType.Account.fields.getMap().get('PersonEmail').getDescribe().isAccessible());
       }`
    ]
  ],
  members
);

facts('Without person accounts', {}, [
  [
    'their fields are not there',
    fields,
    `Assert.isNull(Schema.SObjectType.Account.fields.getMap().get('PersonEmail'));
       try { Database.query('SELECT IsPersonAccount FROM Account'); Assert.fail('no exception'); }
       catch (QueryException e) { Assert.isTrue(e.getMessage().contains('IsPersonAccount'), e.getMessage()); }`
  ]
]);
