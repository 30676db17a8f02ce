/**
 * Apex types, shared by the compiler (static types) and the runtime (element types of collections, JSON, instanceof).
 * A type is plain immutable data; two types are the same when their `typeName` is the same, ignoring case.
 */
export type ApexType =
  /** A class, interface or enum of the platform library, also the primitives and collections: `String`, `List<T>`, `HttpRequest`, `Database.SaveResult`. */
  | { readonly kind: 'platform'; readonly name: string; readonly args: readonly ApexType[] }
  /** An sObject by API name; `SObject` is the generic one. */
  | { readonly kind: 'sobject'; readonly name: string }
  /** A class, interface or enum of the project: `Outer` or `Outer.Inner`, in its declared spelling. `namespace` is the project's, if any. */
  | { readonly kind: 'class'; readonly name: string; readonly namespace?: string }
  /** A type parameter inside a library signature: `T`, `K`, `V`. */
  | { readonly kind: 'variable'; readonly name: string }
  /** The type of the literal `null`. */
  | { readonly kind: 'null' }
  | { readonly kind: 'void' };

const primitive = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

export const T = {
  Object: primitive('Object'),
  Boolean: primitive('Boolean'),
  Integer: primitive('Integer'),
  Long: primitive('Long'),
  Double: primitive('Double'),
  Decimal: primitive('Decimal'),
  String: primitive('String'),
  Id: primitive('Id'),
  Date: primitive('Date'),
  Datetime: primitive('Datetime'),
  Time: primitive('Time'),
  Blob: primitive('Blob'),
  SObject: { kind: 'sobject', name: 'SObject' },
  Null: { kind: 'null' },
  Void: { kind: 'void' }
} as const satisfies Record<string, ApexType>;

export const listOf = (element: ApexType): ApexType => ({ kind: 'platform', name: 'List', args: [element] });
export const setOf = (element: ApexType): ApexType => ({ kind: 'platform', name: 'Set', args: [element] });
export const mapOf = (key: ApexType, value: ApexType): ApexType => ({
  kind: 'platform',
  name: 'Map',
  args: [key, value]
});
export const sobjectType = (name: string): ApexType => ({ kind: 'sobject', name });
export const classType = (name: string, namespace = ''): ApexType =>
  namespace === '' ? { kind: 'class', name } : { kind: 'class', name, namespace };

/** The type as Apex writes it: `Map<Id,List<Account>>`. Also the identity of the type, compared without regard to case. */
export function typeName(type: ApexType): string {
  switch (type.kind) {
    case 'platform':
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(typeName).join(',')}>`;
    case 'null':
      return 'null';
    case 'void':
      return 'void';
    default:
      return type.name;
  }
}

/** The type as the platform shows it: classes of the project carry its namespace, `List<ns.Outer.Inner>`. */
export function fullTypeName(type: ApexType): string {
  if (type.kind === 'class') return type.namespace === undefined ? type.name : `${type.namespace}.${type.name}`;
  if (type.kind !== 'platform' || type.args.length === 0) return typeName(type);
  return `${type.name}<${type.args.map(fullTypeName).join(',')}>`;
}

export function sameType(a: ApexType, b: ApexType): boolean {
  return a === b || typeName(a).toLowerCase() === typeName(b).toLowerCase();
}
