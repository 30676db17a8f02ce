import { sameType, T, type ApexType } from '../kernel/types.js';
import type { Project } from './project.js';
import type { ClassSymbol } from './symbols.js';

/** Replaces type parameters: `Iterable<T>` of List<String> becomes `Iterable<String>`. */
export function substitute(type: ApexType, parameters: readonly string[], args: readonly ApexType[]): ApexType {
  if (type.kind === 'variable') return args[parameters.indexOf(type.name)] ?? T.Object;
  if (type.kind !== 'platform' || type.args.length === 0) return type;
  return { ...type, args: type.args.map((arg) => substitute(arg, parameters, args)) };
}

/** What a type names as its superclass and interfaces. */
export function directSupertypes(project: Project, type: ApexType): ApexType[] {
  if (type.kind === 'class') {
    const symbol = project.class(type.name);
    return symbol ? classSupertypes(symbol) : [];
  }
  if (type.kind !== 'platform') return [];
  const platform = project.platform(type.name);
  if (!platform) return [];
  const inherited = platform.extends ? [platform.extends, ...platform.implements] : platform.implements;
  return inherited.map((each) => substitute(each, platform.typeParameters, type.args));
}

export function classSupertypes(symbol: ClassSymbol): ApexType[] {
  const above = symbol.superclass?.type ?? symbol.platformSuperclass;
  return above ? [above, ...symbol.interfaces] : [...symbol.interfaces];
}

/** All interfaces of a class: its own, those they extend, and those of its superclasses. */
export function allInterfaces(project: Project, symbol: ClassSymbol): ApexType[] {
  const found: ApexType[] = [];
  const visit = (type: ApexType): void => {
    for (const above of directSupertypes(project, type)) {
      if (isInterfaceType(project, above) && !found.some((known) => sameType(known, above))) found.push(above);
      visit(above);
    }
  };
  visit(symbol.type);
  return found;
}

export function isInterfaceType(project: Project, type: ApexType): boolean {
  if (type.kind === 'class') return project.class(type.name)?.kind === 'interface';
  return type.kind === 'platform' && project.platform(type.name)?.kind === 'interface';
}

export const isObject = (type: ApexType): boolean => type.kind === 'platform' && type.name === 'Object';
export const isGenericRecord = (type: ApexType): boolean => type.kind === 'sobject' && type.name === 'SObject';
export const isNamed = (type: ApexType, name: string): boolean => type.kind === 'platform' && type.name === name;

const isCollection = (type: ApexType): boolean => type.kind === 'platform' && type.args.length > 0;

/** Distance from a type up to one of its supertypes, undefined when it is none. 0 for the same type. */
export function subtypeDistance(project: Project, from: ApexType, to: ApexType): number | undefined {
  if (sameType(from, to)) return 0;
  if (isObject(to)) return from.kind === 'void' ? undefined : isCollection(from) ? 50 : 40;
  if (from.kind === 'sobject') return isGenericRecord(to) && to.kind === 'sobject' ? 10 : undefined;
  const covariant = argumentDistance(project, from, to);
  if (covariant !== undefined) return covariant;
  let best: number | undefined;
  for (const above of directSupertypes(project, from)) {
    const distance = subtypeDistance(project, above, to);
    if (distance !== undefined && (best === undefined || distance + 1 < best)) best = distance + 1;
  }
  return best;
}

const invariant = new Set(['Set', 'Iterator', 'Comparator']);

/**
 * Lists and the values of maps are covariant in Apex: List<Account> is a List<SObject> and the other way round (the platform checks
 * neither), List<Dog> is a List<Animal>, List<String> is a List<Object>. Sets and the keys of maps are not.
 */
function argumentDistance(project: Project, from: ApexType, to: ApexType): number | undefined {
  if (from.kind !== 'platform' || to.kind !== 'platform' || from.name !== to.name) return undefined;
  let sum = 1;
  for (const [i, arg] of from.args.entries()) {
    const wanted = to.args[i];
    if (!wanted) return undefined;
    const fixed = invariant.has(from.name) || (from.name === 'Map' && i === 0);
    if (fixed && !sameType(arg, wanted)) return undefined;
    const downward = from.name === 'List' && isGenericRecord(arg) && wanted.kind === 'sobject';
    const distance = subtypeDistance(project, arg, wanted) ?? (downward ? 10 : undefined);
    if (distance === undefined) return undefined;
    // A collection of Objects is nearer than Object itself.
    sum += Math.min(distance, 20);
  }
  return sum;
}

export const isSubtype = (project: Project, from: ApexType, to: ApexType): boolean =>
  subtypeDistance(project, from, to) !== undefined;
