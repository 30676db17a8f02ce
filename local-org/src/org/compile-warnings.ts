import type { CompileError } from '../1-parse/compile-error.js';

/** Compile errors, one a line: `file:line:column: message`. */
export function compileWarnings(errors: readonly CompileError[]): string[] {
  return errors.map((error) => `${error.file}:${error.line}:${error.column}: ${error.message}`);
}
