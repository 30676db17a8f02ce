import { Big } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet, keyOf } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { sobjectType, T, typeName, type ApexType } from '../../kernel/types.js';
import { fieldValue } from './field-value.js';

/** A JSON value that does not fit the declared type. `expected` is the Apex type in which it failed. */
export class JsonMismatch extends Error {
  readonly expected: ApexType;
  constructor(expected: ApexType) {
    super(`The value is no ${typeName(expected)}`);
    this.expected = expected;
  }
}

/**
 * The Apex value of a declared type for a JSON value that a component or a REST client sent. Instances of project classes are
 * made by their parameterless constructor and get the members that the JSON names. Throws JsonMismatch.
 */
export function fromJson(tx: Transaction, json: unknown, type: ApexType): ApexValue {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case 'platform':
      return platformValue(tx, json, type);
    case 'sobject':
      return recordFromJson(tx, json, type.name);
    case 'class':
      return classValue(tx, json, type);
    default:
      throw new JsonMismatch(type);
  }
}

type PlatformType = Extract<ApexType, { kind: 'platform' }>;

function platformValue(tx: Transaction, json: unknown, type: PlatformType): ApexValue {
  const [first = T.Object, second = T.Object] = type.args;
  switch (type.name.toLowerCase()) {
    case 'list':
      return new ApexList(
        first,
        array(json, type).map((item) => fromJson(tx, item, first))
      );
    case 'set': {
      const set = new ApexSet(first);
      for (const item of array(json, type)) {
        const value = fromJson(tx, item, first);
        set.entries.set(keyOf(value), value);
      }
      return set;
    }
    case 'map': {
      const map = new ApexMap(first, second);
      for (const [name, item] of Object.entries(object(json, type))) {
        const key = fromJson(tx, name, first);
        map.entries.set(keyOf(key), { key, value: fromJson(tx, item, second) });
      }
      return map;
    }
    case 'object':
      return untyped(json);
    default:
      return scalarFromJson(json, type);
  }
}

/** A text or number as the scalar type says. Numbers may come as text, as input fields send them. */
export function scalarFromJson(json: unknown, type: ApexType): ApexValue {
  const name = typeName(type).toLowerCase();
  switch (name) {
    case 'string':
      if (typeof json === 'object') throw new JsonMismatch(type);
      return String(json);
    case 'boolean':
      if (typeof json === 'boolean') return json;
      if (json === 'true' || json === 'false') return json === 'true';
      break;
    case 'integer': {
      const value = numeric(json);
      if (value && Number.isInteger(Number(value)) && Math.abs(Number(value)) <= 2_147_483_648)
        return Number(value) | 0;
      break;
    }
    case 'long': {
      const value = numeric(json);
      if (value && /^-?\d+$/.test(value)) return BigInt.asIntN(64, BigInt(value));
      break;
    }
    case 'double': {
      const value = numeric(json);
      if (value) return new ApexDouble(Number(value));
      break;
    }
    case 'decimal': {
      const value = numeric(json);
      if (value) return Big(value);
      break;
    }
    default:
      if (typeof json === 'string' || typeof json === 'number') {
        const value = dateOrId(name, json);
        if (value !== undefined) return value;
      }
  }
  throw new JsonMismatch(type);
}

function dateOrId(name: string, json: string | number): ApexValue | undefined {
  const text = String(json);
  switch (name) {
    case 'id':
      return text === '' ? null : ApexId.parse(text);
    case 'date': {
      const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
      const ms = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(ms) ? undefined : new ApexDate(ms / 86_400_000);
    }
    case 'datetime': {
      const ms = typeof json === 'number' ? json : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
      return Number.isNaN(ms) ? undefined : new ApexDatetime(ms);
    }
    case 'time': {
      const ms = typeof json === 'number' ? json : Date.parse(`1970-01-01T${text.replace(/Z$/, '')}Z`);
      return Number.isNaN(ms) ? undefined : new ApexTime(ms);
    }
    case 'blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
    default:
      return undefined;
  }
}

/** Decimal text of a JSON number or of a text that is one; undefined for everything else. */
function numeric(json: unknown): string | undefined {
  if (typeof json === 'number' && Number.isFinite(json)) return Big(String(json)).toPlainString();
  if (typeof json === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(json.trim())) {
    return Big(json.trim()).toPlainString();
  }
  return undefined;
}

/** What an `Object` parameter holds: text, Boolean, Integer or Decimal, `List<Object>`, `Map<String,Object>`. */
function untyped(json: unknown): ApexValue {
  if (json === null || json === undefined || typeof json === 'boolean' || typeof json === 'string') return json ?? null;
  if (typeof json === 'number') {
    if (Number.isInteger(json) && Math.abs(json) < 2_147_483_648) return json;
    return Number.isSafeInteger(json) ? BigInt(json) : Big(String(json));
  }
  if (Array.isArray(json)) return new ApexList(T.Object, json.map(untyped));
  const map = new ApexMap(T.String, T.Object);
  for (const [key, value] of Object.entries(json as object)) map.entries.set(key, { key, value: untyped(value) });
  return map;
}

function classValue(tx: Transaction, json: unknown, type: Extract<ApexType, { kind: 'class' }>): ApexValue {
  const info = tx.org.code.classInfo(type.name);
  if (!info) throw new JsonMismatch(type);
  if (info.kind === 'enum') {
    const constant = typeof json === 'string' ? tx.org.code.enumValue(tx, type.name, json) : undefined;
    if (!constant) throw new JsonMismatch(type);
    return constant;
  }
  const source = object(json, type);
  const target = tx.org.code.newInstance(tx, type.name);
  const members = new Map(info.members.filter((m) => !m.static && m.writable).map((m) => [m.name.toLowerCase(), m]));
  for (const [name, value] of Object.entries(source)) {
    const member = members.get(name.toLowerCase());
    if (member) tx.org.code.setMember(tx, target, member.name, fromJson(tx, value, member.type));
  }
  return target;
}

/**
 * A record from `{ "Name": …, "Parent__r": {…} }`. The object comes from the declared type, `sobjectType` or `attributes.type`.
 * Fields that the object lacks are an error, as in Aura.
 */
export function recordFromJson(tx: Transaction, json: unknown, declared: string): SObjectValue {
  const source = object(json, sobjectType(declared));
  const named = source['sobjectType'] ?? (source['attributes'] as { type?: unknown } | undefined)?.type;
  const name = typeof named === 'string' && declared.toLowerCase() === 'sobject' ? named : declared;
  const model = tx.org.schema.object(name);
  if (!model) throw new JsonMismatch(sobjectType(name));
  const record = new SObjectValue(model.name);
  for (const [key, value] of Object.entries(source)) {
    if (key === 'sobjectType' || key === 'attributes') continue;
    const field = tx.org.schema.field(model.name, key);
    if (field) {
      record.fields.set(field.name, fieldValue(value, field));
      continue;
    }
    const parent = tx.org.schema.parentRelationship(model.name, key);
    const target = parent?.referenceTo?.[0];
    if (parent?.relationshipName && target && value !== null) {
      record.fields.set(parent.relationshipName, recordFromJson(tx, value, target));
    }
  }
  return record;
}

function array(json: unknown, type: ApexType): unknown[] {
  if (!Array.isArray(json)) throw new JsonMismatch(type);
  return json;
}

function object(json: unknown, type: ApexType): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new JsonMismatch(type);
  return json as Record<string, unknown>;
}
