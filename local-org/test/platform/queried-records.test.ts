import { orgTable } from './org-table.js';

const knolle =
  'http://peterknolle.com/sobjects-getpopulatedfieldsasmap: empty fields of a query are not in the map, the record type always is';
const implied = 'https://salesforce.stackexchange.com/questions/155979';
const parents = 'seen on orgs: the id of the parent comes with its fields';
const cents = 'public suites: the cents of AnnualRevenue are kept though its scale is 0';
const settings =
  'Apex Reference Guide, "Hierarchy Custom Setting Methods"; a setting without SetupOwnerId is the organization’s (from memory)';

orgTable(
  'queried records',
  [
    ['Q.keys([SELECT Name, Phone FROM Account])', '{Name, Id}', knolle],
    ["Q.keys([SELECT Name, Phone FROM Account], 'Phone').contains('Phone')", 'true', knolle],
    [
      'Q.same([SELECT Name, Phone FROM Account]).isSet(Account.Phone)',
      'true',
      'Apex Reference Guide, "SObject Class", isSet'
    ],
    ["Q.cleared([SELECT Name, Phone FROM Account]).isSet('Phone')", 'true', knolle],
    ['[SELECT Name, Phone FROM Account].Phone', 'null', knolle],
    ['[SELECT Name, Phone FROM Account] == [SELECT Name FROM Account]', 'true', knolle],
    ["JSON.serialize([SELECT Name, Phone FROM Account]).contains('Phone')", 'false', knolle],
    ["JSON.serialize(Q.cleared([SELECT Name, Phone FROM Account])).contains('Phone')", 'true', knolle],
    ["Q.keys([SELECT LastName, Account.Name FROM Contact]).contains('AccountId')", 'true', parents],
    ['[SELECT Account.Name FROM Contact].AccountId == [SELECT Id FROM Account].Id', 'true', parents],
    ['Q.keys([SELECT Name FROM Thing__c])', '{Name, Id, RecordTypeId}', implied],
    ['Q.revenue(12345.67)', '12345.67', cents],
    ['Q.revenue(12345)', '12345', cents],
    ['Q.summed(12345.67)', '24691.34', cents],
    ['[SELECT Account.Name FROM Contact].Account.Id == [SELECT Id FROM Account].Id', 'true', parents],
    [
      "[SELECT EntityDefinition.DeveloperName FROM FieldDefinition WHERE EntityDefinition.DeveloperName = 'Contact' AND RelationshipName = 'Account'].EntityDefinition.DeveloperName",
      'Contact',
      'Object Reference, FieldDefinition: EntityDefinition is a relationship'
    ],
    ['Q.pick()', 'Hot', 'public suites: values of picklists are stored in the letters of their definition'],
    ['Q.blanks()', 'a', 'public suites: blanks at the end of a long text are not stored'],
    ['Q.attachment()', '3', 'public suites: Attachment.BodyLength is computed'],
    ['Q.childEqual()', '1', 'public suites: describes of one thing are equal'],
    [
      'Schema.Account.Name.getDescribe() == Schema.Account.Name.getDescribe()',
      'true',
      'public suites: describes of one thing are equal'
    ],
    [
      `Q.entry('Low__c', 'b').contains('"validFor":"QA=="')`,
      'true',
      'https://salesforce.stackexchange.com/questions/4462'
    ],
    [
      `Q.entry('High__c', 'y').contains('"validFor":null')`,
      'true',
      'https://salesforce.stackexchange.com/questions/4462'
    ],
    [
      "Q.get([SELECT FORMAT(AnnualRevenue) shown FROM Account], 'shown')",
      'null',
      'SOQL and SOSL Reference, "FORMAT()": aliases are read by get (public suites)'
    ],
    [
      "Q.get([SELECT FORMAT(CreatedDate) shown FROM Account], 'shown') != null",
      'true',
      'SOQL and SOSL Reference, "FORMAT()": aliases are read by get (public suites)'
    ],
    ['Q.found()', '0', 'public suites: fixed search results may be null'],
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
        public static Decimal revenue(Decimal amount) { Account a = new Account(Name = 'r', AnnualRevenue = amount); insert a; return [SELECT AnnualRevenue FROM Account WHERE Id = :a.Id].AnnualRevenue; }
        public static Object summed(Decimal amount) { revenue(amount); revenue(amount); return [SELECT SUM(AnnualRevenue) s FROM Account][0].get('s'); }
        public static String pick() { Account a = new Account(Name = 'r', Rating = 'hOT'); insert a; return [SELECT Rating FROM Account WHERE Id = :a.Id].Rating; }
        public static String blanks() { Account a = new Account(Name = 'r', Description = 'a\\n'); insert a; return [SELECT Description FROM Account WHERE Id = :a.Id].Description; }
        public static Integer attachment() { Account a = new Account(Name = 'r'); insert a; Attachment f = new Attachment(ParentId = a.Id, Name = 'f', Body = Blob.valueOf('abc')); insert f; return [SELECT BodyLength FROM Attachment].BodyLength; }
        public static Integer childEqual() { Set<Schema.ChildRelationship> found = new Set<Schema.ChildRelationship>(); for (Integer i = 0; i < 2; i++) for (Schema.ChildRelationship one : Account.SObjectType.getDescribe().getChildRelationships()) if (one.getRelationshipName() == 'Contacts') found.add(one); return found.size(); }
        public static String entry(String field, String value) { for (Schema.PicklistEntry one : Thing__c.SObjectType.getDescribe().fields.getMap().get(field).getDescribe().getPicklistValues()) if (one.getValue() == value) return JSON.serialize(one); return null; }
        public static Object get(SObject one, String name) { return one.get(name); }
        public static Integer found() { Test.setFixedSearchResults(new List<Id>{ null }); return [FIND 'abc' RETURNING Account][0].size(); }
        public static Account same(Account one) { return one; }
        public static Account cleared(Account one) { one.Phone = null; return one; }
        public static Boolean setting() { insert new Set__c(On__c = true); return Set__c.getInstance().On__c && Set__c.getOrgDefaults().SetupOwnerId == UserInfo.getOrganizationId(); }
      }`
    },
    files: {
      'objects/Thing__c/Thing__c.object-meta.xml':
        '<CustomObject><label>Thing</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'objects/Thing__c/recordTypes/Small.recordType-meta.xml':
        '<RecordType><fullName>Small</fullName><active>true</active><label>Small</label></RecordType>',
      'objects/Thing__c/fields/High__c.field-meta.xml':
        '<CustomField><fullName>High__c</fullName><label>High</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>x</fullName></value><value><fullName>y</fullName></value></valueSetDefinition></valueSet></CustomField>',
      'objects/Thing__c/fields/Low__c.field-meta.xml':
        '<CustomField><fullName>Low__c</fullName><label>Low</label><type>Picklist</type><valueSet><controllingField>High__c</controllingField><valueSetDefinition><sorted>false</sorted><value><fullName>a</fullName></value><value><fullName>b</fullName></value></valueSetDefinition><valueSettings><controllingFieldValue>y</controllingFieldValue><valueName>b</valueName></valueSettings></valueSet></CustomField>',
      'objects/Set__c/Set__c.object-meta.xml':
        '<CustomObject><customSettingsType>Hierarchy</customSettingsType><label>Set</label></CustomObject>',
      'objects/Set__c/fields/On__c.field-meta.xml':
        '<CustomField><fullName>On__c</fullName><label>On</label><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>'
    }
  }
);
