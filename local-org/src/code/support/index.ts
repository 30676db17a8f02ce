import type { AccessMode, Transaction } from '../../kernel/services.js';
import { describeObject } from '../../platform/schema/describe-object.js';
import { describeField } from '../../platform/schema/describe-field.js';
import { fieldSetOf } from '../../platform/schema/field-set.js';
import { addError } from '../../platform/sobject-errors.js';
import { fieldToken, sobjectTypeToken } from '../../platform/schema/tokens.js';
import { typeToken } from '../../platform/type-token.js';
import type { PlatformLibrary } from '../../platform/library.js';
import * as detail from '../../runtime/detail-log.js';
import * as operations from '../../runtime/operations.js';
import type { UncompiledCode } from '../uncompiled.js';
import * as control from './control.js';
import * as data from './data.js';
import * as values from './values.js';

export interface SupportParts {
  readonly library: PlatformLibrary;
  readonly frameClass: control.FrameClass;
  /** Line counters of a unit. */
  readonly coverage: (unit: string) => Uint32Array;
  readonly uncompiled: (unit: string) => UncompiledCode;
}

/** The object that scripts take their support functions from, by name. */
export function createSupport(parts: SupportParts): object {
  return {
    ...operations,
    ...values,
    ...data,
    ...control,
    ...detail,
    typeToken,
    addFieldError: addError,
    sobjectToken: sobjectTypeToken,
    fieldToken,
    describe: (_tx: Transaction, object: string) => describeObject(object),
    describeField: (_tx: Transaction, object: string, field: string) => describeField(object, field),
    fieldSet: fieldSetOf,
    platformEnum: (name: string, constant: string) => {
      const value = parts.library.enumValue(name, constant);
      if (!value) throw new Error(`The library has no enum constant ${name}.${constant}`);
      return value;
    },
    triggerAccess: (tx: Transaction, mode: AccessMode['mode']): AccessMode => ({
      mode,
      sharing: control.triggerSharing(tx)
    }),
    inheritedAccess: (tx: Transaction, mode: AccessMode['mode']): AccessMode => ({
      mode,
      sharing: control.callerSharing(tx, parts.frameClass)
    }),
    coverage: parts.coverage,
    notCompiled: (unit: string) => {
      throw parts.uncompiled(unit);
    }
  };
}
