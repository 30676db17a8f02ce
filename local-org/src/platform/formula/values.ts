import { BigDecimal, RoundingMode } from 'bigdecimal.js';
import { isBlank, isTrue, numberOf, textOf } from '../../formula/evaluate.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import { toDouble, toInteger, toLong } from '../../runtime/conversion.js';

/** Whether formulas can reckon with a value. */
export function isScalarValue(value: ApexValue): boolean {
  if (value === null || typeof value !== 'object') return true;
  const kinds = [BigDecimal, ApexDouble, ApexId, ApexDate, ApexDatetime, ApexTime];
  return kinds.some((kind) => value instanceof kind);
}

/** The value of a formula as a FormulaReturnType says. */
export function returned(value: ApexValue, type: string): ApexValue {
  switch (type) {
    case 'BOOLEAN':
      return isTrue(value);
    case 'STRING':
      return textOf(value);
    case 'ID':
      return typeof value === 'string' ? (ApexId.parse(value) ?? null) : null;
    case 'DATE':
      return value instanceof ApexDatetime ? new ApexDate(Math.floor(value.ms / 86_400_000)) : value;
    case 'DATETIME':
      return value instanceof ApexDate ? new ApexDatetime(value.days * 86_400_000) : value;
    case 'TIME':
      return value;
    default:
      return isBlank(value) ? null : numeric(numberOf(value), type);
  }
}

function numeric(value: BigDecimal, type: string): ApexValue {
  if (type === 'DECIMAL') return value;
  if (type === 'DOUBLE') return toDouble(value);
  const whole = value.setScale(0, RoundingMode.DOWN);
  return type === 'LONG' ? toLong(whole) : toInteger(whole);
}
