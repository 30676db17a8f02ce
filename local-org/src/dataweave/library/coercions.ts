import { coerce } from '../evaluate/coerce.js';
import { toText } from '../evaluate/text.js';
import { namedType } from '../syntax/types.js';
import { isArray, number, WeaveBinary, type WeaveValue } from '../values.js';
import type { Engine, Functions } from './define.js';

/** A conversion with the properties that follow the value. */
const to = (type: string, ...properties: readonly string[]): Functions[string] => [
  1 + properties.length,
  (value, ...given) => {
    const schema = new Map(
      properties.flatMap((name, i) =>
        given[i] === undefined || given[i] === null ? [] : [[name, given[i] as WeaveValue]]
      )
    );
    return coerce(value, namedType(type), schema, () => undefined);
  }
];

/** toString takes an encoding for bytes and a pattern for everything else. */
function textFrom(value: WeaveValue, ...given: readonly WeaveValue[]): WeaveValue {
  if (isArray(value)) return value.map(toText).join('');
  const first = value instanceof WeaveBinary ? 'encoding' : 'format';
  return to('String', first, 'locale', 'roundMode')[1](value, ...given);
}

const coercions: Functions = {
  toArray: [1, (value) => [...toText(value)]],
  toBinary: to('Binary', 'encoding'),
  toBoolean: to('Boolean'),
  toDate: to('Date', 'format', 'locale'),
  toDateTime: [
    3,
    (value, format, locale) =>
      to('DateTime', typeof value === 'string' ? 'format' : 'unit', 'locale')[1](value, format ?? null, locale ?? null)
  ],
  toLocalDateTime: to('LocalDateTime', 'format', 'locale'),
  toLocalTime: to('LocalTime', 'format', 'locale'),
  toTime: to('Time', 'format', 'locale'),
  toNumber: [
    3,
    (value, format, locale) =>
      to('Number', typeof value === 'string' ? 'format' : 'unit', 'locale')[1](value, format ?? null, locale ?? null)
  ],
  toPeriod: to('Period'),
  toRegex: to('Regex'),
  toTimeZone: to('TimeZone'),
  toUri: to('Uri')
};

/** dw::util::Coercions. A literal cannot hold `toString`: every object has one of another type. */
export const coercionFunctions: Functions = Object.fromEntries([
  ...Object.entries(coercions),
  ['toString', [4, textFrom]]
]);

/** dw::util::Timer */
export const timerFunctions = ({ now }: Engine): Functions => ({
  currentMilliseconds: [0, () => number(now())],
  toMilliseconds: [
    1,
    (moment) => coerce(moment, namedType('Number'), new Map([['unit', 'milliseconds']]), () => undefined)
  ]
});
