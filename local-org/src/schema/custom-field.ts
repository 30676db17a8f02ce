import { readFilterItems } from './filter-items.js';
import type { FieldModel, FieldType, PicklistValue, SummaryModel } from './model.js';
import { SchemaError } from './schema-error.js';
import { child, children, flag, number, text, texts, type XmlNode } from './xml.js';

const fieldTypes: Readonly<Record<string, FieldType>> = {
  Address: 'address',
  AutoNumber: 'autonumber',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  ExternalLookup: 'string',
  Hierarchy: 'reference',
  Html: 'richtextarea',
  Location: 'location',
  LongTextArea: 'longtextarea',
  Lookup: 'reference',
  IndirectLookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Summary: 'double',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url'
};

/** Value sets by name, for picklists that share one. */
export type ValueSets = (name: string) => readonly PicklistValue[];

/** A field from its CustomField metadata. `object` and `file` are for messages. */
export function customField(object: string, xml: XmlNode, valueSets: ValueSets, file: string): FieldModel {
  const name = text(xml, 'fullName') ?? '';
  const metadataType = text(xml, 'type');
  const type = metadataType === undefined ? undefined : isNameReference(xml) ? 'string' : fieldTypes[metadataType];
  if (!type)
    throw new SchemaError(file, `Field ${object}.${name}: the local org does not know the type ${metadataType}.`);
  const formula = text(xml, 'formula');
  const summary = metadataType === 'Summary' ? summaryOf(object, xml, file) : undefined;
  const compound = type === 'address' || type === 'location';
  const computed = formula !== undefined || summary !== undefined || type === 'autonumber' || compound;
  const masterDetail = metadataType === 'MasterDetail';
  return {
    name,
    label: text(xml, 'label') ?? name,
    type,
    ...sizes(type, xml, summary),
    required: flag(xml, 'required') || masterDetail,
    unique: flag(xml, 'unique'),
    caseSensitive: flag(xml, 'caseSensitive'),
    externalId: flag(xml, 'externalId'),
    createable: !computed,
    updateable: !computed && !(masterDetail && !flag(xml, 'reparentableMasterDetail')),
    custom: true,
    ...((type === 'reference' || isNameReference(xml)) && reference(name, metadataType, xml)),
    ...(type === 'picklist' || type === 'multipicklist' ? picklist(xml, valueSets) : {}),
    ...defaultValue(type, xml),
    ...(formula !== undefined && { formula, ...blanks(xml) }),
    ...(summary && { summary }),
    ...(type === 'autonumber' && { autoNumberFormat: text(xml, 'displayFormat') ?? '{0}' }),
    ...(flag(xml, 'trackHistory') && { trackHistory: true }),
    ...(text(xml, 'inlineHelpText') && { helpText: text(xml, 'inlineHelpText') ?? '' })
  };
}

/** A metadata relationship to an object or field holds its API name, and is a String in Apex. */
function isNameReference(xml: XmlNode): boolean {
  return /^(EntityDefinition|FieldDefinition|EntityParticle)$/.test(text(xml, 'referenceTo') ?? '');
}

function sizes(type: FieldType, xml: XmlNode, summary: SummaryModel | undefined): Partial<FieldModel> {
  switch (type) {
    case 'double':
    case 'currency':
    case 'percent':
      return {
        precision: number(xml, 'precision') ?? 18,
        scale: number(xml, 'scale') ?? (summary ? undefined : 0) ?? 0
      };
    case 'location':
      return { precision: 18, scale: number(xml, 'scale') ?? 15 };
    case 'reference':
      return { length: 18 };
    default:
      return { length: number(xml, 'length') ?? defaultLengths[type] ?? 255 };
  }
}

const defaultLengths: Partial<Record<FieldType, number>> = {
  autonumber: 30,
  email: 80,
  longtextarea: 32768,
  phone: 40,
  richtextarea: 32768,
  multipicklist: 4099
};

function reference(name: string, metadataType: string | undefined, xml: XmlNode): Partial<FieldModel> {
  const target = text(xml, 'referenceTo') ?? (metadataType === 'Hierarchy' ? 'User' : undefined);
  const children = text(xml, 'relationshipName');
  const masterDetail = metadataType === 'MasterDetail';
  const objectField = text(xml, 'metadataRelationshipControllingField')?.split('.').at(-1);
  return {
    ...(objectField !== undefined && { objectField }),
    referenceTo: target ? [target] : [],
    relationshipName: name.replace(/__c$/, '__r'),
    ...(children !== undefined && { childRelationshipName: childrenName(name, children) }),
    masterDetail,
    ...lookupFilter(xml),
    deleteConstraint: masterDetail
      ? 'Cascade'
      : ((text(xml, 'deleteConstraint') as FieldModel['deleteConstraint']) ?? 'SetNull')
  };
}

/** Files of a package write the names of child lists without the namespace that its fields carry. */
function childrenName(field: string, children: string): string {
  const prefix = /^[a-z]\w*?__(?=\w+?__\w+$)/i.exec(field)?.[0] ?? '';
  return prefix === '' ? `${children}__r` : `${prefix}${children.replace(/^[a-z]\w*?__/i, '')}__r`;
}

function lookupFilter(xml: XmlNode): Partial<FieldModel> {
  const filter = child(xml, 'lookupFilter');
  if (!filter || text(filter, 'active') === 'false' || flag(filter, 'isOptional')) return {};
  const logic = text(filter, 'booleanFilter');
  const message = text(filter, 'errorMessage');
  const items = readFilterItems(filter, 'filterItems');
  return { lookupFilter: { items, ...(logic !== undefined && { logic }), ...(message !== undefined && { message }) } };
}

function blanks(xml: XmlNode): Partial<FieldModel> {
  const treated = text(xml, 'formulaTreatBlanksAs');
  if (treated === undefined) return {};
  return { treatBlanksAs: treated === 'BlankAsZero' ? 'zero' : 'blank' };
}

/** The values of a picklist field, its own or those of a shared set. */
export function picklist(xml: XmlNode, valueSets: ValueSets): Partial<FieldModel> {
  const set = child(xml, 'valueSet');
  const shared = text(set, 'valueSetName');
  const definition = child(set, 'valueSetDefinition') ?? child(xml, 'picklist');
  const own = children(definition, 'value').concat(children(definition, 'picklistValues'));
  const picklist = shared === undefined ? own.map(picklistValue) : valueSets(shared);
  const controllingField = text(set, 'controllingField');
  return {
    picklist,
    // A shared set that the project does not hold may have any values.
    restrictedPicklist: shared === undefined ? flag(set, 'restricted') : picklist.length > 0,
    ...(controllingField !== undefined && { controllingField, validFor: validFor(set) })
  };
}

function validFor(set: XmlNode | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const setting of children(set, 'valueSettings')) {
    const name = text(setting, 'valueName') ?? '';
    found.set(name, [...(found.get(name) ?? []), ...texts(setting, 'controllingFieldValue')]);
  }
  return found;
}

/** A `<value>` of a value set, also a `<customValue>` or `<standardValue>`. */
export function picklistValue(xml: XmlNode): PicklistValue {
  const value = text(xml, 'fullName') ?? '';
  return {
    value,
    label: text(xml, 'label') ?? value,
    active: text(xml, 'isActive') !== 'false',
    isDefault: flag(xml, 'default')
  };
}

/** Defaults are formulas; a literal one is read at once. */
function defaultValue(type: FieldType, xml: XmlNode): Partial<FieldModel> {
  const value = text(xml, 'defaultValue')?.trim();
  if (type === 'boolean') return { defaultValue: value === 'true' };
  if (value === undefined) return {};
  const quoted = /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(value);
  if (quoted) return { defaultValue: quoted[1] ?? quoted[2] ?? '' };
  return /^-?\d+(\.\d+)?$/.test(value) ? { defaultValue: Number(value) } : { defaultFormula: value };
}

function summaryOf(object: string, xml: XmlNode, file: string): SummaryModel {
  const [childObject, childField] = (text(xml, 'summaryForeignKey') ?? '').split('.');
  const operation = text(xml, 'summaryOperation') as SummaryModel['operation'] | undefined;
  if (!childObject || !childField || !operation) {
    throw new SchemaError(file, `Field ${object}.${text(xml, 'fullName')}: the roll-up names no detail field.`);
  }
  const summarized = text(xml, 'summarizedField')?.split('.')[1];
  return {
    operation,
    childObject,
    childField,
    ...(summarized !== undefined && { summarizedField: summarized }),
    filters: children(xml, 'summaryFilterItems').map((item) => ({
      field: text(item, 'field')?.split('.')[1] ?? '',
      operation: text(item, 'operation') ?? '',
      value: texts(item, 'value').join(',')
    }))
  };
}
