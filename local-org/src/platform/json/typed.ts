import { ApexList, ApexMap, ApexSet, keyOf } from '../../kernel/collections.js';
import type { ApexObject, ApexValue } from '../../kernel/object.js';
import type { ClassInfo, MemberInfo, Transaction } from '../../kernel/services.js';
import { type ApexType, T, typeName } from '../../kernel/types.js';
import { jsonException } from '../../runtime/exceptions.js';
import { mapPut } from '../../runtime/iteration.js';
import { setAdd } from '../set.js';
import { platformEnumValue } from '../enums.js';
import { requireDeserializable } from './access.js';
import { readRecord } from './records.js';
import { readResult } from './results.js';
import { readScalar } from './scalars.js';
import { JsonTokens } from './tokens.js';

/** Reads JSON into values of a type, as JSON.deserialize does. `strict` refuses names that the type lacks. */
export class JsonReader {
  readonly tx: Transaction;
  readonly strict: boolean;

  constructor(tx: Transaction, strict: boolean) {
    this.tx = tx;
    this.strict = strict;
  }

  /** The value that starts at the current token. */
  read(tokens: JsonTokens, type: ApexType): ApexValue {
    if (tokens.kind === null) throw jsonException('No content to map to Object due to end of input');
    if (tokens.kind === 'VALUE_NULL') return null;
    switch (type.kind) {
      case 'sobject':
        return readRecord(this, tokens, type.name);
      case 'class':
        return this.instance(tokens, type.name);
      case 'platform':
        return this.platform(tokens, type);
      default:
        throw unsupported(typeName(type));
    }
  }

  private platform(tokens: JsonTokens, type: ApexType & { kind: 'platform' }): ApexValue {
    const scalar = readScalar(tokens, type.name);
    if (scalar !== undefined) return scalar;
    const [first = T.Object, second = T.Object] = type.args;
    switch (type.name) {
      case 'List':
        return this.list(tokens, first);
      case 'Set': {
        const set = new ApexSet(first);
        for (const item of this.list(tokens, first).items) setAdd(set, item);
        return set;
      }
      case 'Map':
        return this.map(tokens, first, second);
      case 'Iterable':
        return this.list(tokens, first);
    }
    const owner = this.tx.org.library.class(type.name);
    if (owner?.kind === 'enum') {
      const constant = platformEnumValue(type.name, tokens.value);
      if (!constant) throw jsonException(`Illegal value for enum: ${tokens.value}`);
      return constant;
    }
    const result = readResult(this, tokens, type.name);
    if (result !== undefined) return result;
    if (owner?.kind === 'interface') throw jsonException(`Can not deserialize JSON as abstract type: ${type.name}`);
    throw unsupported(
      owner && !type.name.includes('.') && type.name !== 'Object' ? `${owner.namespace}.${type.name}` : type.name
    );
  }

  /** Elements of an array, also where a Set is wanted. */
  list(tokens: JsonTokens, element: ApexType): ApexList {
    if (tokens.kind !== 'START_ARRAY') throw jsonException("Malformed JSON: Expected '[' at the beginning of List/Set");
    const list = new ApexList(element);
    while (tokens.next() && (tokens.kind as string) !== 'END_ARRAY') list.items.push(this.read(tokens, element));
    return list;
  }

  private map(tokens: JsonTokens, keyType: ApexType, valueType: ApexType): ApexMap {
    if (tokens.kind !== 'START_OBJECT') throw jsonException("Malformed JSON: Expected '{' at the beginning of Map");
    const map = new ApexMap(keyType, valueType);
    this.fields(tokens, (name) => {
      const key = this.key(name, keyType);
      mapPut(map, keyOf(key), key, this.read(tokens, valueType));
    });
    return map;
  }

  /** A name of a JSON object as key of a Map. */
  private key(name: string, type: ApexType): ApexValue {
    if (type.kind === 'platform' && type.name === 'String') return name;
    const tokens = new JsonTokens(JSON.stringify(name));
    tokens.next();
    return this.read(tokens, type);
  }

  /** Calls back for each name of the object at the current token, which then stands on the name's value. */
  fields(tokens: JsonTokens, each: (name: string) => void): void {
    while (tokens.next() && tokens.kind !== 'END_OBJECT') {
      const name = tokens.value;
      tokens.next();
      each(name);
    }
  }

  private instance(tokens: JsonTokens, className: string): ApexValue {
    const { code } = this.tx.org;
    const info = code.classInfo(className);
    if (!info) throw unsupported(className);
    requireDeserializable(info);
    if (info.kind === 'enum') return this.enumValue(info, tokens.value);
    if (info.abstract || info.kind === 'interface') {
      throw jsonException(`Can not deserialize JSON as abstract type: ${className}`);
    }
    if (tokens.kind !== 'START_OBJECT') throw jsonException("Malformed JSON: Expected '{' at the beginning of object");
    const target = code.allocate(this.tx, info.name);
    const members = membersByName(info);
    this.fields(tokens, (name) => {
      const member = members.get(name.toLowerCase());
      if (member) this.assign(tokens, target, member);
      else if (this.strict) throw jsonException(`Unknown field: ${info.name}.${name}`);
      else tokens.skipChildren();
    });
    return target;
  }

  private assign(tokens: JsonTokens, target: ApexObject, member: MemberInfo): void {
    this.tx.org.code.setMember(this.tx, target, member.name, this.read(tokens, member.type));
  }

  private enumValue(info: ClassInfo, constant: string): ApexValue {
    const value = this.tx.org.code.enumValue(this.tx, info.name, constant);
    if (!value) throw jsonException(`Illegal value for enum: ${constant}`);
    return value;
  }
}

const unsupported = (type: string): Error => jsonException(`Apex Type unsupported in JSON: ${type}`);

const byName = new WeakMap<ClassInfo, ReadonlyMap<string, MemberInfo>>();

/** Members that JSON may set, by lower-case name. */
function membersByName(info: ClassInfo): ReadonlyMap<string, MemberInfo> {
  let members = byName.get(info);
  if (!members) {
    const settable = info.members.filter((member) => !member.static && !member.transient && member.writable);
    byName.set(info, (members = new Map(settable.map((member) => [member.name.toLowerCase(), member]))));
  }
  return members;
}

/** JSON.deserialize: the whole text as one value of the type. */
export function deserialize(tx: Transaction, text: string, type: ApexType, strict: boolean): ApexValue {
  const tokens = new JsonTokens(text);
  tokens.next();
  return new JsonReader(tx, strict).read(tokens, type);
}
