import { ApexId } from '../kernel/scalars.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDate } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { evaluateOrNull } from '../formula/evaluate.js';
import type { FormulaNode } from '../formula/ast.js';
import { parseFormula } from '../formula/parse.js';
import { todayIn } from '../runtime/time-zone.js';
import { readFilterItems } from '../schema/filter-items.js';
import type { FieldModel, FilterItem, ObjectModel } from '../schema/model.js';
import { namedRecordType } from '../schema/record-type-names.js';
import { text, type XmlNode } from '../schema/xml.js';
import { compared, isEmpty, same } from './compare.js';
import { satisfies } from './logic.js';
import { recordFormula, valueAt } from './record-formula.js';
import { storedRecord } from './records.js';
import { fieldValue, plainText } from './values.js';

/** When a rule applies: items joined by logic, or a formula; without either always. Metadata API, "FilterItem". */
export interface Criteria {
  readonly logic: string;
  readonly items: readonly FilterItem[];
  readonly formula?: FormulaNode;
}

/** Reads `criteriaItems`, `booleanFilter` and `formula`. Throws a FormulaError when the formula cannot be read. */
export function readCriteria(xml: XmlNode): Criteria {
  const formula = text(xml, 'formula');
  return {
    logic: text(xml, 'booleanFilter') ?? 'and',
    items: readFilterItems(xml, 'criteriaItems'),
    ...(formula !== undefined && { formula: parseFormula(formula) })
  };
}

/** Whether the record meets the criteria; `old` is its state before the save. */
export function meets(
  tx: Transaction,
  { logic, items, formula }: Criteria,
  record: SObjectValue,
  old: SObjectValue | null
): boolean {
  if (formula) return evaluateOrNull(formula, recordFormula(tx, record, old)) === true;
  return satisfies(logic, items.length, (i) => {
    const item = items[i];
    return item !== undefined && itemHolds(tx, item, record);
  });
}

interface Place {
  readonly value: ApexValue;
  readonly object: ObjectModel | undefined;
  readonly field: FieldModel | undefined;
}

/** `Object.Field`: of the record itself, of the user (`User.Name`), or of a parent. */
function placeOf(tx: Transaction, record: SObjectValue, path: string): Place {
  const { schema } = tx.org;
  const [head = '', ...rest] = path.split('.');
  const last = rest.at(-1);
  const place = (value: ApexValue, object: string, name: string): Place => ({
    value,
    object: schema.object(object),
    field: schema.field(object, name)
  });
  if (last === undefined) return place(valueAt(tx, record, [head]), record.object, head);
  if (head.toLowerCase() === record.object.toLowerCase()) return place(valueAt(tx, record, rest), record.object, last);
  const isParent = schema.parentRelationship(record.object, head) !== undefined;
  if (head.toLowerCase() === 'user' && !isParent) {
    const user = storedRecord(tx, tx.user.id);
    return place(user && valueAt(tx, user, rest), 'User', last);
  }
  const parent = schema.parentRelationship(record.object, head)?.referenceTo?.[0] ?? '';
  return place(valueAt(tx, record, [head, ...rest]), parent, last);
}

/** Text compares without regard to case; several values are divided by commas. */
function itemHolds(tx: Transaction, item: FilterItem, record: SObjectValue): boolean {
  const { value: left, object, field } = placeOf(tx, record, item.field);
  const values =
    item.valueField !== undefined
      ? [placeOf(tx, record, item.valueField).value]
      : item.value === undefined
        ? [null]
        : item.value
            .split(',')
            .map((one) => namedRecordType(object, field, one.trim()) ?? literal(tx, field, one.trim()));
  const any = (test: (value: ApexValue) => boolean): boolean => values.some(test);
  const folded = (value: ApexValue): string => (plainText(tx, value) ?? '').toLowerCase();
  const equals = (value: ApexValue): boolean =>
    same(tx, left, value) || (!isEmpty(left) && typeof left === 'string' && folded(left) === folded(value));
  const order = (value: ApexValue): number => compared(tx, left, value) ?? NaN;
  const within = (value: ApexValue): boolean => folded(left).split(';').includes(folded(value));
  switch (item.operation) {
    case 'equals':
      return any(equals);
    case 'notEqual':
      return !any(equals);
    case 'lessThan':
      return any((value) => order(value) < 0);
    case 'greaterThan':
      return any((value) => order(value) > 0);
    case 'lessOrEqual':
      return any((value) => order(value) <= 0);
    case 'greaterOrEqual':
      return any((value) => order(value) >= 0);
    case 'contains':
      return any((value) => folded(left).includes(folded(value)));
    case 'notContain':
      return !any((value) => folded(left).includes(folded(value)));
    case 'startsWith':
      return any((value) => folded(left).startsWith(folded(value)));
    case 'includes':
      return any(within);
    case 'excludes':
      return !any(within);
    default:
      return false;
  }
}

/** A value as criteria write it: `True`, `TODAY`, a date, the name of a record type or user. */
function literal(tx: Transaction, field: FieldModel | undefined, written: string): ApexValue {
  const day = { today: 0, yesterday: -1, tomorrow: 1 }[written.toLowerCase()];
  if (day !== undefined && /^date/.test(field?.type ?? ''))
    return new ApexDate(todayIn(tx.user.timeZone, tx.now()) + day);
  if (!field) return written;
  if (field.type === 'boolean') return /^(true|1)$/i.test(written);
  if (field.type === 'date' || field.type === 'datetime') return fieldValue(tx, field, isoDay(written));
  return field.type === 'reference' ? (ApexId.parse(written) ?? written) : fieldValue(tx, field, written);
}

/** Criteria may write days as `12/31/2026`. */
function isoDay(written: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written);
  if (!match) return written;
  const [, month = '', day = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
