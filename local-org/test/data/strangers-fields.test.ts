import { facts, objectXml, type Files } from '../async/harness.js';

const addresses = 'Custom Address Fields Developer Guide, "Custom Address Fields"';
const names = 'Object Reference, "Custom Object__c"';

const files: Files = {
  'objects/House__c.object': objectXml('', ''),
  'objects/House__c/fields/Address__c.field-meta.xml':
    '<CustomField><fullName>Address__c</fullName><label>Address</label><type>Address</type></CustomField>',
  'objects/House__c/fields/Site__c.field-meta.xml':
    '<CustomField><fullName>Site__c</fullName><label>Site</label><type>Address</type></CustomField>',
  'objects/House__c/fields/Line__c.field-meta.xml':
    '<CustomField><fullName>Line__c</fullName><label>Line</label><type>Text</type><formula>Address__Street__s &amp; ", " &amp; Address__City__s</formula></CustomField>',
  'objects/House__c/fields/Far__c.field-meta.xml':
    '<CustomField><fullName>Far__c</fullName><label>Far</label><type>Number</type><precision>18</precision><scale>0</scale><formula>DISTANCE(Address__c, GEOLOCATION(37.775, -122.418), "km")</formula></CustomField>',
  'objects/Secret__c.object':
    '<CustomObject><label>Secret</label><customSettingsType>List</customSettingsType><fields><fullName>Value__c</fullName><label>Value</label><type>Text</type><length>50</length></fields></CustomObject>'
};

const house = `House__c house = new House__c(Name = 'x', Address__Street__s = '1 Main St', Address__City__s = 'Lyon',
       Address__PostalCode__s = '69001', Address__StateCode__s = null, Address__CountryCode__s = 'FR',
       Address__Latitude__s = 45.76, Address__Longitude__s = 4.83, Site__City__s = 'Nice');
     insert house;`;

facts('Addresses of the project and keys by name', files, [
  [
    'the parts of a custom address are fields, the whole is read from them',
    addresses,
    `${house}
     House__c read = [SELECT Address__c, Site__c, Address__City__s, Line__c FROM House__c WHERE Address__CountryCode__s = 'FR'];
     Assert.areEqual('1 Main St, Lyon', read.Line__c);
     Assert.areEqual('Lyon', read.Address__c.getCity());
     Assert.areEqual('FR', read.Address__c.getCountryCode());
     Assert.areEqual('69001', read.Address__c.getPostalCode());
     Assert.areEqual('Nice', read.Site__c.getCity());
     Assert.isNull(read.Site__c.getStreet());`
  ],
  [
    'distances are measured from a custom address, in queries and formulas',
    addresses,
    `${house}
     List<House__c> near = [SELECT Far__c FROM House__c WHERE DISTANCE(Address__c, GEOLOCATION(45.76, 4.83), 'km') < 1];
     Assert.areEqual(1, near.size());
     Assert.isTrue(near[0].Far__c > 9000, String.valueOf(near[0].Far__c));`
  ],
  [
    'describe tells the parts and what they belong to',
    addresses,
    `Map<String, SObjectField> fields = House__c.SObjectType.getDescribe().fields.getMap();
     Assert.areEqual(DisplayType.ADDRESS, fields.get('Address__c').getDescribe().getType());
     Assert.areEqual(DisplayType.TEXTAREA, fields.get('Address__Street__s').getDescribe().getType());
     Assert.areEqual(DisplayType.PICKLIST, fields.get('Address__StateCode__s').getDescribe().getType());
     Assert.areEqual('Address__c', fields.get('Address__GeocodeAccuracy__s').getDescribe().getCompoundFieldName());
     Assert.isFalse(fields.get('Address__c').getDescribe().isUpdateable());`
  ],
  [
    'a list setting may be saved by its name',
    names,
    `insert new Secret__c(Name = 'a', Value__c = '1');
     upsert new Secret__c(Name = 'a', Value__c = '2') Name;
     upsert new Secret__c(Name = 'b', Value__c = '3') Name;
     Assert.areEqual('2', Secret__c.getValues('a').Value__c);
     Assert.areEqual(2, Secret__c.getAll().size());`
  ],
  [
    'e-mail templates have attachments',
    'Object Reference, "Attachment"',
    `Assert.areEqual(0, [SELECT Id, (SELECT Id, Name FROM Attachments) FROM EmailTemplate WHERE Name = 'none'].size());`
  ],
  [
    'a child relationship tells the lists of ids that name its children',
    'SOAP API Developer Guide, "DescribeSObjectResult"',
    `for (ChildRelationship one : EmailMessage.SObjectType.getDescribe().getChildRelationships()) {
       if (one.getRelationshipName() == 'EmailMessageRelations') {
         Assert.areEqual(new List<String>{ 'BccIds', 'CcIds', 'ToIds' }, one.getJunctionIdListNames());
         Assert.isTrue(one.getJunctionReferenceTo().contains(Contact.SObjectType));
       } else if (one.getRelationshipName() == 'Attachments') Assert.isTrue(one.getJunctionIdListNames().isEmpty());
     }`
  ],
  [
    'an exception of ConnectApi has an error code, none when code has made it',
    'Apex Reference Guide, "ConnectApi Exceptions"',
    `Assert.isNull(new ConnectApi.ConnectApiException('x').getErrorCode());`
  ],
  [
    'rows of a query of Data Cloud are typed',
    'Apex Reference Guide, "ConnectApi.CdpQueryOutputV2"',
    `ConnectApi.CdpQueryOutputV2 out = new ConnectApi.CdpQueryOutputV2();
     out.data = new List<ConnectApi.CdpQueryV2Row>();
     Assert.areEqual(0, out.data.size());`
  ],
  [
    'documents of files, users and statuses refuse what the platform refuses, and describe says so',
    'Object Reference, "Supported Calls" of ContentDocument, User, Organization and LeadStatus',
    `Assert.isFalse(ContentDocument.SObjectType.getDescribe().isCreateable());
     Assert.isTrue(ContentDocument.SObjectType.getDescribe().isUpdateable());
     Assert.isFalse(User.SObjectType.getDescribe().isDeletable());
     Assert.isFalse(LeadStatus.SObjectType.getDescribe().isUpdateable());
     insert new ContentVersion(Title = 'a', PathOnClient = 'a.txt', VersionData = Blob.valueOf('a'));
     SObject document = [SELECT Id, Title FROM ContentDocument WHERE Title = 'a'];
     document.put('Title', 'b');
     update document;
     SObject self = [SELECT Id FROM User WHERE Id = :UserInfo.getUserId()];
     try {
       delete self;
       Assert.fail();
     } catch (Exception e) {
       Assert.areEqual('DML operation DELETE not allowed on User', e.getMessage());
     }`
  ],
  [
    'opportunities have the list e-mails that were sent about them',
    'the list of that name on Opportunity, as public suites query it',
    `Assert.areEqual(0, [SELECT Id, (SELECT Id, Name FROM ListEmails) FROM Opportunity].size());
     Assert.isTrue(ListEmail.RelatedToId.getDescribe().getReferenceTo().contains(Opportunity.SObjectType));`
  ]
]);
