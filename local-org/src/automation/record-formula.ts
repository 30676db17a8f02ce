import { Big, MathContext } from 'bigdecimal.js';
import type { FormulaContext } from '../formula/evaluate.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { formulaContext } from '../platform/formula/context.js';
import { decimalOf } from '../runtime/conversion.js';
import { todayIn } from '../runtime/time-zone.js';
import { memberOf, storedRecord } from './records.js';

/** The value at a path of fields from a record; null where something on the way is empty. */
export function valueAt(tx: Transaction, record: SObjectValue, path: readonly string[]): ApexValue {
  let value: ApexValue = record;
  for (const name of path) {
    if (!(value instanceof SObjectValue)) return null;
    value = memberOf(tx, value, name);
  }
  return value;
}

/** What the formulas of rules see of a record that is being saved. */
export function recordFormula(tx: Transaction, record: SObjectValue, old: SObjectValue | null): FormulaContext {
  const globals = formulaContext(tx, null, false);
  const read = (from: SObjectValue, path: readonly string[]): ApexValue => {
    const [head = '', ...rest] = path;
    if (head.toLowerCase() === '$recordtype') return scalar(recordTypeValue(tx, from, rest));
    if (head.startsWith('$')) return globals.field(path);
    const owner = path.length === 1 ? from : valueAt(tx, from, path.slice(0, -1));
    return scalar(asFraction(tx, owner, path.at(-1) ?? '', valueAt(tx, from, path)));
  };
  return {
    field: (path) => read(record, path),
    prior: (path) => read(old ?? record, path),
    isNew: old === null,
    today: todayIn(tx.user.timeZone, tx.now()),
    now: tx.now()
  };
}

/** Formulas see 90 percent as 0.9: Salesforce Help, "Tips for Using Number Formula Fields". */
export function asFraction(tx: Transaction, owner: ApexValue, name: string, value: ApexValue): ApexValue {
  if (!(owner instanceof SObjectValue) || tx.org.schema.field(owner.object, name)?.type !== 'percent') return value;
  return decimalOf(value)?.divideWithMathContext(Big(100), MathContext.DECIMAL128) ?? null;
}

function recordTypeValue(tx: Transaction, record: SObjectValue, path: readonly string[]): ApexValue {
  const id = memberOf(tx, record, 'RecordTypeId');
  const type = id instanceof ApexId ? storedRecord(tx, id) : null;
  return type && valueAt(tx, type, path);
}

function scalar(value: ApexValue): ApexValue {
  if (value instanceof ApexId) return value.value;
  return value instanceof ApexObject && !decimalOf(value) ? null : value;
}
