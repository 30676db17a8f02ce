import type { CompileError } from '../1-parse/compile-error.js';

/** Thrown by code that needs a class which did not compile. No Apex code can catch it. */
export class UncompiledCode extends Error {
  readonly unit: string;
  readonly errors: readonly CompileError[];
  constructor(unit: string, errors: readonly CompileError[]) {
    const [first] = errors;
    const where = first ? `: ${first.file}:${first.line}:${first.column} ${first.message}` : '';
    super(`${unit} does not compile${where}`);
    this.unit = unit;
    this.errors = errors;
  }

  /** True when only what the local org lacks keeps the code from compiling. */
  get unsupported(): boolean {
    return this.errors.length > 0 && this.errors.every((error) => error.code === 'unsupported');
  }
}
