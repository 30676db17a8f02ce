import { facts } from '../async/harness.js';

const relationships = 'Apex Developer Guide, "Accessing sObject Fields Through Relationships"';
const seen = 'seen in public tests';
const recycled = 'SOAP API Developer Guide, "emptyRecycleBin()"';
const upsert = 'Apex Developer Guide, "Upserting Records"; seen in public tests';

const lookup = (name: string, target: string, extra = '') =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>MetadataRelationship</type><referenceTo>${target}</referenceTo>${extra}</fields>`;

const files = {
  'objects/Account/fields/Code__c.field-meta.xml':
    '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Code__c</fullName><externalId>true</externalId><label>Code</label><length>20</length><type>Text</type></CustomField>',
  'objects/Setting__mdt/Setting__mdt.object-meta.xml':
    '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Setting</label><pluralLabel>Settings</pluralLabel>' +
    lookup('Object__c', 'EntityDefinition') +
    lookup(
      'Field__c',
      'FieldDefinition',
      '<metadataRelationshipControllingField>Setting__mdt.Object__c</metadataRelationshipControllingField>'
    ) +
    '</CustomObject>',
  'customMetadata/Setting.SettingOfEighteen1.md-meta.xml':
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>Eighteen Letters</label>' +
    '<values><field>Object__c</field><value xsi:type="xsd:string">Account</value></values>' +
    '<values><field>Field__c</field><value xsi:type="xsd:string">Name</value></values></CustomMetadata>'
};

const family = `Account a = new Account(Name = 'Acme'); insert a;
  Contact c = new Contact(LastName = 'Diaz', AccountId = a.Id); insert c;`;

facts('Records from queries', files, [
  [
    'a field of a parent brings the reference and the id of the parent along',
    relationships,
    `${family}
     Contact found = [SELECT Account.Name FROM Contact];
     Assert.areEqual(a.Id, found.AccountId);
     Assert.areEqual(a.Id, found.Account.Id);
     found.Account.Name = 'Apex';
     update found.Account;
     Assert.areEqual('Apex', [SELECT Name FROM Account].Name);`
  ],
  [
    'a child query brings the reference to the parent along',
    seen,
    `${family}
     Assert.areEqual(a.Id, [SELECT (SELECT LastName FROM Contacts) FROM Account].Contacts[0].AccountId);`
  ],
  [
    'a field that was not queried is still refused',
    relationships,
    `${family}
     Contact found = [SELECT Account.Name FROM Contact];
     try { String email = found.Email; Assert.fail('no exception'); } catch (SObjectException e) {
       Assert.areEqual('SObject row was retrieved via SOQL without querying the requested field: Contact.Email', e.getMessage());
     }`
  ],
  [
    'empty fields that were queried are not populated; those that were set to null are',
    seen,
    `${family}
     Contact found = [SELECT LastName, Email, Phone FROM Contact];
     found.Phone = null;
     Assert.areEqual(new Set<String>{ 'LastName', 'Phone', 'Id' }, found.getPopulatedFieldsAsMap().keySet());
     Assert.isNull(found.Email);
     Assert.isTrue(found.isSet('Email'));
     Assert.isFalse(JSON.serialize(found).contains('Email'));`
  ],
  [
    'a record whose id is set to null has none',
    seen,
    `Account a = new Account(Name = 'x'); a.Id = null;
     Assert.areEqual(new Account(Name = 'x'), a);`
  ],
  [
    'records that left the recycle bin are found by ALL ROWS and cannot come back',
    recycled,
    `${family}
     delete a;
     Assert.isTrue(Database.emptyRecycleBin(a).isSuccess());
     Assert.isTrue([SELECT IsDeleted FROM Account WHERE Id = :a.Id ALL ROWS].IsDeleted);
     Assert.isFalse(Database.undelete(a, false).isSuccess());
     Assert.isFalse(Database.emptyRecycleBin(a).isSuccess());`
  ],
  [
    'an upsert by a field that is empty fails, also with an id',
    upsert,
    `Account a = new Account(Name = 'x', Site = 'y'); insert a;
     Database.UpsertResult result = Database.upsert(new Account(Id = a.Id, Name = 'z', Code__c = null), Account.Code__c, false);
     Assert.isFalse(result.isSuccess());
     Assert.areEqual(StatusCode.MISSING_ARGUMENT, result.getErrors()[0].getStatusCode());`
  ],
  [
    'custom metadata is found by a name as long as an id',
    seen,
    `Assert.areEqual('Eighteen Letters', Setting__mdt.getInstance('SettingOfEighteen1').Label);
     Assert.areEqual('Name', Setting__mdt.getInstance('SettingOfEighteen1').Field__c);
     Setting__mdt found = [SELECT Field__r.QualifiedApiName, Object__r.QualifiedApiName FROM Setting__mdt];
     Assert.areEqual('Name Account', found.Field__r.QualifiedApiName + ' ' + found.Object__r.QualifiedApiName);`
  ],
  [
    'a mail has the beginning of its subject as its name',
    'Object Reference, "EmailMessage"',
    `EmailMessage one = new EmailMessage(Subject = 'Hello', Status = '3'); EmailMessage two = new EmailMessage(Status = '3');
     insert new List<EmailMessage>{ one, two };
     Assert.areEqual('Hello', [SELECT Name FROM EmailMessage WHERE Id = :one.Id].Name);
     Assert.areEqual('[No Subject]', [SELECT Name FROM EmailMessage WHERE Id = :two.Id].Name);
     Assert.isFalse(EmailMessage.Subject.getDescribe().isNameField());`
  ],
  [
    'nobody may delete users',
    'Object Reference, "User"; seen in public tests',
    `Id me = UserInfo.getUserId();
     Assert.isFalse([SELECT HasDeleteAccess FROM UserRecordAccess WHERE UserId = :me AND RecordId = :me].HasDeleteAccess);`
  ],
  [
    'ids of comments on cases tell no type',
    seen,
    `try { Id.valueOf('00a000000000001AAA').getSObjectType(); Assert.fail('no exception'); } catch (SObjectException e) {
       Assert.isTrue(e.getMessage().startsWith('Cannot locate Apex Type for ID'), e.getMessage());
     }`
  ]
]);
