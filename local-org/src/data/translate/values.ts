import { Big } from 'bigdecimal.js';
import { ApexList, ApexSet, ApexMap } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../../kernel/scalars.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { weekRule } from '../../runtime/date-format.js';
import type { SoqlValue } from '../../soql/ast.js';
import type { TranslationContext } from './context.js';
import { nullPointer } from '../../runtime/exceptions.js';
import { todayIn } from '../../runtime/time-zone.js';
import { dateLiteral, type DayRange } from './dates.js';
import { refuse } from './errors.js';

/** A value on the right of a comparison: one Apex value, written or bound, or the days of a date literal. */
export type Operand =
  | { readonly kind: 'value'; readonly value: ApexValue; readonly bound?: boolean }
  | { readonly kind: 'range'; readonly range: DayRange };

/** The values that a part of a query stands for; a bound collection gives all of its elements. */
export function operands(context: TranslationContext, value: SoqlValue): Operand[] {
  if (value.kind === 'bind') {
    return boundValues(context.settings.binds(value.name)).map((one) => ({ kind: 'value', value: one, bound: true }));
  }
  if (value.kind === 'dateLiteral') {
    const { user, now, fiscalYear } = context.settings;
    const firstMonth = value.name.includes('FISCAL_') ? fiscalYear?.().firstMonth : 1;
    return [
      {
        kind: 'range',
        range: dateLiteral(value.name, value.n, todayIn(user.timeZone, now), weekRule(user.locale).firstDay, firstMonth)
      }
    ];
  }
  return [{ kind: 'value', value: literal(value) }];
}

/** True when the value is written or bound as a collection. */
export function isCollection(context: TranslationContext, value: SoqlValue): boolean {
  if (value.kind !== 'bind') return false;
  const bound = context.settings.binds(value.name);
  return bound instanceof ApexList || bound instanceof ApexSet || bound instanceof ApexMap;
}

/** `IN :x` with a null list is an error, as everything that reads a null list (a public suite asserts it). */
export function requireCollection(context: TranslationContext, value: SoqlValue): void {
  if (value.kind === 'bind' && context.settings.binds(value.name) === null) throw nullPointer();
}

function boundValues(bound: ApexValue): ApexValue[] {
  if (bound instanceof ApexList) return bound.items.map(scalarOf);
  if (bound instanceof ApexSet) return [...bound.entries.values()].map(scalarOf);
  if (bound instanceof ApexMap) return [...bound.entries.values()].map(({ key }) => scalarOf(key));
  return [scalarOf(bound)];
}

/** A bound record stands for its id. */
function scalarOf(value: ApexValue): ApexValue {
  return value instanceof SObjectValue ? (value.fields.get('Id') ?? null) : value;
}

export function literal(value: Exclude<SoqlValue, { kind: 'bind' } | { kind: 'dateLiteral' }>): ApexValue {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return value.value;
    case 'number':
    case 'currency':
      return Big(value.text);
    case 'date':
      return new ApexDate(Math.round(Date.parse(`${value.text}T00:00:00Z`) / 86_400_000));
    case 'datetime':
      return new ApexDatetime(Date.parse(value.text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${/[Z+-]/i.test(value.text) ? value.text : `${value.text}Z`}`));
  }
}

/** The number of a LIMIT or OFFSET clause. */
export function countOf(context: TranslationContext, value: SoqlValue): number {
  const found =
    value.kind === 'number' ? Number(value.text) : value.kind === 'bind' ? context.settings.binds(value.name) : 0;
  const count = typeof found === 'bigint' ? Number(found) : found;
  if (typeof count !== 'number') throw refuse('Limit and offset must be numbers.');
  if (count < 0) throw refuse('Limit must be a non-negative value');
  return count;
}

/**
 * The 18 characters of an id on the right of a comparison. A written text that is none is an error; a bound one is what no record has
 * (public suites look for records by such texts and find none).
 */
export function idText(value: ApexValue, bound: boolean): string | null {
  if (value === null) return null;
  if (value instanceof ApexId) return value.value;
  const id = typeof value === 'string' ? ApexId.parse(value) : undefined;
  if (!id && bound && typeof value === 'string') return value;
  if (!id) throw refuse(`invalid ID field: ${String(value)}`);
  return id.value;
}
