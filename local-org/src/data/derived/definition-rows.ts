import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import { nameParts } from '../../schema/own-namespace.js';
import { isFilterable, isGroupable, isSortable } from '../../schema/query-traits.js';
import { fieldTypeText } from './field-type-text.js';

/** A row of a definition: the fields that are known of it, by name. */
export type DefinitionRow = Readonly<Record<string, string | number | null>>;

const names = (object: ObjectModel, field: FieldModel): DefinitionRow => ({
  DurableId: `${object.name}.${field.name}`,
  QualifiedApiName: field.name,
  ...nameParts(field.name),
  Label: field.label,
  MasterLabel: field.label,
  EntityDefinitionId: object.name,
  Length: field.length ?? 0,
  Precision: field.precision ?? 0,
  Scale: field.scale ?? 0,
  RelationshipName: field.relationshipName ?? null,
  IsNameField: Number(object.nameField === field.name),
  IsCalculated: Number(field.formula !== undefined || field.summary !== undefined),
  IsNillable: Number(!field.required && field.type !== 'boolean'),
  IsCompound: Number(field.type === 'address' || field.type === 'location'),
  IsApiFilterable: Number(isFilterable(field)),
  IsApiGroupable: Number(isGroupable(field)),
  IsApiSortable: Number(isSortable(field))
});

export const fieldRow = (object: ObjectModel, field: FieldModel): DefinitionRow => ({
  ...names(object, field),
  DataType: fieldTypeText(field),
  IsIndexed: Number(field.type === 'id' || field.type === 'reference' || field.unique || field.externalId),
  IsPolymorphicForeignKey: Number((field.referenceTo?.length ?? 0) > 1)
});

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_entityparticle.htm */
export const particleRow = (object: ObjectModel, field: FieldModel): DefinitionRow => ({
  ...names(object, field),
  Name: field.name,
  FieldDefinitionId: `${object.name}.${field.name}`,
  DataType: field.type.replace(/^(long|rich)textarea$/, 'textarea').replace(/^autonumber$/, 'string'),
  Digits: field.type === 'int' ? (field.precision ?? 0) : 0,
  IsAutonumber: Number(field.type === 'autonumber'),
  IsCaseSensitive: Number(field.caseSensitive),
  IsComponent: 0,
  IsCreatable: Number(field.createable),
  IsUpdatable: Number(field.updateable),
  IsUnique: Number(field.unique),
  IsIdLookup: Number(isLookupKey(object, field)),
  IsDependentPicklist: Number(field.controllingField !== undefined),
  IsPermissionable: Number(field.custom && !field.required && !field.masterDetail),
  InlineHelpText: field.helpText ?? null,
  ReferenceTargetField: null
});

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_picklistvalueinfo.htm */
export const picklistRows = (object: ObjectModel, field: FieldModel): readonly DefinitionRow[] =>
  (field.picklist ?? [])
    .filter(({ active }) => active)
    .map(({ value, label, isDefault }) => ({
      DurableId: `${object.name}.${field.name}.${value}`,
      EntityParticleId: `${object.name}.${field.name}`,
      Value: value,
      Label: label,
      IsActive: 1,
      IsDefaultValue: Number(isDefault),
      ValidFor: null
    }));
