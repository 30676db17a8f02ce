import { Big } from 'bigdecimal.js';
import { ApexList, ApexMap } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { T } from '../../kernel/types.js';
import { jsonException } from '../../runtime/exceptions.js';
import type { JsonTokens } from './tokens.js';

/** A whole number as Integer, or Long beyond 32 bits, or Decimal beyond 64. */
export function wholeNumber(text: string): ApexValue {
  const small = Number(text);
  if (small >= -2147483648 && small <= 2147483647) return small | 0;
  const large = BigInt(text);
  return BigInt.asIntN(64, large) === large ? large : Big(text);
}

/** The value that starts at the current token, made of Map<String,Object>, List<Object> and scalars. */
export function readUntyped(tokens: JsonTokens): ApexValue {
  switch (tokens.kind) {
    case 'START_OBJECT': {
      const map = new ApexMap<string>(T.String, T.Object);
      while (tokens.next() && (tokens.kind as string) !== 'END_OBJECT') {
        const name = tokens.value;
        tokens.next();
        map.entries.set(name, { key: name, value: readUntyped(tokens) });
      }
      return map;
    }
    case 'START_ARRAY': {
      const list = new ApexList(T.Object);
      while (tokens.next() && (tokens.kind as string) !== 'END_ARRAY') list.items.push(readUntyped(tokens));
      return list;
    }
    case 'VALUE_STRING':
      return tokens.value;
    case 'VALUE_NUMBER_INT':
      return wholeNumber(tokens.value);
    case 'VALUE_NUMBER_FLOAT':
      return Big(tokens.value);
    case 'VALUE_TRUE':
      return true;
    case 'VALUE_FALSE':
      return false;
    case 'VALUE_NULL':
      return null;
    default:
      throw jsonException('No content to map to Object due to end of input');
  }
}
