import { MASTER_RECORD_TYPE_ID } from '../../protocol.js';
import type { JsonValue } from '../../protocol/apex.ts';
import type { FieldSection } from '../../protocol/pages.ts';
import type { FieldRepresentation, ObjectInfoRepresentation, RecordRepresentation } from '../../protocol/ui-api.ts';
import { displayOf, fieldLabel } from './fields.ts';
import { picklistCollectionQuery, picklistCollectionStore } from './object-info.ts';

export interface FormOption {
  readonly label: string;
  readonly value: string;
}

/** One input of a form. */
export interface FormField {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: FieldRepresentation['dataType'];
  readonly required: boolean;
  readonly length: number;
  readonly scale: number;
  readonly help: string;
  readonly value: JsonValue;
  readonly options: readonly FormOption[];
  /** Objects that a look-up may point to. */
  readonly targets: readonly string[];
  /** Name of the record that a look-up points to now. */
  readonly parentName: string;
}

export interface FormSection {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** Picklist values by field, with the value of a new record; an object without picklists has none. */
export type Picklists = Readonly<
  Record<string, { readonly options: readonly FormOption[]; readonly defaultValue: string | null }>
>;

/** Values that a new record starts with; look-ups with the name of the record they point to. */
export type Preset = Readonly<Record<string, { readonly value: string; readonly text?: string }>>;

/** The active values of all picklist fields. Throws a FetchFailure. */
export async function picklistsOf(object: string): Promise<Picklists> {
  const query = picklistCollectionQuery(object, MASTER_RECORD_TYPE_ID);
  const { picklistFieldValues } = await picklistCollectionStore.read(query);
  return Object.fromEntries(
    Object.entries(picklistFieldValues).map(([field, { values, defaultValue }]) => [
      field,
      {
        options: values.map(({ label, value }) => ({ label, value })),
        defaultValue: defaultValue?.value ?? null
      }
    ])
  );
}

/**
 * The inputs of a form: the fields of the page that the user may write; for a new record also those that it cannot be without.
 */
export function formSections(
  info: ObjectInfoRepresentation,
  sections: readonly FieldSection[],
  picklists: Picklists,
  record: RecordRepresentation | undefined,
  preset: Preset
): readonly FormSection[] {
  const writable = (name: string) => {
    const field = info.fields[name];
    if (field === undefined || field.calculated) return false;
    // Whoever creates a record owns it.
    return record ? field.updateable : field.createable && name !== 'OwnerId';
  };
  const placed = sections.map(({ label, columns }) => ({ label, names: interleave(columns).filter(writable) }));
  const shown = new Set(placed.flatMap(({ names }) => names));
  const missing = record
    ? []
    : Object.values(info.fields)
        .filter(
          ({ apiName, required, dataType }) =>
            !shown.has(apiName) && (preset[apiName] !== undefined || (required && dataType !== 'Boolean'))
        )
        .map(({ apiName }) => apiName)
        .filter(writable);
  return [{ label: '', names: missing }, ...placed]
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }, index) => ({
      key: String(index),
      label,
      fields: names.map((name) => formField(info.fields[name] as FieldRepresentation, picklists, record, preset))
    }));
}

/** One input of a form: what is preset, else what the record holds. */
export function formField(
  field: FieldRepresentation,
  picklists: Picklists,
  record: RecordRepresentation | undefined,
  preset: Preset
): FormField {
  const held = record?.fields[field.apiName]?.value;
  const picklist = picklists[field.apiName];
  const start = preset[field.apiName]?.value ?? picklist?.defaultValue ?? null;
  const value = record ? (held !== null && typeof held === 'object' ? null : (held ?? null)) : start;
  const parent = record && field.reference ? displayOf(field, record, '') : undefined;
  return {
    apiName: field.apiName,
    label: fieldLabel(field),
    dataType: field.dataType,
    // A page always wants a name, although the database would take the id in its place.
    required: (field.required || field.nameField) && field.dataType !== 'Boolean',
    length: field.length,
    scale: field.scale,
    help: field.inlineHelpText ?? '',
    value,
    options: picklist?.options ?? [],
    targets: field.referenceToInfos.map(({ apiName }) => apiName),
    parentName:
      parent?.kind === 'link' || parent?.kind === 'text' ? String(parent.value) : (preset[field.apiName]?.text ?? '')
  };
}

/** What a form sends when nothing was typed: for a new record the values that it shows from the start. */
export function initialValues(sections: readonly FormSection[]): Record<string, JsonValue> {
  const fields = sections.flatMap((section) => section.fields);
  return Object.fromEntries(fields.filter(({ value }) => value !== null).map(({ apiName, value }) => [apiName, value]));
}

/** Reads columns row by row, so that the order of a two-column form equals the page's. */
function interleave(columns: readonly (readonly string[])[]): readonly string[] {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}

/** What an input gave, as the UI API wants it: null for nothing, numbers for numbers. */
export function toFieldValue(field: Pick<FormField, 'dataType'>, raw: unknown): JsonValue {
  if (typeof raw === 'boolean') return raw;
  if (Array.isArray(raw)) return raw.length === 0 ? null : raw.join(';');
  if (raw === '' || raw === undefined || raw === null) return null;
  return ['Currency', 'Double', 'Int', 'Percent'].includes(field.dataType) ? Number(raw) : String(raw);
}
