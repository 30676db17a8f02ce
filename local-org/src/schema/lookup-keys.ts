import type { FieldModel, ObjectModel } from './model.js';
import { isDocumentedLookup } from './standard/id-lookups.js';

/**
 * Whether a record may be named by the field in place of its id: in upsert, as a parent, in the addresses of the REST API. Describe
 * calls it `idLookup`. Custom objects and settings have it in their names (Object Reference, "Custom Object__c").
 */
export const isLookupKey = (object: ObjectModel, field: FieldModel): boolean =>
  field.type === 'id' ||
  field.externalId ||
  field.unique ||
  ((object.kind === 'custom' || object.kind === 'customSetting') && field.name === object.nameField) ||
  isDocumentedLookup(object.name, field.name);
