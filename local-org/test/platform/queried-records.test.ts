import { orgTable } from './org-table.js';

const knolle =
  'http://peterknolle.com/sobjects-getpopulatedfieldsasmap: empty fields of a query are not in the map, the record type always is';
const implied = 'https://salesforce.stackexchange.com/questions/155979';
const parents = 'seen on orgs: the id of the parent comes with its fields';
const settings =
  'Apex Reference Guide, "Hierarchy Custom Setting Methods"; a setting without SetupOwnerId is the organization’s (from memory)';

orgTable(
  'queried records',
  [
    ['Q.keys([SELECT Name, Phone FROM Account])', '{Name, Id}', knolle],
    ["Q.keys([SELECT Name, Phone FROM Account], 'Phone').contains('Phone')", 'true', knolle],
    ['[SELECT Name, Phone FROM Account].isSet(Account.Phone)', 'false', knolle],
    ["Q.cleared([SELECT Name, Phone FROM Account]).isSet('Phone')", 'true', knolle],
    ['[SELECT Name, Phone FROM Account].Phone', 'null', knolle],
    ['[SELECT Name, Phone FROM Account] == [SELECT Name FROM Account]', 'true', knolle],
    ["JSON.serialize([SELECT Name, Phone FROM Account]).contains('Phone')", 'false', knolle],
    ["JSON.serialize(Q.cleared([SELECT Name, Phone FROM Account])).contains('Phone')", 'true', knolle],
    ["Q.keys([SELECT LastName, Account.Name FROM Contact]).contains('AccountId')", 'true', parents],
    ['[SELECT Account.Name FROM Contact].AccountId == [SELECT Id FROM Account].Id', 'true', parents],
    ['Q.keys([SELECT Name FROM Thing__c])', '{Name, Id, RecordTypeId}', implied],
    ['Q.setting()', 'true', settings]
  ].map(([expression = '', expected = '', source = '']) => [
    `Q.with(1) == null ? null : (Object) (${expression})`,
    expected,
    source
  ]),
  {
    classes: {
      Q: `public class Q {
        public static Object with(Integer n) {
          Account a = new Account(Name = 'a'); insert a;
          insert new Contact(LastName = 'c', AccountId = a.Id);
          insert new Thing__c(Name = 't', RecordTypeId = Schema.SObjectType.Thing__c.getRecordTypeInfosByDeveloperName().get('Small').getRecordTypeId());
          return n;
        }
        public static Set<String> keys(SObject one) { return one.getPopulatedFieldsAsMap().keySet(); }
        public static Set<String> keys(SObject one, String field) { one.put(field, null); return keys(one); }
        public static Account cleared(Account one) { one.Phone = null; return one; }
        public static Boolean setting() { insert new Set__c(On__c = true); return Set__c.getInstance().On__c && Set__c.getOrgDefaults().SetupOwnerId == UserInfo.getOrganizationId(); }
      }`
    },
    files: {
      'objects/Thing__c/Thing__c.object-meta.xml':
        '<CustomObject><label>Thing</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'objects/Thing__c/recordTypes/Small.recordType-meta.xml':
        '<RecordType><fullName>Small</fullName><active>true</active><label>Small</label></RecordType>',
      'objects/Set__c/Set__c.object-meta.xml':
        '<CustomObject><customSettingsType>Hierarchy</customSettingsType><label>Set</label></CustomObject>',
      'objects/Set__c/fields/On__c.field-meta.xml':
        '<CustomField><fullName>On__c</fullName><label>On</label><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>'
    }
  }
);
