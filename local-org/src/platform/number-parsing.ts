import { Big, type BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDouble } from '../kernel/scalars.js';
import { isNumeric } from '../runtime/comparison.js';
import { toDecimal, toDouble, toInteger, toLong } from '../runtime/conversion.js';
import { nullPointer, typeException } from '../runtime/exceptions.js';

/** valueOf of the number types: a text that is no number is a TypeException, null a NullPointerException. */

function text(value: ApexValue): ApexValue {
  if (value === null) throw nullPointer('Argument cannot be null.');
  return value;
}

/** `123.00` as `123`: whole numbers may be written with a fraction of zeros where a text is taken for a Long or as an Object. */
const wholePart = (text: string): string => text.replace(/\.0*$/, '');

/** valueOf(Object) of an empty field is null, unlike valueOf(String): SFDO-Community/declarative-lookup-rollup-summaries, RollupService. */
export function orNull<V extends ApexValue>(value: ApexValue, parse: (value: ApexValue) => V): V | null {
  return value === null ? null : parse(value);
}

/** Integer.valueOf(Object): as from a String, and whole numbers may have a fraction of zeros. */
export function integerOfObject(value: ApexValue): number {
  return parseInteger(typeof value === 'string' ? wholePart(value) : value);
}

export function parseInteger(value: ApexValue): number {
  const given = text(value);
  if (isNumeric(given)) return toInteger(given) as number;
  if (typeof given === 'string' && /^[+-]?\d+$/.test(given)) {
    const parsed = Number(given);
    if (parsed >= -2147483648 && parsed <= 2147483647) return parsed | 0;
  }
  throw typeException(`Invalid integer: ${String(given)}`);
}

export function parseLong(value: ApexValue): bigint {
  const given = text(value);
  if (isNumeric(given)) return toLong(given) as bigint;
  if (typeof given === 'string' && /^[+-]?\d+(?:\.0*)?$/.test(given)) {
    const parsed = BigInt(wholePart(given).replace(/^\+/, ''));
    if (BigInt.asIntN(64, parsed) === parsed) return parsed;
  }
  throw typeException(`Invalid long: ${String(given)}`);
}

const decimalForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function parseDouble(value: ApexValue): ApexDouble {
  const given = text(value);
  if (isNumeric(given)) return toDouble(given) as ApexDouble;
  if (typeof given === 'string') {
    const trimmed = given.trim();
    if (decimalForm.test(trimmed)) return new ApexDouble(Number(trimmed));
    if (/^[+-]?(NaN|Infinity)$/.test(trimmed)) return new ApexDouble(Number(trimmed));
  }
  throw typeException(`Invalid double: ${String(given)}`);
}

export function parseDecimal(value: ApexValue): BigDecimal {
  const given = text(value);
  if (isNumeric(given)) return toDecimal(given) as BigDecimal;
  if (typeof given === 'string' && decimalForm.test(given)) return Big(given);
  throw typeException(`Invalid decimal: ${String(given)}`);
}
