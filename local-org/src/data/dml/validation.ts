import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, PicklistValue, RecordTypeModel } from '../../schema/model.js';
import { decimalOf } from '../../runtime/conversion.js';
import { encode, familyOf, isStored, scaleOf } from '../translate/encoding.js';
import { storedFields } from '../store/tables.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** Fields that are filled by the platform after this check although the object requires them. */
const filledLater = new Set(['OwnerId', 'CreatedById', 'LastModifiedById']);

/** System validation: types, required fields, lengths, ranges, restricted picklists. Changes values to the form in which they are stored. */
export function validate(env: DmlEnvironment, row: DmlRow): void {
  const missing: string[] = [];
  for (const field of storedFields(env.object)) {
    if (field.type === 'id') continue;
    const whole = normalized(row.record.fields.get(field.name) ?? null, field);
    const value = env.truncate || row.input.truncate ? cut(whole, field) : whole;
    if (row.record.fields.has(field.name)) row.record.fields.set(field.name, value);
    if (value === null) {
      if (isMissing(env, row, field)) missing.push(field.name);
    } else if (changed(row, field, value)) validateValue(env, row, field, value);
  }
  if (missing.length > 0) {
    row.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

/**
 * What is checked before triggers run: the formats of the values that the caller gave.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm (step 2)
 */
export function checkFormats(env: DmlEnvironment, row: DmlRow): void {
  for (const name of row.input.fields.keys()) {
    const field = env.object.fields.get(name);
    if (!field || field.type === 'id' || !isStored(field) || !row.record.fields.has(field.name)) continue;
    const whole = normalized(row.record.fields.get(field.name) ?? null, field);
    const value = env.truncate || row.input.truncate ? cut(whole, field) : whole;
    if (value !== null && changed(row, field, value)) validateValue(env, row, field, value);
  }
}

function isMissing(env: DmlEnvironment, row: DmlRow, field: FieldModel): boolean {
  if (!field.required || filledLater.has(field.name)) return false;
  const custom = env.object.kind === 'custom' || env.object.kind === 'customSetting';
  return row.old === null || row.record.fields.has(field.name) ? field.createable || custom : false;
}

function changed(row: DmlRow, field: FieldModel, value: ApexValue): boolean {
  return row.old === null || row.old.fields.get(field.name) !== value;
}

/**
 * Empty text is null, text fields of up to 255 characters lose the blanks around them, longer ones those at their end (public suites), and the
 * values of a picklist are stored in the letters of its definition. E-mail addresses are stored in small letters, which is why their fields
 * take no `caseSensitive` (https://salesforce.stackexchange.com/questions/246995).
 */
function normalized(value: ApexValue, field: FieldModel): ApexValue {
  if (typeof value !== 'string' || familyOf(field) !== 'text') return value;
  const isLong = /area$/.test(field.type) && (field.length ?? 0) > 255;
  const text = isLong ? value.trimEnd() : value.trim();
  if (text === '') return null;
  if (field.type === 'email') return text.toLowerCase();
  return field.picklist && field.type === 'picklist' ? inDefinedLetters(field.picklist, text) : text;
}

function inDefinedLetters(values: readonly PicklistValue[], text: string): string {
  if (values.some(({ value }) => value === text)) return text;
  const wanted = text.toLowerCase();
  return values.find(({ value }) => value.toLowerCase() === wanted)?.value ?? text;
}

function cut(value: ApexValue, field: FieldModel): ApexValue {
  if (typeof value !== 'string' || familyOf(field) !== 'text' || field.length === undefined) return value;
  return value.slice(0, field.length);
}

function validateValue(env: DmlEnvironment, row: DmlRow, field: FieldModel, value: ApexValue): void {
  if (encode(field, value) === undefined) {
    row.fail('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${String(value)}`, [
      field.name
    ]);
    return;
  }
  switch (familyOf(field)) {
    case 'text':
      validateText(env, row, field, String(value));
      return;
    case 'decimal':
    case 'integer':
      validateNumber(row, field, value);
      return;
    case 'date':
    case 'datetime':
      return;
  }
}

const emailPattern = /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+\.[^\s@<>(),;:"[\].]+$/;

function validateText(env: DmlEnvironment, row: DmlRow, field: FieldModel, text: string): void {
  if (field.length !== undefined && text.length > field.length) {
    const shown = text.length > 255 ? `${text.slice(0, 255)}...` : text;
    row.fail('STRING_TOO_LONG', `${field.label}: data value too large: ${shown} (max length=${field.length})`, [
      field.name
    ]);
    return;
  }
  if (field.type === 'email' && !emailPattern.test(text)) {
    row.fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  if (field.restrictedPicklist) validatePicklist(env, row, field, text);
}

/** A restricted picklist takes its active values, and of these what the record's type makes available. */
function validatePicklist(env: DmlEnvironment, row: DmlRow, field: FieldModel, text: string): void {
  const values = field.type === 'multipicklist' ? text.split(';').flatMap((part) => part.trim() || []) : [text];
  const known = new Set((field.picklist ?? []).filter(({ active }) => active).map(({ value }) => value.toLowerCase()));
  const available = recordTypeOf(env, row)?.picklistValues.get(field.name) ?? known;
  for (const value of values) {
    const key = value.toLowerCase();
    if (known.has(key) && available.has(key)) continue;
    const message = `${field.label}: bad value for restricted picklist field: ${value}`;
    row.fail('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    return;
  }
}

function recordTypeOf({ object }: DmlEnvironment, row: DmlRow): RecordTypeModel | undefined {
  const id = row.record.fields.get('RecordTypeId');
  return id instanceof ApexId ? object.recordTypes.find((type) => type.id === id.value) : undefined;
}

function validateNumber(row: DmlRow, field: FieldModel, value: ApexValue): void {
  const decimal = decimalOf(value);
  if (!decimal) return;
  const whole = field.type === 'int' ? 10 : (field.precision ?? 18) - scaleOf(field);
  const digits = decimal.toBigInt().toString().replace('-', '').replace(/^0+/, '').length;
  if (digits <= whole) return;
  const shown = value instanceof BigDecimal ? value.toPlainString() : String(value);
  row.fail('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${shown}`, [
    field.name
  ]);
}
