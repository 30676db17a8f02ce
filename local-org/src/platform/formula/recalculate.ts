import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { sobjectException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { withProperties } from '../schema/described-properties.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** System.FormulaRecalcFieldError */
class FieldError extends ApexObject {
  readonly field: string;
  readonly message: string;
  constructor(field: string, message: string) {
    super();
    this.field = field;
    this.message = message;
  }
  override apexType(): ApexType {
    return named('FormulaRecalcFieldError');
  }
}

/** System.FormulaRecalcResult: what became of one record. */
class RecalcResult extends ApexObject {
  readonly record: SObjectValue;
  readonly errors: readonly FieldError[];
  constructor(record: SObjectValue, errors: readonly FieldError[]) {
    super();
    this.record = record;
    this.errors = errors;
  }
  override apexType(): ApexType {
    return named('FormulaRecalcResult');
  }
}

/** SObject.recalculateFormulas: the record's formula fields from what it holds now. */
export function recalculate(tx: Transaction, record: SObjectValue): void {
  const [errors] = tx.data.recalculateFormulas(tx, [record]);
  const [first] = errors ?? [];
  if (first) throw sobjectException(`Field ${first.field} could not be recalculated: ${first.message}`);
}

/** Formula.recalculateFormulas: the same for a list, with a result a record. */
export function recalculateAll(tx: Transaction, records: ApexList<SObjectValue> | null): ApexList<RecalcResult> {
  const { items } = required(records, 1);
  const errors = tx.data.recalculateFormulas(tx, items);
  const results = items.map(
    (record, i) =>
      new RecalcResult(
        record,
        (errors[i] ?? []).map(({ field, message }) => new FieldError(field, message))
      )
  );
  return new ApexList(named('FormulaRecalcResult'), results);
}

export const recalculationClasses = [
  platformClass({
    name: 'System.FormulaRecalcFieldError',
    members: withProperties({
      'String getFieldError()': (_tx, self: FieldError) => self.message,
      'String getFieldName()': (_tx, self: FieldError) => self.field
    })
  }),
  platformClass({
    name: 'System.FormulaRecalcResult',
    members: withProperties({
      'List<FormulaRecalcFieldError> getErrors()': (_tx, self: RecalcResult) =>
        new ApexList(named('FormulaRecalcFieldError'), [...self.errors]),
      'SObject getSObject()': (_tx, self: RecalcResult) => self.record,
      'Boolean isSuccess()': (_tx, self: RecalcResult) => self.errors.length === 0
    })
  })
];
