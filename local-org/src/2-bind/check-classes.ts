import { fullSignature, sameParameters } from './declare-members.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import { findField, isVisible, libraryMembers } from './members.js';
import { resultConversion } from './check-interfaces.js';
import { isException, platformRoot } from './link.js';
import type { Project } from './project.js';
import type { ClassSymbol, MethodSymbol, Visibility } from './symbols.js';
import { sameType, typeName } from '../kernel/types.js';
import { shownType } from './shown-types.js';

/**
 * Fourth step, superclasses first: gives overriding methods the JavaScript name of what they override, keeps fields apart that
 * share a name along the line, and checks the override rules.
 */
export function settleNames(project: Project, symbol: ClassSymbol, diagnostics: Diagnostics): void {
  for (const field of symbol.fields.values()) {
    const hidden = symbol.superclass && !field.static ? findField(symbol.superclass, field.name) : undefined;
    if (hidden && !hidden.static) {
      const overrides = field.kind === 'property' && field.declaration.modifiers.words.includes('override');
      if (!overrides) field.jsName = `${field.jsName}${symbol.jsName}`;
      else {
        field.jsName = hidden.jsName;
        if (field.getter && hidden.getter) field.getter.jsName = hidden.getter.jsName;
        if (field.setter && hidden.setter) field.setter.jsName = hidden.setter.jsName;
      }
    }
  }
  for (const overloads of symbol.methods.values()) {
    for (const method of overloads) diagnostics.attempt(symbol.source, () => settleMethod(project, symbol, method));
  }
}

function settleMethod(project: Project, symbol: ClassSymbol, method: MethodSymbol): void {
  const at = method.declaration;
  const overridden = findOverridden(symbol, method);
  if (overridden) {
    if (method.static || overridden.static) return;
    if (overridden.visibility === 'private' && !isVisible(overridden, symbol)) {
      settleHidden(symbol, method, overridden);
      return;
    }
    method.jsName = overridden.jsName;
    if (!sameType(method.returns, overridden.returns)) {
      throw bindError(at, 'overrideReturn', shownType(method.returns), shownType(overridden.returns), symbol.name);
    }
    if (!overridden.virtual) throw bindError(at, 'overrideFinal', fullSignature(method));
    if (!method.override && symbol.kind === 'class') throw bindError(at, 'overrideRequired', fullSignature(method));
    if (width[method.visibility] < width[overridden.visibility]) {
      throw bindError(at, 'overrideReduced', fullSignature(method));
    }
    return;
  }
  if (symbol.kind === 'class' && !isException(symbol) && isBaseMethod(method, 'tostring', 0) && !method.override) {
    throw bindError(at, 'overrideRequired', fullSignature(method));
  }
  const interfaceMethod = firstInterfaceMethod(project, symbol, method);
  if (interfaceMethod) {
    const converted = resultConversion(project, method, interfaceMethod) !== undefined;
    method.jsName = converted ? `${method.jsName}$${typeName(method.returns).toLowerCase()}` : interfaceMethod.jsName;
  }
  const unlinked = symbol.declaration.superclass && !symbol.superclass && !symbol.platformSuperclass;
  if (
    method.override &&
    !method.static &&
    !unlinked &&
    !interfaceMethod &&
    !overridesPlatform(project, symbol, method)
  ) {
    throw bindError(at, 'overrideMissing', fullSignature(method));
  }
}

/**
 * A method that looks like a private one of a superclass in another file (one that tests do not see). It implements an abstract one, and up to API version 60.0
 * of the superclass it takes the place of any other, though neither may say `override` (Apex Developer Guide, "Versioned Behavior
 * Changes", Summer '24: private methods are no longer overridden).
 */
function settleHidden(symbol: ClassSymbol, method: MethodSymbol, hidden: MethodSymbol): void {
  if (method.override) throw bindError(method.declaration, 'overrideMissing', fullSignature(method));
  const replaces = hidden.abstract || hidden.owner.source.apiVersion < 61;
  method.jsName = replaces ? hidden.jsName : `${method.jsName}${symbol.jsName}`;
}

/** A public method may override a global one. */
const width: Readonly<Record<Visibility, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function findOverridden(symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  for (let owner = symbol.superclass; owner; owner = owner.superclass) {
    const found = owner.methods.get(method.name.toLowerCase())?.find((other) => sameParameters(other, method));
    if (found) return found;
  }
  return undefined;
}

/** The method of a project interface that this one implements, of this class or a superclass. */
function firstInterfaceMethod(project: Project, symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  const visit = (owner: ClassSymbol): MethodSymbol | undefined => {
    for (const type of owner.interfaces) {
      const above = type.kind === 'class' ? project.class(type.name) : undefined;
      const found = above?.methods.get(method.name.toLowerCase())?.find((other) => sameParameters(other, method));
      const hit = found ?? (above && visit(above));
      if (hit) return hit;
    }
    return owner.superclass ? visit(owner.superclass) : undefined;
  };
  return visit(symbol);
}

/** A method that every object has. Of these `toString` must be overridden by that word, `hashCode` may be, and `equals` must not. */
function isBaseMethod(method: MethodSymbol, name: string, params: number): boolean {
  return !method.static && method.name.toLowerCase() === name && method.params.length === params;
}

function overridesPlatform(project: Project, symbol: ClassSymbol, method: MethodSymbol): boolean {
  if (isBaseMethod(method, 'equals', 1)) return false;
  const types = [platformRoot(symbol), ...symbol.interfaces];
  return types.some((type) =>
    libraryMembers(project, type, 'method', method.name, false).some(
      (member) => member.params.length === method.params.length
    )
  );
}
