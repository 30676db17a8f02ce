import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, FilterItem, ObjectModel } from '../../schema/model.js';
import { namedRecordType } from '../../schema/record-type-names.js';
import { compares, equal } from '../../formula/evaluate.js';
import { parseFilterValue } from '../translate/filter-value.js';

/** Where a path of a filter ends: the field, and the object that has it. */
export interface FilterPlace {
  readonly object: ObjectModel | undefined;
  readonly field: FieldModel | undefined;
}

/** True when the filter's items hold: all of them, or as its logic combines them. */
export function filterHolds(
  { items, logic }: { readonly items: readonly FilterItem[]; readonly logic?: string },
  valueAt: (path: string) => ApexValue,
  placeAt: (path: string) => FilterPlace
): boolean {
  const outcomes = items.map((item) => holds(item, valueAt, placeAt));
  return logic === undefined ? outcomes.every(Boolean) : combineOutcomes(logic, outcomes);
}

function holds(
  item: FilterItem,
  valueAt: (path: string) => ApexValue,
  placeAt: (path: string) => FilterPlace
): boolean {
  const left = valueAt(item.field);
  const { object, field } = placeAt(item.field);
  const texts = item.value === undefined ? [] : item.value.split(/,\s*/);
  const values =
    item.valueField !== undefined
      ? [valueAt(item.valueField)]
      : texts.length === 0
        ? [null]
        : texts.map((text) => namedRecordType(object, field, text) ?? (field ? parseFilterValue(field, text) : text));
  const any = (test: (value: ApexValue) => boolean): boolean => values.some(test);
  const text = (value: ApexValue): string => (value === null ? '' : String(plain(value))).toLowerCase();
  switch (item.operation) {
    case 'equals':
      return any((value) => same(left, value));
    case 'notEqual':
      return !any((value) => same(left, value));
    case 'lessThan':
      return any((value) => compares('<', left, value));
    case 'greaterThan':
      return any((value) => compares('>', left, value));
    case 'lessOrEqual':
      return any((value) => compares('<=', left, value));
    case 'greaterOrEqual':
      return any((value) => compares('>=', left, value));
    case 'contains':
      return any((value) => text(left).includes(text(value)));
    case 'notContain':
      return !any((value) => text(left).includes(text(value)));
    case 'startsWith':
      return any((value) => text(left).startsWith(text(value)));
    case 'includes':
      return any((value) => text(left).split(';').includes(text(value)));
    case 'excludes':
      return !any((value) => text(left).split(';').includes(text(value)));
    default:
      return true;
  }
}

const plain = (value: ApexValue): ApexValue => (value instanceof ApexId ? value.value : value);

/** Text compares without regard to case, as in list views. */
function same(a: ApexValue, b: ApexValue): boolean {
  const [x, y] = [plain(a), plain(b)];
  return typeof x === 'string' && typeof y === 'string' ? x.toLowerCase() === y.toLowerCase() : equal(x, y);
}

/** `1 AND (2 OR 3)` over the outcomes of the items. */
export function combineOutcomes(logic: string, outcomes: readonly boolean[]): boolean {
  const tokens = logic.match(/\d+|AND|OR|NOT|[()]/gi) ?? [];
  let at = 0;
  const or = (): boolean => {
    let value = and();
    while (tokens[at]?.toUpperCase() === 'OR') {
      at++;
      value = and() || value;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (tokens[at]?.toUpperCase() === 'AND') {
      at++;
      value = not() && value;
    }
    return value;
  };
  const not = (): boolean => {
    const token = tokens[at++]?.toUpperCase();
    if (token === 'NOT') return !not();
    if (token !== '(') return outcomes[Number(token) - 1] ?? true;
    const value = or();
    at++;
    return value;
  };
  return or();
}
