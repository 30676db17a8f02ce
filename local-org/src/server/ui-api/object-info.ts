import type { Transaction } from '../../kernel/services.js';
import {
  MASTER_RECORD_TYPE_ID,
  type FieldRepresentation,
  type ObjectInfoRepresentation,
  type PicklistValues,
  type PicklistValuesCollection,
  type PicklistValueRepresentation
} from '../../lightning/protocol.js';
import { controllingValues, validForPlaces } from '../../schema/dependent-picklists.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { readableObject } from '../routes/records.js';
import { API_ROOT, HttpError, json, type RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { uiDataType } from './data-type.js';

/** GET ui-api/object-info/<object> */
export function getObjectInfo(context: RouteContext): HttpResult {
  const { tx } = context;
  const model = readableObject(tx, context.params[0] ?? '');
  const { access } = tx.user;
  const fields: Record<string, FieldRepresentation> = {};
  for (const field of model.fields.values()) {
    if (!access.fieldAccess(model.name, field.name, 'read')) continue;
    fields[field.name] = fieldInfo(tx, model, field, access.fieldAccess(model.name, field.name, 'edit'));
  }
  const info: ObjectInfoRepresentation = {
    apiName: model.name,
    label: model.label,
    labelPlural: model.pluralLabel,
    keyPrefix: model.keyPrefix,
    custom: model.kind !== 'standard',
    createable: access.objectAccess(model.name, 'create'),
    updateable: access.objectAccess(model.name, 'edit'),
    deletable: access.objectAccess(model.name, 'delete'),
    queryable: true,
    searchable: true,
    layoutable: true,
    feedEnabled: false,
    mruEnabled: true,
    nameFields: [model.nameField],
    defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE_ID]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: MASTER_RECORD_TYPE_ID
      }
    },
    themeInfo: { color: '', iconUrl: '' },
    fields,
    childRelationships: tx.org.schema.childRelationships(model.name).map((one) => ({
      childObjectApiName: one.childObject,
      fieldName: one.field,
      relationshipName: one.name,
      junctionIdListNames: [],
      junctionReferenceTo: []
    })),
    dependentFields: {},
    eTag: ''
  };
  return json(200, info);
}

function fieldInfo(tx: Transaction, model: ObjectModel, field: FieldModel, editable: boolean): FieldRepresentation {
  const targets = field.referenceTo ?? [];
  return {
    apiName: field.name,
    label: field.label,
    dataType: uiDataType(field.type),
    required: field.required,
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    sortable: field.type !== 'longtextarea' && field.type !== 'richtextarea' && field.type !== 'multipicklist',
    filterable: field.type !== 'longtextarea' && field.type !== 'richtextarea',
    calculated: field.formula !== undefined,
    custom: field.custom,
    compound: field.type === 'address' || field.type === 'location',
    nameField: field.name === model.nameField,
    reference: field.type === 'reference',
    unique: field.unique,
    htmlFormatted: field.type === 'richtextarea',
    polymorphicForeignKey: targets.length > 1,
    referenceTargetField: null,
    referenceToInfos: targets.map((target) => ({
      apiName: target,
      nameFields: [tx.org.schema.object(target)?.nameField ?? 'Name']
    })),
    relationshipName: field.relationshipName ?? null,
    length: field.length ?? 0,
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    extraTypeInfo:
      { longtextarea: 'PlainTextArea', textarea: 'PlainTextArea', richtextarea: 'RichTextArea' }[
        field.type as string
      ] ?? null,
    inlineHelpText: field.helpText ?? null
  };
}

/** GET ui-api/object-info/<object>/picklist-values/<recordTypeId>[/<field>] */
export function getPicklistValues(context: RouteContext): HttpResult {
  const { tx } = context;
  const [object = '', recordTypeId = '', fieldName] = context.params;
  const model = readableObject(tx, object);
  const url = (field: FieldModel) =>
    `${API_ROOT}/ui-api/object-info/${model.name}/picklist-values/${recordTypeId}/${field.name}`;
  if (fieldName !== undefined) {
    const field = tx.org.schema.field(model.name, fieldName);
    if (!field?.picklist || !tx.user.access.fieldAccess(model.name, field.name, 'read')) {
      throw new HttpError(400, 'INVALID_FIELD', `${fieldName} is no picklist of ${model.name}`);
    }
    return json(200, picklistValues(model, field, recordTypeId, url(field)));
  }
  const picklistFieldValues: Record<string, PicklistValues> = {};
  for (const field of model.fields.values()) {
    if (!field.picklist || !tx.user.access.fieldAccess(model.name, field.name, 'read')) continue;
    picklistFieldValues[field.name] = picklistValues(model, field, recordTypeId, url(field));
  }
  return json(200, { eTag: '', picklistFieldValues } satisfies PicklistValuesCollection);
}

/** Active values that the record type makes available, with their places among the values of the controlling field. */
function picklistValues(model: ObjectModel, field: FieldModel, recordTypeId: string, url: string): PicklistValues {
  const type = model.recordTypes.find(({ id }) => id.startsWith(recordTypeId.slice(0, 15)));
  const available = type?.picklistValues.get(field.name);
  const values = (field.picklist ?? []).filter(
    (entry) => entry.active && (!available || available.has(entry.value.toLowerCase()))
  );
  const controller = field.controllingField === undefined ? undefined : model.fields.get(field.controllingField);
  const shape = (entry: (typeof values)[number]): PicklistValueRepresentation => ({
    attributes: null,
    label: entry.label,
    validFor: controller ? validForPlaces(controller, field, entry) : [],
    value: entry.value
  });
  const chosen = type?.picklistDefaults.get(field.name);
  const standard = values.find((entry) => (chosen === undefined ? entry.isDefault : entry.value === chosen));
  const controlling = controller ? controllingValues(controller) : [];
  return {
    controllerValues: Object.fromEntries(controlling.map((value, place) => [value, place])),
    defaultValue: standard ? shape(standard) : null,
    eTag: '',
    url,
    values: values.map(shape)
  };
}
