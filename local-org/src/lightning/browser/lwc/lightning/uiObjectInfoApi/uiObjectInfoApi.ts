/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-object-info */
import { MASTER_RECORD_TYPE_ID } from '../../../../protocol.js';
import {
  objectInfoQuery,
  objectInfoStore,
  picklistCollectionQuery,
  picklistCollectionStore,
  picklistQuery,
  picklistStore
} from '../../../services/object-info.ts';
import { storeAdapter } from '../../../services/wire.ts';

type ObjectReference = string | { readonly objectApiName: string };
type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

const objectName = (object: unknown) =>
  typeof object === 'string' ? object : (object as Exclude<ObjectReference, string> | undefined)?.objectApiName;

/** Wires the description of an object: labels, fields, child relationships, what the user may do. */
export const getObjectInfo = storeAdapter(objectInfoStore, ({ objectApiName }) => {
  const object = objectName(objectApiName);
  return object ? objectInfoQuery(object) : undefined;
});

/** Wires the values of one picklist field. */
export const getPicklistValues = storeAdapter(picklistStore, ({ recordTypeId, fieldApiName }) => {
  if (!fieldApiName || typeof recordTypeId !== 'string') return undefined;
  const reference = fieldApiName as FieldReference;
  const [object, ...path] = (
    typeof reference === 'string' ? reference : `${reference.objectApiName}.${reference.fieldApiName}`
  ).split('.');
  return object ? picklistQuery(object, path.join('.'), recordTypeId || MASTER_RECORD_TYPE_ID) : undefined;
});

/** Wires the values of all picklist fields of an object. */
export const getPicklistValuesByRecordType = storeAdapter(
  picklistCollectionStore,
  ({ objectApiName, recordTypeId }) => {
    const object = objectName(objectApiName);
    return object && typeof recordTypeId === 'string' ? picklistCollectionQuery(object, recordTypeId) : undefined;
  }
);
