import { Big, BigDecimal } from 'bigdecimal.js';
import { namedType, type WeaveType } from '../syntax/types.js';
import {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeavePeriod,
  WeaveTime,
  WeaveTimeZone
} from '../time/values.js';
import {
  isArray,
  WeaveBinary,
  WeaveFunction,
  WeaveKey,
  WeaveNamespace,
  WeaveObject,
  WeaveRegex,
  WeaveTypeValue,
  type WeaveValue
} from '../values.js';

/** The name of a value's type: `String`, `DateTime`, `Null`. */
export function typeName(value: WeaveValue): string {
  if (value === null) return 'Null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (value instanceof BigDecimal) return 'Number';
  if (isArray(value)) return 'Array';
  return names.find(([type]) => value instanceof type)?.[1] ?? 'Any';
}

const names: readonly (readonly [abstract new (...args: never[]) => unknown, string])[] = [
  [WeaveObject, 'Object'],
  [WeaveKey, 'Key'],
  [WeaveFunction, 'Function'],
  [WeaveTypeValue, 'Type'],
  [WeaveRegex, 'Regex'],
  [WeaveBinary, 'Binary'],
  [WeaveNamespace, 'Namespace'],
  [WeaveDate, 'Date'],
  [WeaveDateTime, 'DateTime'],
  [WeaveLocalDateTime, 'LocalDateTime'],
  [WeaveLocalTime, 'LocalTime'],
  [WeaveTime, 'Time'],
  [WeaveTimeZone, 'TimeZone'],
  [WeavePeriod, 'Period']
];

export const isTemporal = (value: WeaveValue): boolean =>
  /Date|Time|Period/.test(typeName(value)) && typeof value === 'object';

/** The type that typeOf answers. */
export const typeOfValue = (value: WeaveValue): WeaveTypeValue => new WeaveTypeValue(namedType(typeName(value)));

/** Types of types: a type stands for the types that it covers. */
const covers: Readonly<Record<string, (name: string) => boolean>> = {
  Any: () => true,
  Nothing: () => false,
  SimpleType: (name) => !['Array', 'Object', 'Function', 'Type'].includes(name),
  Comparable: (name) => !['Array', 'Object', 'Function', 'Type', 'Null', 'Regex'].includes(name),
  NotNull: (name) => name !== 'Null',
  Dictionary: (name) => name === 'Object',
  CData: (name) => name === 'String',
  Uri: (name) => name === 'String',
  Enum: (name) => name === 'String',
  Iterator: (name) => name === 'Array',
  Range: (name) => name === 'Array'
};

/** Answers what a type's name stands for in the script; undefined for the language's own types. */
export type NamedTypes = (name: string) => WeaveType | undefined;

/** `value is Type`. */
export function isOfType(value: WeaveValue, type: WeaveType, named: NamedTypes): boolean {
  switch (type.kind) {
    case 'union':
      return type.types.some((each) => isOfType(value, each, named));
    case 'intersection':
      return type.types.every((each) => isOfType(value, each, named));
    case 'function':
      return value instanceof WeaveFunction;
    case 'literal':
      return value === type.value || (value instanceof WeaveKey && value.name === type.value);
    case 'number':
      return value instanceof BigDecimal && value.compareTo(Big(type.text)) === 0;
    case 'object':
      return isObjectOf(value, type, named);
    case 'name':
      return isNamed(value, type, named);
  }
}

function isObjectOf(value: WeaveValue, type: WeaveType & { kind: 'object' }, named: NamedTypes): boolean {
  if (!(value instanceof WeaveObject)) return false;
  return type.fields.every(({ name, type: of, optional }) => {
    const found = value.get(name);
    return found === undefined ? optional || name === '_' : isOfType(found, of, named);
  });
}

function isNamed(value: WeaveValue, type: WeaveType & { kind: 'name' }, named: NamedTypes): boolean {
  const declared = named(type.name);
  if (declared) return isOfType(value, declared, named);
  const name = typeName(value);
  const cover = covers[type.name];
  if (cover ? !cover(name) : name !== type.name) return false;
  const [element] = type.arguments;
  if (element && isArray(value)) return value.every((item) => isOfType(item, element, named));
  return true;
}
