import { sameType, T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { fullSignature, sameParameters } from './declare-members.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import { conversion, type ConversionOperation } from './conversion.js';
import { platformRoot } from './link.js';
import { findMethods, libraryMembers } from './members.js';
import { allInterfaces, isSubtype, substitute } from './subtyping.js';
import type { Project } from './project.js';
import type { ClassSymbol, MethodSymbol } from './symbols.js';

/** Fifth step: a class that is not abstract has all methods of its abstract superclasses and its interfaces. */
export function checkImplemented(project: Project, symbol: ClassSymbol, diagnostics: Diagnostics): void {
  if (symbol.kind !== 'class' || symbol.abstract) return;
  const at = symbol.declaration;
  const missing = (method: string) =>
    diagnostics.add(symbol.source, bindError(at, 'notImplemented', symbol.name, method));
  for (const method of abstractMethods(symbol)) {
    diagnostics.add(symbol.source, bindError(at, 'abstractNotImplemented', symbol.name, fullSignature(method)));
  }
  for (const type of allInterfaces(project, symbol)) {
    if (type.kind === 'class') {
      for (const method of [...(project.class(type.name)?.methods.values() ?? [])].flat()) {
        const found = interfaceImplementation(project, symbol, method);
        if (!found) missing(fullSignature(method));
        else if (found !== 'inherited' && isHidden(found)) {
          diagnostics.add(symbol.source, bindError(at, 'implementationHidden', symbol.name, fullSignature(method)));
        }
      }
    } else if (type.kind === 'platform') {
      const platform = project.platform(type.name);
      for (const member of platform?.members ?? []) {
        if (member.kind !== 'method' || member.static) continue;
        const params = member.params.map((param) => ({
          type: substitute(param.type, platform?.typeParameters ?? [], type.args)
        }));
        if (!implementsPlatform(project, symbol, member.name, params)) {
          const types = params.map((param) => shownType(param.type)).join(', ');
          const returns = shownType(substitute(member.returns, platform?.typeParameters ?? [], type.args));
          missing(`${returns} ${shownType(type)}.${member.name}(${types})`);
        }
      }
    }
  }
}

const isHidden = (method: MethodSymbol): boolean =>
  method.visibility === 'private' || method.visibility === 'protected';

/** Abstract methods of superclasses that nothing below implements. */
function abstractMethods(symbol: ClassSymbol): MethodSymbol[] {
  const missing: MethodSymbol[] = [];
  for (let owner: ClassSymbol | undefined = symbol; owner; owner = owner.superclass) {
    for (const method of [...owner.methods.values()].flat()) {
      const own = owner === symbol;
      if (method.abstract && !own && !implementation(symbol, method)) missing.push(method);
    }
  }
  return missing;
}

/** The method of the class or its superclasses that runs when `wanted` is called on it. */
export function implementation(symbol: ClassSymbol, wanted: MethodSymbol): MethodSymbol | undefined {
  for (let owner: ClassSymbol | undefined = symbol; owner; owner = owner.superclass) {
    const found = owner.methods
      .get(wanted.name.toLowerCase())
      ?.find((method) => !method.static && !method.abstract && sameParameters(method, wanted));
    if (found) return found;
  }
  return undefined;
}

/**
 * The method that answers a call through an interface: one with the same parameters, one that takes what the interface gives (as
 * the platform allows: a subtype, or a number that widens), or one that every object has.
 */
export function interfaceImplementation(
  project: Project,
  symbol: ClassSymbol,
  wanted: MethodSymbol
): MethodSymbol | 'inherited' | undefined {
  const exact = implementation(symbol, wanted);
  if (exact) return isSameReturn(project, exact, wanted) || returnsAnother(project, exact, wanted) ? exact : undefined;
  for (const method of findMethods(project, symbol, wanted.name)) {
    if (method.static || method.abstract || method.params.length !== wanted.params.length) continue;
    const takes = parameterConversions(project, wanted, method) !== undefined;
    if (takes && isSameReturn(project, method, wanted)) return method;
  }
  const shared = staticImplementation(project, symbol, wanted);
  if (shared) return shared;
  const inherited = libraryMembers(project, platformRoot(symbol), 'method', wanted.name, false);
  return inherited.some((member) => member.params.length === wanted.params.length) ? 'inherited' : undefined;
}

/** How the arguments of an interface's method become those of the method that implements it; undefined where they cannot. */
export function parameterConversions(
  project: Project,
  wanted: Pick<MethodSymbol, 'params'>,
  { params }: Pick<MethodSymbol, 'params'>
): readonly (ConversionOperation | undefined)[] | undefined {
  const all = params.map((param, i) => conversion(project, wanted.params[i]?.type ?? T.Void, param.type));
  if (all.some((how) => !how || how.operation === 'decimalToDouble' || how.operation === 'elementsTo'))
    return undefined;
  return all.map((how) => how?.operation);
}

/**
 * What becomes of the result where an interface wants a wider number, a Datetime for a Date, or a String for an Id: the platform takes
 * such a method. Undefined where results are the same kind of value.
 */
export function resultConversion(
  project: Project,
  method: Pick<MethodSymbol, 'returns'>,
  wanted: Pick<MethodSymbol, 'returns'>
): ConversionOperation | undefined {
  const operation = conversion(project, method.returns, wanted.returns)?.operation;
  return operation === 'elementsTo' ? undefined : operation;
}

/** A method that was named for itself, so that the one that converts its result can stand beside it. */
function returnsAnother(project: Project, method: MethodSymbol, wanted: MethodSymbol): boolean {
  return method.jsName !== wanted.jsName && resultConversion(project, method, wanted) !== undefined;
}

/** A static method will do for an interface. */
function staticImplementation(project: Project, symbol: ClassSymbol, wanted: MethodSymbol): MethodSymbol | undefined {
  for (let owner: ClassSymbol | undefined = symbol; owner; owner = owner.superclass) {
    const found = owner.methods
      .get(wanted.name.toLowerCase())
      ?.find((method) => method.static && sameParameters(method, wanted) && isSameReturn(project, method, wanted));
    if (found) return found;
  }
  return undefined;
}

/** Also for an interface of the platform (seen in public code that is deployed). */
function implementsPlatform(
  project: Project,
  symbol: ClassSymbol,
  name: string,
  params: readonly { readonly type: ApexType }[]
): boolean {
  for (let owner: ClassSymbol | undefined = symbol; owner; owner = owner.superclass) {
    for (const method of owner.methods.get(name.toLowerCase()) ?? []) {
      if (method.params.length !== params.length) continue;
      if (method.params.every((param, i) => conversion(project, params[i]?.type ?? T.Void, param.type) !== undefined))
        return true;
    }
  }
  return false;
}

/** Methods of an interface are implemented by those that return the same type or, as the platform lets them, a subtype. */
function isSameReturn(project: Project, method: MethodSymbol, overridden: MethodSymbol): boolean {
  return sameType(method.returns, overridden.returns) || isSubtype(project, method.returns, overridden.returns);
}
