import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { parseSignature } from './signature.js';

/** Implementation of a static method or constructor. Arguments arrive already converted to the parameter types. */
export type StaticFunction = (tx: Transaction, ...args: never[]) => ApexValue | void;
/** Implementation of an instance method: `(tx, self, ...args)`; `self` is never null (the caller has checked). */
export type InstanceFunction = StaticFunction;
export interface PropertyFunctions {
  readonly get: InstanceFunction;
  readonly set?: InstanceFunction;
}
/** Says that Salesforce has this member and the local org does not: using it is a compile error with this reason. */
export interface Unsupported {
  readonly unsupported: string;
}

export interface PlatformMember {
  readonly kind: 'method' | 'constructor' | 'property';
  readonly name: string;
  readonly static: boolean;
  readonly params: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  /** The signature as written, for the reference page and messages. */
  readonly signature: string;
  readonly implementation: StaticFunction | InstanceFunction | PropertyFunctions | Unsupported;
}

export interface PlatformClassSource {
  /** Full name with namespace: `System.String`, `Database.SaveResult`, `Schema.DescribeFieldResult`. `System.` and `Schema.` may be left out in Apex. */
  readonly name: string;
  readonly kind?: 'class' | 'interface' | 'enum';
  readonly typeParameters?: readonly string[];
  /** `Exception`, or a generic interface with arguments: `Iterable<T>`. */
  readonly extends?: string;
  readonly implements?: readonly string[];
  /** Apex code may not construct or extend it unless it says so. */
  readonly extensible?: boolean;
  readonly values?: readonly string[];
  /**
   * Signature text → implementation. Forms: `static String join(Iterable<Object> parts, String separator)`,
   * `Boolean contains(String substring)`, `HttpRequest()` (constructor), `String name {get; set}`, `static Integer MAX {get}`.
   * A type parameter is written by its name. A member without implementation is written with `{ unsupported: 'reason' }`.
   */
  readonly members: Readonly<Record<string, StaticFunction | InstanceFunction | PropertyFunctions | Unsupported>>;
}

export interface PlatformClass {
  /** Name as types carry it: `String`, `List`, `Database.SaveResult`; the namespaces System and Schema are dropped. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly typeParameters: readonly string[];
  readonly extends?: ApexType;
  readonly implements: readonly ApexType[];
  readonly extensible: boolean;
  readonly values: readonly string[];
  readonly members: readonly PlatformMember[];
}

/** Turns the text form of a platform class into data. Throws on a malformed signature: a fault of the library, found at start-up. */
export function platformClass(source: PlatformClassSource): PlatformClass {
  const dot = source.name.indexOf('.');
  const namespace = source.name.slice(0, dot);
  const own = source.name.slice(dot + 1);
  const name = namespace === 'System' || namespace === 'Schema' ? own : source.name;
  const typeParameters = source.typeParameters ?? [];
  const parsed = (text: string) => parseSignature(text, typeParameters);
  return {
    name,
    namespace,
    kind: source.kind ?? 'class',
    typeParameters,
    ...(source.extends ? { extends: parsed(`${source.extends} x {get}`).returns } : {}),
    implements: (source.implements ?? []).map((text) => parsed(`${text} x {get}`).returns),
    extensible: source.extensible ?? source.kind === 'interface',
    values: source.values ?? [],
    members: Object.entries(source.members).map(([signature, implementation]) => ({
      ...parsed(signature),
      signature,
      implementation
    }))
  };
}
