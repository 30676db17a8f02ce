import { sameType, type ApexType } from '../kernel/types.js';
import { subtypeDistance } from './subtyping.js';
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
  | 'singleRow';

export interface Conversion {
  /** 0 for the same type; overload choice takes the smallest sum. */
  readonly cost: number;
  readonly operation?: ConversionOperation;
}

const scalars: Readonly<Record<string, Readonly<Record<string, Conversion>>>> = {
  Integer: {
    Long: { cost: 1, operation: 'integerToLong' },
    Double: { cost: 3, operation: 'integerToDouble' },
    Decimal: { cost: 2, operation: 'integerToDecimal' }
  },
  Long: {
    Double: { cost: 2, operation: 'longToDouble' },
    Decimal: { cost: 1, operation: 'longToDecimal' }
  },
  Double: { Decimal: { cost: 1, operation: 'doubleToDecimal' } },
  Decimal: { Double: { cost: 1, operation: 'decimalToDouble' } },
  Id: { String: { cost: 1, operation: 'idToString' } },
  String: { Id: { cost: 2, operation: 'idFromString' } },
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
  const distance = subtypeDistance(project, from, to);
  if (distance !== undefined) return { cost: distance };
  return elementConversion(project, from, to);
}

/** Lists and maps whose elements convert: Ids for Strings and the other way round, Integers for Decimals. */
function elementConversion(project: Project, from: ApexType, to: ApexType): Conversion | undefined {
  if (from.kind !== 'platform' || to.kind !== 'platform' || from.args.length === 0) return undefined;
  const iterable = to.name === 'Iterable' && (from.name === 'List' || from.name === 'Set');
  if (from.name !== to.name && !iterable) return undefined;
  const fits = from.args.every((arg, i) => {
    const wanted = to.args[i];
    if (!wanted) return false;
    const fixed = !iterable && (from.name === 'Set' || (from.name === 'Map' && i === 0));
    return fixed ? sameType(arg, wanted) : converts(project, arg, wanted);
  });
  return fits ? { cost: 100, operation: 'elementsTo' } : undefined;
}

/** Whether an element of one type is taken for one of another: subtypes, wider numbers, Ids and Strings either way. */
function converts(project: Project, from: ApexType, to: ApexType): boolean {
  const scalar = from.kind === 'platform' && to.kind === 'platform' && scalars[from.name]?.[to.name];
  return Boolean(scalar) || subtypeDistance(project, from, to) !== undefined;
}

const numeric = new Set(['Integer', 'Long', 'Double', 'Decimal']);
export type NumericName = 'Integer' | 'Long' | 'Double' | 'Decimal';

export function numericName(type: ApexType): NumericName | undefined {
  return type.kind === 'platform' && numeric.has(type.name) ? (type.name as NumericName) : undefined;
}

/** What a polymorphic parent is typed as: any record may be behind it. */
const isPolymorphic = (type: ApexType): boolean => type.kind === 'sobject' && type.name === 'Name';

/** Whether `(to) value` may be written: up, down, between numbers, or between interfaces and what may implement them. */
export function castable(project: Project, from: ApexType, to: ApexType): boolean {
  if (conversion(project, from, to) || conversion(project, to, from)) return true;
  if (numericName(from) && numericName(to)) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return isPolymorphic(from) || isPolymorphic(to);
  const open = (type: ApexType): boolean =>
    type.kind === 'class' || (type.kind === 'platform' && project.platform(type.name)?.kind === 'interface');
  if (open(from) && open(to)) {
    const leaf = (type: ApexType) => type.kind === 'class' && project.class(type.name)?.kind !== 'interface';
    return !(leaf(from) && leaf(to));
  }
  if (from.kind === 'platform' && to.kind === 'platform' && from.name === to.name && from.args.length > 0) {
    return from.args.every((arg, i) => {
      const wanted = to.args[i];
      if (!wanted) return false;
      const fixed = from.name === 'Set' || (from.name === 'Map' && i === 0);
      return fixed ? sameType(arg, wanted) : castable(project, arg, wanted);
    });
  }
  if (from.kind === 'platform' && to.kind === 'platform' && (from.args.length > 0 || to.args.length > 0)) {
    const bothIterable = ['List', 'Set', 'Iterable', 'Map', 'Iterator'];
    return (
      bothIterable.includes(from.name) &&
      bothIterable.includes(to.name) &&
      from.name.startsWith('Itera') !== to.name.startsWith('Itera')
    );
  }
  return false;
}
