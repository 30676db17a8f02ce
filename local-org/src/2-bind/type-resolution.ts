import { typeRefText } from '../1-parse/ast/index.js';
import type { TypeRef } from '../1-parse/ast/index.js';
import { listOf, sobjectType, T, type ApexType } from '../kernel/types.js';
import { bindError, type BindError } from './errors.js';
import { isVisible, outersOfSuperclasses } from './members.js';
import { unknownType } from './platform-gaps.js';
import { hasOnlyStatics, type Project } from './project.js';
import type { ClassSymbol } from './symbols.js';

/** The type that a written name means inside a class; throws `Invalid type: X`, or that the local org lacks X. */
export function resolveType(project: Project, scope: ClassSymbol | undefined, ref: TypeRef): ApexType {
  const type = findType(project, scope, ref);
  if (!type) throw unknownType(project, ref, typeRefText(ref));
  checkVisible(project, scope, ref, type);
  return type;
}

/** Private inner types are known to their own outer class only. */
function checkVisible(project: Project, scope: ClassSymbol | undefined, ref: TypeRef, type: ApexType): void {
  const symbol = type.kind === 'class' ? project.class(type.name) : undefined;
  if (!symbol?.outer || !scope || isVisible({ ...symbol, owner: symbol.outer }, scope)) return;
  throw bindError(ref, 'notVisible', 'Type', symbol.name);
}

/** Like resolveType, undefined when there is no such type. */
export function findType(project: Project, scope: ClassSymbol | undefined, ref: TypeRef): ApexType | undefined {
  const last = ref.parts[ref.parts.length - 1];
  const name = ref.parts.map((part) => part.name).join('.');
  let type = findNamedType(project, scope, name);
  if (type?.kind === 'platform') {
    const parameters = project.platform(type.name)?.typeParameters ?? [];
    const args = (last?.args ?? []).map((arg) => resolveType(project, scope, arg));
    if (args.length !== parameters.length) throw wrongArguments(ref, type.name, parameters.length, args.length);
    if (args.length > 0) type = { kind: 'platform', name: type.name, args };
  }
  for (let i = 0; type && i < ref.dimensions; i++) type = listOf(type);
  return type;
}

function wrongArguments(ref: TypeRef, name: string, expected: number, found: number): BindError {
  if (expected === 0) return bindError(ref, 'typeArguments', name);
  if (found === 0) return bindError(ref, 'rawType', name);
  return bindError(ref, 'typeArgumentCount', name, String(expected), String(found));
}

/**
 * Looks a dotted name up in the order of the language: inner types of the class, of its superclasses and of its outer class,
 * classes of the project, classes of the platform, sObjects. So a project class may shadow one of the platform.
 */
export function findNamedType(project: Project, scope: ClassSymbol | undefined, name: string): ApexType | undefined {
  const parts = name.split('.');
  const [first = '', second] = parts;
  if (parts.length > 1 && first.toLowerCase() === project.namespace) {
    return findNamedType(project, undefined, parts.slice(1).join('.'));
  }
  if (parts.length === 1) return findSimple(project, scope, first);
  if (parts.length === 2 && second !== undefined) {
    const outer = findSimple(project, scope, first);
    const inner = outer?.kind === 'class' ? innerType(project, outer.name, second) : undefined;
    if (inner) return inner;
    const platform = second.toLowerCase() === 'sobject' ? undefined : project.platform(name);
    if (platform) return platformType(platform.name);
    const lower = first.toLowerCase();
    if (lower === 'schema' || lower === 'system') return sobject(project, second);
  }
  const platform = project.platform(name);
  return platform ? platformType(platform.name) : undefined;
}

function findSimple(project: Project, scope: ClassSymbol | undefined, name: string): ApexType | undefined {
  const key = name.toLowerCase();
  for (let around = scope; around; around = around.outer) {
    for (let owner: ClassSymbol | undefined = around; owner; owner = owner.superclass) {
      const inner =
        owner.inner.get(key) ?? (owner === around && owner.simpleName.toLowerCase() === key ? owner : undefined);
      if (inner) return inner.type;
    }
  }
  for (const around of scope ? outersOfSuperclasses(scope) : []) {
    const inner = around.inner.get(key);
    if (inner) return inner.type;
  }
  const own = project.class(key);
  if (own) return own.type;
  // The library lists the methods of records under the name SObject, which is no class in Apex.
  if (key === 'sobject') return T.SObject;
  const platform = project.platform(name);
  const record = platform && !hasOnlyStatics(platform) ? undefined : sobject(project, name);
  return record ?? (platform && platformType(platform.name));
}

function innerType(project: Project, outer: string, name: string): ApexType | undefined {
  return project.class(outer)?.inner.get(name.toLowerCase())?.type;
}

function sobject(project: Project, name: string): ApexType | undefined {
  const canonical = project.sobject(name);
  return canonical === undefined ? undefined : sobjectType(canonical);
}

const platformType = (name: string): ApexType => ({ kind: 'platform', name, args: [] });
