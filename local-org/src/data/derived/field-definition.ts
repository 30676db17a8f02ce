import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { isFilterable, isGroupable, isSortable } from '../../schema/query-traits.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { TranslationContext } from '../translate/context.js';
import { isStored } from '../translate/encoding.js';
import { refuse } from '../translate/errors.js';
import { fieldTypeText } from './field-type-text.js';
import { filterValues } from './filter-values.js';

type Cell = string | number | null;

/**
 * FieldDefinition as a table of the fields of the objects that the query names: as on the platform, it names at least one.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fielddefinition.htm
 */
export function fieldDefinitionSql(context: TranslationContext, definition: ObjectModel, query: SoqlQuery): string {
  const values = (path: string) => filterValues(context, query.where, path);
  const named = [
    ...values('EntityDefinitionId'),
    ...values('EntityDefinition.QualifiedApiName'),
    ...values('EntityDefinition.DurableId'),
    ...values('DurableId').map((id) => id.split('.')[0] ?? '')
  ];
  if (named.length === 0) {
    throw refuse(
      'When retrieving results with Id field, a filter on a reified column is required, such as EntityDefinitionId or DurableId.'
    );
  }
  const objects = new Set(named.flatMap((name) => context.schema.object(name) ?? []));
  const rows = [...objects].flatMap((object) => [...object.fields.values()].map((field) => rowOf(object, field)));
  const columns = [...definition.fields.values()].filter(isStored).map(({ name }) => {
    return `json_extract(value, '$.${name}') AS "${name}"`;
  });
  return `(SELECT ${columns.join(', ')} FROM json_each(${context.param(JSON.stringify(rows))}))`;
}

function rowOf(object: ObjectModel, field: FieldModel): Record<string, Cell> {
  return {
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    DeveloperName: field.name.replace(/__\w$/, ''),
    Label: field.label,
    MasterLabel: field.label,
    EntityDefinitionId: object.name,
    DataType: fieldTypeText(field),
    Length: field.length ?? 0,
    Precision: field.precision ?? 0,
    Scale: field.scale ?? 0,
    RelationshipName: field.relationshipName ?? null,
    IsNameField: Number(object.nameField === field.name),
    IsCalculated: Number(field.formula !== undefined || field.summary !== undefined),
    IsNillable: Number(!field.required && field.type !== 'boolean'),
    IsIndexed: Number(field.type === 'id' || field.type === 'reference' || field.unique || field.externalId),
    IsPolymorphicForeignKey: Number((field.referenceTo?.length ?? 0) > 1),
    IsCompound: Number(field.type === 'address' || field.type === 'location'),
    IsApiFilterable: Number(isFilterable(field)),
    IsApiGroupable: Number(isGroupable(field)),
    IsApiSortable: Number(isSortable(field))
  };
}
