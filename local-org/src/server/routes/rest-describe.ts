import type { FieldModel, ObjectModel } from '../../schema/model.js';
import type { HttpResult } from '../worker/protocol.js';
import { readableObject } from './records.js';
import { API_ROOT, json, type RouteContext } from './route.js';

/** GET /services/data/v67.0 */
export const resources = (): HttpResult =>
  json(200, {
    query: `${API_ROOT}/query`,
    sobjects: `${API_ROOT}/sobjects`,
    'ui-api': `${API_ROOT}/ui-api`,
    tooling: `${API_ROOT}/tooling`
  });

/** GET sobjects */
export function describeGlobal({ tx }: RouteContext): HttpResult {
  const readable = [...tx.org.schema.objects()].filter((model) => tx.user.access.objectAccess(model.name, 'read'));
  return json(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects: readable.map((model) => summary(model)) });
}

function summary(model: ObjectModel): Record<string, unknown> {
  const root = `${API_ROOT}/sobjects/${model.name}`;
  return {
    name: model.name,
    label: model.label,
    labelPlural: model.pluralLabel,
    keyPrefix: model.keyPrefix,
    custom: model.kind !== 'standard',
    customSetting: model.kind === 'customSetting',
    queryable: model.kind !== 'platformEvent',
    urls: { sobject: root, describe: `${root}/describe`, rowTemplate: `${root}/{ID}` }
  };
}

/** GET sobjects/<object>/describe: fields that the user may read. */
export function describeObject(context: RouteContext): HttpResult {
  const { tx } = context;
  const model = readableObject(tx, context.params[0] ?? '');
  const { access } = tx.user;
  const fields = [...model.fields.values()].filter((field) => access.fieldAccess(model.name, field.name, 'read'));
  return json(200, {
    ...summary(model),
    createable: access.objectAccess(model.name, 'create'),
    updateable: access.objectAccess(model.name, 'edit'),
    deletable: access.objectAccess(model.name, 'delete'),
    childRelationships: tx.org.schema.childRelationships(model.name).map((one) => ({
      childSObject: one.childObject,
      field: one.field,
      relationshipName: one.name
    })),
    fields: fields.map((field) => describeField(field, access.fieldAccess(model.name, field.name, 'edit'))),
    recordTypeInfos: []
  });
}

function describeField(field: FieldModel, editable: boolean): Record<string, unknown> {
  return {
    name: field.name,
    label: field.label,
    type: describeType(field),
    length: field.length ?? 0,
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    nillable: !field.required,
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    custom: field.custom,
    calculated: field.formula !== undefined,
    autoNumber: field.type === 'autonumber',
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    inlineHelpText: field.helpText ?? null,
    defaultValue: field.defaultValue ?? null,
    restrictedPicklist: field.restrictedPicklist ?? false,
    picklistValues: (field.picklist ?? []).map((one) => ({
      value: one.value,
      label: one.label,
      active: one.active,
      defaultValue: one.isDefault
    }))
  };
}

/** Our finer field types in the words of describe. */
function describeType(field: FieldModel): string {
  if (field.type === 'longtextarea' || field.type === 'richtextarea') return 'textarea';
  return field.type === 'autonumber' ? 'string' : field.type;
}
