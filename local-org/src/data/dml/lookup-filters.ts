import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, LookupFilterItem, LookupFilterModel } from '../../schema/model.js';
import { compares, equal } from '../../formula/evaluate.js';
import { recordContext } from '../formula/record-context.js';
import { parseFilterValue } from '../translate/filter-value.js';
import type { DmlEnvironment } from './environment.js';
import { alive, type DmlRow } from './row.js';

const usualMessage = 'Value does not exist or does not match filter criteria.';

/** Refuses references whose record does not match the look-up's filter. Optional filters only help the user to choose. */
export function checkLookupFilters(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const field of env.object.fields.values()) {
    const { lookupFilter } = field;
    if (!lookupFilter) continue;
    for (const row of alive(rows)) {
      if (matches(env, row, field, lookupFilter)) continue;
      row.fail('FIELD_FILTER_VALIDATION_EXCEPTION', lookupFilter.message ?? usualMessage, [field.name]);
    }
  }
}

function matches(env: DmlEnvironment, row: DmlRow, field: FieldModel, filter: LookupFilterModel): boolean {
  const id = row.record.fields.get(field.name);
  if (!(id instanceof ApexId)) return true;
  const object = env.schema.objectByPrefix(id.value.slice(0, 3));
  const target = object && env.loader.load(env.tx, object, [id]).get(id.value);
  if (!object || !target) return true;
  const source = recordContext(env, row.record, row.old);
  const found = recordContext(env, target, target);
  const valueAt = (path: string): ApexValue => {
    const [head = '', ...rest] = path.split('.');
    if (head.toLowerCase() === '$source') return source.field(rest);
    if (head.startsWith('$')) return source.field([head, ...rest]);
    return found.field(head.toLowerCase() === object.name.toLowerCase() ? rest : [head, ...rest]);
  };
  const fieldAt = (path: string): FieldModel | undefined => {
    const parts = path.split('.');
    let owner = parts[0]?.toLowerCase() === '$source' ? env.object.name : object.name;
    for (const part of parts.slice(1, -1))
      owner = env.schema.parentRelationship(owner, part)?.referenceTo?.[0] ?? owner;
    return env.schema.field(owner, parts.at(-1) ?? '');
  };
  const outcomes = filter.items.map((item) => holds(item, valueAt, fieldAt));
  return filter.logic === undefined ? outcomes.every(Boolean) : combine(filter.logic, outcomes);
}

function holds(
  item: LookupFilterItem,
  valueAt: (path: string) => ApexValue,
  fieldAt: (path: string) => FieldModel | undefined
): boolean {
  const left = valueAt(item.field);
  const model = fieldAt(item.field);
  const texts = item.value === undefined ? [] : item.value.split(/,\s*/);
  const values =
    item.valueField !== undefined
      ? [valueAt(item.valueField)]
      : texts.length === 0
        ? [null]
        : texts.map((text) => (model ? parseFilterValue(model, text) : text));
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
function combine(logic: string, outcomes: readonly boolean[]): boolean {
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
