import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel } from '../../schema/model.js';
import { sobjectException } from '../../runtime/exceptions.js';
import type { SObjectFieldToken } from './tokens.js';

/** The field that a dynamic name means on a record; names ignore case. */
export function fieldByName(tx: Transaction, record: SObjectValue, name: string): FieldModel {
  const field = tx.org.schema.field(record.object, name.trim());
  if (!field) throw sobjectException(`Invalid field ${name} for ${record.object}`);
  return field;
}

/** The field of a token, which must belong to the record's object. */
export function fieldByToken(tx: Transaction, record: SObjectValue, token: SObjectFieldToken): FieldModel {
  const field = token.object === record.object ? tx.org.schema.field(record.object, token.field) : undefined;
  if (!field) {
    throw sobjectException(`${token.object}.${token.field} does not belong to SObject type ${record.object}`);
  }
  return field;
}
