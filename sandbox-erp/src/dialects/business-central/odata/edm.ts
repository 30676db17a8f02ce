import { CENTS_SCALE, FINE_SCALE, parseScaled, toNumber } from '../../../ledger/amounts.js';
import type { SqlValue } from '../../../ledger/database.js';
import { isDay, NO_DATE } from '../../../ledger/dates.js';
import { badRequest, BcError, tooLong } from '../errors.js';

/** How a property is stored and shown. `code` is text that Business Central keeps in upper case; `cents` and `fine` are decimals. */
export type EdmKind = 'guid' | 'code' | 'text' | 'cents' | 'fine' | 'whole' | 'flag' | 'day' | 'moment' | 'option';

export interface Property {
  readonly name: string;
  /** Column of the entity set's view, or an SQL literal for what the ledger does not hold. */
  readonly column: string;
  readonly kind: EdmKind;
  readonly maxLength: number;
  readonly options: readonly string[];
  /** `fixed` accepts only its own value, because the ledger holds nothing for it. */
  readonly access: 'writable' | 'readOnly' | 'fixed';
}

export const NO_GUID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The name of each kind in OData. */
export const EDM_TYPES: Readonly<Record<EdmKind, string>> = {
  guid: 'Edm.Guid',
  code: 'Edm.String',
  text: 'Edm.String',
  cents: 'Edm.Decimal',
  fine: 'Edm.Decimal',
  whole: 'Edm.Int32',
  flag: 'Edm.Boolean',
  day: 'Edm.Date',
  moment: 'Edm.DateTimeOffset',
  option: 'Edm.String'
};

/** A stored value as JSON shows it. */
export function toJson(property: Property, stored: SqlValue): string | number | boolean {
  switch (property.kind) {
    case 'cents':
      return toNumber(Number(stored), CENTS_SCALE);
    case 'fine':
      return toNumber(Number(stored), FINE_SCALE);
    case 'whole':
      return Number(stored);
    case 'flag':
      return stored === 1;
    case 'guid':
      return stored === '' || stored === null ? NO_GUID : stored;
    case 'day':
      return stored === '' || stored === null ? NO_DATE : stored;
    case 'option':
      return stored === '' ? ' ' : String(stored);
    default:
      return String(stored ?? '');
  }
}

/** A value of a request body as it is stored; throws the API's error when it does not fit the property. */
export function fromJson(property: Property, value: unknown): SqlValue {
  const { kind, name } = property;
  if (value === null && kind !== 'text' && kind !== 'code') {
    const type = `${EDM_TYPES[kind]}[Nullable=False]`;
    throw badRequest(
      `A null value was found for the property named '${name}', which has the expected type '${type}'. The expected type '${type}' does not allow null values.`
    );
  }
  if (kind === 'flag') {
    if (typeof value === 'boolean') return value ? 1 : 0;
    throw wrongType(property, value);
  }
  if (kind === 'cents' || kind === 'fine' || kind === 'whole') {
    if (typeof value !== 'number' || (kind === 'whole' && !Number.isInteger(value))) throw wrongType(property, value);
    return scaledOf(property, String(value));
  }
  if (value !== null && typeof value !== 'string') throw wrongType(property, value);
  return textOf(property, value ?? '');
}

/** The text of a filter literal as it is stored, so that it can be compared. */
export function fromLiteral(property: Property, literal: string): SqlValue {
  if (property.kind === 'flag') return literal === 'true' ? 1 : 0;
  if (property.kind === 'cents' || property.kind === 'fine' || property.kind === 'whole') {
    return scaledOf(property, literal);
  }
  return textOf({ ...property, maxLength: 0 }, literal);
}

function scaledOf(property: Property, text: string): number {
  const scale = property.kind === 'cents' ? CENTS_SCALE : property.kind === 'fine' ? FINE_SCALE : 0;
  const scaled = parseScaled(text, scale);
  if (scaled === undefined) throw wrongType(property, text);
  return scaled;
}

function textOf(property: Property, value: string): string {
  switch (property.kind) {
    case 'guid':
      if (!GUID.test(value)) throw wrongType(property, value);
      return value.toLowerCase() === NO_GUID ? '' : value.toLowerCase();
    case 'day':
      if (!isDay(value)) throw wrongType(property, value);
      return value;
    case 'moment': {
      const moment = Date.parse(value);
      if (Number.isNaN(moment)) throw wrongType(property, value);
      return new Date(moment).toISOString();
    }
    case 'option':
      return optionOf(property, value);
    default: {
      const text = property.kind === 'code' ? value.trim().toUpperCase() : value;
      if (property.maxLength > 0 && text.length > property.maxLength) throw tooLong(text, property.maxLength);
      return text;
    }
  }
}

function optionOf(property: Property, value: string): string {
  const blank = value.trim() === '' || value === '_x0020_';
  const found = property.options.find((option) => (blank ? option === '' : option === value));
  if (found !== undefined) return found;
  const known = property.options.map((option) => (option === '' ? ' ' : option)).join(',');
  throw new BcError(400, 'Unknown', `'${value}' is not an option. The existing options are: ${known}`);
}

function wrongType(property: Property, value: unknown): BcError {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  const name = EDM_TYPES[property.kind];
  return badRequest(
    `Cannot convert the literal '${shown}' to the expected type '${name}' of property '${property.name}'.`
  );
}
