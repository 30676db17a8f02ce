import { randomUUID } from 'node:crypto';
import { apply, force } from '../evaluate/call.js';
import { typeOfValue } from '../evaluate/type-of.js';
import { textOf, toText } from '../evaluate/text.js';
import { difference } from '../time/arithmetic.js';
import { WeaveDate, WeaveDateTime, WeaveLocalDateTime } from '../time/values.js';
import { offsetAt } from '../time/zones.js';
import { coerceTime } from '../evaluate/coerce-time.js';
import { isArray, number, pair, WeaveBinary, WeaveNamespace, WeaveObject, type WeaveValue } from '../values.js';
import { collectionFunctions, sizeOf } from './arrays-core.js';
import type { Engine, Functions, Properties } from './define.js';
import { numberFunctions } from './numbers-core.js';
import { stringFunctions } from './strings-core.js';

const isEmpty = (value: WeaveValue): boolean =>
  value === null ||
  value === '' ||
  (isArray(value) && value.length === 0) ||
  (value instanceof WeaveObject && value.pairs.length === 0);

function yearOf(value: WeaveValue): number {
  if (value instanceof WeaveDate) return new Date(value.days * 86_400_000).getUTCFullYear();
  if (value instanceof WeaveDateTime) return new Date(value.ms + offsetAt(value.zone, value.ms)).getUTCFullYear();
  return value instanceof WeaveLocalDateTime ? new Date(value.ms).getUTCFullYear() : 0;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `daysBetween(from, to)`: whole days. */
function daysBetween(from: WeaveValue, to: WeaveValue): WeaveValue {
  const days = difference(coerceTime(to, 'Date', undefined), coerceTime(from, 'Date', undefined));
  return number(Math.trunc((days?.ms ?? 0) / 86_400_000));
}

export function propertiesOf(value: WeaveValue | undefined): Properties {
  if (!(value instanceof WeaveObject)) return new Map();
  return new Map(
    value.pairs.map(({ key, value: of }) => {
      const text = textOf(of) ?? '';
      return [key.name, text === 'true' || text === 'false' ? text === 'true' : text];
    })
  );
}

function xsiType(name: WeaveValue, namespace: WeaveValue): WeaveValue {
  const prefix = namespace instanceof WeaveNamespace ? `${namespace.prefix}:` : '';
  return new WeaveObject([pair('xsi:type', prefix + toText(name))]);
}

/** The functions of dw::Core, which every script has. */
export const coreFunctions = (engine: Engine): Functions => ({
  ...collectionFunctions,
  ...stringFunctions,
  ...numberFunctions(engine),
  sizeOf: [1, sizeOf],
  isEmpty: [1, isEmpty],
  isBlank: [1, (value) => value === null || toText(value).trim() === ''],
  typeOf: [1, (value) => typeOfValue(value)],
  now: [0, () => new WeaveDateTime(engine.now(), 'Z')],
  uuid: [0, () => randomUUID()],
  isLeapYear: [1, (value) => isLeap(yearOf(value))],
  daysBetween: [2, daysBetween],
  then: [2, (value, callback) => (value === null ? null : apply(callback ?? null, value))],
  onNull: [2, (value, callback) => (value === null ? force(callback ?? null) : value)],
  xsiType: [2, xsiType],
  log: [
    2,
    (...given) => {
      const value = given.at(-1) ?? null;
      const prefix = given.length > 1 ? `${toText(given[0] ?? null)} - ` : '';
      engine.log(prefix + engine.write(value, 'application/dw', new Map()));
      return value;
    }
  ],
  read: [
    3,
    (text, mimeType, properties) =>
      engine.read(
        text instanceof WeaveBinary ? Buffer.from(text.bytes).toString('utf8') : toText(text),
        toText(mimeType ?? 'application/dw'),
        propertiesOf(properties)
      )
  ],
  write: [
    3,
    (value, mimeType, properties) => engine.write(value, toText(mimeType ?? 'application/dw'), propertiesOf(properties))
  ]
});
