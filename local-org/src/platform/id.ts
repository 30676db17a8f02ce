import type { ApexValue } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { idFromString } from '../runtime/conversion.js';
import { sameValue } from '../runtime/equality.js';
import { sobjectException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { platformClass } from './define.js';
import { sobjectTypeToken, type SObjectTypeToken } from './schema/tokens.js';

/** The object that an id's key prefix names; refused when no object has it. */
export function sobjectTypeOfId(tx: Transaction, id: ApexId): SObjectTypeToken {
  const model = tx.org.schema.objectByPrefix(id.value.slice(0, 3));
  if (!model) throw sobjectException(`Unable to determine the SObject type of the ID ${id.value}`);
  // Objects of several kinds share these prefixes (seen in public code).
  if (/^(CaseComment|IdeaComment|\w+History)$/.test(model.name) && !model.name.endsWith('__History'))
    throw sobjectException(`Cannot locate Apex Type for ID: ${id.value}`);
  return sobjectTypeToken(model.name);
}

export const idClass = platformClass({
  name: 'System.Id',
  members: {
    'static Id valueOf(String toId)': (_tx, text: string | null) => idFromString(required(text, 1)),
    // Repairs the case of a 15-character id from its three check characters: here they are computed, so nothing is to be repaired.
    'static Id valueOf(String str, Boolean restoreCasing)': (_tx, text: string | null) =>
      idFromString(required(text, 1)),
    'void addError(String errorMsg)': { unsupported: 'addError on an Id value; use addError on the record' },
    'Boolean equals(Object other)': (tx, self: ApexId, other: ApexValue) => sameValue(tx, self, other),
    'SObjectType getSObjectType()': (tx, self: ApexId) => sobjectTypeOfId(tx, self),
    'Integer hashCode()': (tx, self: ApexId) => hashOf(tx, self),
    'String to15()': (_tx, self: ApexId) => self.value.slice(0, 15),
    'String toString()': (_tx, self: ApexId) => self.value
  }
});
