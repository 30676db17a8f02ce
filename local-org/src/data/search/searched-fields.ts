import type { FieldModel, FieldType, ObjectModel, Schema } from '../../schema/model.js';
import type { SoslFields } from '../../soql/sosl-ast.js';

/** Standard objects that a search without RETURNING looks into, besides all custom ones. */
const searchedByDefault =
  'Account Asset Campaign Case Contact ContentDocument Contract Event Lead Opportunity Order Product2 Solution Task User'.split(
    ' '
  );

export function searchedObjects(schema: Schema): ObjectModel[] {
  const standard = searchedByDefault.flatMap((name) => schema.object(name) ?? []);
  return [...standard, ...[...schema.objects()].filter(({ kind }) => kind === 'custom')];
}

const texts = new Set<FieldType>([
  'string',
  'textarea',
  'longtextarea',
  'richtextarea',
  'picklist',
  'multipicklist',
  'email',
  'phone',
  'url',
  'combobox',
  'autonumber'
]);
const names = new Set(['Name', 'FirstName', 'MiddleName', 'LastName', 'Title', 'Subject', 'CaseNumber']);

/**
 * The stored fields that a search group reads.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_in.htm
 */
export function searchedFields(object: ObjectModel, group: SoslFields): FieldModel[] {
  const stored = [...object.fields.values()].filter(({ type, formula }) => texts.has(type) && formula === undefined);
  switch (group) {
    case 'email':
    case 'phone':
      return stored.filter(({ type }) => type === group);
    case 'name':
      return stored.filter(({ name }) => name === object.nameField || (names.has(name) && object.kind === 'standard'));
    default:
      return stored;
  }
}
