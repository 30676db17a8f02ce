import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet, keyOf, tokenText } from '../kernel/collections.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';

/** Java's hash of a text: s[0]*31^(n-1) + … + s[n-1], in 32 bits. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

const longHash = (value: bigint): number => Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));

/** hashCode() of any value; equal values have equal hashes. Strings, numbers and Booleans give what Java gives. */
export function hashOf(tx: Transaction, value: ApexValue): number {
  if (value === null) return 0;
  switch (typeof value) {
    case 'string':
      return stringHash(value);
    case 'number':
      return value;
    case 'bigint':
      return longHash(value);
    case 'boolean':
      return value ? 1231 : 1237;
  }
  if (value instanceof BigDecimal) return stringHash(value.toString());
  if (value instanceof ApexDouble) return doubleHash(value.value);
  if (value instanceof ApexId) return stringHash(value.value);
  if (value instanceof ApexDate) return longHash(BigInt(value.days) * 86_400_000n);
  if (value instanceof ApexDatetime) return longHash(BigInt(value.ms));
  if (value instanceof ApexTime) return longHash(BigInt(value.ms));
  if (!(value instanceof ApexObject)) return stringHash(tokenText(value));
  if (value instanceof ApexEnumValue) return stringHash(value.name);
  if (value instanceof ApexList)
    return value.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashOf(tx, item)) | 0, 1);
  if (value instanceof ApexSet) return sum([...value.entries.values()].map((item) => hashOf(tx, item)));
  if (value instanceof ApexMap) {
    return sum([...value.entries.values()].map((e) => hashOf(tx, e.key) ^ hashOf(tx, e.value)));
  }
  if (value instanceof SObjectValue) return stringHash(String(keyOf(value)));
  const own = tx.org.code.userMethod(value, 'hashCode', 0);
  return own ? Number(own(tx)) : identityHash(value);
}

const sum = (hashes: readonly number[]): number => hashes.reduce((total, hash) => (total + hash) | 0, 0);

function doubleHash(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return (view.getInt32(0) ^ view.getInt32(4)) | 0;
}

const identityHash = (value: ApexObject): number => stringHash(tokenText(value));
