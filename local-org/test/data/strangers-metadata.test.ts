import { facts, objectXml, type Files } from '../async/harness.js';

const labels = 'Apex Reference Guide, "Label Class"';
const seen = 'seen in public suites';

const labelFile = (name: string, value: string) =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected><shortDescription>${name}</shortDescription><value>${value}</value></labels>`;

const files: Files = {
  'objects/Activity.object': objectXml('', 'Origin__c'),
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">${labelFile('Greeting', 'Hello')}${labelFile('Farewell', 'Bye')}</CustomLabels>`,
  'translations/fr.translation-meta.xml':
    '<Translations xmlns="http://soap.sforce.com/2006/04/metadata"><customLabels><label>Bonjour</label><name>Greeting</name></customLabels></Translations>'
};

facts('What the metadata of projects brings', files, [
  [
    'fields of activities in one file are those of tasks and events',
    'Metadata API Developer Guide, "CustomObject"',
    `Task task = new Task(Subject = 't', Origin__c = 'mail');
     insert task;
     Assert.areEqual(1, [SELECT COUNT() FROM Task WHERE Origin__c = 'mail']);
     Assert.isNotNull(Schema.SObjectType.Event.fields.getMap().get('Origin__c'));`
  ],
  [
    'labels are found by name, in the language asked for where it has a translation',
    labels,
    `Assert.areEqual('Hello', System.Label.get('', 'Greeting'));
     Assert.areEqual('Bonjour', Label.get(null, 'greeting', 'fr'));
     Assert.areEqual('Bye', Label.get('', 'Farewell', 'fr'));
     Assert.isTrue(Label.translationExists('', 'Greeting', 'en'));
     Assert.isTrue(Label.translationExists('', 'Greeting', 'fr'));
     Assert.isFalse(Label.translationExists('', 'Farewell', 'fr'));
     Assert.areEqual('Hello', Label.Greeting);
     try { Label.get('', 'Missing'); Assert.fail('no exception'); } catch (InvalidParameterValueException e) { Assert.isTrue(e.getMessage().contains('Missing')); }`
  ],
  [
    'metadata types are written as JSON',
    seen,
    `Metadata.DeployResult result = new Metadata.DeployResult();
     result.status = Metadata.DeployStatus.Succeeded;
     Assert.isTrue(JSON.serialize(result, true).contains('"status":"Succeeded"'), JSON.serialize(result, true));`
  ],
  [
    'a role brings its groups, and takes them along',
    'Object Reference, "Group"',
    `UserRole role = new UserRole(Name = 'Made', DeveloperName = 'Made');
     insert role;
     Set<String> types = new Set<String>();
     for (Group one : [SELECT Type FROM Group WHERE RelatedId = :role.Id]) types.add(one.Type);
     Assert.areEqual(new Set<String>{ 'Role', 'RoleAndSubordinates' }, types);
     delete role;
     Assert.areEqual(0, [SELECT COUNT() FROM Group WHERE RelatedId = :role.Id]);`
  ],
  [
    'two dates of one day are equal and not the same',
    seen,
    `Date one = Date.newInstance(2020, 1, 2);
     Object other = Date.newInstance(2020, 1, 2);
     Object same = one;
     Assert.isTrue(one == other);
     Assert.isTrue(one !== other);
     Assert.isTrue(one === same);`
  ]
]);
