import { flowFile, assignment, set, start, str } from '../automation/flow-file.js';
import { field } from '../schema/project.js';
import { orgTable } from './org-table.js';

const prefix = 'Apex Developer Guide, "Namespace Prefix"';
const describe = 'Apex Reference Guide, "DescribeSObjectResult Class" and "DescribeFieldResult Class"';
const type = 'Apex Reference Guide, "Type Class"; public packages derive their namespace from X.class.getName()';
const conversion =
  'pull request 106 of apex-enterprise-patterns/fflib-apex-common: messages and traces of a namespaced org';
const metadata = 'Object Reference, field "NamespacePrefix"';
const flows = 'a record-triggered flow names fields as its file does';

const object = (label: string, more = ''): string =>
  `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>${more}</CustomObject>`;

const files = {
  'sfdx-project.json': '{ "packageDirectories": [{ "path": "." }], "namespace": "ns" }',
  'objects/Shelf__c/Shelf__c.object-meta.xml': object('Shelf', '<sharingModel>ReadWrite</sharingModel>'),
  'objects/Shelf__c/fields/Code__c.field-meta.xml': field(
    '<fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>'
  ),
  'objects/Shelf__c/fields/Note__c.field-meta.xml': field(
    '<fullName>Note__c</fullName><label>Note</label><type>Text</type><length>80</length>'
  ),
  'objects/Shelf__c/fields/Shout__c.field-meta.xml': field(
    '<fullName>Shout__c</fullName><label>Shout</label><type>Text</type><formula>UPPER(Code__c)</formula>'
  ),
  'objects/Shelf__c/fields/Boxes__c.field-meta.xml': field(
    '<fullName>Boxes__c</fullName><label>Boxes</label><type>Summary</type><summaryForeignKey>Box__c.Shelf__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Box__c.Size__c</summarizedField>'
  ),
  'objects/Shelf__c/recordTypes/High.recordType-meta.xml':
    '<RecordType><fullName>High</fullName><active>true</active><label>High Shelf</label></RecordType>',
  'objects/Shelf__c/validationRules/NoBad.validationRule-meta.xml':
    '<ValidationRule><fullName>NoBad</fullName><active>true</active><errorConditionFormula>Code__c = "bad"</errorConditionFormula><errorDisplayField>Code__c</errorDisplayField><errorMessage>No bad codes</errorMessage></ValidationRule>',
  'objects/Shelf__c/fieldSets/Main.fieldSet-meta.xml':
    '<FieldSet><fullName>Main</fullName><label>Main fields</label><displayedFields><field>Code__c</field></displayedFields></FieldSet>',
  'objects/Box__c/Box__c.object-meta.xml': object('Box', '<sharingModel>ControlledByParent</sharingModel>'),
  'objects/Box__c/fields/Shelf__c.field-meta.xml': field(
    '<fullName>Shelf__c</fullName><label>Shelf</label><type>MasterDetail</type><referenceTo>Shelf__c</referenceTo><relationshipName>Boxes</relationshipName>'
  ),
  'objects/Box__c/fields/Size__c.field-meta.xml': field(
    '<fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>6</precision><scale>0</scale>'
  ),
  'objects/Account/fields/Rank__c.field-meta.xml': field(
    '<fullName>Rank__c</fullName><label>Rank</label><type>Text</type><length>20</length>'
  ),
  'objects/Rule__mdt/Rule__mdt.object-meta.xml':
    '<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>',
  'objects/Rule__mdt/fields/About__c.field-meta.xml': field(
    '<fullName>About__c</fullName><label>About</label><type>MetadataRelationship</type><referenceTo>EntityDefinition</referenceTo><relationshipName>Rules</relationshipName>'
  ),
  'objects/Rule__mdt/fields/Word__c.field-meta.xml': field(
    '<fullName>Word__c</fullName><label>Word</label><type>Text</type><length>80</length>'
  ),
  'customMetadata/Rule.First.md-meta.xml':
    '<CustomMetadata><label>First</label><values><field>About__c</field><value>Shelf__c</value></values><values><field>Word__c</field><value>Shelf__c</value></values></CustomMetadata>',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hello</fullName><value>Good day</value></labels></CustomLabels>',
  'permissionsets/Reader.permissionset-meta.xml':
    '<PermissionSet><label>Reader</label><objectPermissions><object>Shelf__c</object><allowRead>true</allowRead></objectPermissions><fieldPermissions><field>Shelf__c.Note__c</field><readable>true</readable></fieldPermissions></PermissionSet>',
  'classes/Base.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
  'pages/Main.page': '<apex:page />',
  'pages/Main.page-meta.xml': '<ApexPage><label>Main</label></ApexPage>',
  'workflows/Shelf__c.workflow-meta.xml':
    '<Workflow><fieldUpdates><fullName>Annotate</fullName><field>Note__c</field><literalValue>noted</literalValue><operation>Literal</operation></fieldUpdates><rules><fullName>OnNote</fullName><actions><name>Annotate</name><type>FieldUpdate</type></actions><active>true</active><criteriaItems><field>Shelf__c.Code__c</field><operation>equals</operation><value>note</value></criteriaItems><triggerType>onCreateOnly</triggerType></rules></Workflow>',
  ...flowFile('Fill', {
    ...start('Set', {
      object: 'Shelf__c',
      triggerType: 'RecordBeforeSave',
      recordTriggerType: 'Create',
      filterLogic: 'and',
      filters: { field: 'Code__c', operator: 'EqualTo', value: str('flow') }
    }),
    assignments: assignment('Set', [set('$Record.Note__c', 'Assign', str('from flow'))])
  })
};

const classes = {
  Base: "public virtual class Base { public class FaultException extends Exception {} public enum Kind { OPEN } public String held = 'x'; }",
  Derived: 'public class Derived extends Base { }',
  Acts: `public class Acts {
    public static Object cast() { Object made = new Base(); return (Derived) made; }
    public static String trace() {
      try { throw new Base.FaultException('no'); } catch (Exception e) { return e.getStackTraceString().substringBefore('\\n'); }
    }
    public static String typeOfFault() {
      try { throw new Base.FaultException('no'); } catch (Exception e) { return e.getTypeName() + ' ' + e; }
    }
    public static Shelf__c saved(String code) {
      Shelf__c shelf = new Shelf__c(Name = code, Code__c = code);
      insert shelf;
      return shelf;
    }
    public static Shelf__c read(String code) {
      Id id = saved(code).Id;
      return [SELECT Name, Code__c, ns__Note__c, Shout__c, Boxes__c FROM Shelf__c WHERE Id = :id];
    }
    public static Object filled() {
      Shelf__c shelf = saved('a');
      insert new List<Box__c>{ new Box__c(Shelf__c = shelf.Id, Size__c = 2), new Box__c(ns__Shelf__c = shelf.Id, ns__Size__c = 3) };
      return [SELECT Boxes__c FROM Shelf__c].Boxes__c;
    }
    public static String children() {
      filled();
      Shelf__c shelf = [SELECT (SELECT ns__Size__c, Shelf__r.Name FROM Boxes__r WHERE Box__c.Size__c = 2) FROM ns__Shelf__c];
      return shelf.Boxes__r[0].Size__c + ' ' + shelf.ns__Boxes__r[0].Shelf__r.Name + ' ' + shelf.getSObjects('Boxes__r').size();
    }
    public static Object grouped() {
      filled();
      AggregateResult row = [SELECT ns__Shelf__c, SUM(Size__c) total FROM Box__c GROUP BY Shelf__c];
      return row.getPopulatedFieldsAsMap().keySet() + ' ' + (row.get('Shelf__c') == row.get('ns__Shelf__c')) + ' ' + row.get('total');
    }
    public static Object dynamic(String code) {
      SObject shelf = Schema.getGlobalDescribe().get('shelf__c').newSObject();
      shelf.put('Code__c', code);
      shelf.put('Name', code);
      insert shelf;
      SObject row = Database.query('SELECT Code__c FROM Shelf__c WHERE ns__Code__c = :code ORDER BY Shelf__c.Code__c');
      return row.get('ns__code__c') + ' ' + row.get('Code__c');
    }
    public static Object upserted() {
      saved('u');
      upsert new Shelf__c(Code__c = 'u', Note__c = 'again') Code__c;
      return [SELECT Note__c FROM Shelf__c].Note__c;
    }
    public static String childName() {
      for (ChildRelationship each : Shelf__c.SObjectType.getDescribe().getChildRelationships()) {
        if (each.getChildSObject() == Box__c.SObjectType) return each.getRelationshipName();
      }
      return null;
    }
    public static String told(SObject row, String names) {
      List<String> values = new List<String>();
      for (String name : names.split(' ')) values.add(String.valueOf(row.get(name)));
      return String.join(values, ' ');
    }
    public static Object refused() {
      try { saved('bad'); return 'saved'; } catch (DmlException e) { return e.getDmlFields(0) + ' ' + e.getDmlMessage(0); }
    }
  }`
};

orgTable(
  'the namespace of the project',
  [
    ['Shelf__c.SObjectType.getDescribe().getName()', 'ns__Shelf__c', describe],
    ['Shelf__c.SObjectType.getDescribe().getLocalName()', 'Shelf__c', describe],
    ['Schema.SObjectType.Shelf__c.fields.Code__c.getName()', 'ns__Code__c', describe],
    ['Schema.SObjectType.Account.fields.Rank__c.getLocalName()', 'Rank__c', describe],
    ['Account.SObjectType.getDescribe().getLocalName()', 'Account', describe],
    ['Box__c.Shelf__c.getDescribe().getRelationshipName()', 'ns__Shelf__r', describe],
    ['Box__c.Shelf__c.getDescribe().getReferenceTo()', '(ns__Shelf__c)', describe],
    ['Acts.childName()', 'ns__Boxes__r', describe],
    [
      "Shelf__c.SObjectType.getDescribe().getRecordTypeInfosByDeveloperName().get('High').getName()",
      'High Shelf',
      describe
    ],
    ['String.valueOf(ns__Shelf__c.SObjectType) + Shelf__c.Code__c', 'ns__Shelf__cns__Code__c', prefix],
    [
      "Schema.getGlobalDescribe().keySet().contains('ns__shelf__c')",
      'true',
      'Apex Developer Guide, "Accessing All sObjects"'
    ],
    [
      "Schema.getGlobalDescribe().get('Shelf__c') == Schema.getGlobalDescribe().get('ns__Shelf__c')",
      'true',
      'from memory'
    ],
    ["Account.SObjectType.getDescribe().fields.getMap().keySet().contains('ns__rank__c')", 'true', prefix],
    ["Account.SObjectType.getDescribe().fields.getMap().get('Rank__c')", 'ns__Rank__c', 'from memory'],
    ["Account.SObjectType.getDescribe().fields.getMap().get('ns__OwnerId')", 'OwnerId', 'seen in a public package'],
    ['Shelf__c.SObjectType.getDescribe().fieldSets.getMap().keySet()', '{ns__Main}', 'seen in a public suite'],
    [
      "Shelf__c.SObjectType.getDescribe().fieldSets.getMap().get('ns__Main').getName()",
      'Main',
      'seen in a public suite'
    ],
    ['SObjectType.Shelf__c.FieldSets.Main.getNamespace()', 'ns', 'Apex Reference Guide, "FieldSet Class"'],
    ["new Shelf__c(Code__c = 'a').getPopulatedFieldsAsMap().keySet()", '{ns__Code__c}', prefix],
    ["new Shelf__c(ns__Code__c = 'a')", 'ns__Shelf__c:{ns__Code__c=a}', prefix],
    ["JSON.serialize(new Shelf__c(Code__c = 'a'))", '{"attributes":{"type":"ns__Shelf__c"},"ns__Code__c":"a"}', prefix],
    ['((Shelf__c) JSON.deserialize(\'{"Code__c":"a"}\', Shelf__c.class)).Code__c', 'a', prefix],
    ['Base.class.getName()', 'ns.Base', type],
    ['String.valueOf(Base.Kind.class)', 'ns.Base.Kind', type],
    ['List<Base>.class.getName()', 'List<ns.Base>', type],
    ['String.valueOf(new Base())', 'Base:[held=x]', 'seen in public suites: the text of an instance has no namespace'],
    ["Type.forName('ns', 'Base') == Base.class", 'true', type],
    ["Type.forName('ns.Base.Kind')", 'ns.Base.Kind', type],
    ["Type.forName('Base') == Type.forName('NS.base')", 'true', type],
    ["Type.forName('', 'Base')", 'ns.Base', type],
    ["Type.forName('other', 'Base')", 'null', type],
    ["Type.forName('ns__Shelf__c')", 'ns__Shelf__c', type],
    ['Acts.typeOfFault()', 'ns.Base.FaultException ns.Base.FaultException: no', conversion],
    ['Acts.trace()', 'Class.ns.Acts.trace: line 4, column 1', conversion],
    ['Acts.cast()', 'System.TypeException: Invalid conversion from runtime type ns.Base to ns.Derived', conversion],
    ['Label.Hello + Label.ns.Hello', 'Good dayGood day', 'Apex Developer Guide, "Using Custom Labels"'],
    ['Page.Main.getUrl()', '/apex/ns__main', 'seen in a public suite'],
    ['[SELECT NamespacePrefix FROM Organization].NamespacePrefix', 'ns', metadata],
    [
      "Acts.told([SELECT Name, NamespacePrefix FROM ApexClass WHERE Name = 'Base'], 'Name NamespacePrefix')",
      'Base ns',
      metadata
    ],
    [
      "[SELECT NamespacePrefix FROM RecordType WHERE DeveloperName = 'High' AND SobjectType = 'ns__Shelf__c'].NamespacePrefix",
      'ns',
      metadata
    ],
    ["[SELECT NamespacePrefix FROM PermissionSet WHERE Name = 'Reader'].NamespacePrefix", 'ns', metadata],
    [
      "[SELECT SobjectType, Field FROM FieldPermissions WHERE Parent.Name = 'Reader'].Field",
      'ns__Shelf__c.ns__Note__c',
      metadata
    ],
    [
      "Acts.told([SELECT DeveloperName, NamespacePrefix FROM EntityDefinition WHERE QualifiedApiName = 'ns__Shelf__c'], 'DeveloperName NamespacePrefix')",
      'Shelf ns',
      metadata
    ],
    [
      "Acts.told([SELECT DeveloperName, NamespacePrefix FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'ns__Shelf__c' AND QualifiedApiName = 'ns__Code__c'], 'DeveloperName NamespacePrefix')",
      'Code ns',
      metadata
    ],
    [
      "Acts.told([SELECT DeveloperName, NamespacePrefix, QualifiedApiName, About__c, Word__c FROM Rule__mdt], 'DeveloperName NamespacePrefix QualifiedApiName About__c Word__c')",
      'First ns ns__First ns__Shelf__c Shelf__c',
      'Object Reference, "Custom Metadata Type__mdt"'
    ],
    [
      "Rule__mdt.getInstance('First') == Rule__mdt.getInstance('ns__First')",
      'true',
      'Apex Reference Guide, "Custom Metadata Type Methods"'
    ],
    ["Acts.read('a').Shout__c", 'A', prefix],
    ["Acts.read('note').Note__c", 'noted', 'a workflow rule names fields as its file does'],
    ["Acts.read('flow').Note__c", 'from flow', flows],
    ['Acts.filled()', '5', 'a roll-up summary names fields as its file does'],
    ['Acts.children()', '2 a 1', prefix],
    ['Acts.grouped()', '{ns__Shelf__c, total} true 5', 'from memory'],
    ["Acts.dynamic('d')", 'd d', prefix],
    ['Acts.upserted()', 'again', prefix],
    ['Acts.refused()', '(ns__Code__c) No bad codes', prefix]
  ],
  { classes, files }
);
