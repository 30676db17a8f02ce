import { lockMessage } from '../../data/lock.js';
import { ApexThrow } from '../../kernel/exception.js';
import type { ApexErrorBody, UiApiErrorBody, UiApiRecordError } from '../../lightning/protocol.js';
import type { AuraDetail } from '../../platform/exception.js';
import {
  exceptionText,
  exceptionTypeName,
  type DmlExceptionDetail,
  type DmlFailure
} from '../../runtime/exceptions.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import { JsonMismatch } from '../json/from-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { HttpError, json } from './route.js';

/** Status and code of an error that is no Apex exception. */
function plain(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof HttpError) return { status: error.status, code: error.code, message: error.message };
  if (error instanceof JsonMismatch) return { status: 400, code: 'JSON_PARSER_ERROR', message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, code: 'UNKNOWN_EXCEPTION', message: `The local org failed: ${message}` };
}

const dmlRows = (error: ApexThrow): readonly DmlFailure[] =>
  (error.exception.detail as Partial<DmlExceptionDetail> | undefined)?.dml ?? [];

/** An error of a call from a Lightning component. https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
export function auraFailure(error: unknown): HttpResult {
  if (!(error instanceof ApexThrow)) {
    const { status, message } = plain(error);
    return json(status, { message } satisfies ApexErrorBody);
  }
  const { exception } = error;
  const type = exceptionTypeName(exception.type);
  const aura = exception.detail as Partial<AuraDetail> | undefined;
  if (aura && 'auraMessage' in aura) {
    const body: ApexErrorBody = {
      message: aura.auraMessage ?? 'Script-thrown exception',
      exceptionType: 'System.AuraHandledException',
      isUserDefinedException: false,
      stackTrace: ''
    };
    return json(500, body);
  }
  const rows = dmlRows(error);
  const body: ApexErrorBody = {
    message: exception.message ?? 'Script-thrown exception',
    exceptionType: type,
    isUserDefinedException: exception.type.kind === 'class',
    stackTrace: stackTraceText(exception),
    ...(rows.length > 0 ? dmlErrors(rows) : {})
  };
  return json(500, body);
}

function dmlErrors(rows: readonly DmlFailure[]): Pick<ApexErrorBody, 'pageErrors' | 'fieldErrors'> {
  const pageErrors: { statusCode: string; message: string }[] = [];
  const fieldErrors: Record<string, { statusCode: string; message: string }[]> = {};
  for (const error of rows.flatMap((row) => row.errors)) {
    const one = { statusCode: error.code, message: error.message };
    if (error.fields.length === 0) pageErrors.push(one);
    for (const field of error.fields) (fieldErrors[field] ??= []).push(one);
  }
  return { pageErrors, fieldErrors };
}

/** An error of the REST API: a list of `{message, errorCode, fields}`. */
export function restFailure(error: unknown): HttpResult {
  if (!(error instanceof ApexThrow)) {
    const { status, code, message } = plain(error);
    const fields = error instanceof HttpError ? error.fields : undefined;
    return json(status, [{ message, errorCode: code, ...(fields && { fields }) }]);
  }
  const rows = dmlRows(error);
  if (rows.length > 0) {
    return json(
      400,
      rows.flatMap((row) =>
        row.errors.map((one) => ({ message: one.message, errorCode: one.code, fields: [...one.fields] }))
      )
    );
  }
  const type = exceptionTypeName(error.exception.type);
  const message = error.exception.message ?? '';
  if (type === 'System.QueryException') return json(400, [{ message, errorCode: queryErrorCode(message) }]);
  if (type === 'System.SearchException') return json(400, [{ message, errorCode: 'MALFORMED_SEARCH' }]);
  const hidden = /^Access to entity '(\w+)' denied$/.exec(message)?.[1];
  // To an API client an object that the user may not see does not exist.
  if (hidden) return json(400, [{ message: `sObject type '${hidden}' is not supported.`, errorCode: 'INVALID_TYPE' }]);
  return json(500, [
    {
      message: [exceptionText(error.exception), stackTraceText(error.exception)]
        .filter((text) => text !== '')
        .join('\n\n'),
      errorCode: 'APEX_ERROR'
    }
  ]);
}

function queryErrorCode(message: string): string {
  if (message === lockMessage) return 'UNABLE_TO_LOCK_ROW';
  if (/sObject type .* is not supported/.test(message)) return 'INVALID_TYPE';
  if (
    /No such column|Didn't understand relationship|duplicate field selected|can not be filtered|value of filter criterion/.test(
      message
    )
  )
    return 'INVALID_FIELD';
  if (/invalid ID field|invalid operator on/.test(message)) return 'INVALID_QUERY_FILTER_OPERATOR';
  if (/Maximum SOQL offset/.test(message)) return 'NUMBER_OUTSIDE_VALID_RANGE';
  return 'MALFORMED_QUERY';
}

/** An error of the UI API, in the shape that reduceErrors of lwc-recipes reads. */
export function uiApiFailure(error: unknown): HttpResult {
  if (!(error instanceof ApexThrow)) {
    const { status, code, message } = plain(error);
    return json(status, { message, statusCode: status, errorCode: code } satisfies UiApiErrorBody);
  }
  const rows = dmlRows(error);
  if (rows.length === 0) {
    const message = error.exception.message ?? '';
    const body: UiApiErrorBody = { message, statusCode: 400, errorCode: exceptionTypeName(error.exception.type) };
    return json(400, body);
  }
  const errors: UiApiRecordError[] = [];
  const fieldErrors: Record<string, UiApiRecordError[]> = {};
  for (const one of rows.flatMap((row) => row.errors)) {
    const field = one.fields[0] ?? null;
    const entry: UiApiRecordError = { errorCode: one.code, message: one.message, field, fieldLabel: field };
    if (field === null) errors.push(entry);
    else (fieldErrors[field] ??= []).push(entry);
  }
  const body: UiApiErrorBody = {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: 400,
    enhancedErrorType: 'RecordError',
    output: { errors, fieldErrors }
  };
  return json(400, body);
}
