import { BigDecimal, RoundingMode } from 'bigdecimal.js';
import { WeaveError } from '../../dataweave/errors.js';
import { coerceTime } from '../../dataweave/evaluate/coerce-time.js';
import { asNumber } from '../../dataweave/evaluate/coerce.js';
import { isTrue } from '../../dataweave/evaluate/evaluator.js';
import { textOf, toText } from '../../dataweave/evaluate/text.js';
import { typeName as weaveType } from '../../dataweave/evaluate/type-of.js';
import {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeaveTime
} from '../../dataweave/time/values.js';
import { isArray, WeaveBinary, WeaveObject, type WeaveValue } from '../../dataweave/values.js';
import { ApexList, ApexMap, ApexSet } from '../../kernel/collections.js';
import type { ApexObject, ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, sobjectType, T, typeName } from '../../kernel/types.js';
import { typeOf } from '../../runtime/types.js';
import { fieldValueType } from '../../schema/field-types.js';
import { mapSet } from '../map.js';
import { setAdd } from '../set.js';
import { resolveType } from '../type.js';

/** A script's value for `output application/apex`: objects are what `as Object { class: … }` says, else maps. */
export function toApex(tx: Transaction, value: WeaveValue): ApexValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof BigDecimal) return plainNumber(value);
  if (value instanceof WeaveDate) return new ApexDate(value.days);
  if (value instanceof WeaveDateTime || value instanceof WeaveLocalDateTime) return new ApexDatetime(value.ms);
  if (value instanceof WeaveTime || value instanceof WeaveLocalTime) return new ApexTime(value.ms);
  if (value instanceof WeaveBinary) return new ApexBlob(value.bytes);
  if (isArray(value)) return listOfItems(tx, value);
  if (value instanceof WeaveObject) return objectOf(tx, value);
  const text = textOf(value);
  if (text === undefined) throw new WeaveError(`Cannot write a ${weaveType(value)} as an Apex value`);
  return text;
}

/** Whole numbers are Integers or Longs, others Decimals. */
function plainNumber(value: BigDecimal): ApexValue {
  if (value.stripTrailingZeros().scale() > 0) return value;
  const whole = BigInt(value.setScale(0, RoundingMode.UNNECESSARY).toPlainString());
  if (whole >= -2_147_483_648n && whole <= 2_147_483_647n) return Number(whole);
  return BigInt.asIntN(64, whole) === whole ? whole : value;
}

/** A list of records of one object, or of instances of one class, is a list of these, so that it can be cast to it. */
function listOfItems(tx: Transaction, items: readonly WeaveValue[]): ApexList {
  const made = items.map((item) => toApex(tx, item));
  const types = made.map((item) => (item === null ? undefined : typeOf(item)));
  const [first] = types.filter((type) => type !== undefined);
  const same = first && types.every((type) => type === undefined || typeName(type) === typeName(first));
  return new ApexList(same && first && first.kind !== 'platform' ? first : T.Object, made);
}

function objectOf(tx: Transaction, value: WeaveObject): ApexValue {
  const name = value.schema?.get('class');
  if (name === undefined || name === null) return mapOf(tx, value, T.Object);
  const type = resolveType(tx.org, toText(name));
  if (!type) throw new WeaveError(`Unable to resolve class ${toText(name)}`);
  return typed(tx, value, type);
}

function mapOf(tx: Transaction, value: WeaveObject, element: ApexType): ApexMap {
  const map = new ApexMap<string>(T.String, element);
  for (const { key, value: of } of value.pairs) mapSet(map, key.name, typed(tx, of, element));
  return map;
}

/** A value as a field or property of a type takes it. */
function typed(tx: Transaction, value: WeaveValue, type: ApexType): ApexValue {
  if (value === null) return null;
  if (type.kind === 'sobject') return record(tx, value, type.name);
  if (type.kind === 'class') return instance(tx, value, type.name);
  const [first = T.Object, second = T.Object] = type.kind === 'platform' ? type.args : [];
  switch (typeName(type).replace(/<.*/, '')) {
    case 'String':
      return toText(value);
    case 'Id':
      return idOf(value);
    case 'Boolean':
      return isTrue(value);
    case 'Integer':
      return Number(asNumber(value, undefined).setScale(0, RoundingMode.DOWN).toPlainString());
    case 'Long':
      return BigInt(asNumber(value, undefined).setScale(0, RoundingMode.DOWN).toPlainString());
    case 'Double':
      return new ApexDouble(Number(asNumber(value, undefined).toPlainString()));
    case 'Decimal':
      return asNumber(value, undefined);
    case 'Date':
      return toApex(tx, coerceTime(value, 'Date', undefined));
    case 'Datetime':
      return toApex(tx, coerceTime(value, 'DateTime', undefined));
    case 'Time':
      return toApex(tx, coerceTime(value, 'Time', undefined));
    case 'Blob':
      return value instanceof WeaveBinary
        ? new ApexBlob(value.bytes)
        : new ApexBlob(Buffer.from(toText(value), 'utf8'));
    case 'List':
      return new ApexList(
        first,
        items(value).map((item) => typed(tx, item, first))
      );
    case 'Set': {
      const set = new ApexSet(first);
      for (const item of items(value)) setAdd(set, typed(tx, item, first));
      return set;
    }
    case 'Map':
      if (value instanceof WeaveObject) return mapOf(tx, value, second);
      break;
    default:
      return toApex(tx, value);
  }
  throw new WeaveError(`Cannot coerce ${weaveType(value)} to ${typeName(type)}`);
}

const items = (value: WeaveValue): readonly WeaveValue[] => (isArray(value) ? value : [value]);

function idOf(value: WeaveValue): ApexId {
  const id = ApexId.parse(toText(value));
  if (!id) throw new WeaveError(`Invalid id: ${toText(value)}`);
  return id;
}

function record(tx: Transaction, value: WeaveValue, object: string): ApexValue {
  if (!(value instanceof WeaveObject)) throw new WeaveError(`Cannot coerce ${weaveType(value)} to ${object}`);
  const own = value.schema?.get('class');
  if (object === 'SObject') {
    if (own === undefined || own === null) throw new WeaveError('Cannot coerce Object to SObject');
    return objectOf(tx, value);
  }
  const { schema } = tx.org;
  const made = new SObjectValue(schema.object(object)?.name ?? object);
  for (const { key, value: of } of value.pairs) {
    const field = schema.field(object, key.name);
    const parent = field ? undefined : schema.parentRelationship(object, key.name);
    const children = field || parent ? undefined : schema.childRelationship(object, key.name);
    if (field) made.fields.set(field.name, typed(tx, of, fieldValueType(field)));
    else if (parent?.relationshipName) {
      made.fields.set(parent.relationshipName, typed(tx, of, sobjectType(parent.referenceTo?.[0] ?? 'SObject')));
    } else if (children) {
      const type = sobjectType(children.childObject);
      made.fields.set(
        children.name,
        new ApexList(
          type,
          items(of).map((item) => typed(tx, item, type))
        )
      );
    } else if (key.name !== 'attributes') throw new WeaveError(`Invalid field ${key.name} for SObject ${object}`);
  }
  return made;
}

function instance(tx: Transaction, value: WeaveValue, className: string): ApexValue {
  const { code } = tx.org;
  const info = code.classInfo(className);
  if (info?.kind === 'enum') {
    const constant = code.enumValue(tx, className, toText(value));
    if (!constant) throw new WeaveError(`${toText(value)} is no value of ${className}`);
    return constant;
  }
  if (!info || !(value instanceof WeaveObject))
    throw new WeaveError(`Cannot coerce ${weaveType(value)} to ${className}`);
  const own = value.schema?.get('class');
  if (own !== undefined && own !== null && toText(own).toLowerCase() !== info.name.toLowerCase() && info.abstract) {
    return objectOf(tx, value);
  }
  const made: ApexObject = code.newInstance(tx, info.name);
  for (const { key, value: of } of value.pairs) {
    const member = info.members.find((each) => !each.static && each.name.toLowerCase() === key.name.toLowerCase());
    if (!member) throw new WeaveError(`Unable to find property ${key.name} in ${info.name}`);
    if (member.writable) code.setMember(tx, made, member.name, typed(tx, of, member.type));
  }
  return made;
}
