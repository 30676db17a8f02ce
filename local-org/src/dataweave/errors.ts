import type { At } from './syntax/tree.js';

/** A script that cannot be read: what is wrong and where. */
export class WeaveSyntaxError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, { line, column }: At) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** A script that fails while it runs. `at` is where, as far as the failure has come up through the expressions. */
export class WeaveError extends Error {
  at: At | undefined;
  constructor(message: string, at?: At) {
    super(message);
    this.at = at;
  }
}
