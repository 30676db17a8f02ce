import { idSuffix } from '../kernel/scalars.js';
import { customField, locationParts, type ValueSets } from './custom-field.js';
import { stableId15 } from './key-prefix.js';
import type { FieldModel, ObjectModel, RecordTypeModel } from './model.js';
import type { MetadataComponent } from './source-tree.js';
import { systemFields } from './system-fields.js';
import { child, children, flag, text, type XmlNode } from './xml.js';

/** All that the project says about one object: its own file (absent when only fields are added) and the files of its children. */
export interface ObjectSource {
  readonly name: string;
  object?: MetadataComponent;
  readonly fields: MetadataComponent[];
  readonly recordTypes: MetadataComponent[];
}

/** Fields of the project for an object, from files of their own and from inside the object's file. */
export function projectFields(source: ObjectSource, valueSets: ValueSets): FieldModel[] {
  const inside = children(source.object?.xml, 'fields').map((xml) => ({ xml, file: source.object?.file ?? '' }));
  return [...inside, ...source.fields]
    .filter(({ xml }) => text(xml, 'type') !== undefined)
    .map(({ xml, file }) => customField(source.name, xml, valueSets, file))
    .flatMap((field) => (field.type === 'location' ? [field, ...locationParts(field)] : [field]));
}

export function projectRecordTypes(source: ObjectSource): RecordTypeModel[] {
  const inside = children(source.object?.xml, 'recordTypes').map((xml) => ({ xml }));
  return [...inside, ...source.recordTypes].map(({ xml }) => recordType(source.name, xml));
}

function recordType(object: string, xml: XmlNode): RecordTypeModel {
  const developerName = text(xml, 'fullName') ?? '';
  const id15 = stableId15('012', `${object}.${developerName}`);
  const description = text(xml, 'description');
  return {
    id: id15 + idSuffix(id15),
    developerName,
    label: text(xml, 'label') ?? developerName,
    active: text(xml, 'active') !== 'false',
    ...(description !== undefined && { description })
  };
}

/** What kind of object a name and its metadata make. */
export function objectKind(name: string, xml: XmlNode | undefined): ObjectModel['kind'] {
  if (/__e$/i.test(name)) return 'platformEvent';
  if (/__mdt$/i.test(name)) return 'customMetadata';
  return text(xml, 'customSettingsType') === undefined ? 'custom' : 'customSetting';
}

const sharingModels: Readonly<Record<string, ObjectModel['sharing']>> = {
  Private: 'Private',
  Read: 'Read',
  ReadWrite: 'ReadWrite',
  ReadWriteTransfer: 'ReadWrite',
  FullAccess: 'ReadWrite',
  ControlledByParent: 'ControlledByParent'
};

/** A custom object, setting, metadata type or platform event. */
export function customObject(
  source: ObjectSource,
  keyPrefix: string,
  valueSets: ValueSets,
  multiCurrency: boolean
): ObjectModel {
  const xml = source.object?.xml;
  const kind = objectKind(source.name, xml);
  const own = projectFields(source, valueSets);
  const recordTypes = projectRecordTypes(source);
  const label = text(xml, 'label') ?? source.name;
  const fields = systemFields({
    kind,
    detail: own.some((field) => field.masterDetail),
    hasRecordTypes: recordTypes.length > 0,
    activities: flag(xml, 'enableActivities'),
    multiCurrency,
    name: nameField(child(xml, 'nameField'))
  });
  const settingsType = text(xml, 'customSettingsType');
  return {
    name: source.name,
    label,
    pluralLabel: text(xml, 'pluralLabel') ?? label,
    keyPrefix,
    kind,
    fields: new Map([...fields, ...own].map((field) => [field.name, field])),
    nameField: kind === 'customMetadata' ? 'MasterLabel' : kind === 'platformEvent' ? 'ReplayId' : 'Name',
    sharing: sharingModels[text(xml, 'sharingModel') ?? ''] ?? 'ReadWrite',
    recordTypes,
    ...(settingsType === 'List' || settingsType === 'Hierarchy' ? { settingsType } : {}),
    ...(kind === 'platformEvent' && {
      publishBehavior:
        text(xml, 'publishBehavior') === 'PublishImmediately' ? 'PublishImmediately' : 'PublishAfterCommit'
    })
  };
}

function nameField(xml: XmlNode | undefined): Pick<FieldModel, 'label' | 'type'> & Partial<FieldModel> {
  const label = text(xml, 'label') ?? 'Name';
  if (text(xml, 'type') !== 'AutoNumber') return { label, type: 'string' };
  return { label, type: 'autonumber', autoNumberFormat: text(xml, 'displayFormat') ?? '{0}' };
}

/** A standard object with the fields and record types that the project adds to it. */
export function extendedObject(object: ObjectModel, source: ObjectSource, valueSets: ValueSets): ObjectModel {
  const own = projectFields(source, valueSets);
  const sharing = sharingModels[text(source.object?.xml, 'sharingModel') ?? ''] ?? object.sharing;
  return {
    ...object,
    fields: new Map([...object.fields, ...own.map((field) => [field.name, field] as const)]),
    sharing,
    recordTypes: projectRecordTypes(source)
  };
}
