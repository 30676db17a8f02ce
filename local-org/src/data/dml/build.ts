import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import { isChildList, SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel } from '../../schema/model.js';
import { encode, isStored } from '../translate/encoding.js';
import { parseFilterValue } from '../translate/filter-value.js';
import { cloneSourceOf, setCloneSource } from '../../runtime/clone-sources.js';
import { evaluateOrNull } from '../../formula/evaluate.js';
import { parseFormula } from '../../formula/parse.js';
import { asFieldValue } from '../formula/formula-value.js';
import { recordContext } from '../formula/record-context.js';
import { storedFields } from '../store/tables.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** The record of an insert: what the caller set, and the defaults of the rest. Triggers see whether it is a clone (a public suite asks them). */
export function buildNew(env: DmlEnvironment, row: DmlRow): void {
  const record = new SObjectValue(env.object.name);
  for (const [field, value] of settableFields(env, row)) {
    if (field.createable || env.forced) record.fields.set(field.name, convert(field, value));
  }
  row.record = record;
  const source = cloneSourceOf(row.input);
  if (source !== undefined) setCloneSource(record, source);
  applyRecordType(env, record);
  for (const field of storedFields(env.object)) {
    if (!record.fields.has(field.name)) applyDefault(env, record, field);
  }
}

/** The record of an update: the stored state with what the caller set laid over it. */
export function buildChanged(env: DmlEnvironment, row: DmlRow, old: SObjectValue): void {
  const record = new SObjectValue(env.object.name);
  for (const [name, value] of old.fields) record.fields.set(name, value);
  row.old = old;
  row.record = record;
  const fixed: string[] = [];
  for (const [field, value] of settableFields(env, row)) {
    const converted = convert(field, value);
    if (field.updateable || env.forced) record.fields.set(field.name, converted);
    else if (field.createable && !sameStored(field, converted, old.fields.get(field.name) ?? null))
      fixed.push(field.name);
  }
  if (fixed.length === 0) return;
  const names = fixed.join(', ');
  const message = `Unable to create/update fields: ${names}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', message, fixed);
}

function* settableFields(env: DmlEnvironment, row: DmlRow): Generator<readonly [FieldModel, ApexValue]> {
  for (const [name, value] of row.input.fields) {
    if (value instanceof SObjectValue || isChildList(value)) continue;
    const field = env.schema.field(env.object.name, name);
    if (field && field.type !== 'id' && isStored(field)) yield [field, value];
  }
}

/** The id that the describe gives to the master record type; a record that has it has none (from memory). */
const masterRecordType = '012000000000000AAA';

function convert(field: FieldModel, value: ApexValue): ApexValue {
  if (field.name === 'RecordTypeId' && value instanceof ApexId && value.value === masterRecordType) return null;
  return field.type === 'reference' && typeof value === 'string' ? (ApexId.parse(value) ?? value) : value;
}

export function sameStored(field: FieldModel, a: ApexValue, b: ApexValue): boolean {
  const left = encode(field, a);
  const right = encode(field, b);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) === 0;
  return left === right;
}

function applyDefault(env: DmlEnvironment, record: SObjectValue, field: FieldModel): void {
  const value = defaultOf(env, record, field);
  if (value !== null) record.fields.set(field.name, value);
}

/** A new record without a record type gets that of the user's profile. */
function applyRecordType(env: DmlEnvironment, record: SObjectValue): void {
  const { recordTypes, name } = env.object;
  if (recordTypes.length === 0 || record.fields.has('RecordTypeId')) return;
  const chosen = env.catalog.defaultRecordType(env.tx.user.profileName, name);
  const type = chosen && recordTypes.find(({ developerName, active }) => active && developerName === chosen);
  if (type) record.fields.set('RecordTypeId', ApexId.parse(type.id) ?? null);
}

/** The default that the record's type has for a picklist; undefined where it does not say. */
function recordTypeDefault({ object }: DmlEnvironment, record: SObjectValue, field: FieldModel): ApexValue | undefined {
  const id = record.fields.get('RecordTypeId');
  const type = id instanceof ApexId && object.recordTypes.find((one) => one.id === id.value);
  return type ? type.picklistDefaults.get(field.name) : undefined;
}

function defaultOf(env: DmlEnvironment, record: SObjectValue, field: FieldModel): ApexValue {
  const byType = field.picklist && recordTypeDefault(env, record, field);
  if (byType !== undefined) return byType;
  if (field.name === 'OwnerId') return env.tx.user.id;
  if (field.name === 'CurrencyIsoCode') return env.tx.user.currency;
  // A setting without a place is the one of the whole organization.
  if (field.name === 'SetupOwnerId' && env.object.settingsType) return env.info.id;
  if (field.type === 'boolean') return field.defaultValue === true;
  const chosen = field.picklist?.find(({ isDefault }) => isDefault)?.value;
  if (chosen !== undefined) return chosen;
  if (field.defaultValue !== undefined && field.defaultValue !== null) {
    const value = parseFilterValue(field, String(field.defaultValue));
    // Percents are written as fractions in formulas, and a default value is one.
    return field.type === 'percent' ? asFieldValue(field, value) : value;
  }
  if (field.defaultFormula === undefined) return null;
  const value = evaluateOrNull(parseFormula(field.defaultFormula), recordContext(env, record, null));
  if (field.type === 'percent') return asFieldValue(field, value);
  return encode(field, value) === undefined ? null : value;
}
