import { validForBits } from '../../../schema/dependent-picklists.js';
import { isLookupKey } from '../../../schema/lookup-keys.js';
import type { FieldModel, FieldType, ObjectModel } from '../../../schema/model.js';
import { isFilterable, isGroupable, isSortable } from '../../../schema/query-traits.js';

/** Type and SOAP type of a field in the words of describe. */
const types: Readonly<Partial<Record<FieldType, readonly [string, string]>>> = {
  id: ['id', 'tns:ID'],
  reference: ['reference', 'tns:ID'],
  longtextarea: ['textarea', 'xsd:string'],
  richtextarea: ['textarea', 'xsd:string'],
  autonumber: ['string', 'xsd:string'],
  boolean: ['boolean', 'xsd:boolean'],
  int: ['int', 'xsd:int'],
  double: ['double', 'xsd:double'],
  currency: ['currency', 'xsd:double'],
  percent: ['percent', 'xsd:double'],
  date: ['date', 'xsd:date'],
  datetime: ['datetime', 'xsd:dateTime'],
  time: ['time', 'xsd:time'],
  base64: ['base64', 'xsd:base64Binary'],
  address: ['address', 'urn:address'],
  location: ['location', 'urn:location'],
  anyType: ['anyType', 'xsd:anyType'],
  junctionidlist: ['JunctionIdList', 'tns:JunctionIdList']
};

const isLong = ({ type }: FieldModel): boolean =>
  type === 'longtextarea' || type === 'richtextarea' || type === 'base64';
const isText = (soap: string): boolean => soap === 'xsd:string';

/**
 * A field as the describe resource shows it. `editable`: whether the user may edit it.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
 */
export function describeField(object: ObjectModel, field: FieldModel, editable: boolean): Record<string, unknown> {
  const [type, soapType] = types[field.type] ?? [field.type, 'xsd:string'];
  const computed = field.formula !== undefined || field.summary !== undefined;
  const length = lengthOf(field, soapType);
  const compound = field.type === 'address' || field.type === 'location';
  const fixed = computed || field.type === 'autonumber';
  const controller = field.controllingField === undefined ? undefined : object.fields.get(field.controllingField);
  return {
    aggregatable: !isLong(field) && !compound && field.type !== 'boolean',
    aiPredictionField: false,
    autoNumber: field.type === 'autonumber',
    byteLength: isText(soapType) ? length * 3 : length,
    calculated: computed,
    calculatedFormula: field.formula ?? null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    controllerName: field.controllingField ?? null,
    createable: field.createable && editable && !fixed,
    custom: field.custom,
    defaultValue: field.defaultValue ?? (field.type === 'boolean' ? false : null),
    defaultValueFormula: field.defaultFormula ?? null,
    defaultedOnCreate: field.defaultValue !== undefined || field.type === 'boolean' || field.name === 'OwnerId',
    dependentPicklist: field.controllingField !== undefined,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? (field.precision ?? 9) : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo:
      field.type === 'richtextarea' ? 'richtextarea' : field.type === 'longtextarea' ? 'plaintextarea' : null,
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: isGroupable(field),
    highScaleNumber: false,
    htmlFormatted: field.type === 'richtextarea',
    idLookup: isLookupKey(object, field),
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.name === object.nameField,
    namePointing: (field.referenceTo?.length ?? 0) > 1,
    nillable: field.type !== 'id' && field.type !== 'boolean' && !field.required,
    permissionable: field.custom && !field.required && !field.masterDetail,
    picklistValues: (field.picklist ?? []).map((one) => ({
      active: one.active,
      defaultValue: one.isDefault,
      label: one.label,
      validFor: validForBits(controller, field, one),
      value: one.value
    })),
    polymorphicForeignKey: (field.referenceTo?.length ?? 0) > 1,
    precision: ['double', 'currency', 'percent'].includes(field.type) ? (field.precision ?? 18) : 0,
    queryByDistance: field.type === 'location',
    referenceTargetField: null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail ? 0 : null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.restrictedPicklist ?? false,
    scale: field.scale ?? 0,
    searchPrefilterable: field.type === 'reference',
    soapType,
    sortable: isSortable(field),
    type,
    unique: field.unique,
    updateable: field.updateable && editable && !fixed,
    writeRequiresMasterRead: false
  };
}

function lengthOf(field: FieldModel, soapType: string): number {
  if (field.type === 'id' || field.type === 'reference') return 18;
  return isText(soapType) ? (field.length ?? 255) : 0;
}
