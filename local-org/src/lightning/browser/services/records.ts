import { UI_API } from '../../protocol.js';
import type { RecordInput, RecordRepresentation } from '../../protocol/ui-api.ts';
import { get, request } from './http.ts';
import { QueryStore, type Query } from './query-store.ts';

/** Records live 30 seconds, as in Lightning Data Service. */
export const recordStore = new QueryStore<RecordRepresentation>(30_000);
const changes = new EventTarget();

export interface RecordFields {
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
}

/** The query of a record with fields named `Object.Field`. */
export function recordQuery(recordId: string, wanted: RecordFields): Query<RecordRepresentation> {
  const parameters = new URLSearchParams();
  const { fields = [], optionalFields = [] } = wanted;
  if (fields.length > 0) parameters.set('fields', [...fields].sort().join(','));
  if (optionalFields.length > 0) parameters.set('optionalFields', [...optionalFields].sort().join(','));
  if (parameters.size === 0) {
    parameters.set('layoutTypes', 'Full');
    parameters.set('modes', 'View');
  }
  const path = `${UI_API}/records/${recordId}?${parameters}`;
  return { key: path, load: () => get<RecordRepresentation>(path) };
}

/** Creates a record and tells who listens. Throws a FetchFailure with the UI API's error body. */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = await request<RecordRepresentation>('POST', `${UI_API}/records`, input);
  announce([record.id]);
  return record;
}

/** Changes a record; the id is a field of the input, as in lightning/uiRecordApi. Throws a FetchFailure. */
export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  if (typeof id !== 'string') throw new Error('updateRecord needs the field Id.');
  const record = await request<RecordRepresentation>('PATCH', `${UI_API}/records/${id}`, { fields });
  await recordsChanged([id]);
  return record;
}

/** Deletes a record. Throws a FetchFailure. */
export async function deleteRecord(recordId: string): Promise<void> {
  await request('DELETE', `${UI_API}/records/${recordId}`);
  announce([recordId]);
}

/** Reads records again that something outside changed, and tells who listens. */
export async function recordsChanged(recordIds: readonly string[]): Promise<void> {
  await recordStore.invalidate((key) => recordIds.some((id) => key.includes(`/records/${id.slice(0, 15)}`)));
  announce(recordIds);
}

/** Calls back after any record was created, changed or deleted here. Returns the function that ends it. */
export function onRecordsChanged(callback: (recordIds: readonly string[]) => void): () => void {
  const listener = (event: Event) => callback((event as CustomEvent<readonly string[]>).detail);
  changes.addEventListener('change', listener);
  return () => changes.removeEventListener('change', listener);
}

function announce(recordIds: readonly string[]): void {
  changes.dispatchEvent(new CustomEvent('change', { detail: recordIds }));
}
