import type { PlatformClass, PlatformMember } from '../platform/define.js';
import { T, type ApexType } from '../kernel/types.js';
import { directSupertypes, substitute } from './subtyping.js';
import type { Bound } from './bound/expressions.js';
import type { Project } from './project.js';
import { bindError, type BindError } from './errors.js';
import type { ClassSymbol, FieldSymbol, MethodSymbol, Visibility } from './symbols.js';
import type { Position } from '../1-parse/ast/index.js';

/** A member of a platform class as seen on a type: type parameters are replaced. */
export interface LibraryMember {
  readonly owner: PlatformClass;
  readonly member: PlatformMember;
  readonly params: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  /** True when a project class may override it: the call looks at the object first. */
  readonly overridable: boolean;
}

/** A field or property of the class or its superclasses. */
export function findField(symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  const key = name.toLowerCase();
  for (let owner: ClassSymbol | undefined = symbol; owner; owner = owner.superclass) {
    const field = owner.fields.get(key);
    if (field) return field;
  }
  return undefined;
}

/** Methods of that name of the class, its superclasses and (for abstract classes and interfaces) its interfaces; overridden ones are left out. */
export function findMethods(project: Project, symbol: ClassSymbol, name: string): MethodSymbol[] {
  const key = name.toLowerCase();
  const found: MethodSymbol[] = [];
  const visited = new Set<ClassSymbol>();
  const visit = (owner: ClassSymbol): void => {
    if (visited.has(owner)) return;
    visited.add(owner);
    for (const method of owner.methods.get(key) ?? []) {
      if (!found.some((known) => known.jsName === method.jsName || sameShape(known, method))) found.push(method);
    }
    if (owner.superclass) visit(owner.superclass);
    for (const type of owner.interfaces) {
      const above = type.kind === 'class' ? project.class(type.name) : undefined;
      if (above) visit(above);
    }
  };
  visit(symbol);
  return found;
}

function sameShape(a: MethodSymbol, b: MethodSymbol): boolean {
  return a.params.length === b.params.length && a.jsName.toLowerCase() === b.jsName.toLowerCase();
}

/**
 * The classes around the superclasses of a class. Their own static members and inner types go by their plain names in it, where
 * nothing nearer has the name: so the platform's compiler has it.
 */
export function* outersOfSuperclasses(symbol: ClassSymbol): Generator<ClassSymbol> {
  for (let above = symbol.superclass; above; above = above.superclass) if (above.outer) yield above.outer;
}

/** Members of a platform type by name, those of its supertypes included; instance members of interfaces and Exception may be overridden. */
export function libraryMembers(
  project: Project,
  type: ApexType,
  kind: PlatformMember['kind'],
  name: string,
  isStatic: boolean
): LibraryMember[] {
  const key = name.toLowerCase();
  const found: LibraryMember[] = [];
  const visited = new Set<string>();
  const visit = (current: ApexType): void => {
    const platform = libraryClass(project, current);
    if (!platform) {
      for (const above of directSupertypes(project, current)) visit(above);
      if (!isStatic && kind !== 'constructor') visit(T.Object);
      return;
    }
    if (visited.has(platform.name)) return;
    visited.add(platform.name);
    const args = current.kind === 'platform' ? current.args : [];
    for (const member of membersByName(platform).get(kind === 'constructor' ? '' : key) ?? []) {
      if (member.kind !== kind || member.static !== isStatic) continue;
      const apply = (each: ApexType) => substitute(each, platform.typeParameters, args);
      const params = member.params.map((param) => ({ name: param.name, type: apply(param.type) }));
      if (found.some((known) => sameParams(known.params, params))) continue;
      const overridable = !isStatic && (platform.extensible || platform.name === 'Object');
      found.push({ owner: platform, member, params, returns: apply(member.returns), overridable });
    }
    if (kind === 'constructor') return;
    for (const above of directSupertypes(project, current)) visit(above);
    const atEnd = isStatic || platform.name === 'Object';
    if (!atEnd) visit(T.Object);
  };
  visit(type);
  return found;
}

const byName = new WeakMap<PlatformClass, Map<string, PlatformMember[]>>();

/** Members by their names in lower case; constructors under none. */
function membersByName(platform: PlatformClass): Map<string, PlatformMember[]> {
  const known = byName.get(platform);
  if (known) return known;
  const made = new Map<string, PlatformMember[]>();
  for (const member of platform.members) {
    const key = member.kind === 'constructor' ? '' : member.name.toLowerCase();
    const same = made.get(key);
    if (same) same.push(member);
    else made.set(key, [member]);
  }
  byName.set(platform, made);
  return made;
}

function sameParams(a: LibraryMember['params'], b: LibraryMember['params']): boolean {
  return a.length === b.length && a.every((param, i) => JSON.stringify(param.type) === JSON.stringify(b[i]?.type));
}

/** The class of the library whose members a type has: records share those of SObject. */
function libraryClass(project: Project, type: ApexType): PlatformClass | undefined {
  if (type.kind === 'platform') return project.platform(type.name);
  if (type.kind === 'sobject') return project.platform('SObject');
  return undefined;
}

/** `Variable is not visible: Outer.Inner.name`; also what a property without the accessor in question answers. */
export function hiddenField(at: Position, field: FieldSymbol): BindError {
  return bindError(at, 'notVisible', 'Variable', `${field.owner.name}.${field.name}`);
}

/** A property without `get` is not read, not even by its own accessors. */
export function checkReadable(bound: Bound, at: Position): void {
  const isField = bound.kind === 'field' || bound.kind === 'property';
  if (isField && bound.field.kind === 'property' && !bound.field.getter) throw hiddenField(at, bound.field);
}

interface Guarded {
  readonly owner: ClassSymbol;
  readonly visibility: Visibility;
  readonly annotations?: readonly { readonly name: string }[];
}

/** Private: the same file. Protected: subclasses too. @TestVisible opens a member to test classes. */
export function isVisible(member: Guarded, from: ClassSymbol | undefined): boolean {
  if (member.visibility === 'public' || member.visibility === 'global') return true;
  if (!from) return false;
  if (from.source === member.owner.source || outermost(from) === outermost(member.owner)) return true;
  if (member.annotations?.some((each) => each.name === 'testvisible') && isTestClass(from)) return true;
  if (member.visibility === 'private') return false;
  for (let around: ClassSymbol | undefined = from; around; around = around.outer) {
    for (let each: ClassSymbol | undefined = around; each; each = each.superclass)
      if (each === member.owner) return true;
  }
  return false;
}

export function isTestClass(symbol: ClassSymbol): boolean {
  return outermost(symbol).annotations.some((each) => each.name === 'istest');
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  let top = symbol;
  while (top.outer) top = top.outer;
  return top;
}
