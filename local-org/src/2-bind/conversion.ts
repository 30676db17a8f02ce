import { sameType, type ApexType } from '../kernel/types.js';
import { directSupertypes, isGenericRecord, isInterfaceType, subtypeDistance } from './subtyping.js';
import type { Project } from './project.js';

/** Functions of runtime/operations.ts and 3-emit's support that change a value's representation. */
export type ConversionOperation =
  | 'integerToLong'
  | 'integerToDouble'
  | 'integerToDecimal'
  | 'longToDouble'
  | 'longToDecimal'
  | 'doubleToDecimal'
  | 'decimalToDouble'
  | 'idToString'
  | 'idFromString'
  | 'dateToDatetime'
  /** Elements converted one by one, in a copy of a List, Set or Map. */
  | 'elementsTo'
  /** The only row of a query. */
  | 'singleRow'
  /** The only row of a query, null when it has none. */
  | 'rowIfAny';

export interface Conversion {
  /** 0 for the same type; overload choice takes the smallest sum. */
  readonly cost: number;
  readonly operation?: ConversionOperation;
}

const scalars: Readonly<Record<string, Readonly<Record<string, Conversion>>>> = {
  Integer: {
    Long: { cost: 1, operation: 'integerToLong' },
    Double: { cost: 2, operation: 'integerToDouble' },
    Decimal: { cost: 3, operation: 'integerToDecimal' }
  },
  Long: {
    Double: { cost: 1, operation: 'longToDouble' },
    Decimal: { cost: 2, operation: 'longToDecimal' }
  },
  Double: { Decimal: { cost: 1, operation: 'doubleToDecimal' } },
  Decimal: { Double: { cost: 1, operation: 'decimalToDouble' } },
  Id: { String: { cost: 1, operation: 'idToString' } },
  String: { Id: { cost: 1, operation: 'idFromString' } },
  Date: { Datetime: { cost: 1, operation: 'dateToDatetime' } }
};

/** How a value of one static type becomes one of another in an assignment, argument or return; undefined when it may not. */
export function conversion(project: Project, from: ApexType, to: ApexType): Conversion | undefined {
  if (sameType(from, to)) return { cost: 0 };
  if (from.kind === 'void' || to.kind === 'void') return undefined;
  if (from.kind === 'null') return { cost: 1 };
  if (from.kind === 'platform' && to.kind === 'platform') {
    const scalar = scalars[from.name]?.[to.name];
    if (scalar) return scalar;
  }
  const elements = elementConversion(project, from, to);
  if (elements) return elements;
  const distance = subtypeDistance(project, from, to);
  return distance === undefined ? undefined : { cost: distance };
}

/** What a comparator compares; undefined for what is none. */
export function comparedType(project: Project, type: ApexType): ApexType | undefined {
  if (type.kind === 'platform' && type.name === 'Comparator') return type.args[0];
  for (const above of directSupertypes(project, type)) {
    const compared = comparedType(project, above);
    if (compared) return compared;
  }
  return undefined;
}

/** A list of the same elements is nearer than an iterable of them, which is nearer than anything that has to be converted. */
const asIterable = 0.5;

/**
 * Lists, iterables and the values of maps are taken where their elements convert: subtypes, Ids for Strings and the other way round,
 * Integers for Decimals. A list is as far away as its elements are; of maps all but the same are alike.
 */
function elementConversion(project: Project, from: ApexType, to: ApexType): Conversion | undefined {
  if (from.kind !== 'platform' || to.kind !== 'platform') return undefined;
  const [arg, value] = from.args;
  const [wanted, wantedValue] = to.args;
  if (!arg || !wanted) return undefined;
  if (to.name === 'Iterable' && (from.name === 'List' || from.name === 'Set')) {
    const element = elementOf(project, arg, wanted);
    return element && { ...element, cost: Math.max(element.cost, asIterable) };
  }
  if (from.name !== to.name) return undefined;
  if (from.name === 'List') {
    const downward = isGenericRecord(arg) && wanted.kind === 'sobject' && !isGenericRecord(wanted);
    return downward ? { cost: 10 } : elementOf(project, arg, wanted);
  }
  if (from.name !== 'Map' || !value || !wantedValue || !sameType(arg, wanted)) return undefined;
  const element = elementOf(project, value, wantedValue);
  return element && { ...element, cost: 1 };
}

function elementOf(project: Project, from: ApexType, to: ApexType): Conversion | undefined {
  const how = conversion(project, from, to);
  return how?.operation === undefined ? how : { cost: how.cost, operation: 'elementsTo' };
}

const numeric = new Set(['Integer', 'Long', 'Double', 'Decimal']);
export type NumericName = 'Integer' | 'Long' | 'Double' | 'Decimal';

export function numericName(type: ApexType): NumericName | undefined {
  return type.kind === 'platform' && numeric.has(type.name) ? (type.name as NumericName) : undefined;
}

/** What a polymorphic parent is typed as: any record may be behind it. */
const isPolymorphic = (type: ApexType): boolean => type.kind === 'sobject' && type.name === 'Name';

const isUpOrDown = (project: Project, from: ApexType, to: ApexType): boolean =>
  conversion(project, from, to) !== undefined || conversion(project, to, from) !== undefined;

/** Whether `(to) value` may be written: up, down, between numbers, or between interfaces and what may implement them. */
export function castable(project: Project, from: ApexType, to: ApexType): boolean {
  if (isUpOrDown(project, from, to)) return true;
  if (numericName(from) && numericName(to)) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return isPolymorphic(from) || isPolymorphic(to);
  // Anything may be cast to an interface, and from it: the platform does not ask whether it can be one.
  if (isInterfaceType(project, from) || isInterfaceType(project, to)) return true;
  if (from.kind === 'platform' && to.kind === 'platform' && from.name === to.name && from.args.length > 0) {
    return from.args.every((arg, i) => {
      const wanted = to.args[i];
      if (!wanted) return false;
      const fixed = from.name === 'Set' || (from.name === 'Map' && i === 0);
      if (fixed) return sameType(arg, wanted);
      const isClass = arg.kind === 'class' || wanted.kind === 'class';
      return isClass ? isUpOrDown(project, arg, wanted) : castable(project, arg, wanted);
    });
  }
  return false;
}
