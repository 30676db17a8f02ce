import type { ObjectGrant } from './permissions.js';

/** A profile that every org has. */
export interface StandardProfile {
  readonly name: string;
  readonly license: string;
  /** Profile.UserType; absent: Standard. */
  readonly userType?:
    'PowerPartner' | 'CSPLitePortal' | 'PowerCustomerSuccess' | 'CustomerSuccess' | 'CsnOnly' | 'Guest';
  /** Everything in the org, but no custom permission and no credential. */
  readonly administrator: boolean;
  /** Grants on the objects of standardObjects, in lower case. */
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** What the profile allows on the standard fields of objects that the user may read. */
  readonly standardFields: 'edit' | 'read' | 'none';
  readonly userPermissions: ReadonlySet<string>;
}

const all: ObjectGrant = { read: true, create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const noDelete: ObjectGrant = { ...all, delete: false };
const read: ObjectGrant = { read: true, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

const worked = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'case',
  'contract',
  'order',
  'quote',
  'asset',
  'task',
  'event'
];
const looked = ['product2', 'pricebook2', 'campaign', 'document', 'solution', 'idea'];
/** Only administrators delete these. */
const undeletable = ['lead', 'case'];
const grants = (objects: readonly string[], grant: ObjectGrant): [string, ObjectGrant][] =>
  objects.map((object) => [object, grant]);

/** What most users of a Salesforce licence may do, as the metadata of the Standard User profile lists it (from memory). */
const everyday = [
  'apienabled',
  'allowuniversalsearch',
  'assigntopics',
  'chatterinternaluser',
  'chatterinviteexternalusers',
  'chatterowngroups',
  'convertleads',
  'createtopics',
  'editevent',
  'edittask',
  'edittopics',
  'emailmass',
  'emailsingle',
  'enablenotifications',
  'exportreport',
  'importpersonal',
  'lightningexperienceuser',
  'listemailsend',
  'massinlineedit',
  'runreports',
  'selectfilesfromsalesforce',
  'showcompanynameasuserbadge',
  'submitmacrosallowed',
  'subscribetolightningreports',
  'viewhelplink',
  'viewsetup'
];

export const standardProfiles: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    administrator: true,
    objects: new Map(),
    standardFields: 'edit',
    userPermissions: new Set()
  },
  {
    name: 'Standard User',
    license: 'Salesforce',
    administrator: false,
    objects: new Map([...grants(worked, all), ...grants(undeletable, noDelete), ...grants(looked, read)]),
    standardFields: 'edit',
    userPermissions: new Set([...everyday, 'activatecontract', 'activateorder'])
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    administrator: false,
    objects: new Map(grants([...worked, ...looked], read)),
    standardFields: 'read',
    userPermissions: new Set(everyday)
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'Salesforce',
    administrator: false,
    objects: new Map(),
    standardFields: 'none',
    userPermissions: new Set()
  },
  {
    name: 'Standard Platform User',
    license: 'Salesforce Platform',
    administrator: false,
    objects: new Map([
      ...grants(['account', 'contact', 'contract', 'asset', 'task', 'event'], all),
      ...grants(['document'], read)
    ]),
    standardFields: 'edit',
    userPermissions: new Set(['apienabled', 'runreports'])
  },
  {
    name: 'Marketing User',
    license: 'Salesforce',
    administrator: false,
    objects: new Map([
      ...grants(worked, all),
      ...grants(undeletable, noDelete),
      ...grants(looked, read),
      ...grants(['campaign'], all)
    ]),
    standardFields: 'edit',
    userPermissions: new Set(everyday)
  },
  ...[
    'Contract Manager',
    'Solution Manager',
    'Custom: Marketing Profile',
    'Custom: Sales Profile',
    'Custom: Support Profile'
  ].map((name): StandardProfile => ({
    name,
    license: 'Salesforce',
    administrator: false,
    objects: new Map([
      ...grants(worked, all),
      ...grants(undeletable, noDelete),
      ...grants(looked, read),
      ...(name === 'Solution Manager' ? grants(['solution'], all) : [])
    ]),
    standardFields: 'edit',
    userPermissions: new Set([...everyday, 'activatecontract'])
  })),
  ...(
    [
      ['Chatter Free User', 'Chatter Free', 'CsnOnly'],
      ['Chatter Moderator User', 'Chatter Free', 'CsnOnly'],
      ['Chatter External User', 'Chatter External', 'CsnOnly'],
      ['Identity User', 'Identity', undefined],
      ['Minimum Access - API Only Integrations', 'Salesforce Integration', undefined],
      ['Salesforce API Only System Integrations', 'Salesforce Integration', undefined],
      ['Customer Community User', 'Customer Community', 'CSPLitePortal'],
      ['Customer Community Login User', 'Customer Community Login', 'CSPLitePortal'],
      ['Customer Community Plus User', 'Customer Community Plus', 'PowerCustomerSuccess'],
      ['Customer Community Plus Login User', 'Customer Community Plus Login', 'PowerCustomerSuccess'],
      ['High Volume Customer Portal User', 'High Volume Customer Portal', 'CSPLitePortal'],
      ['Partner Community User', 'Partner Community', 'PowerPartner'],
      ['Partner Community Login User', 'Partner Community Login', 'PowerPartner'],
      ['Standard Guest', 'Guest User License', 'Guest'],
      ['Guest License User', 'Guest User License', 'Guest'],
      ['External Identity User', 'External Identity', 'CSPLitePortal']
    ] as const
  ).map(([name, license, userType]): StandardProfile => ({
    name,
    license,
    administrator: false,
    objects: new Map(),
    standardFields: 'none',
    userPermissions: new Set(),
    ...(userType !== undefined && { userType })
  }))
];

/** Objects whose access is that of another object. */
export const accessParents: ReadonlyMap<string, string> = new Map([
  ['orderitem', 'order'],
  ['opportunitylineitem', 'opportunity'],
  ['opportunitycontactrole', 'opportunity'],
  ['quotelineitem', 'quote'],
  ['pricebookentry', 'pricebook2'],
  ['campaignmember', 'campaign'],
  ['casecomment', 'case'],
  ['accountcontactrelation', 'account'],
  ['accountcontactrole', 'account']
]);

/** Standard objects that need a grant. The others (User, Profile, RecordType, …) everyone reads and administrators change. */
export const grantedObjects: ReadonlySet<string> = new Set([...worked, ...looked, ...accessParents.keys()]);
/** Standard objects that everyone may also write: files, notes and the like, which follow their parent record. */
export const openObjects: ReadonlySet<string> = new Set(
  'contentversion contentdocument contentdocumentlink contentdistribution attachment note feeditem feedcomment emailmessage topic topicassignment'.split(
    ' '
  )
);

/**
 * Standard fields that no profile but the administrator's shows of itself: those of Data.com, which are "only available to organizations that
 * use Data.com Prospector or Data.com Clean" (Object Reference, "Account" and "Lead"). Field-level security opens them.
 */
export const hiddenFields: ReadonlySet<string> = new Set(
  'account.tradestyle account.dunsnumber account.naicscode account.naicsdesc account.yearstarted account.dandbcompanyid lead.companydunsnumber lead.dandbcompanyid'.split(
    ' '
  )
);

/**
 * Objects of the setup that need "View Setup and Configuration" (Object Reference, their "Special Access Rules"; for code it is from
 * memory).
 */
export const setupObjects: ReadonlySet<string> = new Set(
  (
    'apexclass apextrigger apextestqueueitem apextestresult apextestresultlimits apextestrunresult apextestsuite ' +
    'testsuitemembership asyncapexjob flexqueueitem duplicaterule matchingrule matchingruleitem fieldpermissions ' +
    'objectpermissions setupentityaccess permissionsettabsetting permissionsetgroupcomponent namedcredential ' +
    'custompermissiondependency orgwideemailaddress samlssoconfig'
  ).split(' ')
);
