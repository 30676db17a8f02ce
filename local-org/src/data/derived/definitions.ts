import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { nameParts } from '../../schema/own-namespace.js';
import type { SoqlCondition, SoqlQuery } from '../../soql/ast.js';
import type { TranslationContext } from '../translate/context.js';
import { isStored } from '../translate/encoding.js';
import { refuse } from '../translate/errors.js';
import { fieldRow, particleRow, picklistRows, type DefinitionRow } from './definition-rows.js';
import { filterValues, pathsOf } from './filter-values.js';

const rowsOf: Readonly<Record<string, (object: ObjectModel, field: FieldModel) => readonly DefinitionRow[]>> = {
  FieldDefinition: (object, field) => [fieldRow(object, field)],
  EntityParticle: (object, field) => [particleRow(object, field)],
  PicklistValueInfo: (object, field) => picklistRows(object, field)
};

/** True for the objects whose rows are the parts of other objects' definitions. */
export const isDefinition = (object: ObjectModel): boolean => object.name in rowsOf;

/**
 * FieldDefinition, EntityParticle or PicklistValueInfo as a table for the objects that the query names: as on the platform, it names
 * at least one. `owners` are the objects whose children the rows are, or that records name whose parents they are.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fielddefinition.htm
 */
export function definitionSql(
  context: TranslationContext,
  definition: ObjectModel,
  query: Pick<SoqlQuery, 'where'>,
  owners?: readonly string[]
): string {
  const objects = [
    ...new Set([...(owners ?? []).map((name) => context.schema.object(name)), ...named(context, query.where)])
  ];
  const found = objects.flatMap((object) => object ?? []);
  if (objects.length === 0 && !owners) {
    throw refuse(
      'When retrieving results with Id field, a filter on a reified column is required, such as EntityDefinitionId or DurableId.'
    );
  }
  const make = rowsOf[definition.name];
  const rows = found.flatMap((object) => [...object.fields.values()].flatMap((field) => make?.(object, field) ?? []));
  const columns = [...definition.fields.values()].filter(isStored).map(({ name }) => {
    return `json_extract(value, '$.${name}') AS "${name}"`;
  });
  return `(SELECT ${columns.join(', ')} FROM json_each(${context.param(JSON.stringify(rows))}))`;
}

/** The objects that comparisons of the query name, undefined for each name of none. */
function named(context: TranslationContext, where: SoqlCondition | undefined): (ObjectModel | undefined)[] {
  return pathsOf(where).flatMap((path) => {
    const values = () => filterValues(context, where, path);
    const byName = (name: string) => context.schema.object(name.split('.')[0] ?? '');
    if (/(^|\.)(EntityDefinitionId|FieldDefinitionId|EntityParticleId|DurableId)$/i.test(path))
      return values().map(byName);
    const attribute = /(?:^|\.)EntityDefinition\.(\w+)$/i.exec(path)?.[1]?.toLowerCase();
    if (attribute === undefined) return [];
    if (attribute === 'qualifiedapiname') return values().map(byName);
    const all = [...context.schema.objects()];
    return values().flatMap((value) => all.filter((object) => described(object, attribute) === value.toLowerCase()));
  });
}

function described(object: ObjectModel, attribute: string): string | undefined {
  switch (attribute) {
    case 'developername':
      return nameParts(object.name).DeveloperName.toLowerCase();
    case 'label':
    case 'masterlabel':
      return object.label.toLowerCase();
    case 'keyprefix':
      return object.keyPrefix.toLowerCase();
    default:
      return undefined;
  }
}
