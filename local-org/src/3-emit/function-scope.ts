import type { Temp } from '../2-bind/bound/expressions.js';
import type { Project } from '../2-bind/project.js';
import type { ClassSymbol, LocalSymbol, SourceFile } from '../2-bind/symbols.js';
import type { LibraryMember } from '../2-bind/members.js';
import type { CallGraph } from './call-graph.js';
import { lineMark, type LineWriter } from './writer.js';
import { nearDeepest } from './names.js';
import type { ScriptPool } from './script-pool.js';

/** What all functions of a script share. */
export interface ScriptContext {
  readonly project: Project;
  readonly source: SourceFile;
  readonly pool: ScriptPool;
  readonly writer: LineWriter;
  /** Collects what the functions call, of all scripts that are emitted together. */
  readonly graph: CallGraph;
  readonly coverage: boolean;
  /** Whether the code tells the debug log what it does (see emit-detail.ts). */
  readonly detailed: boolean;
  /** Lines with statements, collected for coverage. */
  readonly lines: Set<number>;
}

/** One JavaScript function while it is emitted: its temporaries and what its head must declare. */
export class FunctionScope {
  readonly script: ScriptContext;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  /** Line of the expression that is being emitted. */
  line: number;
  usesStatics = false;
  usesLoopCounter = false;
  /** Variables whose scope a debug log has begun before their declaration. */
  declared: ReadonlySet<LocalSymbol> = new Set();
  /** Names of what the function may call (call-names.ts). */
  readonly calls = new Set<string>();
  readonly #temps: string[] = [];
  readonly #names = new Map<Temp, string>();
  readonly #outliving = new Map<string, string>();

  constructor(script: ScriptContext, owner: ClassSymbol, isStatic: boolean) {
    this.script = script;
    this.owner = owner;
    this.static = isStatic;
    this.line = script.writer.line;
  }

  get pool(): ScriptPool {
    return this.script.pool;
  }

  get writer(): LineWriter {
    return this.script.writer;
  }

  support(name: string): string {
    return `${this.mark()}${this.pool.support(name)}`;
  }

  library(member: LibraryMember, accessor?: 'get' | 'set'): string {
    return `${this.mark()}${this.pool.library(member, accessor)}`;
  }

  /** Stands before the name of what is called where that is on a line further down than its statement. */
  mark(): string {
    return this.line > this.writer.line ? lineMark(this.line) : '';
  }

  /** A new JavaScript variable of the function. */
  temp(): string {
    const name = `$t${this.#temps.length}`;
    this.#temps.push(name);
    return name;
  }

  /** What reads a variable, by its name in lower case, after its block has ended; undefined while the block has not run. */
  outliving(name: string): string {
    let temp = this.#outliving.get(name);
    if (temp === undefined) this.#outliving.set(name, (temp = this.temp()));
    return temp;
  }

  /** Gives a temporary of the bound tree a JavaScript expression to stand for it. */
  name(temp: Temp, expression: string): void {
    this.#names.set(temp, expression);
  }

  nameOf(temp: Temp): string {
    const name = this.#names.get(temp);
    if (name === undefined) throw new Error('A temporary is read before it is set');
    return name;
  }

  /** Declarations at the head of the function. */
  head(): string {
    let text = '';
    if (this.usesStatics) text += `const $s = ${this.pool.class(this.owner)}.$s($x); `;
    if (this.usesLoopCounter) text += 'let $n = 0; ';
    if (this.#temps.length > 0) text += `let ${this.#temps.join(', ')}; `;
    return text;
  }
}

/**
 * Writes the body of a function: what is declared at its head, whatever `write` writes, and, when the function can lead back to
 * itself, the counting of the depth of calls around it all. Calls that end early in whatever way are counted down.
 */
export function emitCounted(fn: FunctionScope, names: readonly string[], write: () => string): void {
  const { writer, script } = fn;
  const open = writer.reserve();
  const head = writer.reserve();
  head(write());
  const close = writer.reserve();
  const { calls } = fn;
  const recursive = (): void => {
    open(`try { if (++$x.callDepth > ${nearDeepest}) ${fn.pool.support('checkDepth')}($x); `);
    close('} finally { $x.callDepth--; } ');
  };
  script.graph.add({ names, calls, recursive });
}

/** True when a class has static state that its first use initialises. */
export function hasStatics(symbol: ClassSymbol): boolean {
  return symbol.declaration.members.some(
    (member) =>
      (member.kind === 'initializer' && member.static) ||
      ((member.kind === 'field' || member.kind === 'property') && member.modifiers.words.includes('static'))
  );
}
