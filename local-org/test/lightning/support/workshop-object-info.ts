import type { AccessRights } from '../../../src/kernel/services.js';
import {
  MASTER_RECORD_TYPE_ID,
  type FieldRepresentation,
  type ObjectInfoRepresentation,
  type PicklistValuesCollection,
  type UiDataType
} from '../../../src/lightning/protocol.js';
import type { FieldModel, ObjectModel, PicklistValue } from '../../../src/schema/model.js';

const dataTypes: Readonly<Record<string, UiDataType>> = {
  boolean: 'Boolean',
  currency: 'Currency',
  date: 'Date',
  datetime: 'DateTime',
  double: 'Double',
  email: 'Email',
  id: 'Reference',
  int: 'Int',
  phone: 'Phone',
  picklist: 'Picklist',
  reference: 'Reference',
  textarea: 'TextArea',
  longtextarea: 'TextArea',
  url: 'Url'
};

export const dataTypeOf = (field: FieldModel): UiDataType => dataTypes[field.type] ?? 'String';

/** The object's description as the UI API gives it. */
export function objectInfo(object: ObjectModel, access: AccessRights): ObjectInfoRepresentation {
  const editable = access.objectAccess(object.name, 'edit');
  const type = {
    available: true,
    defaultRecordTypeMapping: true,
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE_ID
  };
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.kind === 'custom',
    createable: editable,
    updateable: editable,
    deletable: editable,
    queryable: true,
    searchable: true,
    layoutable: true,
    feedEnabled: false,
    mruEnabled: true,
    nameFields: [object.nameField],
    defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
    recordTypeInfos: { [MASTER_RECORD_TYPE_ID]: type },
    themeInfo: { color: '0B827C', iconUrl: '' },
    fields: Object.fromEntries(
      [...object.fields.values()].map((field) => [field.name, fieldInfo(object, field, editable)])
    ),
    childRelationships: [],
    dependentFields: {},
    eTag: object.name
  };
}

function fieldInfo(object: ObjectModel, field: FieldModel, editable: boolean): FieldRepresentation {
  return {
    apiName: field.name,
    label: field.label,
    dataType: dataTypeOf(field),
    required: field.required,
    createable: editable && field.createable,
    updateable: editable && field.updateable,
    sortable: true,
    filterable: true,
    calculated: field.formula !== undefined,
    custom: field.custom,
    compound: false,
    nameField: field.name === object.nameField,
    reference: field.type === 'reference',
    unique: field.unique,
    htmlFormatted: false,
    polymorphicForeignKey: false,
    referenceTargetField: null,
    referenceToInfos: (field.referenceTo ?? []).map((apiName) => ({ apiName, nameFields: ['Name'] })),
    relationshipName: field.relationshipName ?? null,
    length: field.length ?? 0,
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    extraTypeInfo: null,
    inlineHelpText: field.helpText ?? null
  };
}

/** All picklists of the object. */
export function picklists(object: ObjectModel): PicklistValuesCollection {
  const fields = [...object.fields.values()].filter((field) => field.type === 'picklist');
  const shape = ({ label, value }: PicklistValue) => ({ attributes: null, label, validFor: [], value });
  const entry = (field: FieldModel) => {
    const standard = field.picklist?.find(({ isDefault }) => isDefault);
    const values = (field.picklist ?? []).map(shape);
    return { controllerValues: {}, defaultValue: standard ? shape(standard) : null, eTag: '', url: '', values };
  };
  return {
    eTag: '',
    picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, entry(field)]))
  };
}
