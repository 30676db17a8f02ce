import { afterAll, describe, expect, test } from 'vitest';
import { World } from './world.js';

const wrap = (root: string, body: string) =>
  `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;

const files: Readonly<Record<string, string>> = {
  'roles/Clerk.role-meta.xml': wrap('Role', '<name>Clerk</name><parentRole>CFO</parentRole>'),
  'groups/Readers.group-meta.xml': wrap('Group', '<name>All Readers</name>'),
  'queues/Desk.queue-meta.xml': wrap(
    'Queue',
    '<name>Help Desk</name><queueSobject><sobjectType>Case</sobjectType></queueSobject><queueMembers><publicGroups><publicGroup>Readers</publicGroup></publicGroups><roles><role>Clerk</role></roles></queueMembers>'
  ),
  'reports/Sales.reportFolder-meta.xml': wrap(
    'ReportFolder',
    '<name>Sales Reports</name><accessType>Public</accessType>'
  ),
  'reports/Sales/Top_Accounts.report-meta.xml': wrap(
    'Report',
    '<name>Top Accounts</name><format>Summary</format><reportType>AccountList</reportType>'
  ),
  'dashboards/Board/Numbers.dashboard-meta.xml': wrap('Dashboard', '<title>Numbers</title>'),
  'email/Letters/Welcome.email-meta.xml': wrap(
    'EmailTemplate',
    '<name>Welcome</name><type>text</type><style>none</style><subject>Hello</subject><available>true</available><encodingKey>UTF-8</encodingKey>'
  ),
  'email/Letters/Welcome.email': 'Dear {!Contact.Name}',
  'documents/Paper/Logo.document-meta.xml': wrap('Document', '<name>Logo</name><public>true</public>'),
  'documents/Paper/Logo.png': 'png',
  'objects/Account/listViews/Hot.listView-meta.xml': wrap(
    'ListView',
    '<fullName>Hot</fullName><label>Hot ones</label>'
  ),
  'applications/Trade.app-meta.xml': wrap(
    'CustomApplication',
    '<label>Trade</label><uiType>Lightning</uiType><tabs>standard-Account</tabs>'
  ),
  'aura/Frame/Frame.app-meta.xml': wrap('AuraDefinitionBundle', '<apiVersion>60.0</apiVersion>'),
  'tabs/Guide.tab-meta.xml': wrap('CustomTab', '<label>Guide</label>'),
  'flows/Greet.flow-meta.xml': wrap(
    'Flow',
    '<label>Greet</label><processType>AutoLaunchedFlow</processType><status>Active</status><start><object>Account</object><triggerType>RecordAfterSave</triggerType><recordTriggerType>Create</recordTriggerType></start>'
  ),
  'networks/Portal.network-meta.xml': wrap('Network', '<status>Live</status><urlPathPrefix>portal</urlPathPrefix>'),
  'sites/Shop.site-meta.xml': wrap(
    'CustomSite',
    '<masterLabel>Shop</masterLabel><active>true</active><siteType>ChatterNetwork</siteType>'
  ),
  'namedCredentials/Bank.namedCredential-meta.xml': wrap(
    'NamedCredential',
    '<label>Bank</label><endpoint>https://bank.example</endpoint>'
  ),
  'notificationtypes/Late.notiftype-meta.xml': wrap(
    'CustomNotificationType',
    '<customNotifTypeName>Late</customNotifTypeName><masterLabel>Late</masterLabel><desktop>true</desktop><mobile>false</mobile>'
  ),
  'pages/Start.page-meta.xml': wrap('ApexPage', '<label>Start</label><apiVersion>60.0</apiVersion>'),
  'pages/Start.page': '<apex:page/>',
  'objects/News__e/News__e.object-meta.xml': wrap('CustomObject', '<label>News</label><pluralLabel>News</pluralLabel>'),
  'triggers/Hear.trigger-meta.xml': wrap('ApexTrigger', '<apiVersion>60.0</apiVersion><status>Active</status>'),
  'triggers/Hear.trigger': 'trigger Hear on News__e (after insert) {}'
};

describe('rows of the project’s own metadata', () => {
  const world = new World(files, { cleanUp: afterAll });

  test.each([
    ["SELECT Name, ParentRole.Name FROM UserRole WHERE DeveloperName = 'Clerk'", [['Clerk', { Name: 'CFO' }]]],
    ["SELECT Type FROM Group WHERE DeveloperName = 'Clerk' ORDER BY Type", ['Role', 'RoleAndSubordinates']],
    ["SELECT Name FROM Group WHERE Type = 'Regular'", ['All Readers']],
    [
      "SELECT QueueId, SobjectType FROM QueueSobject WHERE Queue.DeveloperName = 'Desk'",
      [[expect.stringMatching(/^00G/), 'Case']]
    ],
    ["SELECT COUNT(Id) n FROM GroupMember WHERE Group.DeveloperName = 'Desk'", [2]],
    ['SELECT Name, FolderName, Format FROM Report', [['Top Accounts', 'Sales Reports', 'Summary']]],
    ['SELECT Title FROM Dashboard', ['Numbers']],
    [
      "SELECT Name, Type FROM Folder WHERE DeveloperName IN ('Sales', 'Board') ORDER BY Name",
      [
        ['Board', 'Dashboard'],
        ['Sales Reports', 'Report']
      ]
    ],
    ['SELECT Subject, Body, Folder.Name FROM EmailTemplate', [['Hello', 'Dear {!Contact.Name}', { Name: 'Letters' }]]],
    ['SELECT Name, Type, BodyLength FROM Document', [['Logo', 'png', 3]]],
    ["SELECT Name FROM ListView WHERE DeveloperName = 'Hot' AND SobjectType = 'Account'", ['Hot ones']],
    ["SELECT Label, UiType FROM AppDefinition WHERE DeveloperName IN ('Trade', 'Frame')", [['Trade', 'Lightning']]],
    ["SELECT Label, IsCustom FROM TabDefinition WHERE Name = 'Guide'", [['Guide', true]]],
    [
      'SELECT ApiName, ProcessType, IsActive, TriggerType FROM FlowDefinitionView',
      [['Greet', 'AutoLaunchedFlow', true, 'RecordAfterSave']]
    ],
    ['SELECT Status, VersionNumber FROM FlowVersionView', [['Active', 1]]],
    ['SELECT Name, Status, UrlPathPrefix FROM Network', [['Portal', 'Live', 'portal']]],
    ['SELECT Name, Status FROM Site', [['Shop', 'Active']]],
    ['SELECT DeveloperName, Endpoint FROM NamedCredential', [['Bank', 'https://bank.example']]],
    ['SELECT DeveloperName, Desktop FROM CustomNotificationType', [['Late', true]]],
    ['SELECT Name, Markup FROM ApexPage', [['Start', expect.stringContaining('<apex:page/>')]]],
    [
      "SELECT Name, Type, Position, Status FROM EventBusSubscriber WHERE Topic = 'News__e'",
      [['Hear', 'ApexTrigger', 0, 'Running']]
    ]
  ])('%s', (soql, expected) => expect(world.rows(soql)).toEqual(expected));
});

describe('what every org has', () => {
  const world = new World({}, { cleanUp: afterAll });

  test.each([
    ["SELECT Id FROM UserRole WHERE ParentRoleId = null AND PortalType = 'None'", 1],
    ["SELECT Id FROM Group WHERE Type = 'Organization'", 1],
    ['SELECT Id FROM TaskPriority WHERE IsHighPriority = true', 1],
    ["SELECT Id FROM ListView WHERE SobjectType = 'Contact' AND DeveloperName = 'AllContacts'", 1],
    ["SELECT Id FROM User WHERE UserType = 'AutomatedProcess' AND Profile.Name = null", 1],
    ["SELECT Id FROM Profile WHERE Name = 'Chatter External User' AND UserType = 'CsnOnly'", 1],
    ["SELECT Id FROM Profile WHERE UserType = 'PowerPartner'", 2],
    [
      "SELECT Id FROM Profile WHERE Name = 'Standard User' AND PermissionsSubmitMacrosAllowed = true AND PermissionsMassInlineEdit = true",
      1
    ],
    ["SELECT Id FROM Period WHERE Type = 'Quarter' AND StartDate = THIS_YEAR", 4],
    ["SELECT Id FROM Organization WHERE DefaultAccountAccess = 'Edit' AND UiSkin = 'Theme3'", 1],
    ["SELECT Id FROM AppDefinition WHERE DeveloperName = 'LightningSales'", 1],
    ["SELECT Id FROM TabDefinition WHERE Name = 'Account' AND IsCustom = false", 1]
  ])('%s', (soql, count) => expect(world.query(soql)).toHaveLength(count));

  test('platform users have the organization’s id in their names', () => {
    expect(world.rows("SELECT Username FROM User WHERE UserType = 'AutomatedProcess'")).toEqual([
      `autoproc@${world.org.info.id.value}`
    ]);
  });
});
