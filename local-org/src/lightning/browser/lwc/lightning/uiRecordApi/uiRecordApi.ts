/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record */
import type { FieldValue, RecordRepresentation } from '../../../../protocol/ui-api.ts';
import type { FetchFailure } from '../../../services/http.ts';
import { QueryStore, type Query } from '../../../services/query-store.ts';
import { recordQuery, recordsChanged, recordStore } from '../../../services/records.ts';
import { storeAdapter } from '../../../services/wire.ts';

export { createRecord, deleteRecord, updateRecord } from '../../../services/records.ts';

type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

const nameOf = (field: FieldReference) =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
const namesOf = (fields: unknown) =>
  fields === undefined ? [] : [fields as FieldReference | FieldReference[]].flat().map(nameOf);

/** Wires a record: `recordId` with `fields`, `optionalFields`, or `layoutTypes` for all fields of the layout. */
export const getRecord = storeAdapter(recordStore, ({ recordId, fields, optionalFields, layoutTypes }) => {
  const wanted = { fields: namesOf(fields), optionalFields: namesOf(optionalFields) };
  const asks = wanted.fields.length + wanted.optionalFields.length > 0 || layoutTypes !== undefined;
  return typeof recordId === 'string' && recordId !== '' && asks ? recordQuery(recordId, wanted) : undefined;
});

interface RecordsConfig {
  readonly recordIds: readonly string[];
  readonly fields?: unknown;
  readonly optionalFields?: unknown;
}

interface BatchResults {
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

const batches = new QueryStore<BatchResults>(0);

/** Wires several records, each with its own outcome. */
export const getRecords = storeAdapter(batches, ({ records }) => {
  const groups = records as readonly RecordsConfig[] | undefined;
  if (!groups || groups.some(({ recordIds }) => recordIds === undefined)) return undefined;
  const queries = groups.flatMap(({ recordIds, fields, optionalFields }) =>
    recordIds.map((id) => recordQuery(id, { fields: namesOf(fields), optionalFields: namesOf(optionalFields) }))
  );
  const load = async () => ({ results: await Promise.all(queries.map(outcome)) });
  return { key: queries.map(({ key }) => key).join(' '), load };
});

async function outcome(query: Query<RecordRepresentation>): Promise<BatchResults['results'][number]> {
  try {
    return { statusCode: 200, result: await recordStore.read(query) };
  } catch (error) {
    const { status, body } = error as FetchFailure;
    return { statusCode: status, result: body };
  }
}

/** The value of a field, also across parents (`Order.Account.Name`); undefined when the record does not hold it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  return fieldOf(record, field)?.value;
}

/** The text of a field as the user should see it; null where the value is its own text. */
export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  return fieldOf(record, field)?.displayValue;
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldReference): FieldValue | undefined {
  const [, ...path] = nameOf(field).split('.');
  let holder: RecordRepresentation | null | undefined = record;
  for (const [index, name] of path.entries()) {
    const found: FieldValue | undefined = holder?.fields[name];
    if (index === path.length - 1) return found;
    holder = found?.value as RecordRepresentation | null | undefined;
  }
  return undefined;
}

/** Tells the page that something else (Apex, mostly) changed these records. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await recordsChanged(records.map(({ recordId }) => recordId));
}

/** The older form of notifyRecordUpdateAvailable. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}
