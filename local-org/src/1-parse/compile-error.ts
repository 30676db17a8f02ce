/** What is wrong with a source file. Lines and columns count from 1. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** `syntax`, `unsupported`, or the kind of rule that is broken (see 2-bind/errors.ts). */
  readonly code: string;
}
