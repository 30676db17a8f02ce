import { ApexList, ApexMap, ApexSet, keyOf } from '../kernel/collections.js';
import { ApexException } from '../kernel/exception.js';
import type { ApexValue } from '../kernel/object.js';
import { setOf, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import {
  type DmlExceptionDetail,
  type DmlFailure,
  exceptionTypeName,
  type InaccessibleFields,
  listException,
  noMessage
} from '../runtime/exceptions.js';
import { exceptionLine, stackTraceText } from '../runtime/stack-trace.js';
import { mapPut } from '../runtime/iteration.js';
import { platformClass, type PlatformClass, type PlatformClassSource } from './define.js';
import { enumConstant, platformEnumValue } from './enums.js';
import type { SObjectFieldToken } from './schema/tokens.js';
import { fieldToken } from './schema/tokens.js';

/** The root of all exceptions; its methods are those of every exception. */
export const exceptionClass = platformClass({
  name: 'System.Exception',
  extensible: true,
  members: {
    'String getMessage()': (_tx, self: ApexException) => self.message ?? noMessage,
    'Exception getCause()': (_tx, self: ApexException) => self.cause,
    'String getTypeName()': (_tx, self: ApexException) => exceptionTypeName(self.type),
    'Integer getLineNumber()': (_tx, self: ApexException) => exceptionLine(self),
    'String getStackTraceString()': (_tx, self: ApexException) => stackTraceText(self),
    'void setMessage(String message)': (_tx, self: ApexException, message: string | null) => {
      self.message = message;
    },
    'void initCause(Exception cause)': (_tx, self: ApexException, cause: ApexException | null) => {
      self.cause = cause;
    }
  }
});

const make = (name: string, message: string | null, cause: ApexException | null = null): ApexException =>
  new ApexException({ kind: 'platform', name, args: [] }, message, cause);

/** The four constructors that exceptions have; without a message the text is `Script-thrown exception`. */
function constructors(name: string): PlatformClassSource['members'] {
  return {
    [`${name}()`]: () => make(name, noMessage),
    [`${name}(String message)`]: (_tx, message: string | null) => make(name, message),
    [`${name}(Exception cause)`]: (_tx, cause: ApexException | null) => make(name, noMessage, cause),
    [`${name}(String message, Exception cause)`]: (_tx, message: string | null, cause: ApexException | null) =>
      make(name, message, cause)
  };
}

const failures = (exception: ApexException): readonly DmlFailure[] =>
  (exception.detail as DmlExceptionDetail | undefined)?.dml ?? [];

function failure(exception: ApexException, index: number | null): DmlFailure {
  const found = failures(exception)[required(index, 1)];
  if (!found) throw listException(`List index out of bounds: ${index}`);
  return found;
}

/** Row methods of DmlException and EmailException: `index` counts the failed rows, not the rows of the statement. */
const dmlMembers: PlatformClassSource['members'] = {
  'Integer getNumDml()': (_tx, self: ApexException) => failures(self).length,
  'Integer getDmlIndex(Integer index)': (_tx, self: ApexException, index: number | null) => failure(self, index).index,
  'String getDmlId(Integer index)': (_tx, self: ApexException, index: number | null) =>
    failure(self, index).id?.value ?? null,
  'String getDmlMessage(Integer index)': (_tx, self: ApexException, index: number | null) =>
    failure(self, index).errors[0]?.message ?? null,
  'String getDmlStatusCode(Integer index)': (_tx, self: ApexException, index: number | null) =>
    failure(self, index).errors[0]?.code ?? null,
  'StatusCode getDmlType(Integer index)': (_tx, self: ApexException, index: number | null) =>
    platformEnumValue('StatusCode', failure(self, index).errors[0]?.code ?? '') ??
    enumConstant('StatusCode', 'UNKNOWN_EXCEPTION'),
  'List<String> getDmlFieldNames(Integer index)': (_tx, self: ApexException, index: number | null) =>
    new ApexList(T.String, [...(failure(self, index).errors[0]?.fields ?? [])]),
  'List<SObjectField> getDmlFields(Integer index)': (_tx, self: ApexException, index: number | null) => {
    const row = failure(self, index);
    const object = row.object ?? '';
    const fields = row.errors[0]?.fields ?? [];
    return new ApexList<SObjectFieldToken>(
      { kind: 'platform', name: 'SObjectField', args: [] },
      fields.map((field) => fieldToken(object, field))
    );
  }
};

const queryMembers: PlatformClassSource['members'] = {
  'Map<String,Set<String>> getInaccessibleFields()': (_tx, self: ApexException) => {
    const detail = self.detail as InaccessibleFields | undefined;
    const map = new ApexMap<string, ApexSet>(T.String, setOf(T.String));
    for (const [object, fields] of detail?.inaccessible ?? []) {
      const set = new ApexSet<ApexValue>(T.String);
      for (const field of fields) set.entries.set(keyOf(field), field);
      mapPut(map, object, object, set);
    }
    return map;
  }
};

/** Names of the platform's exceptions that add no method of their own. */
const plain = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'DataWeaveScriptException',
  'DuplicateMessageException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'FormulaEvaluationException',
  'FormulaValidationException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'JSONException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'ProcedureException',
  'RequiredFeatureMissing',
  'RequiredFeatureMissingException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException'
];

/** An exception class with the constructors of all, and what it has beyond them. */
export const exceptionOf = (name: string, members: PlatformClassSource['members'] = {}): PlatformClass =>
  platformClass({
    name: name.includes('.') ? name : `System.${name}`,
    extends: 'Exception',
    extensible: false,
    members: { ...constructors(name), ...members }
  });

/** The code of an error of Connect in REST, as `NOT_FOUND`; exceptions that Apex makes have none. */
export interface ErrorCode {
  readonly errorCode: string;
}

/** What an AuraHandledException tells the browser; its getMessage answers `Script-thrown exception` to Apex instead. */
export interface AuraDetail {
  readonly auraMessage: string | null;
}

const auraHandledException = platformClass({
  name: 'System.AuraHandledException',
  extends: 'Exception',
  members: {
    'AuraHandledException(String message)': (_tx, message: string | null) => {
      const exception = make('AuraHandledException', noMessage);
      exception.detail = { auraMessage: message } satisfies AuraDetail;
      return exception;
    },
    'void setMessage(String message)': (_tx, self: ApexException, message: string | null) => {
      self.message = message;
      self.detail = { auraMessage: message } satisfies AuraDetail;
    }
  }
});

/** All exception classes, Exception first. */
export const exceptionClasses: readonly PlatformClass[] = [
  exceptionClass,
  ...plain.map((name) => exceptionOf(name)),
  exceptionOf('DmlException', dmlMembers),
  exceptionOf('EmailException', dmlMembers),
  exceptionOf('QueryException', queryMembers),
  exceptionOf('SearchException', queryMembers),
  exceptionOf('EventBus.RetryableException'),
  exceptionOf('EventBus.InvalidReplayIdException'),
  exceptionOf('ConnectApi.ConnectApiException', {
    'String getErrorCode()': (_tx, self: ApexException) => (self.detail as ErrorCode | undefined)?.errorCode ?? null
  }),
  auraHandledException
];
