import { orgTable } from './org-table.js';

const sets = 'Apex Reference Guide, "FieldSet Class"';
const site = 'Visualforce Developer Guide, "$Label.Site"';
const label = (name: string, value: string) =>
  `<labels><fullName>${name}</fullName><language>en_US</language><value>${value}</value></labels>`;

orgTable(
  'metadata that Apex names',
  [
    ['SObjectType.Account.FieldSets.Short.getLabel()', 'In short', sets],
    ['Schema.SObjectType.Account.fieldSets.short.getFields()[0].getFieldPath()', 'Name', sets],
    ["SObjectType.Account.fieldSets.getMap().get('Short').getName()", 'Short', sets],
    ['System.Label.Site.passwords_dont_match', 'Passwords did not match.', site],
    ['Label.site.Login', 'Login', site],
    ['Label.Greeting', 'Hello', 'Apex Developer Guide, "Using Custom Labels"'],
    ['Label.other.Greeting', 'Hi', 'Apex Reference Guide, "Label Class": Label.namespace.name']
  ],
  {
    files: {
      'objects/Account.object':
        '<CustomObject><fieldSets><fullName>Short</fullName><label>In short</label><displayedFields><field>Name</field></displayedFields></fieldSets></CustomObject>',
      'labels/CustomLabels.labels': `<CustomLabels>${label('Greeting', 'Hello')}${label('other__Greeting', 'Hi')}</CustomLabels>`
    }
  }
);

const lookups = 'Object Reference, property "idLookup"';

orgTable(
  'records and describes in a whole org',
  [
    ['Facts2.children()', '0', 'seen in public suites: children that were not queried are an empty list'],
    [
      'Schema.SObjectType.Account.fields.AccountNumber.isPermissionable()',
      'true',
      'Object Reference, "FieldPermissions"'
    ],
    ['Schema.SObjectType.Account.fields.Name.isPermissionable()', 'false', 'Object Reference, "FieldPermissions"'],
    [
      'Schema.SObjectType.Account.fields.CreatedDate.isPermissionable()',
      'false',
      'Object Reference, "FieldPermissions"'
    ],
    ['Schema.SObjectType.Opportunity.fields.Name.isIdLookup()', 'true', lookups],
    ['Schema.SObjectType.User.fields.Username.isIdLookup()', 'true', lookups],
    ['Schema.SObjectType.Account.fields.Name.isIdLookup()', 'false', lookups],
    ['Schema.SObjectType.Box__c.fields.Name.isIdLookup()', 'true', 'Object Reference, "Custom Object__c"'],
    ['Facts2.lookupKeys()', '(Id, Name)', lookups],
    [
      'Facts2.upserted()',
      '1 Closed Won',
      'Apex Developer Guide, "Upserting Records": a standard field that is an idLookup'
    ],
    [
      'Facts2.refused()',
      'Invalid field for upsert, must be an External Id custom or standard indexed field: StageName (Opportunity)',
      'public suites'
    ],
    ['Facts2.installed()', 'Holding', 'seen in a public suite: a batch may hold the context of an installation']
  ],
  {
    files: {
      'objects/Box__c/Box__c.object-meta.xml':
        '<CustomObject><label>Box</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>'
    },
    classes: {
      Facts2: `public class Facts2 {
        public static Integer children() {
          insert new Account(Name = 'Acme');
          return [SELECT Id, (SELECT Id FROM Cases) FROM Account].Contacts.size();
        }
        public static List<String> lookupKeys() {
          List<String> names = new List<String>();
          for (EntityParticle each : [
            SELECT QualifiedApiName FROM EntityParticle
            WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND IsIdLookup = TRUE ORDER BY QualifiedApiName
          ]) names.add(each.QualifiedApiName);
          return names;
        }
        static Opportunity sold(String name, String stage) {
          return new Opportunity(Name = name, StageName = stage, CloseDate = Date.today());
        }
        public static String upserted() {
          insert sold('Sale', 'Prospecting');
          upsert sold('sale', 'Closed Won') Name;
          List<Opportunity> found = [SELECT StageName FROM Opportunity];
          return found.size() + ' ' + found[0].StageName;
        }
        public static String refused() {
          try { upsert sold('Sale', 'Prospecting') StageName; return 'saved'; } catch (SObjectException e) { return e.getMessage(); }
        }
        public static String installed() {
          Test.startTest();
          Test.testInstall(new Hook(), null);
          Test.stopTest();
          return [SELECT Name FROM Account].Name;
        }
      }`,
      Hook: `public class Hook implements InstallHandler {
        public void onInstall(InstallContext context) { Database.executeBatch(new Holder(context)); }
      }`,
      Holder: `public class Holder implements Database.Batchable<SObject> {
        InstallContext context;
        public Holder(InstallContext context) { this.context = context; }
        public Iterable<SObject> start(Database.BatchableContext bc) { return new List<SObject>{ new Account(Name = 'Holding') }; }
        public void execute(Database.BatchableContext bc, List<SObject> scope) { insert scope; }
        public void finish(Database.BatchableContext bc) {}
      }`
    }
  }
);
