import { Big, BigDecimal } from 'bigdecimal.js';
import { typeText, type WeaveType } from '../syntax/types.js';
import { WeaveDate, WeaveDateTime, WeaveLocalDateTime, WeavePeriod } from '../time/values.js';
import { momentOf } from '../time/zones.js';
import {
  isArray,
  number,
  WeaveBinary,
  WeaveKey,
  WeaveNamespace,
  WeaveObject,
  WeaveRegex,
  WeaveTypeValue,
  type WeaveValue
} from '../values.js';
import { coerceTime, temporalTypes } from './coerce-time.js';
import { cannotCoerce, formatted, schemaText, textOf, toText, type Schema } from './text.js';
import { toNumber } from './to-number.js';
import { isOfType, type NamedTypes } from './type-of.js';

/** `value as Type { schema }`. */
export function coerce(value: WeaveValue, type: WeaveType, schema: Schema | undefined, named: NamedTypes): WeaveValue {
  if (type.kind === 'name') {
    const declared = named(type.name);
    return declared ? coerce(value, declared, schema, named) : coerceNamed(value, type, schema, named);
  }
  if (type.kind === 'union') {
    for (const each of type.types) {
      if (isOfType(value, each, named)) return value;
    }
  }
  if (type.kind === 'object') return asObject(value, schema);
  if (type.kind === 'literal' && textOf(value) === String(type.value)) return type.value;
  if (isOfType(value, type, named)) return value;
  throw cannotCoerce(value, typeText(type));
}

function coerceNamed(
  value: WeaveValue,
  type: WeaveType & { kind: 'name' },
  schema: Schema | undefined,
  named: NamedTypes
): WeaveValue {
  const { name } = type;
  if (name === 'Any' || name === 'Nothing' || name === 'SimpleType' || name === 'Comparable') return value;
  if (name === 'Object') return asObject(value, schema);
  if (value === null) {
    if (name === 'Null') return null;
    throw cannotCoerce(value, name);
  }
  if (temporalTypes.has(name)) return coerceTime(value, name, schema);
  switch (name) {
    case 'String':
    case 'CData':
    case 'Uri':
    case 'Enum':
      return formatted(value, schema);
    case 'Number':
      return asNumber(value, schema);
    case 'Boolean':
      return asBoolean(value);
    case 'Key':
      return value instanceof WeaveKey ? value : new WeaveKey(toText(value));
    case 'Regex':
      return value instanceof WeaveRegex ? value : new WeaveRegex(toText(value));
    case 'Binary':
      return asBinary(value, schema);
    case 'Array':
      return asArray(value, type, named);
    case 'Type':
      if (value instanceof WeaveTypeValue) return value;
      break;
    case 'Namespace':
      if (value instanceof WeaveNamespace) return value;
      break;
    default:
      if (isOfType(value, type, named)) return value;
  }
  throw cannotCoerce(value, name);
}

function asObject(value: WeaveValue, schema: Schema | undefined): WeaveValue {
  if (!(value instanceof WeaveObject)) throw cannotCoerce(value, 'Object');
  return schema ? new WeaveObject(value.pairs, schema) : value;
}

function asArray(value: WeaveValue, type: WeaveType & { kind: 'name' }, named: NamedTypes): WeaveValue {
  if (!isArray(value)) {
    if (typeof value === 'string') return [...value];
    throw cannotCoerce(value, 'Array');
  }
  const [element] = type.arguments;
  return element ? value.map((item) => coerce(item, element, undefined, named)) : value;
}

function asBoolean(value: WeaveValue): boolean {
  if (typeof value === 'boolean') return value;
  const text = textOf(value);
  if (text === 'true' || text === 'false') return text === 'true';
  throw cannotCoerce(value, 'Boolean');
}

function asBinary(value: WeaveValue, schema: Schema | undefined): WeaveBinary {
  if (value instanceof WeaveBinary) return value;
  if (value instanceof BigDecimal) {
    const hex = BigInt(value.toPlainString().split('.')[0] ?? '0').toString(16);
    return new WeaveBinary(Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex'));
  }
  if (schemaText(schema, 'base') === '64') return new WeaveBinary(Buffer.from(toText(value), 'base64'));
  return new WeaveBinary(Buffer.from(toText(value), 'utf8'));
}

/** How many of a unit a second has. */
const perSecond: Readonly<Record<string, number>> = { milliseconds: 1000, millis: 1000, nanos: 1e9, nanoseconds: 1e9 };
const secondsOf: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 86_400 };

export function asNumber(value: WeaveValue, schema: Schema | undefined): BigDecimal {
  const format = schemaText(schema, 'format');
  const text =
    typeof value === 'string' && format !== undefined
      ? value.replaceAll(',', '').replace(/^[^\d.+-]+|[^\d.]+$/g, '')
      : value;
  const plain = toNumber(text);
  if (plain) return plain;
  const unit = schemaText(schema, 'unit') ?? 'seconds';
  if (value instanceof WeavePeriod) {
    if (unit === 'months') return number(value.months);
    if (unit === 'years') return number(Math.trunc(value.months / 12));
    return count(value.days * 86_400_000 + value.ms, unit);
  }
  if (value instanceof WeaveDateTime) return count(value.ms, unit);
  if (value instanceof WeaveLocalDateTime) return count(momentOf('Z', value.ms), unit);
  if (value instanceof WeaveDate) return count(value.days * 86_400_000, unit);
  if (value instanceof WeaveBinary) return Big(BigInt(`0x${Buffer.from(value.bytes).toString('hex') || '0'}`));
  throw cannotCoerce(value, 'Number');
}

const count = (ms: number, unit: string): BigDecimal =>
  number(Math.trunc((ms / 1000 / (secondsOf[unit] ?? 1)) * (perSecond[unit] ?? 1)));
