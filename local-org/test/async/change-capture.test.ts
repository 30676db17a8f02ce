import { describe, expect, it } from 'vitest';
import { eventFiles, facts, objectXml, openOrg, type Files } from './harness.js';

const header = 'Apex Reference Guide, "ChangeEventHeader Class"';
const enabling = 'Apex Reference Guide, "Test Class", enableChangeDataCapture';

const files: Files = {
  ...eventFiles('Ink__e', 'After', 'Model__c'),
  'objects/Thing__c/Thing__c.object-meta.xml': objectXml(
    '<deploymentStatus>Deployed</deploymentStatus><label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
    'Colour__c'
  ),
  'platformEventChannelMembers/Account.platformEventChannelMember-meta.xml':
    '<?xml version="1.0"?><PlatformEventChannelMember xmlns="http://soap.sforce.com/2006/04/metadata"><eventChannel>ChangeEvents</eventChannel><selectedEntity>AccountChangeEvent</selectedEntity></PlatformEventChannelMember>',
  'Notes.cls': `public class Notes { public static List<String> all = new List<String>(); }`,
  'AccountChanges.trigger': `trigger AccountChanges on AccountChangeEvent (after insert) {
    for (AccountChangeEvent event : Trigger.new) {
      EventBus.ChangeEventHeader header = event.ChangeEventHeader;
      List<String> fields = new List<String>();
      for (String field : header.getChangedFields()) if (!field.startsWith('LastModified')) fields.add(field);
      Notes.all.add(header.getEntityName() + ' ' + header.getChangeType() + ' ' + header.getRecordIds().size() + ' ' + fields + ' ' + header.nulledfields + ' ' + event.Name + ' ' + event.Phone);
      insert new Contact(LastName = header.changetype);
    }
  }`,
  'ThingChanges.trigger': `trigger ThingChanges on Thing__ChangeEvent (after insert) {
    for (Thing__ChangeEvent event : Trigger.new) Notes.all.add(event.ChangeEventHeader.getEntityName() + ' ' + event.Colour__c);
  }`
};

facts('Change events', files, [
  [
    'tell what has been created, changed, deleted and restored',
    header,
    `Test.enableChangeDataCapture();
     Account one = new Account(Name = 'one', Phone = '1');
     insert one;
     one.Phone = null;
     update one;
     delete one;
     undelete one;
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{
       'Account CREATE 1 () () one 1', 'Account UPDATE 1 (Phone) (Phone) null null', 'Account DELETE 1 () () null null', 'Account UNDELETE 1 () () one null' }, Notes.all);`
  ],
  [
    'come for custom objects',
    enabling,
    `Test.enableChangeDataCapture();
     insert new Thing__c(Name = 'a', Colour__c = 'red');
     Test.getEventBus().deliver();
     Assert.areEqual(new List<String>{ 'Thing__c red' }, Notes.all);`
  ],
  [
    'are delivered by stopTest',
    enabling,
    `Test.enableChangeDataCapture();
     Test.startTest();
     insert new Account(Name = 'one');
     Test.stopTest();
     Assert.areEqual(1, Notes.all.size());`
  ],
  [
    'do not come in tests that have not asked for them',
    enabling,
    `insert new Account(Name = 'one');
     Test.getEventBus().deliver();
     Assert.areEqual(0, Notes.all.size());`
  ],
  [
    'are undone with the change',
    enabling,
    `Test.enableChangeDataCapture();
     Savepoint point = Database.setSavepoint();
     insert new Account(Name = 'one');
     Database.rollback(point);
     Test.getEventBus().deliver();
     Assert.areEqual(0, Notes.all.size());`
  ]
]);

describe('change events in the server', () => {
  it('come for what the metadata selects', async () => {
    const opened = await openOrg(files);

    await opened.run(`insert new Account(Name = 'one'); insert new Thing__c(Name = 'a');`);
    opened.settle();

    expect(opened.reports).toEqual([]);
    expect(await opened.rows('[SELECT LastName FROM Contact].LastName')).toBe('CREATE');
    opened.close();
  });
});
