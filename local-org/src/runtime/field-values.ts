import type { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import type { ApexDouble } from '../kernel/scalars.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import type { ApexType } from '../kernel/types.js';
import { fieldValueType, refersToMetadata } from '../schema/field-types.js';
import type { FieldModel } from '../schema/model.js';
import { isNumeric } from './comparison.js';
import { dateToDatetime, idFromString, toDecimal } from './conversion.js';
import { sobjectException } from './exceptions.js';
import { displayType, typeOf } from './types.js';

/**
 * A value as SObject.put stores it in a field: converted where Apex converts by itself, refused with
 * `Illegal assignment from X to Y` where it does not.
 */
export function valueForField(field: FieldModel, value: ApexValue): ApexValue {
  if (value === null) return null;
  const wanted = fieldValueType(field);
  if (typeof value === 'string' && refersToMetadata(field)) return ApexId.named(value);
  const converted = convert(wanted, value);
  if (converted === undefined) {
    throw sobjectException(`Illegal assignment from ${displayType(typeOf(value))} to ${displayType(wanted)}`);
  }
  return converted;
}

function convert(wanted: ApexType, value: ApexValue): ApexValue | undefined {
  switch (wanted.kind === 'platform' ? wanted.name : '') {
    case 'Object':
      return value;
    case 'String':
      return typeof value === 'string' ? value : value instanceof ApexId ? value.value : undefined;
    case 'Id':
      return value instanceof ApexId ? value : typeof value === 'string' ? idFromString(value) : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      if (typeof value === 'number') return value;
      if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
      return isNumeric(value) && isWhole(value) ? Number(toDecimal(value)?.toBigInt() ?? 0n) : undefined;
    case 'Decimal':
      return isNumeric(value) ? toDecimal(value) : undefined;
    case 'Date':
      return value instanceof ApexDate ? value : undefined;
    case 'Datetime':
      return value instanceof ApexDatetime ? value : value instanceof ApexDate ? dateToDatetime(value) : undefined;
    case 'Time':
      return value instanceof ApexTime ? value : undefined;
    case 'Blob':
      return value instanceof ApexBlob ? value : undefined;
    default:
      return value;
  }
}

const isWhole = (value: BigDecimal | ApexDouble | number | bigint): boolean => {
  const decimal = toDecimal(value);
  return decimal !== null && decimal.stripTrailingZeros().scale() <= 0;
};
