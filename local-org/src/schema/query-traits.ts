import type { FieldModel, FieldType } from './model.js';

const unfilterable = new Set<FieldType>([
  'longtextarea',
  'richtextarea',
  'base64',
  'encryptedstring',
  'junctionidlist'
]);
const unsortable = new Set<FieldType>([...unfilterable, 'address', 'location', 'multipicklist']);
const ungroupable = new Set<FieldType>([
  ...unsortable,
  'autonumber',
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'anyType'
]);

type Traits = Pick<FieldModel, 'type' | 'length'>;

/** Standard objects have long texts under the type of short ones: `Account.Description` has 32,000 characters, `Product2.Description` 4,000. */
const isLong = ({ type, length }: Traits): boolean => type === 'textarea' && (length ?? 0) > 4000;

/** False for fields that WHERE may not name: `field 'Description' can not be filtered in a query call`. */
export const isFilterable = (field: Traits): boolean => !unfilterable.has(field.type) && !isLong(field);

/** False for fields that ORDER BY may not name. */
export const isSortable = (field: Traits): boolean => !unsortable.has(field.type) && !isLong(field);

/**
 * False for fields that GROUP BY may not name. Of formulas only those of type Checkbox and Date may be grouped; roll-ups never:
 * https://salesforce.stackexchange.com/questions/235528/what-types-of-fields-are-groupable-in-a-soql-group-by-clause
 */
export function isGroupable(field: FieldModel): boolean {
  if (field.formula !== undefined) return field.type === 'boolean' || field.type === 'date';
  return (
    field.summary === undefined &&
    !ungroupable.has(field.type) &&
    !(field.type === 'textarea' && (field.length ?? 0) > 255)
  );
}
