import { BigDecimal } from 'bigdecimal.js';
import { ApexList } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Org, Transaction } from '../kernel/services.js';
import { type ApexType, fullTypeName, sameType, T } from '../kernel/types.js';
import { dateToDatetime, idFromString, toDecimal, toDouble, toLong } from './conversion.js';
import { typeException } from './exceptions.js';

/** The runtime type of a value; null for null. */
export function typeOf(value: ApexValue): ApexType {
  if (value === null) return T.Null;
  switch (typeof value) {
    case 'string':
      return T.String;
    case 'number':
      return T.Integer;
    case 'bigint':
      return T.Long;
    case 'boolean':
      return T.Boolean;
  }
  if (value instanceof ApexObject) return value.apexType();
  if (value instanceof BigDecimal) return T.Decimal;
  if (value instanceof ApexDouble) return T.Double;
  if (value instanceof ApexId) return T.Id;
  if (value instanceof ApexDate) return T.Date;
  if (value instanceof ApexDatetime) return T.Datetime;
  if (value instanceof ApexTime) return T.Time;
  if (value instanceof ApexBlob) return T.Blob;
  throw new Error(`Not an Apex value: ${String(value)}`);
}

/** What each scalar also is for instanceof and casts from Object. */
const widerScalars: Readonly<Record<string, readonly string[]>> = {
  integer: ['long', 'double', 'decimal'],
  long: ['double', 'decimal'],
  double: ['decimal'],
  decimal: ['double'],
  date: ['datetime'],
  id: ['string']
};

/** True when a value whose runtime type is `from` may stand where `to` is wanted. */
export function isSubtype(org: Org, from: ApexType, to: ApexType): boolean {
  if (sameType(from, to)) return true;
  if (to.kind === 'platform' && to.name === 'Object') return from.kind !== 'void';
  if (from.kind === 'null') return true;
  if (from.kind === 'sobject') {
    return to.kind === 'sobject' && (isGenericRecord(to) || isGenericRecord(from));
  }
  if (from.kind === 'class') {
    const info = org.code.classInfo(from.name);
    if (!info) return false;
    if (info.interfaces.some((type) => sameType(type, to) || isSubtype(org, type, to))) return true;
    return info.superclass !== null && isSubtype(org, info.superclass, to);
  }
  if (from.kind !== 'platform') return false;
  return platformSubtype(org, from, to);
}

const isGenericRecord = (type: ApexType): boolean => type.kind === 'sobject' && type.name.toLowerCase() === 'sobject';

function platformSubtype(org: Org, from: ApexType & { kind: 'platform' }, to: ApexType): boolean {
  if (to.kind === 'platform' && from.name.toLowerCase() === to.name.toLowerCase()) {
    return from.args.every((arg, i) => {
      const wanted = to.args[i];
      return wanted !== undefined && isElementSubtype(org, arg, wanted);
    });
  }
  if (to.kind === 'platform' && widerScalars[from.name.toLowerCase()]?.includes(to.name.toLowerCase())) return true;
  const owner = org.library.class(from.name);
  if (!owner) return false;
  const inherited = owner.extends ? [owner.extends, ...owner.implements] : owner.implements;
  return inherited.some((type) => isSubtype(org, substitute(type, owner.typeParameters, from.args), to));
}

/** Elements of collections: scalars must be the same (a List<Integer> is no List<Long>), objects may be of a subtype. */
function isElementSubtype(org: Org, from: ApexType, to: ApexType): boolean {
  if (from.kind === 'platform' && from.name.toLowerCase() in widerScalars) {
    return sameType(from, to) || (to.kind === 'platform' && to.name === 'Object');
  }
  return isSubtype(org, from, to);
}

/** Replaces type parameters: `Iterable<T>` of List<String> becomes `Iterable<String>`. */
export function substitute(type: ApexType, parameters: readonly string[], args: readonly ApexType[]): ApexType {
  if (type.kind === 'variable') return args[parameters.indexOf(type.name)] ?? T.Object;
  if (type.kind !== 'platform' || type.args.length === 0) return type;
  return { ...type, args: type.args.map((arg) => substitute(arg, parameters, args)) };
}

/** `value instanceof type`; false for null. A String that is a valid id is an instance of Id (Apex Developer Guide, "Id"). */
export function instanceOf(tx: Transaction, value: ApexValue, type: ApexType): boolean {
  if (value === null) return false;
  if (typeof value === 'string' && type.kind === 'platform' && type.name === 'Id')
    return ApexId.parse(value) !== undefined;
  return isSubtype(tx.org, typeOf(value), type);
}

/** A cast, with the widening that the target type asks for (an Integer in an Object cast to Decimal becomes a Decimal). */
export function castTo(tx: Transaction, value: ApexValue, type: ApexType): ApexValue {
  if (value === null) return null;
  if (type.kind === 'platform' && type.args.length === 0) {
    const from = typeOf(value);
    const name = type.name;
    if (name === 'Object' || (from.kind === 'platform' && from.name === name)) return value;
    if (
      typeof value === 'number' ||
      typeof value === 'bigint' ||
      value instanceof ApexDouble ||
      value instanceof BigDecimal
    ) {
      if (name === 'Long' && typeof value === 'number') return toLong(value);
      if (name === 'Double') return toDouble(value);
      if (name === 'Decimal') return toDecimal(value);
    } else if (name === 'Datetime' && value instanceof ApexDate) return dateToDatetime(value);
    else if (name === 'Id' && typeof value === 'string') return idFromString(value);
    else if (name === 'String' && value instanceof ApexId) return value.value;
  }
  const from = typeOf(value);
  if (isSubtype(tx.org, from, type)) return value;
  const converted = value instanceof ApexList ? convertedList(tx, value, type) : undefined;
  if (converted) return converted;
  throw typeException(`Invalid conversion from runtime type ${displayType(from)} to ${displayType(type)}`);
}

/** A List<Id> may be cast to List<String> and List<Integer> to List<Decimal>, as public code does; here it becomes another list. */
function convertedList(tx: Transaction, list: ApexList, type: ApexType): ApexList | undefined {
  const [to] = type.kind === 'platform' && type.name === 'List' ? type.args : [];
  if (!to || !(sameType(list.element, T.Id) ? sameType(to, T.String) : isNumber(list.element) && isNumber(to))) {
    return undefined;
  }
  return new ApexList(
    to,
    list.items.map((item) => castTo(tx, item, to))
  );
}

const isNumber = (type: ApexType): boolean =>
  [T.Integer, T.Long, T.Double, T.Decimal].some((each) => sameType(each, type));

/** A type as messages about conversions show it: Object inside collections is `ANY`. */
export function displayType(type: ApexType): string {
  return fullTypeName(type).replaceAll(/([<,])Object(?=[,>])/g, '$1ANY');
}
