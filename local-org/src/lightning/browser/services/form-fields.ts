import type { UiApiErrorBody } from '../../protocol/ui-api.ts';
import type { ObjectInfoRepresentation, RecordRepresentation } from '../../protocol/ui-api.ts';
import { readableNames } from './fields.ts';
import { picklistsOf, type Picklists } from './form.ts';
import type { FetchFailure } from './http.ts';
import { objectInfoQuery, objectInfoStore } from './object-info.ts';
import { recordQuery, recordStore } from './records.ts';

/** The event by which lightning-input-field, lightning-output-field and lightning-messages join the form around them. */
export const JOIN_EVENT = 'privateformjoin';

export interface FormState {
  readonly info: ObjectInfoRepresentation;
  readonly picklists: Picklists;
  readonly record: RecordRepresentation | undefined;
}

/** What a member lets its form do. */
export interface FormMember {
  /** Undefined for lightning-messages. */
  readonly fieldName?: string;
  receive?(state: FormState): void;
  /** The value to send; undefined for members that send none. */
  value?(): unknown;
  /** False when the user must correct something. */
  validate?(): boolean;
  showErrors?(errors: FormErrors): void;
  reset?(): void;
}

export interface FormErrors {
  readonly message: string;
  /** Messages by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Joins the form around an element. */
export function joinForm(element: EventTarget, member: FormMember): void {
  element.dispatchEvent(new CustomEvent<FormMember>(JOIN_EVENT, { bubbles: true, detail: member }));
}

/** Field names of any spelling that forms accept: `Name`, `Account.Name`, `{ fieldApiName }`. */
export function fieldNameOf(field: unknown): string {
  const name =
    typeof field === 'string' ? field : ((field as { fieldApiName?: string } | undefined)?.fieldApiName ?? '');
  return name.split('.').at(-1) ?? '';
}

/** Object names of any spelling that forms accept: `Account`, `{ objectApiName }`. */
export function objectNameOf(object: unknown): string {
  return typeof object === 'string'
    ? object
    : ((object as { objectApiName?: string } | undefined)?.objectApiName ?? '');
}

/** Reads what a form shows: description, picklists and, with an id, the record with these fields. Throws a FetchFailure. */
export async function loadForm(
  object: string,
  recordId: string | undefined,
  fields: readonly string[]
): Promise<FormState> {
  const [info, picklists] = await Promise.all([objectInfoStore.read(objectInfoQuery(object)), picklistsOf(object)]);
  if (!recordId) return { info, picklists, record: undefined };
  const optionalFields = [...info.nameFields, ...fields].flatMap((field) => readableNames(info, field));
  return { info, picklists, record: await recordStore.read(recordQuery(recordId, { optionalFields })) };
}

/** The messages of a failed save, by field where the server says so. */
export function formErrors(failure: unknown): FormErrors {
  const body = (failure as Partial<FetchFailure>).body as Partial<UiApiErrorBody> | undefined;
  const fields = Object.entries(body?.output?.fieldErrors ?? {});
  const general = (body?.output?.errors ?? []).map(({ message }) => message).join(' ');
  return {
    message: general || body?.message || 'The record was not saved.',
    fields: Object.fromEntries(fields.map(([field, errors]) => [field, errors.map(({ message }) => message).join(' ')]))
  };
}
