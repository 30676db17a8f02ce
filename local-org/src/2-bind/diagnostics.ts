import type { CompileError } from '../1-parse/compile-error.js';
import type { Position } from '../1-parse/ast/index.js';
import { bindError, BindError } from './errors.js';
import type { SourceFile } from './symbols.js';

/** Collects the compile errors of all files. */
export class Diagnostics {
  readonly #byUnit = new Map<string, CompileError[]>();
  readonly #gaps = new Map<string, number>();

  add(source: SourceFile, error: BindError): void {
    const errors = this.#byUnit.get(key(source)) ?? [];
    this.#byUnit.set(key(source), errors);
    const { line, column, code } = error;
    // The class around a trigger goes by the trigger's name in messages.
    const message =
      source.kind === 'trigger' ? error.message.replaceAll(`Trigger.${source.unit}`, source.unit) : error.message;
    if (errors.some((known) => known.line === line && known.column === column && known.message === message)) return;
    errors.push({ file: source.file, line, column, message, code });
  }

  /** Adds an error that the code around it outlives: it fails when, and only when, it gets there. */
  addGap(source: SourceFile, error: BindError): void {
    const before = this.of(source).length;
    this.add(source, error);
    const gaps = this.#gaps.get(key(source)) ?? 0;
    this.#gaps.set(key(source), gaps + this.of(source).length - before);
  }

  /** How many errors of the file keep the code around them from running at all. */
  faultsOf(source: SourceFile): number {
    return this.of(source).length - (this.#gaps.get(key(source)) ?? 0);
  }

  of(source: SourceFile): readonly CompileError[] {
    return this.#byUnit.get(key(source)) ?? [];
  }

  /** Like `attempt`, for a whole body: one that is nested too deep to follow is an error of it. */
  attemptBody<V>(source: SourceFile, at: Position, step: () => V): V | undefined {
    try {
      return this.attempt(source, step);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.add(source, bindError(at, 'tooLong'));
      return undefined;
    }
  }

  /** Runs a step; a broken rule is recorded and gives undefined, so that the next step can go on. */
  attempt<V>(source: SourceFile, step: () => V): V | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof BindError)) throw error;
      this.add(source, error);
      if (error.also) this.add(source, error.also);
      return undefined;
    }
  }
}

const key = (source: SourceFile): string => `${source.kind} ${source.unit} ${source.file}`;
