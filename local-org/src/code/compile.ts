import { parseSource } from '../1-parse/index.js';
import type { CompileError } from '../1-parse/compile-error.js';
import { tooLong } from '../1-parse/syntax-message.js';
import type { SourceUnit } from '../1-parse/ast/index.js';
import { bindInto, type ParsedFile } from '../2-bind/index.js';
import type { BoundClass, BoundMember, BoundUnit } from '../2-bind/bound/members.js';
import { Project, type ProjectOptions } from '../2-bind/project.js';
import { CallGraph } from '../3-emit/call-graph.js';
import { emitUnit } from '../3-emit/index.js';
import type { UnitArtifact } from '../3-emit/artifact.js';
import type { ParseCache } from './cache.js';
import type { ApexFile } from './source-files.js';

export interface CompileInput extends ProjectOptions {
  readonly files: readonly ApexFile[];
  readonly coverage: boolean;
  /** See EmitOptions. */
  readonly detailed?: boolean;
  readonly parses: ParseCache;
}

/** A compile error with the class or trigger whose file it is in. */
export interface UnitError extends CompileError {
  readonly className: string;
}

export interface Compilation {
  readonly artifacts: readonly UnitArtifact[];
  readonly errors: readonly UnitError[];
}

/** Compiles all files together. A file with errors still gives an artifact when it could be parsed; its faulty bodies throw when called. */
export function compileProject(input: CompileInput): Compilation {
  const project = new Project(input);
  const errors: UnitError[] = [];
  const namespace = input.schema.namespace.name;
  const parsed: ParsedFile[] = [];
  for (const file of input.files) {
    const result = input.parses.get(file, () => parseSource(file.text, file.file, file.kind));
    if (result.unit) parsed.push(parsedFile(file, result.unit, namespace));
    else errors.push(...result.errors.map((error) => ({ ...error, className: file.name })));
  }
  const bound = bindInto(project, parsed);
  for (const { source } of parsed) {
    errors.push(...bound.errorsOf(source).map((error) => ({ ...error, className: source.unit })));
  }
  const byUnit = new Map(parsed.map(({ source, unit }) => [source, unit]));
  const { coverage, detailed = false } = input;
  const graph = new CallGraph();
  const scripts = bound.units.map((unit) => {
    const node = byUnit.get(unit.source);
    const emit = (of: BoundUnit) =>
      emitUnit(project, of, node?.kind === 'trigger' ? node : undefined, { coverage, detailed }, graph);
    try {
      return emit(unit);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const { unit: className, file } = unit.source;
      errors.push({ file, line: 1, column: 1, message: tooLong, code: 'tooLong', className });
      return emit(withoutBodies(unit));
    }
  });
  graph.settle();
  return { artifacts: scripts.map((finish) => finish()), errors };
}

/** The unit as if none of its bodies had compiled. */
function withoutBodies(unit: BoundUnit): BoundUnit {
  const empty = (type: BoundClass): BoundClass => ({
    ...type,
    members: type.members.map((member): BoundMember => {
      if (member.kind === 'field') return { ...member, value: undefined };
      return member.kind === 'type' ? { ...member, type: empty(member.type) } : { ...member, body: undefined };
    })
  });
  return { ...unit, top: empty(unit.top), run: unit.run && { ...unit.run, body: undefined } };
}

function parsedFile(file: ApexFile, unit: SourceUnit, namespace: string): ParsedFile {
  const name = unit.kind === 'class' ? unit.declaration.name : unit.kind === 'trigger' ? unit.name : file.name;
  const source = { unit: name, kind: file.kind, file: file.file, apiVersion: file.apiVersion };
  return { source: namespace === '' ? source : { ...source, namespace }, unit };
}

/** Compiles a block of anonymous Apex against the project's sources. */
export function compileAnonymousBlock(
  input: Omit<CompileInput, 'coverage'>,
  source: string,
  apiVersion: number
): { readonly artifact: UnitArtifact | undefined; readonly errors: readonly CompileError[] } {
  const file = 'AnonymousBlock';
  const result = parseSource(source, file, 'anonymous');
  if (!result.unit) return { artifact: undefined, errors: result.errors };
  const project = new Project(input);
  const parsed: ParsedFile[] = [];
  for (const each of input.files) {
    const known = input.parses.get(each, () => parseSource(each.text, each.file, each.kind)).unit;
    if (known?.kind === 'class') parsed.push(parsedFile(each, known, project.schema.namespace.name));
  }
  bindInto(project, parsed, true);
  const block: ParsedFile = { source: { unit: file, kind: 'anonymous', file, apiVersion }, unit: result.unit };
  const bound = bindInto(project, [block]);
  const [unit] = bound.units;
  const errors = bound.errorsOf(block.source);
  if (!unit || errors.length > 0) return { artifact: undefined, errors };
  const graph = new CallGraph();
  const finish = emitUnit(project, unit, undefined, { coverage: false, detailed: input.detailed === true }, graph);
  graph.settleAll();
  return { artifact: finish(), errors };
}
