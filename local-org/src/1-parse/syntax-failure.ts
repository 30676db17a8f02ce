import type { Position } from './ast/index.js';

/** A mistake that shows only when the tree of the parser is read: SOQL that is no SOQL. */
export class SyntaxFailure extends Error {
  readonly position: Position;
  constructor(position: Position, message: string) {
    super(message);
    this.position = { line: position.line, column: position.column };
  }
}
