import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet } from '../../kernel/collections.js';
import { ApexEnumValue, type ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { typeName } from '../../kernel/types.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The value as Lightning components receive it: instances of project classes by their `@AuraEnabled` members, records by their
 * fields, Decimal and Long as numbers, dates as ISO text. Members that are null are left out, as Aura's encoder does.
 */
export function toAuraJson(tx: Transaction, value: ApexValue): Json {
  if (value instanceof SObjectValue) {
    return entries([...value.fields].map(([name, field]): [string, Json] => [name, toAuraJson(tx, field)]));
  }
  if (value instanceof ApexList) return value.items.map((item) => toAuraJson(tx, item));
  if (value instanceof ApexSet) return [...value.entries.values()].map((item) => toAuraJson(tx, item));
  if (value instanceof ApexMap) {
    return entries(
      [...value.entries.values()].map((entry): [string, Json] => [keyText(entry.key), toAuraJson(tx, entry.value)])
    );
  }
  if (isScalar(value)) return scalarJson(value);
  return objectJson(tx, value);
}

function objectJson(tx: Transaction, value: ApexObject): Json {
  const type = value.apexType();
  const info = type.kind === 'class' ? tx.org.code.classInfo(type.name) : undefined;
  if (!info) throw new Error(`A value of type ${typeName(type)} cannot be returned to a component`);
  const visible = info.members.filter(
    (member) => !member.static && member.readable && member.annotations.some((one) => one.name === 'auraenabled')
  );
  return entries(
    visible.map((member): [string, Json] => [
      member.name,
      toAuraJson(tx, tx.org.code.getMember(tx, value, member.name))
    ])
  );
}

function entries(pairs: readonly [string, Json][]): Json {
  const result: { [key: string]: Json } = {};
  for (const [name, value] of pairs) if (value !== null) result[name] = value;
  return result;
}

type Scalar = Exclude<ApexValue, ApexObject> | ApexEnumValue;

export function isScalar(value: ApexValue): value is Scalar {
  return (
    value === null ||
    typeof value !== 'object' ||
    value instanceof BigDecimal ||
    value instanceof ApexDouble ||
    value instanceof ApexId ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime ||
    value instanceof ApexBlob ||
    value instanceof ApexEnumValue
  );
}

/** A scalar as JSON. Numbers become JSON numbers: beyond 15 digits they lose precision, as they do in a browser. */
export function scalarJson(value: Scalar): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof BigDecimal) return Number(value.toPlainString());
  if (value instanceof ApexDouble) return Number.isFinite(value.value) ? value.value : null;
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return isoDate(value);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return isoTime(value);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  return value.name;
}

export const isoDate = (date: ApexDate): string => new Date(date.days * 86_400_000).toISOString().slice(0, 10);
export const isoTime = (time: ApexTime): string => new Date(time.ms).toISOString().slice(11);

function keyText(key: ApexValue): string {
  return isScalar(key) ? String(scalarJson(key)) : typeName(key.apexType());
}
