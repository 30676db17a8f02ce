import { orgTable } from '../platform/org-table.js';
import { field } from '../schema/project.js';

const type = (object: string, name: string, label: string) => ({
  [`objects/${object}/recordTypes/${name}.recordType-meta.xml`]: `<RecordType><fullName>${name}</fullName><active>true</active><label>${label}</label></RecordType>`
});
const object = (name: string) => ({
  [`objects/${name}__c/${name}__c.object-meta.xml`]: `<CustomObject><label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>`
});
const filtered = (name: string, value: string) => ({
  [`objects/Contact/fields/${name}.field-meta.xml`]: field(
    `<fullName>${name}</fullName><label>${name}</label><type>Lookup</type><referenceTo>Account</referenceTo><lookupFilter><active>true</active><isOptional>false</isOptional><filterItems><field>Account.RecordTypeId</field><operation>equals</operation><value>${value}</value></filterItems></lookupFilter>`
  )
});

const helper = `public class Helper {
  public static Id typed(String name) { return Schema.SObjectType.Account.getRecordTypeInfosByDeveloperName().get(name).getRecordTypeId(); }
  public static Account account(String type) {
    Account made = new Account(Name = 'a', RecordTypeId = typed(type));
    insert made;
    return [SELECT Site FROM Account WHERE Id = :made.Id];
  }
  public static String refer(String fieldName, String type) {
    Contact made = new Contact(LastName = 'c');
    made.put(fieldName, account(type).Id);
    Database.SaveResult result = Database.insert(made, false);
    return result.isSuccess() ? 'saved' : String.valueOf(result.getErrors()[0].getStatusCode());
  }
  public static Object counted() {
    Box__c box = new Box__c(Name = 'b');
    insert box;
    Map<String, Schema.RecordTypeInfo> types = Schema.SObjectType.Part__c.getRecordTypeInfosByDeveloperName();
    insert new List<Part__c>{
      new Part__c(Name = 'x', Box__c = box.Id, RecordTypeId = types.get('Sold_Part').getRecordTypeId()),
      new Part__c(Name = 'y', Box__c = box.Id, RecordTypeId = types.get('Other').getRecordTypeId())
    };
    return [SELECT Sold__c FROM Box__c WHERE Id = :box.Id].Sold__c;
  }
}`;

orgTable(
  'filters name record types by their labels',
  [
    ["Helper.refer('ByLabel__c', 'Big_Firm')", 'saved', 'public projects write filters so'],
    ["Helper.refer('ByLabel__c', 'Small')", 'FIELD_FILTER_VALIDATION_EXCEPTION'],
    ["Helper.refer('ByName__c', 'Big_Firm')", 'saved'],
    ["Helper.refer('ByName__c', 'Small')", 'FIELD_FILTER_VALIDATION_EXCEPTION'],
    ['Helper.counted()', '1', 'of roll-ups, too'],
    ["Helper.account('Big_Firm').Site", 'big', 'of workflow rules, too'],
    ["Helper.account('Small').Site", 'null']
  ],
  {
    classes: { Helper: helper },
    files: {
      ...type('Account', 'Big_Firm', 'Big Firm'),
      ...type('Account', 'Small', 'Small'),
      ...filtered('ByLabel__c', 'Big Firm'),
      ...filtered('ByName__c', 'Big_Firm'),
      ...object('Box'),
      ...object('Part'),
      ...type('Part__c', 'Sold_Part', 'Sold Part'),
      ...type('Part__c', 'Other', 'Other'),
      'objects/Part__c/fields/Box__c.field-meta.xml': field(
        '<fullName>Box__c</fullName><label>Box</label><type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Parts</relationshipName>'
      ),
      'objects/Box__c/fields/Sold__c.field-meta.xml': field(
        '<fullName>Sold__c</fullName><label>Sold</label><type>Summary</type><summaryForeignKey>Part__c.Box__c</summaryForeignKey><summaryOperation>count</summaryOperation><summaryFilterItems><field>Part__c.RecordTypeId</field><operation>equals</operation><value>Sold Part</value></summaryFilterItems>'
      ),
      'workflows/Account.workflow-meta.xml':
        '<Workflow><fieldUpdates><fullName>Mark</fullName><field>Site</field><name>Mark</name><operation>Literal</operation><literalValue>big</literalValue><notifyAssignee>false</notifyAssignee><protected>false</protected></fieldUpdates><rules><fullName>Big</fullName><active>true</active><triggerType>onCreateOnly</triggerType><criteriaItems><field>Account.RecordTypeId</field><operation>equals</operation><value>Big Firm</value></criteriaItems><actions><name>Mark</name><type>FieldUpdate</type></actions></rules></Workflow>'
    }
  }
);
