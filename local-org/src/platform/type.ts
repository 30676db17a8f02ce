import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Org, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { type ApexType, fullTypeName, sobjectType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { exceptionTypeName, typeException } from '../runtime/exceptions.js';
import { stringHash } from '../runtime/hash.js';
import { isSubtype } from '../runtime/types.js';
import { platformClass, type StaticFunction } from './define.js';
import { type TypeToken, typeToken } from './type-token.js';

type S = string | null;

/**
 * The type of a name as Type.forName reads it: project classes first, then platform classes, then sObjects; collections with
 * their arguments. Undefined for names of nothing. A plain name that an sObject and a class bear is the sObject's (public code
 * asks for objects so, with classes of the same names beside them).
 */
export function resolveType(org: Org, text: string): ApexType | undefined {
  const name = text.trim();
  const array = /^(.*)\[\s*\]$/.exec(name);
  if (array) return generic(org, 'List', array[1] ?? '');
  const angle = /^([\w.]+)\s*<(.*)>$/s.exec(name);
  if (angle) return generic(org, angle[1] ?? '', angle[2] ?? '');
  const own = org.code.classInfo(name);
  const shadowed = own && org.schema.object(name);
  if (shadowed) return sobjectType(shadowed.name);
  if (own) return own.type;
  const platform = org.library.class(name);
  if (platform?.name === 'SObject') return T.SObject;
  if (platform && platform.typeParameters.length === 0) return { kind: 'platform', name: platform.name, args: [] };
  const model = org.schema.object(name.replace(/^schema\./i, ''));
  return model ? sobjectType(model.name) : undefined;
}

function generic(org: Org, name: string, argText: string): ApexType | undefined {
  const owner = org.library.class(name);
  const args = splitArguments(argText).map((arg) => resolveType(org, arg));
  if (!owner || owner.typeParameters.length !== args.length) return undefined;
  const known = args.filter((arg) => arg !== undefined);
  return known.length === args.length ? { kind: 'platform', name: owner.name, args: known } : undefined;
}

/** Splits at commas outside of angle brackets. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** A new instance by the constructor without parameters; what has none is a TypeException. */
export function newInstance(tx: Transaction, type: ApexType): ApexValue {
  if (type.kind === 'class') return tx.org.code.newInstance(tx, type.name);
  if (type.kind === 'sobject' && type.name !== 'SObject') return new SObjectValue(type.name);
  if (type.kind === 'platform') {
    const [first = T.Object, second = T.Object] = type.args;
    if (type.name === 'List') return new ApexList(first);
    if (type.name === 'Set') return new ApexSet(first);
    if (type.name === 'Map') return new ApexMap(first, second);
    const constructor = tx.org.library
      .class(type.name)
      ?.members.find((member) => member.kind === 'constructor' && member.params.length === 0);
    if (typeof constructor?.implementation === 'function')
      return (constructor.implementation as StaticFunction)(tx) ?? null;
  }
  throw typeException(`${fullTypeName(type)} cannot be constructed`);
}

function forName(tx: Transaction, name: S): ApexObject | null {
  const type = name === null ? undefined : resolveType(tx.org, name);
  return type ? typeToken(type) : null;
}

const exceptionType: ApexType = { kind: 'platform', name: 'Exception', args: [] };

/** Exceptions of the platform have the name that they tell of themselves (`Exception.getTypeName`). */
function nameOf(tx: Transaction, type: ApexType): string {
  const isException = type.kind === 'platform' && type.name !== 'Exception' && isSubtype(tx.org, type, exceptionType);
  return isException ? exceptionTypeName(type) : fullTypeName(type);
}

export const typeClass = platformClass({
  name: 'System.Type',
  members: {
    'static Type forName(String fullyQualifiedName)': (tx, name: S) => forName(tx, name),
    'static Type forName(String namespace, String name)': (tx, namespace: S, name: S) =>
      forName(tx, namespace ? `${namespace}.${name}` : name),
    'Boolean equals(Object typeToCompare)': (_tx, self: TypeToken, other: ApexValue) => self === other,
    'String getName()': (tx, self: TypeToken) => nameOf(tx, self.of),
    'Integer hashCode()': (_tx, self: TypeToken) => stringHash(fullTypeName(self.of)),
    'Boolean isAssignableFrom(Type sourceType)': (tx, self: TypeToken, source: TypeToken | null) =>
      isSubtype(tx.org, required(source, 1).of, self.of),
    'Object newInstance()': (tx, self: TypeToken) => newInstance(tx, self.of),
    'String toString()': (tx, self: TypeToken) => nameOf(tx, self.of)
  }
});
