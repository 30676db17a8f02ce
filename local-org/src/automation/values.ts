import type { BigDecimal } from 'bigdecimal.js';
import { Big, RoundingMode } from 'bigdecimal.js';
import { ApexList } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { classType, sobjectType, T, type ApexType } from '../kernel/types.js';
import { decimalOf } from '../runtime/conversion.js';
import { fromLocal, todayIn } from '../runtime/time-zone.js';
import { toText } from '../runtime/text.js';
import type { FieldModel } from '../schema/model.js';

/** What a value is converted to: a data type of flows with its detail. */
export interface DataType {
  readonly dataType: string;
  readonly scale?: number;
  readonly objectType?: string;
  readonly apexClass?: string;
}

/** The Apex type of one value of a data type. */
export function apexTypeOf({ dataType, objectType, apexClass }: DataType): ApexType {
  switch (dataType) {
    case 'Number':
    case 'Currency':
      return T.Decimal;
    case 'Boolean':
      return T.Boolean;
    case 'Date':
      return T.Date;
    case 'DateTime':
      return T.Datetime;
    case 'Time':
      return T.Time;
    case 'SObject':
      return sobjectType(objectType ?? 'SObject');
    case 'Apex':
      return classType((apexClass ?? 'Object').replace(/\$/g, '.').replace(/^.*__(?=\w+(\.|$))/, ''));
    default:
      return T.String;
  }
}

/** A value as a variable of the data type holds it. What cannot be that becomes null. */
export function converted(tx: Transaction, value: ApexValue, type: DataType): ApexValue {
  if (value === null) return null;
  switch (type.dataType) {
    case 'Number':
    case 'Currency':
      return scaled(numberOf(value), type.scale);
    case 'Boolean':
      return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
    case 'Date':
      return dateOf(tx, value);
    case 'DateTime':
      return momentOf(tx, value);
    case 'Time':
      return value instanceof ApexTime ? value : null;
    case 'SObject':
    case 'Apex':
      return value instanceof ApexObject ? value : null;
    default:
      return plainText(tx, value);
  }
}

/** A value as a field of an object takes it. */
export function fieldValue(tx: Transaction, field: FieldModel, value: ApexValue): ApexValue {
  if (value === null || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'id':
    case 'reference':
      return value instanceof ApexId ? value : (ApexId.parse(plainText(tx, value) ?? '') ?? plainText(tx, value));
    case 'boolean':
      return converted(tx, value, { dataType: 'Boolean' });
    case 'int':
      return numberOf(value)?.setScale(0, RoundingMode.HALF_UP).numberValue() ?? null;
    case 'double':
    case 'currency':
    case 'percent':
      return numberOf(value);
    case 'date':
      return dateOf(tx, value);
    case 'datetime':
      return momentOf(tx, value);
    case 'time':
    case 'base64':
    case 'anyType':
      return value;
    default:
      return value instanceof ApexObject ? toText(tx, value) : plainText(tx, value);
  }
}

function scaled(value: BigDecimal | null, scale: number | undefined): BigDecimal | null {
  return value && scale !== undefined && value.scale() > scale ? value.setScale(scale, RoundingMode.HALF_UP) : value;
}

/** Any number, also one that is written as text. */
export function numberOf(value: ApexValue): BigDecimal | null {
  const number = decimalOf(value);
  if (number) return number;
  return typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Big(value.trim()) : null;
}

function dateOf(tx: Transaction, value: ApexValue): ApexDate | null {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return new ApexDate(todayIn(tx.user.timeZone, value.ms));
  const ms = typeof value === 'string' ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) ? null : new ApexDate(ms / 86_400_000);
}

function momentOf(tx: Transaction, value: ApexValue): ApexDatetime | null {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(fromLocal(tx.user.timeZone, value.days * 86_400_000));
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : new ApexDatetime(ms);
}

/** The text of a value, as a Text variable takes it; null stays null. */
export function plainText(tx: Transaction, value: ApexValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof ApexId) return value.value;
  const number = decimalOf(value);
  if (number) return number.scale() > 0 ? number.stripTrailingZeros().toPlainString() : number.toPlainString();
  if (value instanceof ApexList) return `[${value.items.map((item) => plainText(tx, item) ?? '').join(', ')}]`;
  return toText(tx, value);
}

/** A copy of a record or list: variables of flows hold values, not references. */
export function copied(value: ApexValue): ApexValue {
  if (value instanceof ApexList) return new ApexList(value.element, value.items.map(copied));
  if (!(value instanceof SObjectValue)) return value;
  const copy = new SObjectValue(value.object);
  for (const [name, content] of value.fields) copy.fields.set(name, content);
  return copy;
}
