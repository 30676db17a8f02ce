import type { ConversionOperation } from '../2-bind/conversion.js';
import type { MethodArtifact } from '../3-emit/artifact.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { InstanceFunction } from '../platform/define.js';
import type { PlatformLibrary } from '../platform/library.js';
import * as scalarConversions from '../runtime/conversion.js';
import { instanceOf } from '../runtime/types.js';
import { methodsOf, staticFunction, type ApexClass, type ApexFunction, type ClassTable } from './class-table.js';
import type { KeyTokens } from './key-tokens.js';

/** The method of that name for the arguments, by their runtime types when there are several. */
export function chooseMethod(
  tx: Transaction,
  table: ClassTable,
  of: ApexClass,
  name: string,
  args: readonly ApexValue[],
  isStatic: boolean
): { readonly owner: ApexClass; readonly method: MethodArtifact } | undefined {
  const wanted = name.toLowerCase();
  let first: { readonly owner: ApexClass; readonly method: MethodArtifact } | undefined;
  for (let owner: ApexClass | undefined = of; owner; owner = superclassOf(table, owner)) {
    for (const method of owner.artifact.methods) {
      if (method.static !== isStatic || method.params.length !== args.length || method.name.toLowerCase() !== wanted)
        continue;
      if (fits(tx, method, args)) return { owner, method };
      first ??= { owner, method };
    }
  }
  return first;
}

function superclassOf(table: ClassTable, of: ApexClass): ApexClass | undefined {
  const { superclass } = of.artifact;
  return superclass === undefined ? undefined : table.get(superclass);
}

function fits(tx: Transaction, method: MethodArtifact, args: readonly ApexValue[]): boolean {
  return method.params.every((param, i) => {
    const arg = args[i] ?? null;
    return arg === null || instanceOf(tx, arg, param.type);
  });
}

/**
 * Names under which the library and interfaces of another spelling find methods: `m$compareto$1`. Classes that define equals and
 * hashCode also become keys by value.
 */
export function attachGenericNames(
  table: ClassTable,
  library: PlatformLibrary,
  of: ApexClass,
  keyTokens: KeyTokens
): void {
  const prototype = of.prototype as unknown as Record<string, unknown>;
  for (const method of of.artifact.methods) {
    if (method.static || method.abstract) continue;
    const key = genericName(method);
    const rival = of.artifact.methods.find(
      (other) => other !== method && !other.static && isSameKey(other, method) && openness(other) > openness(method)
    );
    if (!rival) prototype[key] = prototype[method.jsName];
  }
  for (const method of of.artifact.methods) {
    const key = genericName(method);
    if (!method.static || key in prototype || !isAskedFor(library, of, method)) continue;
    prototype[key] = (tx: Transaction, ...args: ApexValue[]) => staticFunction(of, method.jsName)(tx, ...args);
  }
  for (const each of of.artifact.aliases) {
    if ('jsName' in each) {
      prototype[each.alias] =
        each.takes || each.gives ? converting(each.jsName, each.takes ?? [], each.gives) : prototype[each.jsName];
    } else if ('library' in each) prototype[each.alias] = inherited(library, of, each.library);
    else {
      const owner = table.get(each.owner) ?? of;
      prototype[each.alias] = (tx: Transaction, ...args: ApexValue[]) =>
        staticFunction(owner, each.static)(tx, ...args);
    }
  }
  const names = new Set(
    [...methodsOf(table, of)].map((method) => `${method.name.toLowerCase()}/${method.params.length}`)
  );
  if (!names.has('equals/1') || !names.has('hashcode/0')) return;
  prototype['keyToken'] = function keyToken(this: ApexObject) {
    const own = this as unknown as Record<string, ApexFunction>;
    const { m$hashcode$0: hashCode, m$equals$1: equals } = own;
    if (!hashCode || !equals) throw new Error(`${of.className} lost its equals`);
    return keyTokens.of(this, hashCode, equals);
  };
}

const conversions: Readonly<Partial<Record<ConversionOperation, (value: never) => ApexValue>>> = scalarConversions;

/** A method that an interface calls with other numbers, dates or Ids than it takes, or that gives others than the interface says. */
function converting(
  jsName: string,
  takes: readonly (ConversionOperation | null)[],
  gives: ConversionOperation | undefined
): ApexFunction {
  const result = gives ? conversions[gives] : undefined;
  return function converted(this: unknown, tx: Transaction, ...args: ApexValue[]) {
    const method = (this as Readonly<Record<string, ApexFunction>>)[jsName];
    if (!method) throw new Error(`There is no method ${jsName}`);
    const converted = args.map((arg, i) => {
      const operation = takes[i];
      const convert = operation ? conversions[operation] : undefined;
      return convert ? convert(arg as never) : arg;
    });
    const given = method.call(this, tx, ...converted);
    return result ? result(given as never) : given;
  };
}

const genericName = (method: MethodArtifact): string => `m$${method.name.toLowerCase()}$${method.params.length}`;

/** Whether an interface of the platform that the class implements has the method: a static one will do (see check-interfaces.ts). */
function isAskedFor(library: PlatformLibrary, of: ApexClass, method: MethodArtifact): boolean {
  const wanted = method.name.toLowerCase();
  return of.artifact.info.interfaces.some((type) => {
    const members = type.kind === 'platform' ? (library.class(type.name)?.members ?? []) : [];
    return members.some(
      (member) => member.name.toLowerCase() === wanted && member.params.length === method.params.length
    );
  });
}

/** A method of Object or Exception that an interface of the project names. */
function inherited(library: PlatformLibrary, of: ApexClass, name: string): ApexFunction {
  const owners = of.artifact.isException ? ['Exception', 'Object'] : ['Object'];
  const members = owners.flatMap((owner) => library.class(owner)?.members ?? []);
  const found = members.find(
    (member) => member.kind === 'method' && !member.static && member.name.toLowerCase() === name
  );
  const implementation = found?.implementation as InstanceFunction | undefined;
  if (!implementation) throw new Error(`The library has no method ${name} of Object`);
  return function (this: unknown, tx, ...args) {
    return implementation(tx, this as never, ...(args as never[])) ?? null;
  };
}

const isSameKey = (a: MethodArtifact, b: MethodArtifact): boolean =>
  a.params.length === b.params.length && a.name.toLowerCase() === b.name.toLowerCase();

/** Library interfaces ask for Object and platform types, so of several overloads that one answers them. */
function openness(method: MethodArtifact): number {
  return method.params.filter(({ type }) => type.kind === 'platform').length;
}
