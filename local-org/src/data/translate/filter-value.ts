import { Big } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../../kernel/scalars.js';
import { familyOf, type Shape } from './encoding.js';

/** A value written as text in metadata (roll-up filters, default values, custom metadata records), for a field of that shape. */
export function parseFilterValue(shape: Shape, text: string): ApexValue {
  if (text === '') return null;
  switch (familyOf(shape)) {
    case 'boolean':
      return /^(true|1)$/i.test(text);
    case 'integer':
      return Math.trunc(Number(text));
    case 'decimal':
      return Big(text);
    case 'date':
      return new ApexDate(Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000));
    case 'datetime':
      return new ApexDatetime(Date.parse(text));
    case 'id':
      return ApexId.parse(text) ?? text;
    default:
      return text;
  }
}
