import type {
  Member,
  MethodDeclaration,
  Modifiers,
  Position,
  TriggerUnitNode,
  TypeDeclaration
} from '../1-parse/ast/index.js';
import { annotatedFieldErrors, annotatedMethodErrors, annotatedTypeErrors } from './check-annotations.js';
import { methodNameError, typeNameError, variableNameError } from './check-identifiers.js';
import { modifierErrors } from './check-modifiers.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError, type BindError } from './errors.js';
import { isException } from './link.js';
import type { Place } from './modifier-rules.js';
import type { Project } from './project.js';
import type { ClassSymbol } from './symbols.js';

/** What declarations say of themselves: names, modifiers, annotations, which members a type may have. Bodies are not looked at. */
export function checkDeclarations(project: Project, symbol: ClassSymbol, diagnostics: Diagnostics): void {
  for (const error of typeErrors(symbol)) diagnostics.add(symbol.source, error);
  for (const member of symbol.declaration.members) {
    for (const error of memberErrors(symbol, member)) diagnostics.add(symbol.source, error);
  }
  for (const error of annotatedTypeErrors(project, symbol)) diagnostics.add(symbol.source, error);
  for (const field of symbol.fields.values()) {
    for (const error of annotatedFieldErrors(field)) diagnostics.add(symbol.source, error);
  }
  for (const method of [...symbol.methods.values()].flat()) {
    for (const error of annotatedMethodErrors(project, method)) diagnostics.add(symbol.source, error);
  }
}

const placeOf: Readonly<Record<TypeDeclaration['kind'], Place>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums'
};

function* typeErrors(symbol: ClassSymbol): Generator<BindError> {
  const { declaration, outer, source } = symbol;
  const { words, annotations } = declaration.modifiers;
  if (source.kind !== 'class' && !outer) return;
  const badName = typeNameError(declaration.name, declaration.kind, declaration);
  if (badName) yield badName;
  yield* modifierErrors(declaration.modifiers, placeOf[declaration.kind], declaration);
  const isTest = annotations.some(({ name }) => name === 'istest');
  if (!outer && !isTest && !words.includes('public') && !words.includes('global')) {
    yield bindError(declaration, 'modifier', 'Top-level type must have public or global visibility');
  }
  if (outer && words.includes('global') && outer.visibility !== 'global') {
    const kind = placeOf[declaration.kind];
    const text = `Enclosing type for global ${kind} in apex ${placeOf[outer.kind]} must be declared as global`;
    yield bindError(outer.declaration, 'modifier', text);
  }
  if (isAccessible(declaration.modifiers)) {
    const kind = placeOf[declaration.kind];
    if (!words.includes('public') && !words.includes('protected')) {
      const text = `NamespaceAccessible ${kind} require at least one of the following public, protected`;
      yield bindError(declaration, 'modifier', text);
    }
    if (outer && outer.visibility !== 'global' && !isAccessible(outer.declaration.modifiers)) {
      const text = `Enclosing type for NamespaceAccessible ${kind} in apex ${placeOf[outer.kind]} require at least one of the following NamespaceAccessible, global`;
      yield bindError(outer.declaration, 'modifier', text);
    }
  }
  yield* exceptionErrors(symbol);
  const constants = new Set<string>();
  for (const constant of declaration.constants) {
    if (constants.has(constant.toLowerCase())) yield bindError(declaration, 'duplicateField', constant);
    constants.add(constant.toLowerCase());
    const bad = variableNameError(constant, declaration);
    if (bad) yield bad;
  }
}

/** The name says Exception just when the class is one. */
function* exceptionErrors(symbol: ClassSymbol): Generator<BindError> {
  const { declaration, simpleName } = symbol;
  const named = /Exception$/i.test(simpleName);
  const is = isException(symbol);
  if (symbol.kind !== 'class' || named === is) return;
  const unlinked = declaration.superclass && !symbol.superclass && !symbol.platformSuperclass;
  if (is) yield bindError(declaration, 'exceptionName', symbol.name);
  else if (!unlinked) yield bindError(declaration, 'exceptionSuper', symbol.superclass?.name ?? symbol.name);
}

function* memberErrors(owner: ClassSymbol, member: Member): Generator<BindError> {
  switch (member.kind) {
    case 'type':
      if (owner.outer) yield bindError(member, 'innerInner');
      return;
    case 'initializer':
      if (owner.outer && member.static) yield bindError(member, 'innerStaticBlock');
      return;
    case 'field':
      yield* scopeErrors(owner, member.modifiers, 'fields', member.declarators[0] ?? member);
      for (const { name, line, column } of member.declarators) {
        const bad = variableNameError(name, { line, column });
        if (bad) yield bad;
      }
      return;
    case 'property': {
      if (owner.source.kind === 'trigger' && !owner.outer && member.modifiers.words.includes('protected'))
        yield bindError(member, 'modifier', 'protected is not allowed in triggers');
      else yield* scopeErrors(owner, member.modifiers, 'properties', member);
      const bad = variableNameError(member.name, member);
      if (bad) yield bad;
      yield* accessorErrors(member);
      return;
    }
    case 'constructor':
      yield* scopeErrors(owner, member.modifiers, 'constructors', member);
      yield* parameterErrors(member, member.params);
      if (member.modifiers.words.includes('protected') && !owner.virtual) yield bindError(member, 'protectedMethod');
      if (isException(owner) && inherited(member.params.map(({ type }) => type.parts.at(-1)?.name ?? ''))) {
        const types = member.params.map(({ type }) => type.parts.map(({ name }) => name).join('.'));
        yield bindError(member, 'exceptionConstructor', `void <init>(${types.join(', ')})`);
      }
      return;
    case 'method': {
      const bad = methodNameError(member.name, member);
      if (bad) yield bad;
      if (owner.kind === 'class') yield* methodErrors(owner, member);
      yield* parameterErrors(member, member.params);
      return;
    }
  }
}

/** The parameters of the constructors that every exception has. */
const inherited = (types: readonly string[]): boolean =>
  ['', 'string', 'exception', 'string exception'].includes(types.join(' ').toLowerCase());

function* scopeErrors(owner: ClassSymbol, modifiers: Modifiers, place: Place, at: Position): Generator<BindError> {
  yield* modifierErrors(modifiers, place, at);
  const { words } = modifiers;
  if (owner.outer && words.includes('static') && place !== 'constructors') {
    yield bindError(at, 'modifier', `static can only be used on ${place} of a top level type`);
  }
  yield* accessibleErrors(owner, modifiers, place, at);
  if (words.includes('webservice') && modifiers.annotations.some(({ name }) => name === 'deprecated'))
    yield bindError(at, 'modifier', `webService ${place} cannot be Deprecated`);
  for (const [word, shown] of [
    ['global', 'global'],
    ['webservice', 'webService']
  ] as const) {
    if (!words.includes(word) || owner.visibility === 'global') continue;
    yield bindError(at, 'modifier', `Defining type for ${shown} ${place} must be declared as global`);
  }
}

/** A member that packages of the same namespace may use is open, and so is what it belongs to. */
function* accessibleErrors(owner: ClassSymbol, modifiers: Modifiers, place: Place, at: Position): Generator<BindError> {
  if (!isAccessible(modifiers)) return;
  const fault = (text: string): BindError => bindError(at, 'modifier', text);
  const { words, annotations } = modifiers;
  if (!['public', 'protected', 'global'].some((word) => words.includes(word)))
    yield fault(`NamespaceAccessible ${place} require at least one of the following public, protected`);
  if (owner.visibility !== 'global' && !isAccessible(owner.declaration.modifiers)) {
    yield fault(
      `Defining type for NamespaceAccessible ${place} require at least one of the following NamespaceAccessible, global`
    );
  }
  if (annotations.some(({ name }) => name === 'auraenabled'))
    yield fault(`AuraEnabled ${place} cannot be NamespaceAccessible`);
}

const isAccessible = ({ annotations }: Modifiers): boolean =>
  annotations.some(({ name }) => name === 'namespaceaccessible');

function* methodErrors(owner: ClassSymbol, method: MethodDeclaration): Generator<BindError> {
  const { modifiers, body } = method;
  const { words } = modifiers;
  const fault = (text: string): BindError => bindError(method, 'modifier', text);
  const has = (word: string) => words.includes(word);
  const inTrigger = owner.source.kind === 'trigger' && !owner.outer;
  if (inTrigger) {
    const foreign = notInTriggers.find(has);
    if (foreign !== undefined) return yield fault(`${foreign} is not allowed in triggers`);
  }
  yield* scopeErrors(owner, modifiers, 'methods', method);
  for (const text of faultsTogether(owner, words, inTrigger)) yield fault(text);
  if (has('abstract') && body) yield bindError(method, 'abstractBody');
  if (!has('abstract') && !body) yield bindError(method, 'methodBody');
  if (has('protected') && !owner.virtual && !has('override')) yield bindError(method, 'protectedMethod');
  if (has('webservice') && !has('static')) yield fault('webService methods must be declared as static');
}

/** Words of a method that do not go together, or not with its class: the platform tells what is wrong with the first of them. */
function faultsTogether(owner: ClassSymbol, words: readonly string[], inTrigger: boolean): readonly string[] {
  const has = (word: string): boolean => words.includes(word);
  const open = ['public', 'protected', 'global', 'webservice'].some(has);
  // Apex Developer Guide, "Versioned Behavior Changes": as of API version 65.0.
  const closed = (word: string): string[] =>
    open || owner.source.apiVersion < 65
      ? []
      : [`${word} methods require at least one of the following global, public, protected`];
  const faults = (word: string): string[] => {
    switch (word) {
      case 'static':
        // Told already: inner classes have no static methods.
        if (owner.outer) return [];
        return ['abstract', 'virtual', 'override'].filter(has).map((other) => `static methods cannot be ${other}`);
      case 'virtual':
      case 'protected':
        return has('static') ? [`${word} methods cannot be static`] : [];
      case 'abstract':
        if (owner.abstract || inTrigger) return closed(word);
        return ['Defining type for abstract methods must be declared as abstract', ...closed(word)];
      case 'override':
        return closed(word);
      default:
        return [];
    }
  };
  const told = [...words, ...(inTrigger ? ['static'] : [])].map(faults);
  return told.find((each) => each.length > 0) ?? [];
}

const notInTriggers = ['protected', 'virtual'];

/** What is wrong with the modifiers of the variables at the top of a trigger. */
export function* triggerVariableErrors(unit: TriggerUnitNode): Generator<BindError> {
  for (const { modifiers, declarators } of unit.variables) {
    const [at = unit] = declarators;
    const { words } = modifiers;
    if (words.includes('protected')) yield bindError(at, 'modifier', 'protected is not allowed in triggers');
    else yield* modifierErrors(modifiers, 'fields', at);
    if (words.includes('global')) {
      yield bindError(at, 'modifier', 'Defining type for global fields must be declared as global');
    }
  }
}

function* parameterErrors(
  at: Position,
  params: readonly {
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly line: number;
    readonly column: number;
  }[]
): Generator<BindError> {
  if (params.length > 32) yield bindError(at, 'parameterCount', '32');
  for (const param of params) {
    yield* modifierErrors(param.modifiers, 'parameters', param);
    const bad = variableNameError(param.name, param);
    if (bad) yield bad;
  }
}

const widths = ['private', 'protected', 'public', 'global'];

/** An accessor may be narrower than its property, never wider. */
function* accessorErrors(member: Extract<Member, { kind: 'property' }>): Generator<BindError> {
  const scope = (modifiers: Modifiers) => widths.find((word) => modifiers.words.includes(word));
  const outer = scope(member.modifiers) ?? 'private';
  for (const accessor of [member.getter, member.setter]) {
    const own = accessor && scope(accessor.modifiers);
    if (!accessor || own === undefined || widths.indexOf(own) <= widths.indexOf(outer)) continue;
    yield bindError(accessor, 'accessorScope', own, outer);
  }
}
