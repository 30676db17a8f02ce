import { idSuffix } from '../kernel/scalars.js';
import { partFields } from './compound-parts.js';
import { customField, picklist, type ValueSets } from './custom-field.js';
import { stableId15 } from './key-prefix.js';
import type { FieldModel, ObjectModel, RecordTypeModel } from './model.js';
import { SchemaError } from './schema-error.js';
import type { MetadataComponent } from './source-tree.js';
import { recordTypeField, systemFields } from './system-fields.js';
import { child, children, flag, text, type XmlNode } from './xml.js';

/** All that the project says about one object: its own file (absent when only fields are added) and the files of its children. */
export interface ObjectSource {
  readonly name: string;
  object?: MetadataComponent;
  /** Other files of the object: each may add fields and record types, as a second deployment would. */
  readonly others: MetadataComponent[];
  readonly fields: MetadataComponent[];
  readonly recordTypes: MetadataComponent[];
  readonly sharingReasons: MetadataComponent[];
}

/** What reading an object needs beside its own files. */
export interface ReadingParts {
  readonly valueSets: ValueSets;
  readonly multiCurrency: boolean;
  /** Takes what cannot be read; the object is made without it. */
  readonly problems: SchemaError[];
}

type FieldSource = Pick<MetadataComponent, 'xml' | 'file'>;

/** Files of their own and elements inside the object's file. */
function fieldSources(source: ObjectSource): FieldSource[] {
  const inside = objectFiles(source).flatMap(({ xml: object, file }) =>
    children(object, 'fields').map((xml) => ({ xml, file }))
  );
  return [...inside, ...source.fields];
}

function objectFiles(source: ObjectSource): readonly MetadataComponent[] {
  return source.object ? [source.object, ...source.others] : source.others;
}

/** Fields of the project for an object. */
function projectFields(source: ObjectSource, { valueSets, problems }: ReadingParts): FieldModel[] {
  const fields = new Map<string, FieldModel>();
  for (const { xml, file } of fieldSources(source)) {
    if (text(xml, 'type') === undefined) continue;
    try {
      const field = customField(source.name, xml, valueSets, file);
      fields.set(field.name.toLowerCase(), field);
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      problems.push(error);
    }
  }
  return [...fields.values()].flatMap((field) =>
    field.type === 'location' || field.type === 'address' ? [field, ...partFields(field)] : [field]
  );
}

export function projectRecordTypes(source: ObjectSource): RecordTypeModel[] {
  const inside = objectFiles(source).flatMap(({ xml: object }) => children(object, 'recordTypes'));
  const types = [...inside, ...source.recordTypes.map(({ xml }) => xml)].map((xml) => recordType(source.name, xml));
  return [...new Map(types.map((type) => [type.developerName.toLowerCase(), type])).values()];
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
    ...(description !== undefined && { description }),
    picklistDefaults: new Map(children(xml, 'picklistValues').map(picklistDefault)),
    picklistValues: new Map(children(xml, 'picklistValues').map(availableValues))
  };
}

function picklistDefault(xml: XmlNode): readonly [string, string | null] {
  const chosen = children(xml, 'values').find((value) => flag(value, 'default'));
  return [text(xml, 'picklist') ?? '', decodeURIComponent(text(chosen, 'fullName') ?? '') || null];
}

function availableValues(xml: XmlNode): readonly [string, ReadonlySet<string>] {
  const values = children(xml, 'values').map((value) =>
    decodeURIComponent(text(value, 'fullName') ?? '').toLowerCase()
  );
  return [text(xml, 'picklist') ?? '', new Set(values)];
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
export function customObject(source: ObjectSource, keyPrefix: string, parts: ReadingParts): ObjectModel {
  const xml = source.object?.xml;
  const kind = objectKind(source.name, xml);
  const own = projectFields(source, parts);
  const recordTypes = projectRecordTypes(source);
  const label = text(xml, 'label') ?? source.name;
  const fields = systemFields({
    kind,
    detail: own.some((field) => field.masterDetail),
    hasRecordTypes: recordTypes.length > 0,
    activities: flag(xml, 'enableActivities'),
    multiCurrency: parts.multiCurrency,
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

/** A standard object with the fields and record types that the project adds to it, and what it says about standard fields. */
export function extendedObject(object: ObjectModel, source: ObjectSource, parts: ReadingParts): ObjectModel {
  const fields = new Map(object.fields);
  const named = new Map([...fields.keys()].map((name) => [name.toLowerCase(), name]));
  for (const { xml } of fieldSources(source)) {
    const standard = fields.get(named.get((text(xml, 'fullName') ?? '').toLowerCase()) ?? '');
    if (standard && !standard.custom) fields.set(standard.name, changedField(standard, xml, parts.valueSets));
  }
  for (const field of projectFields(source, parts))
    if (!named.has(field.name.toLowerCase())) fields.set(field.name, field);
  const recordTypes = projectRecordTypes(source);
  if (recordTypes.length > 0 && !named.has('recordtypeid')) fields.set(recordTypeField.name, recordTypeField);
  const sharing = objectFiles(source).flatMap(({ xml }) => sharingModels[text(xml, 'sharingModel') ?? ''] ?? []);
  const label = text(source.object?.xml, 'label') ?? object.label;
  return {
    ...object,
    label,
    pluralLabel: text(source.object?.xml, 'pluralLabel') ?? object.pluralLabel,
    fields,
    sharing: sharing[0] ?? object.sharing,
    recordTypes
  };
}

/** The project may give a standard field another label, a help text, values of its own, or require it. */
function changedField(field: FieldModel, xml: XmlNode, valueSets: ValueSets): FieldModel {
  const own = field.picklist && child(xml, 'valueSet') ? picklist(xml, valueSets).picklist : undefined;
  const help = text(xml, 'inlineHelpText');
  return {
    ...field,
    label: text(xml, 'label') ?? field.label,
    required: field.required || flag(xml, 'required'),
    ...(own && own.length > 0 && { picklist: own }),
    ...(help !== undefined && { helpText: help }),
    ...(flag(xml, 'trackHistory') && { trackHistory: true })
  };
}
