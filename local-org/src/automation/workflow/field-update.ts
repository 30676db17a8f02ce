import { Big } from 'bigdecimal.js';
import { evaluateOrNull } from '../../formula/evaluate.js';
import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { decimalOf } from '../../runtime/conversion.js';
import type { FieldModel } from '../../schema/model.js';
import { recordFormula } from '../record-formula.js';
import { uncounted } from '../records.js';
import { fieldValue, plainText } from '../values.js';
import type { FieldUpdateModel } from './model.js';

/** The new value that a field update gives a field; formulas see the record that is saved. */
export function updatedValue(
  tx: Transaction,
  update: FieldUpdateModel,
  field: FieldModel,
  record: SObjectValue,
  old: SObjectValue | null
): ApexValue {
  switch (update.operation) {
    case 'Formula':
      return update.formula
        ? computed(tx, field, evaluateOrNull(update.formula, recordFormula(tx, record, old)))
        : null;
    case 'Literal':
      return field.type === 'boolean'
        ? /^(true|1)$/i.test(update.literal ?? '')
        : fieldValue(tx, field, update.literal ?? null);
    case 'LookupValue':
      return update.lookup ? fieldValue(tx, field, looked(tx, update.lookup, record.object)) : null;
    case 'NextValue':
      return neighbour(tx, field, record, 1);
    case 'PreviousValue':
      return neighbour(tx, field, record, -1);
    default:
      return field.type === 'boolean' ? false : null;
  }
}

/** A fraction is a percentage a hundred times as large. */
function computed(tx: Transaction, field: FieldModel, value: ApexValue): ApexValue {
  const found = fieldValue(tx, field, value);
  return field.type === 'percent' ? (decimalOf(found)?.multiply(Big(100)) ?? null) : found;
}

/** The id of the user, queue or record type that is named. */
function looked(tx: Transaction, { value, type }: NonNullable<FieldUpdateModel['lookup']>, object: string): ApexValue {
  const from: Readonly<Record<string, string>> = {
    User: 'User WHERE Username = :value',
    Queue: "Group WHERE Type = 'Queue' AND DeveloperName = :value",
    RecordType: 'RecordType WHERE DeveloperName = :value AND SobjectType = :object'
  };
  const [row] = uncounted(tx, `SELECT Id FROM ${from[type] ?? from['User']} LIMIT 1`, { value, object });
  return row?.fields.get('Id') ?? null;
}

/** The value after or before the present one in the picklist; the ends stay. */
function neighbour(tx: Transaction, field: FieldModel, record: SObjectValue, step: 1 | -1): ApexValue {
  const values = (field.picklist ?? []).filter(({ active }) => active).map(({ value }) => value);
  const present = plainText(tx, record.fields.get(field.name) ?? null);
  const at = values.indexOf(present ?? '');
  return values[at + step] ?? present;
}
