import type { BigDecimal } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { badOperands } from '../evaluate/operators.js';
import { toText } from '../evaluate/text.js';
import { toNumber } from '../evaluate/to-number.js';
import { isArray, WeaveFunction, WeaveKey, WeaveObject, WeaveRegex, type WeaveValue } from '../values.js';

/** Functions by name. Missing arguments are undefined, so that a default can be told from a null. */
export type Functions = Readonly<Record<string, readonly [arity: number, run: (...args: WeaveValue[]) => WeaveValue]>>;

/** What the library needs from whoever runs a script. */
export interface Engine {
  readonly now: () => number;
  /** A line of the log, from the function log. */
  readonly log: (text: string) => void;
  readonly random: () => number;
  readonly read: (text: string, mimeType: string, properties: Properties) => WeaveValue;
  readonly write: (value: WeaveValue, mimeType: string, properties: Properties) => string;
}

export type Properties = ReadonlyMap<string, string | boolean | number>;

export function functionsOf(table: Functions): Map<string, WeaveFunction> {
  return new Map(
    Object.entries(table).map(([name, [arity, run]]) => [name, new WeaveFunction(name, arity, (args) => run(...args))])
  );
}

/** Wraps a function that answers null to null. */
export const orNull =
  <A extends WeaveValue[]>(run: (first: NonNullable<WeaveValue>, ...rest: A) => WeaveValue) =>
  (first: WeaveValue, ...rest: WeaveValue[]): WeaveValue =>
    first === null || first === undefined ? null : run(first, ...(rest as A));

/** A function of a text that answers null to null. */
export const ofText =
  (run: (text: string, ...rest: WeaveValue[]) => WeaveValue) =>
  (first: WeaveValue, ...rest: WeaveValue[]): WeaveValue =>
    first === null || first === undefined ? null : run(toText(first), ...rest);

export function numberOf(value: WeaveValue, name: string): BigDecimal {
  const number = toNumber(value);
  if (!number) throw badOperands(name, [value]);
  return number;
}

export const intOf = (value: WeaveValue, name: string): number =>
  Math.trunc(Number(numberOf(value, name).toPlainString()));

export function arrayOf(value: WeaveValue, name: string): readonly WeaveValue[] {
  if (!isArray(value)) throw badOperands(name, [value]);
  return value;
}

export function objectOf(value: WeaveValue, name: string): WeaveObject {
  if (!(value instanceof WeaveObject)) throw badOperands(name, [value]);
  return value;
}

/** A regular expression, or a text that stands for itself. */
export function matcherOf(value: WeaveValue, flags: string): RegExp {
  if (value instanceof WeaveRegex) return value.compile(flags);
  if (typeof value === 'string' || value instanceof WeaveKey) {
    return new RegExp(toText(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags);
  }
  throw new WeaveError('Expected a regular expression or a text');
}
