import { decimalOf } from '../../runtime/conversion.js';
import { Big, BigDecimal, RoundingMode } from 'bigdecimal.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { T } from '../../kernel/types.js';
import type { FieldModel, FieldType } from '../../schema/model.js';
import type { SqlValue } from '../store/connection.js';

/**
 * How Apex values lie in SQLite. Text ignores case, ids do not. Decimals are whole numbers of their smallest unit (12.50 with
 * scale 2 is 1250), so that sums and comparisons are exact; one with more digits than its field shows is a fraction of units, kept as
 * the platform keeps it: https://help.salesforce.com/s/articleView?id=000387302&type=1. Dates are days, moments and times milliseconds, Booleans 0 and 1.
 */

/** The part of a field's model that decides how its values are stored and read. */
export interface Shape {
  readonly type: FieldType;
  readonly length?: number;
  readonly scale?: number | undefined;
  readonly caseSensitive?: boolean;
  readonly picklist?: FieldModel['picklist'];
  readonly referenceTo?: readonly string[];
}

/** True for references to definitions of objects, fields and flows: they hold API names or durable ids, which need not be ids. */
export const refersByName = ({ referenceTo }: Shape): boolean =>
  referenceTo?.some((object) =>
    /^((Entity|Field)Definition|EntityParticle|Flow(Definition|Version)View)$/.test(object)
  ) ?? false;

export const integerShape: Shape = { type: 'int' };
export const textShape: Shape = { type: 'string' };
export const dateShape: Shape = { type: 'date' };

export type Family =
  'text' | 'id' | 'boolean' | 'integer' | 'decimal' | 'date' | 'datetime' | 'time' | 'blob' | 'compound' | 'ids';

const families: Readonly<Record<FieldType, Family>> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  longtextarea: 'text',
  richtextarea: 'text',
  picklist: 'text',
  multipicklist: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  encryptedstring: 'text',
  combobox: 'text',
  autonumber: 'text',
  anyType: 'text',
  boolean: 'boolean',
  int: 'integer',
  double: 'decimal',
  currency: 'decimal',
  percent: 'decimal',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  base64: 'blob',
  address: 'compound',
  location: 'compound',
  junctionidlist: 'ids'
};

export const familyOf = (shape: Shape): Family => families[shape.type];

/** False for fields that are computed (formulas, roll-ups) or made of other fields (addresses, locations). */
export function isStored(field: FieldModel): boolean {
  return field.formula === undefined && field.summary === undefined && familyOf(field) !== 'compound';
}

/** The column definition of a stored field. */
export function columnType(field: FieldModel): string {
  switch (familyOf(field)) {
    case 'ids':
      return 'TEXT';
    case 'text':
      return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
    case 'id':
      return 'TEXT';
    case 'blob':
      return 'BLOB';
    default:
      return 'INTEGER';
  }
}

/** The scale with which a number is stored. */
export const scaleOf = (shape: Shape): number => shape.scale ?? 0;

/** A value as it is stored in a column of that shape; Undefined when it does not fit the type. */
export function encode(shape: Shape, value: ApexValue): SqlValue | undefined {
  if (value === null) return null;
  switch (familyOf(shape)) {
    case 'text':
      return typeof value === 'string' ? value : value instanceof ApexId ? value.value : undefined;
    case 'id':
      return encodeId(value) ?? (refersByName(shape) && typeof value === 'string' ? value : undefined);
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : undefined;
    case 'integer':
      return encodeInteger(value);
    case 'decimal':
      return encodeDecimal(scaleOf(shape), value);
    case 'date':
      return value instanceof ApexDate
        ? value.days
        : value instanceof ApexDatetime
          ? Math.floor(value.ms / 86_400_000)
          : undefined;
    case 'datetime':
      return value instanceof ApexDatetime ? value.ms : value instanceof ApexDate ? value.days * 86_400_000 : undefined;
    case 'time':
      return value instanceof ApexTime ? value.ms : undefined;
    case 'blob':
      return value instanceof ApexBlob ? Buffer.from(value.bytes) : undefined;
    case 'compound':
      return undefined;
    case 'ids':
      return value instanceof ApexList ? value.items.map((id) => String(encodeId(id))).join(';') : undefined;
  }
}

function encodeId(value: ApexValue): SqlValue | undefined {
  if (value instanceof ApexId) return value.value;
  return typeof value === 'string' ? ApexId.parse(value)?.value : undefined;
}

function encodeInteger(value: ApexValue): SqlValue | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof ApexDouble) return Math.round(value.value);
  return value instanceof BigDecimal ? Number(value.setScale(0, RoundingMode.HALF_UP).unscaledValue()) : undefined;
}

function encodeDecimal(scale: number, value: ApexValue): SqlValue | undefined {
  const decimal = decimalOf(value);
  if (decimal === undefined) return undefined;
  const unscaled = decimal.setScale(scale, RoundingMode.HALF_UP).unscaledValue();
  if (Big(unscaled, scale).compareTo(decimal) !== 0) return decimal.movePointRight(scale).numberValue();
  const plain = Number(unscaled);
  return Number.isSafeInteger(plain) ? plain : unscaled;
}

/** The select expression that `decode` reads: decimals travel as text, which keeps all their digits (15 of a fraction of units). */
export function readable(shape: Shape, sql: string): string {
  return familyOf(shape) === 'decimal' ? `CAST(${sql} AS TEXT)` : sql;
}

/** A column's value as Apex sees it. */
export function decode(shape: Shape, value: SqlValue): ApexValue {
  if (value === null) return null;
  switch (familyOf(shape)) {
    case 'id':
      return ApexId.parse(String(value)) ?? (refersByName(shape) ? String(value) : null);
    case 'boolean':
      return value === 1;
    case 'integer':
      return Number(value);
    case 'decimal':
      return decodeDecimal(scaleOf(shape), String(value));
    case 'date':
      return new ApexDate(Number(value));
    case 'datetime':
      return new ApexDatetime(Number(value));
    case 'time':
      return new ApexTime(Number(value));
    case 'blob':
      return new ApexBlob(value as Uint8Array);
    case 'ids':
      return new ApexList(T.String, String(value).split(';'));
    default:
      return String(value);
  }
}

function decodeDecimal(scale: number, text: string): BigDecimal {
  const digits = /^-?\d+$/.test(text) ? BigInt(text) : undefined;
  if (digits !== undefined) return Big(digits, scale);
  return Big(Number(text)).movePointLeft(scale);
}
