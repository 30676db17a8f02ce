import type { BigDecimal } from 'bigdecimal.js';
import type { ApexList } from '../../kernel/collections.js';
import type { ApexObject } from '../../kernel/object.js';
import { type ApexValue } from '../../kernel/object.js';
import type { ApexDate } from '../../kernel/scalars.js';
import { type ApexDatetime, type ApexDouble } from '../../kernel/scalars.js';
import { required } from '../../runtime/arguments.js';
import { dateText, datetimeText } from '../../runtime/date-text.js';
import { stringException } from '../../runtime/exceptions.js';
import { heldText } from '../../runtime/heap.js';
import { iterate } from '../../runtime/iteration.js';
import { doubleText } from '../../runtime/number-text.js';
import { toText } from '../../runtime/text.js';
import { localParts } from '../../runtime/time-zone.js';
import type { PlatformClassSource } from '../define.js';
import { formatMessage } from './message-format.js';

const orNull = <V>(value: V | null, text: (value: V) => string): string | null => (value === null ? null : text(value));

/** `2026-01-05 10:15:30` in the running user's time zone. */
export function localDatetimeText(timeZone: string, ms: number): string {
  return datetimeText(ms + localParts(timeZone, ms).offsetMs);
}

function commonPrefix(texts: readonly ApexValue[]): string {
  const [first = '', ...rest] = texts.map((text) => (typeof text === 'string' ? text : ''));
  let length = first.length;
  for (const text of rest) {
    let i = 0;
    while (i < length && i < text.length && text[i] === first[i]) i++;
    length = i;
  }
  return first.slice(0, length);
}

/** The static methods of String. */
export const stringStatics: PlatformClassSource['members'] = {
  'static String escapeSingleQuotes(String stringToEscape)': (_tx, text: string | null) =>
    required(text, 1).replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
  'static String format(String stringToFormat, List<Object> formattingArguments)': (
    tx,
    pattern: string | null,
    args: ApexList | null
  ) =>
    heldText(
      tx,
      formatMessage(
        required(pattern, 1),
        required(args, 2).items.map((item) => toText(tx, item))
      )
    ),
  'static String fromCharArray(List<Integer> charArray)': (_tx, codes: ApexList<number | null> | null) => {
    let text = '';
    for (const code of required(codes, 1).items) {
      const point = required(code, 1);
      if (point < 0 || point > 0x10ffff) throw stringException(`Invalid Unicode code point: ${point}`);
      text += String.fromCodePoint(point);
    }
    return text;
  },
  'static String getCommonPrefix(List<String> strings)': (_tx, texts: ApexList | null) =>
    commonPrefix(required(texts, 1).items),
  'static Boolean isBlank(String inputString)': (_tx, text: string | null) => text === null || text.trim() === '',
  'static Boolean isEmpty(String inputString)': (_tx, text: string | null) => text === null || text === '',
  'static Boolean isNotBlank(String inputString)': (_tx, text: string | null) => text !== null && text.trim() !== '',
  'static Boolean isNotEmpty(String inputString)': (_tx, text: string | null) => text !== null && text !== '',
  'static String join(Iterable<Object> iterableObj, String separator)': (
    tx,
    parts: ApexObject | null,
    separator: string | null
  ) =>
    heldText(
      tx,
      iterate(tx, required(parts, 1))
        .map((part) => (part === null ? '' : toText(tx, part)))
        .join(separator ?? '')
    ),
  'static String valueOf(Date dateToConvert)': (_tx, value: ApexDate | null) =>
    orNull(value, (date) => dateText(date.days)),
  'static String valueOf(Datetime datetimeToConvert)': (tx, value: ApexDatetime | null) =>
    orNull(value, (moment) => localDatetimeText(tx.user.timeZone, moment.ms)),
  'static String valueOf(Decimal decimalToConvert)': (_tx, value: BigDecimal | null) =>
    orNull(value, (v) => v.toString()),
  'static String valueOf(Double doubleToConvert)': (_tx, value: ApexDouble | null) =>
    orNull(value, (v) => doubleText(v.value)),
  'static String valueOf(Integer integerToConvert)': (_tx, value: number | null) => orNull(value, String),
  'static String valueOf(Long longToConvert)': (_tx, value: bigint | null) => orNull(value, String),
  'static String valueOf(Object toConvert)': (tx, value: ApexValue) =>
    orNull(value, (v) => heldText(tx, toText(tx, v))),
  'static String valueOfGmt(Datetime datetimeToConvert)': (_tx, value: ApexDatetime | null) =>
    orNull(value, (moment) => datetimeText(moment.ms))
};
