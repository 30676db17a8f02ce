import { typeRefText } from '../1-parse/ast/index.js';
import { sameType, T, type ApexType } from '../kernel/types.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import type { Project } from './project.js';
import type { ClassSymbol } from './symbols.js';
import { findType, resolveType } from './type-resolution.js';

/** Second step: superclasses and interfaces. */
export function linkSupertypes(project: Project, symbol: ClassSymbol, diagnostics: Diagnostics): void {
  const { declaration, source } = symbol;
  const scope = symbol.outer ?? symbol;
  const written = declaration.superclass;
  if (written) {
    diagnostics.attempt(source, () => {
      const type = findType(project, scope, written) ?? resolveType(project, scope, written);
      linkSuperclass(project, symbol, type, typeRefText(written));
    });
  }
  const interfaces: ApexType[] = [];
  for (const ref of declaration.interfaces) {
    diagnostics.attempt(source, () => {
      const type = resolveType(project, scope, ref);
      if (!isInterface(project, type)) throw bindError(ref, 'notInterface', typeRefText(ref));
      if (interfaces.some((known) => sameType(known, type))) throw bindError(ref, 'interfaceTwice', typeRefText(ref));
      if (extendsInterface(project, type, symbol)) throw bindError(declaration, 'circular', symbol.name);
      interfaces.push(type);
    });
  }
  symbol.interfaces = interfaces;
}

function linkSuperclass(project: Project, symbol: ClassSymbol, type: ApexType, written: string): void {
  const at = symbol.declaration.superclass ?? symbol.declaration;
  if (type.kind === 'class') {
    const superclass = project.class(type.name);
    if (!superclass || superclass.kind !== 'class') throw bindError(at, 'superIsInterface', written);
    for (let each: ClassSymbol | undefined = superclass; each; each = each.superclass) {
      if (each === symbol) throw bindError(symbol.declaration, 'circular', symbol.name);
    }
    if (!superclass.virtual) throw bindError(at, 'nonVirtualSuper', superclass.name);
    symbol.superclass = superclass;
    return;
  }
  const platform = type.kind === 'platform' ? project.platform(type.name) : undefined;
  if (!platform || platform.kind !== 'class') throw bindError(at, 'superIsInterface', written);
  if (!platform.extensible) throw bindError(at, 'nonVirtualSuper', written);
  symbol.platformSuperclass = type;
}

/** Whether an interface leads back to the one that is about to extend it. */
function extendsInterface(project: Project, type: ApexType, symbol: ClassSymbol): boolean {
  const above = type.kind === 'class' ? project.class(type.name) : undefined;
  if (!above) return false;
  return above === symbol || above.interfaces.some((each) => extendsInterface(project, each, symbol));
}

function isInterface(project: Project, type: ApexType): boolean {
  if (type.kind === 'class') return project.class(type.name)?.kind === 'interface';
  return type.kind === 'platform' && project.platform(type.name)?.kind === 'interface';
}

/** The platform class at the top of the class's line, e.g. Exception; Object when there is none. */
export function platformRoot(symbol: ClassSymbol): ApexType {
  let root: ClassSymbol = symbol;
  while (root.superclass) root = root.superclass;
  return root.platformSuperclass ?? T.Object;
}

/** True for classes that extend Exception, directly or not. */
export function isException(symbol: ClassSymbol): boolean {
  let root: ClassSymbol = symbol;
  while (root.superclass) root = root.superclass;
  return root.platformSuperclass?.kind === 'platform' && /Exception$/.test(root.platformSuperclass.name);
}
