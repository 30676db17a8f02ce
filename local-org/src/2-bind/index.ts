import type {
  AnonymousUnit,
  Member,
  Modifiers,
  SourceUnit,
  TriggerUnitNode,
  TypeDeclaration
} from '../1-parse/ast/index.js';
import { T } from '../kernel/types.js';
import type { CompileError } from '../1-parse/compile-error.js';
import { ClassBinder } from './bind-class.js';
import type { BoundUnit } from './bound/members.js';
import { checkDeclarations, triggerVariableErrors } from './check-declarations.js';
import { checkImplemented } from './check-interfaces.js';
import { settleNames } from './check-classes.js';
import { declareType, withInner } from './declare.js';
import { declareMembers } from './declare-members.js';
import { Diagnostics } from './diagnostics.js';
import { bindError, type BindError } from './errors.js';
import { linkSupertypes } from './link.js';
import { Project, type ProjectOptions } from './project.js';
import type { ClassSymbol, SourceFile } from './symbols.js';

export interface ParsedFile {
  readonly source: SourceFile;
  readonly unit: SourceUnit;
}

export interface BindInput extends ProjectOptions {
  readonly files: readonly ParsedFile[];
}

export interface BoundProject {
  readonly project: Project;
  readonly units: readonly BoundUnit[];
  errorsOf(source: SourceFile): readonly CompileError[];
}

/** Binds all files of a project together. */
export function bindProject(input: BindInput): BoundProject {
  return bindInto(new Project(input), input.files);
}

/** Adds files to a project and binds them; with `signaturesOnly` their bodies are left alone. */
export function bindInto(project: Project, files: readonly ParsedFile[], signaturesOnly = false): BoundProject {
  const diagnostics = new Diagnostics();
  const tops: { readonly file: ParsedFile; readonly symbol: ClassSymbol }[] = [];
  for (const file of files) {
    const symbol = declareType(file.source, declarationOf(file), undefined, diagnostics);
    if (file.unit.kind === 'class' && !project.add(symbol)) {
      diagnostics.add(file.source, bindError(symbol.declaration, 'duplicateType', symbol.name));
      continue;
    }
    if (file.unit.kind !== 'class') project.addLocal(symbol);
    tops.push({ file, symbol });
  }
  const all = tops.flatMap(({ symbol }) => withInner(symbol));
  for (const symbol of all) linkSupertypes(project, symbol, diagnostics);
  for (const symbol of all) declareMembers(project, symbol, diagnostics);
  for (const symbol of superclassesFirst(project, all)) settleNames(project, symbol, diagnostics);
  if (!signaturesOnly) for (const symbol of all) checkDeclarations(project, symbol, diagnostics);
  if (signaturesOnly) return { project, units: [], errorsOf: (source) => diagnostics.of(source) };
  for (const symbol of all) checkImplemented(project, symbol, diagnostics);
  const binder = new ClassBinder(project, diagnostics);
  const units = tops.map(({ file, symbol }) => bindUnit(project, binder, diagnostics, file, symbol));
  return { project, units, errorsOf: (source) => diagnostics.of(source) };
}

function bindUnit(
  project: Project,
  binder: ClassBinder,
  diagnostics: Diagnostics,
  file: ParsedFile,
  symbol: ClassSymbol
): BoundUnit {
  const { unit, source } = file;
  const object = unit.kind === 'trigger' ? project.sobject(unit.object) : undefined;
  if (object !== undefined) binder.inTrigger(source, object);
  const top = binder.bind(symbol);
  if (unit.kind === 'class') return { source, top, run: undefined };
  if (unit.kind === 'trigger') {
    if (object === undefined) diagnostics.add(source, bindError(unit, 'triggerObject', unit.object));
    for (const error of eventErrors(unit)) diagnostics.add(source, error);
    for (const error of triggerVariableErrors(unit)) diagnostics.add(source, error);
  }
  const options = { owner: symbol, static: true, returns: T.Void, triggerBody: unit.kind === 'trigger' };
  const at = { line: 1, column: 1 };
  const block = { kind: 'block', ...at, statements: unit.statements, endLine: 1 } as const;
  return { source, top, run: binder.body(options, [], block, at) };
}

function* eventErrors(unit: TriggerUnitNode): Generator<BindError> {
  const events = new Set<string>();
  for (const event of unit.events as readonly string[]) {
    if (event === 'before undelete') yield bindError(unit, 'triggerUndelete');
    else if (events.has(event)) yield bindError(unit, 'triggerEvent', event.toUpperCase());
    events.add(event);
  }
}

/** Triggers and anonymous blocks are treated as a class around their methods. */
function declarationOf(file: ParsedFile): TypeDeclaration {
  const { unit } = file;
  if (unit.kind === 'class') return unit.declaration;
  return surroundingClass(unit.kind === 'trigger' ? `Trigger.${unit.name}` : file.source.unit, unit);
}

function surroundingClass(name: string, unit: TriggerUnitNode | AnonymousUnit): TypeDeclaration {
  const members = unit.members.map((member): Member => {
    if (member.kind === 'method') return { ...member, modifiers: withoutScope(member.modifiers) };
    if (member.kind === 'property' && unit.kind === 'trigger')
      return { ...member, modifiers: madeStatic(member.modifiers) };
    if (member.kind !== 'type' || unit.kind === 'trigger' || member.declaration.kind !== 'class') return member;
    const { declaration } = member;
    return { ...member, declaration: { ...declaration, modifiers: madeVirtual(declaration.modifiers) } };
  });
  return {
    kind: 'class',
    line: 1,
    column: 1,
    name,
    modifiers: { words: ['public'], annotations: [] },
    interfaces: [],
    members,
    constants: []
  };
}

/** The scope of a method is its block, whatever it says (Apex Developer Guide, "Anonymous Blocks"). */
const withoutScope = (modifiers: Modifiers): Modifiers =>
  madeStatic({ ...modifiers, words: modifiers.words.filter((word) => word !== 'global') });

const madeStatic = (modifiers: Modifiers): Modifiers => ({
  ...modifiers,
  words: [...modifiers.words.filter((word) => word !== 'static'), 'static']
});

/** Classes of an anonymous block are virtual without saying so (the same page). */
const madeVirtual = (modifiers: Modifiers): Modifiers => ({
  ...modifiers,
  words: modifiers.words.some((word) => word === 'virtual' || word === 'abstract')
    ? modifiers.words
    : [...modifiers.words, 'virtual']
});

function superclassesFirst(project: Project, symbols: readonly ClassSymbol[]): ClassSymbol[] {
  const ordered: ClassSymbol[] = [];
  const done = new Set<ClassSymbol>();
  const mine = new Set(symbols);
  const visit = (symbol: ClassSymbol): void => {
    if (done.has(symbol) || !mine.has(symbol)) return;
    done.add(symbol);
    for (const type of symbol.interfaces) {
      const above = type.kind === 'class' ? project.class(type.name) : undefined;
      if (above) visit(above);
    }
    if (symbol.superclass) visit(symbol.superclass);
    ordered.push(symbol);
  };
  symbols.forEach(visit);
  return ordered;
}
