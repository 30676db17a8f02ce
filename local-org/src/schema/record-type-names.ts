import { ApexId } from '../kernel/scalars.js';
import type { FieldModel, ObjectModel } from './model.js';

/**
 * The id of the record type that filters and criteria write as a name where they compare `RecordTypeId`; undefined for other fields and
 * for names that the object does not have. Files write the label, a few the developer name.
 */
export function namedRecordType(
  object: ObjectModel | undefined,
  field: FieldModel | undefined,
  name: string
): ApexId | undefined {
  if (field?.name !== 'RecordTypeId') return undefined;
  const wanted = name.toLowerCase();
  const type =
    object?.recordTypes.find(({ label }) => label.toLowerCase() === wanted) ??
    object?.recordTypes.find(({ developerName }) => developerName.toLowerCase() === wanted);
  return type && ApexId.parse(type.id);
}
