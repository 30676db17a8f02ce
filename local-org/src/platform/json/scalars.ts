import { Big } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import { parseIsoDate, parseIsoDatetime } from '../../runtime/date-parse.js';
import { jsonException, stringException } from '../../runtime/exceptions.js';
import type { JsonTokens } from './tokens.js';

const illegal = (): Error => jsonException('Illegal value for primitive');
const numberText = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Milliseconds of `10:15:30.000Z` and its shorter forms. */
export function parseTimeText(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (!match) return undefined;
  const milli = Number((match[4] ?? '').padEnd(3, '0').slice(0, 3));
  return Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000 + Number(match[3] ?? 0) * 1000 + milli;
}

function whole(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw illegal();
  return BigInt(text.replace(/^\+/, ''));
}

/** Reads the scalar at the current token as a type; undefined when `type` names no scalar. */
export function readScalar(tokens: JsonTokens, type: string): ApexValue | undefined {
  const { kind } = tokens;
  const isNull = kind === 'VALUE_NULL';
  const isScalar = kind !== null && kind.startsWith('VALUE_');
  const given = (): string => {
    if (!isScalar) throw illegal();
    return tokens.value;
  };
  switch (type) {
    case 'String':
      return isNull ? null : given();
    case 'Boolean':
      if (isNull) return null;
      if (/^(true|false)$/i.test(given())) return tokens.value.toLowerCase() === 'true';
      throw illegal();
    case 'Integer': {
      if (isNull) return null;
      const number = whole(given());
      if (BigInt.asIntN(32, number) !== number) throw illegal();
      return Number(number);
    }
    case 'Long':
      return isNull ? null : BigInt.asIntN(64, whole(given()));
    case 'Double':
      if (isNull) return null;
      if (!numberText.test(given())) throw illegal();
      return new ApexDouble(Number(tokens.value));
    case 'Decimal':
      if (isNull) return null;
      if (!numberText.test(given())) throw illegal();
      return Big(tokens.value);
    case 'Id': {
      if (isNull) return null;
      const id = ApexId.parse(given());
      if (!id) throw stringException(`Invalid id: ${tokens.value}`);
      return id;
    }
    case 'Date': {
      if (isNull) return null;
      // Unlike Date.valueOf, a time after the date is refused.
      const days = /[T ]/.test(given()) ? undefined : parseIsoDate(tokens.value);
      if (days === undefined) throw jsonException(`Invalid date: ${tokens.value}`);
      return new ApexDate(days);
    }
    case 'Datetime': {
      if (isNull) return null;
      const ms = parseIsoDatetime(given());
      if (ms === undefined) throw jsonException(`Invalid date/time: ${tokens.value}`);
      return new ApexDatetime(ms);
    }
    case 'Time': {
      if (isNull) return null;
      const ms = parseTimeText(given());
      if (ms === undefined) throw jsonException(`Invalid time: ${tokens.value}`);
      return new ApexTime(ms);
    }
    case 'Blob':
      return isNull ? null : new ApexBlob(new Uint8Array(Buffer.from(given(), 'base64')));
    default:
      return undefined;
  }
}
