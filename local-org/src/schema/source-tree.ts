import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withFullNames } from './full-names.js';
import { OwnNamespace } from './own-namespace.js';
import { SchemaError } from './schema-error.js';
import { readXml, type XmlNode } from './xml.js';

/** One metadata file. `xml` is read when first asked for. */
export interface MetadataComponent {
  /** Developer name; `Object.Name` for children of an object: `Account.Rating__c`. With the project's namespace: `ns__Thing__c`. */
  readonly name: string;
  readonly file: string;
  readonly xml: XmlNode;
}

/** Suffix before `-meta.xml` → metadata type. Others are known by their suffix. */
const types: Readonly<Record<string, string>> = {
  businessProcess: 'BusinessProcess',
  app: 'CustomApplication',
  approvalProcess: 'ApprovalProcess',
  cachePartition: 'PlatformCachePartition',
  cls: 'ApexClass',
  trigger: 'ApexTrigger',
  permissionsetgroup: 'PermissionSetGroup',
  compactLayout: 'CompactLayout',
  customPermission: 'CustomPermission',
  dwl: 'DataWeaveResource',
  externalCredential: 'ExternalCredential',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  flexipage: 'FlexiPage',
  duplicateRule: 'DuplicateRule',
  flow: 'Flow',
  flowDefinition: 'FlowDefinition',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  matchingRule: 'MatchingRules',
  md: 'CustomMetadata',
  messageChannel: 'LightningMessageChannel',
  namedCredential: 'NamedCredential',
  object: 'CustomObject',
  platformEventChannelMember: 'PlatformEventChannelMember',
  platformEventSubscriberConfig: 'PlatformEventSubscriberConfig',
  page: 'ApexPage',
  permissionset: 'PermissionSet',
  profile: 'Profile',
  quickAction: 'QuickAction',
  recordType: 'RecordType',
  remoteSite: 'RemoteSiteSetting',
  resource: 'StaticResource',
  role: 'Role',
  sharingReason: 'SharingReason',
  group: 'Group',
  queue: 'Queue',
  tab: 'CustomTab',
  translation: 'Translations',
  validationRule: 'ValidationRule',
  webLink: 'WebLink',
  workflow: 'Workflow'
};
const childrenOfObjects = new Set(
  'BusinessProcess CompactLayout CustomField FieldSet ListView RecordType SharingReason ValidationRule WebLink'.split(
    ' '
  )
);
/** Files of the metadata format, without `-meta.xml`. A custom metadata record has its type in its name: `Type.Record.md`. */
const metadataFormat =
  /^(.+)\.(object|labels|permissionset|profile|tab|app|flexipage|layout|customPermission|queue|role|group|flow|flowDefinition|report|dashboard|network|site|namedCredential|globalValueSet|standardValueSet|notiftype|settings|workflow|duplicateRule|matchingRule|assignmentRules|approvalProcess)$|^([^.]+\.[^.]+)\.(md)$/;

/**
 * All metadata of the source folders, by type. Folders named node_modules and hidden ones are skipped. A file that is no XML stands
 * among the problems and counts as empty.
 */
export function readSourceTree(
  sources: readonly string[],
  problems: SchemaError[] = [],
  namespace = new OwnNamespace('')
): Map<string, MetadataComponent[]> {
  const found = new Map<string, MetadataComponent[]>();
  for (const file of sources.flatMap((source) => [...filesUnder(source)])) {
    const match = /^(.+)\.([^.]+)-meta\.xml$/.exec(basename(file)) ?? metadataFormat.exec(basename(file));
    if (!match) continue;
    const [own = '', suffix = ''] = match.slice(1).filter((part) => part !== undefined);
    const type = types[suffix] ?? suffix;
    const name = childrenOfObjects.has(type) ? `${basename(dirname(dirname(file)))}.${own}` : decodeURIComponent(own);
    const list = found.get(type);
    const component = lazyComponent(namespace.fullPath(name), file, (from) => {
      const xml = readOrEmpty(from, problems);
      return namespace.name === '' ? xml : withFullNames(xml, namespace);
    });
    if (list) list.push(component);
    else found.set(type, [component]);
  }
  return found;
}

function lazyComponent(name: string, file: string, read: (file: string) => XmlNode): MetadataComponent {
  let xml: XmlNode | undefined;
  return {
    name,
    file,
    get xml() {
      return (xml ??= read(file));
    }
  };
}

function readOrEmpty(file: string, problems: SchemaError[]): XmlNode {
  try {
    return readXml(file);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(error);
    return {};
  }
}

/** All files below a folder, sorted by name. */
export function* filesUnder(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === '__tests__') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}
