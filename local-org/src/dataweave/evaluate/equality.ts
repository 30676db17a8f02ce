import { BigDecimal } from 'bigdecimal.js';
import { instant } from '../time/arithmetic.js';
import { WeavePeriod, WeaveTimeZone } from '../time/values.js';
import {
  isArray,
  numberText,
  WeaveBinary,
  WeaveKey,
  WeaveNamespace,
  WeaveObject,
  WeaveRegex,
  WeaveTypeValue,
  type WeaveTemporal,
  type WeaveValue
} from '../values.js';
import { WeaveError } from '../errors.js';
import { typeText } from '../syntax/types.js';
import { isTemporal, typeName } from './type-of.js';
import { toNumber } from './to-number.js';

/** `left == right`: values of one type and of equal content. A key equals the text that it is. */
export function equals(left: WeaveValue, right: WeaveValue): boolean {
  if (left instanceof WeaveKey) return equals(left.name, right);
  if (right instanceof WeaveKey) return equals(left, right.name);
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  if (left instanceof BigDecimal) return right instanceof BigDecimal && left.compareTo(right) === 0;
  if (isArray(left))
    return isArray(right) && left.length === right.length && left.every((item, i) => equals(item, right[i] ?? null));
  if (left instanceof WeaveObject) return right instanceof WeaveObject && sameObject(left, right);
  if (left instanceof WeaveTypeValue)
    return right instanceof WeaveTypeValue && typeText(left.type) === typeText(right.type);
  if (left instanceof WeaveRegex) return right instanceof WeaveRegex && left.source === right.source;
  if (left instanceof WeaveNamespace) return right instanceof WeaveNamespace && left.uri === right.uri;
  if (left instanceof WeaveBinary) return right instanceof WeaveBinary && Buffer.compare(left.bytes, right.bytes) === 0;
  return sameTime(left, right);
}

function sameObject(left: WeaveObject, right: WeaveObject): boolean {
  return (
    left.pairs.length === right.pairs.length &&
    left.pairs.every(
      ({ key, value }, i) => key.name === right.pairs[i]?.key.name && equals(value, right.pairs[i]?.value ?? null)
    )
  );
}

function sameTime(left: WeaveValue, right: WeaveValue): boolean {
  if (typeName(left) !== typeName(right)) return false;
  if (left instanceof WeavePeriod && right instanceof WeavePeriod)
    return left.months === right.months && left.days === right.days && left.ms === right.ms;
  if (left instanceof WeaveTimeZone && right instanceof WeaveTimeZone) return left.id === right.id;
  return isTemporal(left) && instant(left as WeaveTemporal) === instant(right as WeaveTemporal);
}

/** `left ~= right`: like `==`, after one value has become what the other is. */
export function similar(left: WeaveValue, right: WeaveValue): boolean {
  if (equals(left, right)) return true;
  if (left === null || right === null) return false;
  if (isArray(left) && isArray(right))
    return left.length === right.length && left.every((item, i) => similar(item, right[i] ?? null));
  if (left instanceof BigDecimal || right instanceof BigDecimal) {
    const [a, b] = [toNumber(left), toNumber(right)];
    return a !== undefined && b !== undefined && a.compareTo(b) === 0;
  }
  if (typeof left === 'boolean' || typeof right === 'boolean') return plain(left) === plain(right);
  return false;
}

const plain = (value: WeaveValue): string | undefined =>
  typeof value === 'boolean' || typeof value === 'string' ? String(value) : undefined;

/** The order of two values: negative, zero or positive. Texts compare by their characters. */
export function compare(left: WeaveValue, right: WeaveValue): number {
  const [a, b] = [left instanceof WeaveKey ? left.name : left, right instanceof WeaveKey ? right.name : right];
  if (a instanceof BigDecimal || b instanceof BigDecimal) {
    const [x, y] = [toNumber(a), toNumber(b)];
    if (x && y) return x.compareTo(y);
  }
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof WeavePeriod && b instanceof WeavePeriod) return lengthOf(a) - lengthOf(b);
  if (isTemporal(a) && isTemporal(b)) {
    const [x, y] = [instant(a as WeaveTemporal), instant(b as WeaveTemporal)];
    if (x !== undefined && y !== undefined) return x - y;
  }
  if (isArray(a) && isArray(b)) return compareAll(a, b);
  throw new WeaveError(`Can not compare ${typeName(a)} with ${typeName(b)}`);
}

const lengthOf = ({ months, days, ms }: WeavePeriod): number => (months * 30 + days) * 86_400_000 + ms;

function compareAll(left: readonly WeaveValue[], right: readonly WeaveValue[]): number {
  for (const [i, item] of left.entries()) {
    if (i >= right.length) return 1;
    const order = compare(item, right[i] ?? null);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** A text that is the same for equal values: what groupBy and distinctBy go by. */
export function identity(value: WeaveValue): string {
  if (value instanceof BigDecimal) return `n${numberText(value)}`;
  if (value instanceof WeaveKey) return `s${value.name}`;
  if (typeof value === 'string') return `s${value}`;
  if (isArray(value)) return `[${value.map(identity).join('\u0000')}]`;
  if (value instanceof WeaveObject)
    return `{${value.pairs.map(({ key, value: of }) => `${key.name}\u0001${identity(of)}`).join('\u0000')}}`;
  if (value !== null && isTemporal(value))
    return `t${typeName(value)}${instant(value as WeaveTemporal) ?? JSON.stringify(value)}`;
  return `o${String(value)}`;
}
