import type { LoadedCode } from '../../code/index.js';

/** Compile errors, one a line: `file:line:column: message`. */
export function compileWarnings(code: LoadedCode): string[] {
  return code.compileErrors.map((error) => `${error.file}:${error.line}:${error.column}: ${error.message}`);
}
