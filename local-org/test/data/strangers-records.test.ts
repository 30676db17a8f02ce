import { facts, objectXml, type Files } from '../async/harness.js';

const seen = 'seen in public suites';

const files: Files = {
  'objects/Box__c.object': objectXml('', 'Source__c'),
  'objects/Box__c/fields/Kinds__c.field-meta.xml':
    '<CustomField><fullName>Kinds__c</fullName><label>Kinds</label><type>MultiselectPicklist</type><visibleLines>4</visibleLines><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>a</fullName></value><value><fullName>b</fullName></value></valueSetDefinition></valueSet></CustomField>',
  'objects/Medication/recordTypes/Herbal.recordType-meta.xml':
    '<RecordType><fullName>Herbal</fullName><active>true</active><label>Herbal</label></RecordType>',
  'triggers/BoxTrigger.trigger': `trigger BoxTrigger on Box__c (before insert) {
    for (Box__c box : Trigger.new) if (box.isClone()) box.Source__c = String.valueOf(box.getCloneSourceId());
  }`
};

const keyed = (name: string) => `private class ${name} {
  String key; ${name}(String key) { this.key = key; }
  public Boolean equals(Object other) { return key == ((${name}) other).key; }
  public override Integer hashCode() { return key.hashCode(); }
}`;

const members = keyed('One') + keyed('Other');

facts(
  'Records as public suites find them',
  files,
  [
    [
      'e-mail addresses are stored in small letters',
      'https://salesforce.stackexchange.com/questions/246995',
      `Contact one = new Contact(LastName = 'x', Email = 'Some.One@Example.COM');
     insert one;
     Assert.areEqual('Some.One@Example.COM', one.Email);
     Assert.isTrue('some.one@example.com'.equals([SELECT Email FROM Contact].Email));`
    ],
    [
      'a trigger sees that a record is a clone, and of what',
      seen,
      `Box__c box = new Box__c(Name = 'x');
     insert box;
     Box__c copy = box.clone();
     insert copy;
     Assert.areEqual(String.valueOf(box.Id), [SELECT Source__c FROM Box__c WHERE Id = :copy.Id].Source__c);
     Assert.isNull([SELECT Source__c FROM Box__c WHERE Id = :box.Id].Source__c);
     Assert.areEqual(box.Id, new List<Box__c>{ box }.deepClone()[0].getCloneSourceId());`
    ],
    [
      'values of a multi-select picklist may end with a semicolon',
      seen,
      `insert new Box__c(Name = 'x', Kinds__c = 'a;b;');
     Assert.areEqual(1, [SELECT COUNT() FROM Box__c WHERE Kinds__c INCLUDES ('b')]);
     try { insert new Box__c(Name = 'y', Kinds__c = 'a;c'); Assert.fail('no exception'); }
     catch (DmlException e) { Assert.areEqual('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', e.getDmlStatusCode(0)); }`
    ],
    [
      'record types of the project give their field to any standard object',
      seen,
      `Id herbal = Schema.SObjectType.Medication.getRecordTypeInfosByDeveloperName().get('Herbal').getRecordTypeId();
     insert new Medication(Name = 'x', RecordTypeId = herbal);
     Assert.areEqual('Herbal', [SELECT RecordType.DeveloperName FROM Medication].RecordType.DeveloperName);`
    ],
    [
      'objects of other clouds take attachments and are shared by rows',
      seen,
      `Medication one = new Medication(Name = 'x');
     insert one;
     insert new Attachment(Name = 'a', Body = Blob.valueOf('b'), ParentId = one.Id);
     insert new MedicationShare(ParentId = one.Id, UserOrGroupId = UserInfo.getUserId(), AccessLevel = 'Edit');
     MedicationShare found = [SELECT RowCause, UserOrGroup.Name FROM MedicationShare WHERE Parent.Name = 'x' AND RowCause = :Schema.MedicationShare.RowCause.Manual];
     Assert.areEqual('Manual', found.RowCause);
     Assert.areEqual(UserInfo.getName(), found.UserOrGroup.Name);`
    ],
    [
      'templates are found by the developer name of their folder',
      seen,
      `Assert.areEqual(0, [SELECT COUNT() FROM EmailTemplate WHERE Folder.DeveloperName = 'None']);
     Assert.areEqual(0, Database.countQuery('SELECT COUNT() FROM EmailTemplate WHERE Folder.DeveloperName = \\'None\\''));`
    ],
    [
      'TYPEOF brings the id of what it tells apart',
      seen,
      `insert new Account(Name = 'x');
     Account one = [SELECT TYPEOF Owner WHEN User THEN Name END FROM Account];
     Assert.areEqual(UserInfo.getUserId(), one.OwnerId);`
    ],
    [
      'set-up objects and others mix inside System.runAs, whether they come first or last',
      'Apex Developer Guide, "Mixed DML Operations in Test Methods"',
      `PermissionSet one = new PermissionSet(Name = 'One', Label = 'One');
     PermissionSet two = new PermissionSet(Name = 'Two', Label = 'Two');
     System.runAs(new User(Id = UserInfo.getUserId())) {
       insert one;
       insert new Account(Name = 'x');
       insert two;
     }
     insert new Account(Name = 'y');
     try { insert new PermissionSet(Name = 'Three', Label = 'Three'); Assert.fail('no exception'); }
     catch (DmlException e) { Assert.areEqual('MIXED_DML_OPERATION', e.getDmlStatusCode(0)); }`
    ],
    [
      'the original of a shared file may be downloaded where nobody says otherwise',
      seen,
      `ContentVersion file = new ContentVersion(Title = 'x', PathOnClient = 'x.txt', VersionData = Blob.valueOf('x'));
     insert file;
     insert new ContentDistribution(Name = 'x', ContentVersionId = file.Id, PreferencesAllowViewInBrowser = true);
     Assert.isNotNull([SELECT ContentDownloadUrl FROM ContentDistribution].ContentDownloadUrl);`
    ],
    [
      'references without a list of children are child relationships without a name',
      seen,
      `String found = 'none';
     for (Schema.ChildRelationship one : User.SObjectType.getDescribe().getChildRelationships()) {
       if (one.getField() == Account.OwnerId) found = one.getRelationshipName();
     }
     Assert.isNull(found);`
    ],
    [
      'the describe of a field can be written as JSON',
      seen,
      `Map<String, Object> name = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(Account.Name.getDescribe()));
     Assert.areEqual('Name', name.get('name'));
     Assert.areEqual('STRING', name.get('type'));
     Assert.areEqual('STRING', name.get('soapType'));
     Assert.areEqual(true, name.get('nameField'));
     Map<String, Object> parent = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(Contact.AccountId.getDescribe()));
     Assert.areEqual(new List<Object>{ 'Account' }, parent.get('referenceTo'));`
    ],
    [
      'objects are only asked whether they equal others with the same equals method',
      seen,
      `Set<One> ones = new Set<One>{ new One('x') };
     Set<Other> others = new Set<Other>{ new Other('x') };
     Assert.isTrue(ones.contains(new One('x')));
     Assert.isTrue(others.contains(new Other('x')));
     Assert.areEqual(1, others.size());`
    ]
  ],
  members
);
