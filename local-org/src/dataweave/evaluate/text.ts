import { BigDecimal } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { typeText } from '../syntax/types.js';
import { formatTemporal } from '../time/format.js';
import { isoText } from '../time/iso.js';
import {
  numberText,
  WeaveBinary,
  WeaveKey,
  WeaveNamespace,
  WeaveRegex,
  WeaveTypeValue,
  type WeaveTemporal,
  type WeaveValue
} from '../values.js';
import { formatNumber } from './number-format.js';
import { isTemporal, typeName } from './type-of.js';

/** `Cannot coerce String (abc) to Number`. */
export function cannotCoerce(value: WeaveValue, to: string): WeaveError {
  const shown = textOf(value);
  return new WeaveError(`Cannot coerce ${typeName(value)}${shown === undefined ? '' : ` (${shown})`} to ${to}`);
}

/** The text of a simple value; undefined for arrays, objects, functions and null. */
export function textOf(value: WeaveValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value === null) return undefined;
  if (value instanceof BigDecimal) return numberText(value);
  if (value instanceof WeaveKey) return value.name;
  if (value instanceof WeaveTypeValue) return typeText(value.type);
  if (value instanceof WeaveRegex) return value.source;
  if (value instanceof WeaveNamespace) return value.uri;
  if (value instanceof WeaveBinary) return Buffer.from(value.bytes).toString('utf8');
  if (!isTemporal(value)) return undefined;
  const temporal = value as WeaveTemporal;
  return 'format' in temporal && temporal.format !== undefined
    ? formatTemporal(temporal, temporal.format)
    : isoText(temporal);
}

/** What a function that takes a String makes of its argument. */
export function toText(value: WeaveValue): string {
  const text = textOf(value);
  if (text === undefined) throw cannotCoerce(value, 'String');
  return text;
}

/** Properties of a type that say how to read and write: `{ format: …, unit: …, class: … }`. */
export type Schema = ReadonlyMap<string, WeaveValue>;

/** `value as String { format: … }`. */
export function formatted(value: WeaveValue, schema: Schema | undefined): string {
  const format = schemaText(schema, 'format');
  if (format === undefined) {
    const encoding = schemaText(schema, 'encoding');
    if (value instanceof WeaveBinary && encoding !== undefined) return new TextDecoder(encoding).decode(value.bytes);
    return toText(value);
  }
  if (value instanceof BigDecimal) return formatNumber(value, format, schemaText(schema, 'roundMode'));
  return value !== null && isTemporal(value) ? formatTemporal(value as WeaveTemporal, format) : toText(value);
}

export function schemaText(schema: Schema | undefined, name: string): string | undefined {
  const value = schema?.get(name);
  return value === undefined || value === null ? undefined : textOf(value);
}
