import { ApexException, ApexThrow } from '../kernel/exception.js';
import type { ApexId } from '../kernel/scalars.js';
import { fullTypeName, type ApexType } from '../kernel/types.js';
import type { DmlError } from '../kernel/services.js';

/** The message of an exception that was constructed without one: what `new MyException().getMessage()` answers. */
export const noMessage = 'Script-thrown exception';

const platformException = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Any platform exception by its name without `System.`, e.g. `apexException('EmailException', 'Send failed.')`. */
export function apexException(name: string, message: string, cause: ApexException | null = null): ApexThrow {
  return new ApexThrow(new ApexException(platformException(name), message, cause));
}

/** Like `apexException`, but no Apex code can catch it (governor limits, failed assertions). */
function fatal(name: string, message: string): ApexThrow {
  return new ApexThrow(new ApexException(platformException(name), message), true);
}

export const nullPointer = (message = 'Attempt to de-reference a null object'): ApexThrow =>
  apexException('NullPointerException', message);
export const typeException = (message: string): ApexThrow => apexException('TypeException', message);
export const listException = (message: string): ApexThrow => apexException('ListException', message);
export const mathException = (message: string): ApexThrow => apexException('MathException', message);
export const stringException = (message: string): ApexThrow => apexException('StringException', message);
export const sobjectException = (message: string): ApexThrow => apexException('SObjectException', message);
export const jsonException = (message: string): ApexThrow => apexException('JSONException', message);
export const calloutException = (message: string): ApexThrow => apexException('CalloutException', message);
export const asyncException = (message: string): ApexThrow => apexException('AsyncException', message);
export const securityException = (message: string): ApexThrow => apexException('SecurityException', message);
export const noAccessException = (message: string): ApexThrow => apexException('NoAccessException', message);
export const handledException = (message: string): ApexThrow => apexException('HandledException', message);
export const invalidParameter = (message: string): ApexThrow =>
  apexException('InvalidParameterValueException', message);
export const illegalArgument = (message: string): ApexThrow => apexException('IllegalArgumentException', message);
export const unexpectedException = (message: string): ApexThrow => apexException('UnexpectedException', message);
export const noSuchElement = (message: string): ApexThrow => apexException('NoSuchElementException', message);
export const finalException = (message: string): ApexThrow => apexException('FinalException', message);
export const duplicateMessage = (message: string): ApexThrow => apexException('DuplicateMessageException', message);

/** `Too many SOQL queries: 101` and its like; ends the transaction. */
export const limitException = (message: string): ApexThrow => fatal('LimitException', message);
/** A failed System.assert or Assert.*; not catchable since API 20 on the platform. */
export const assertException = (message: string): ApexThrow => fatal('AssertException', message);

/** What getInaccessibleFields of a QueryException answers: object name → field names. */
export interface InaccessibleFields {
  readonly inaccessible: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A QueryException; pass `inaccessible` when user mode refused fields or objects. */
export function queryException(message: string, inaccessible?: InaccessibleFields['inaccessible']): ApexThrow {
  const thrown = apexException('QueryException', message);
  if (inaccessible) thrown.exception.detail = { inaccessible } satisfies InaccessibleFields;
  return thrown;
}

/** One failed record of a DML statement. `index` is its place in the list that was passed to DML. */
export interface DmlFailure {
  readonly index: number;
  readonly id: ApexId | null;
  /** API name of the record's object, for getDmlFields. */
  readonly object?: string;
  readonly errors: readonly DmlError[];
}

/** What a DmlException carries for getDmlMessage and its like: one entry a failed record, with its first error. */
export interface DmlExceptionDetail {
  readonly dml: readonly DmlFailure[];
}

const dmlVerbs = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge',
  convertLead: 'ConvertLead'
} as const;

/**
 * The System.DmlException of an all-or-none statement. `failures` holds the failed records only, in order.
 * Text as on the platform: `Insert failed. First exception on row 0; first error: CODE, message: [Field]`.
 */
export function dmlException(operation: keyof typeof dmlVerbs, failures: readonly DmlFailure[]): ApexThrow {
  const first = failures[0];
  const error = first?.errors[0];
  const withId = first?.id ? ` with id ${first.id.value}` : '';
  const message =
    `${dmlVerbs[operation]} failed. First exception on row ${first?.index ?? 0}${withId}; ` +
    `first error: ${error?.code ?? 'UNKNOWN_EXCEPTION'}, ${error?.message ?? ''}: [${(error?.fields ?? []).join(', ')}]`;
  const thrown = apexException('DmlException', message);
  thrown.exception.detail = { dml: failures } satisfies DmlExceptionDetail;
  return thrown;
}

/** The exception as `System.debug(e)` and a failed test show it: `System.MathException: Divide by 0`. */
export function exceptionText(exception: ApexException): string {
  return `${exceptionTypeName(exception.type)}: ${exception.message ?? noMessage}`;
}

/** getTypeName(): platform exceptions carry their namespace, project ones their (outer and) own name. */
export function exceptionTypeName(type: ApexType): string {
  if (type.kind !== 'platform') return type.kind === 'class' ? fullTypeName(type) : 'Exception';
  return type.name.includes('.') ? type.name : `System.${type.name}`;
}
