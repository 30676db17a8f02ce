import { UI_API } from '../../protocol.js';
import type { ObjectInfoRepresentation, PicklistValues, PicklistValuesCollection } from '../../protocol/ui-api.ts';
import { get } from './http.ts';
import { QueryStore, type Query } from './query-store.ts';

/** Metadata changes only when the server is started again. */
const lifetimeMs = Number.POSITIVE_INFINITY;
export const objectInfoStore = new QueryStore<ObjectInfoRepresentation>(lifetimeMs);
export const picklistStore = new QueryStore<PicklistValues>(lifetimeMs);
export const picklistCollectionStore = new QueryStore<PicklistValuesCollection>(lifetimeMs);

export function objectInfoQuery(object: string): Query<ObjectInfoRepresentation> {
  const path = `${UI_API}/object-info/${object}`;
  return { key: path, load: () => get<ObjectInfoRepresentation>(path) };
}

/** All picklists of an object. */
export function picklistCollectionQuery(object: string, recordTypeId: string): Query<PicklistValuesCollection> {
  const path = `${UI_API}/object-info/${object}/picklist-values/${recordTypeId}`;
  return { key: path, load: () => get<PicklistValuesCollection>(path) };
}

export function picklistQuery(object: string, field: string, recordTypeId: string): Query<PicklistValues> {
  const path = `${UI_API}/object-info/${object}/picklist-values/${recordTypeId}/${field}`;
  return { key: path, load: () => get<PicklistValues>(path) };
}
