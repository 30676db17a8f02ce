import { table } from './table.js';

const page = 'Apex Reference Guide, "SObject Class"';
const describePage = 'Apex Reference Guide, "DescribeFieldResult Class"';

const classes = {
  Rec: `public class Rec {
    public static Object put(String field, Object value) { Account a = new Account(); a.put(field, value); return a; }
    public static Object fields() { return new Account(Phone = '1', Name = 'x').getPopulatedFieldsAsMap().keySet(); }
    public static Object cloned() {
      Account a = new Account(Id = '001000000000001AAA', Name = 'x'); Account c = a.clone();
      return c + ' ' + c.isClone() + ' ' + c.getCloneSourceId() + ' ' + a.isClone() + ' ' + a.clone(true).Id;
    }
    public static Object parent() { Contact c = new Contact(); c.putSObject('Account', new Account(Name = 'p')); return c.Account.Name + c.getSObject('Account').get('name'); }
    public static Object errors() {
      Account a = new Account(); a.addError('bad'); a.Name.addError('worse');
      return a.hasErrors() + ' ' + a.getErrors()[0].getMessage() + ' ' + a.getErrors()[1].getFields();
    }
    public static Object isSet() { Account a = new Account(Phone = null); return a.isSet('Phone') + ' ' + a.isSet(Account.Name); }
  }`
};

table(
  'SObject',
  [
    ["Rec.put('name', 'Acme')", 'Account:{Name=Acme}', page],
    ["new Account(Id = null, Name = 'a').getPopulatedFieldsAsMap().keySet()", '{Id, Name}', 'public suites'],
    ["new Account(Id = null, Name = 'a').isSet(Account.Id)", 'true', 'public suites'],
    ["new Account(Id = null, Name = 'a') == new Account(Name = 'a')", 'true', 'public suites compare such records'],
    [
      "new Set<Account>{ new Account(Id = null, Name = 'a'), new Account(Name = 'a') }.size()",
      '1',
      'as ==; Apex Developer Guide, "Sets of Objects"'
    ],
    ['new Contact(DoNotCall = null).DoNotCall', 'false', 'a public suite, which passes on an org'],
    ["Rec.put('AnnualRevenue', 5)", 'Account:{AnnualRevenue=5}', page],
    ["Rec.put('ParentId', '001000000000001')", 'Account:{ParentId=001000000000001AAA}', page],
    ["Rec.put('Name', 5)", 'System.SObjectException: Illegal assignment from Integer to String'],
    ["Rec.put('NumberOfEmployees', 'x')", 'System.SObjectException: Illegal assignment from String to Integer'],
    ["Rec.put('Nope', 1)", 'System.SObjectException: Invalid field Nope for Account'],
    [
      'new Contact().get(Account.Name)',
      'System.SObjectException: Account.Name does not belong to SObject type Contact'
    ],
    ['Rec.fields()', '{Phone, Name}'],
    ['Rec.cloned()', 'Account:{Name=x} true 001000000000001AAA false 001000000000001AAA', page],
    ['Rec.parent()', 'pp', page],
    ['Rec.errors()', 'true bad (Name)', page],
    ['Rec.isSet()', 'true false', page],
    ["new Account(Name = 'a') == new Account(Name = 'a')", 'true'],
    ['new Contact().DoNotCall', 'false'],
    ['new Account().Contacts.size()', '0']
  ],
  { classes }
);

table('Schema', [
  ['Account.SObjectType.getDescribe().getName()', 'Account', describePage],
  ["Schema.getGlobalDescribe().get('ACCOUNT')", 'Account', 'Apex Reference Guide, "Schema Class"'],
  ["Schema.getGlobalDescribe().containsKey('account')", 'true', 'Apex Reference Guide, "Schema Class"'],
  [
    "Schema.describeSObjects(new List<String>{'Contact'})[0].getKeyPrefix()",
    '003',
    'Apex Reference Guide, "Schema Class"'
  ],
  [
    "Schema.describeSObjects(new List<String>{'Nope'})",
    'System.InvalidParameterValueException: SObject type Nope does not exist.'
  ],
  ["Schema.getGlobalDescribe().containsKey('CurrencyType')", 'false', 'Object Reference, "CurrencyType"'],
  [
    "Schema.describeSObjects(new List<String>{'CurrencyType'})",
    'System.NoAccessException: The requested object does not exist'
  ],
  ["Account.SObjectType.getDescribe().fields.getMap().get('NAME').getDescribe().getLength()", '255', describePage],
  ['Contact.AccountId.getDescribe().getReferenceTo()', '(Account)', describePage],
  ['Contact.AccountId.getDescribe().getRelationshipName()', 'Account', describePage],
  ['Contact.AccountId.getDescribe().getType()', 'REFERENCE', describePage],
  ['Account.AnnualRevenue.getDescribe().getScale()', '0', describePage],
  ['Account.Name.getDescribe().isNameField()', 'true', describePage],
  ['Account.Id.getDescribe().isNillable()', 'false', describePage],
  [
    'Account.SObjectType.getDescribe().getRecordTypeInfos()[0].isMaster()',
    'true',
    'Apex Reference Guide, "RecordTypeInfo Class"'
  ],
  [
    "Account.SObjectType.newSObject('001000000000001AAA')",
    'Account:{Id=001000000000001AAA}',
    'Apex Reference Guide, "SObjectType Class"'
  ],
  ['Account.Name === Account.Name', 'true'],
  ['new Set<Schema.SObjectField>{Account.Name, Account.Name}.size()', '1']
]);
