import type { ObjectGrant } from './permissions.js';

/** A profile that every org has. */
export interface StandardProfile {
  readonly name: string;
  readonly license: string;
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
    userPermissions: new Set([
      'apienabled',
      'runreports',
      'viewsetup',
      'editevent',
      'edittask',
      'activatecontract',
      'activateorder'
    ])
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    administrator: false,
    objects: new Map(grants([...worked, ...looked], read)),
    standardFields: 'read',
    userPermissions: new Set(['apienabled', 'runreports', 'viewsetup'])
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
    userPermissions: new Set(['apienabled', 'runreports', 'viewsetup'])
  },
  {
    name: 'Chatter Free User',
    license: 'Chatter Free',
    administrator: false,
    objects: new Map(),
    standardFields: 'none',
    userPermissions: new Set()
  }
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
  'contentversion contentdocument contentdocumentlink attachment note feeditem feedcomment emailmessage topic topicassignment'.split(
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
