import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';
import type { SourceUnit } from './ast/index.js';
import { anonymousUnit, classUnit, triggerUnit } from './build-units.js';
import type { CompileError } from './compile-error.js';
import { SyntaxFailure } from './syntax-failure.js';
import { syntaxMessage } from './syntax-message.js';

export interface ParseResult {
  /** Undefined when there are errors. */
  readonly unit: SourceUnit | undefined;
  readonly errors: readonly CompileError[];
}

/** Parses one file (or the text of an anonymous block). Syntax errors are returned, never thrown. */
export function parseSource(source: string, file: string, kind: SourceUnit['kind']): ParseResult {
  const listener = new SyntaxErrors(file);
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  const build = builders[kind](parser);
  if (listener.errors.length > 0) return { unit: undefined, errors: listener.errors };
  try {
    return { unit: build(), errors: [] };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { unit: undefined, errors: [{ file, ...error.position, message: error.message, code: 'syntax' }] };
  }
}

/** The parser runs at once, the tree is read afterwards. */
const builders: Record<SourceUnit['kind'], (parser: ApexParser) => () => SourceUnit> = {
  class: (parser) => {
    const tree = parser.compilationUnit();
    return () => classUnit(tree);
  },
  trigger: (parser) => {
    const tree = parser.triggerUnit();
    return () => triggerUnit(tree);
  },
  anonymous: (parser) => {
    const tree = parser.anonymousUnit();
    return () => anonymousUnit(tree);
  }
};

class SyntaxErrors extends ApexErrorListener {
  readonly errors: CompileError[] = [];
  readonly #file: string;
  constructor(file: string) {
    super();
    this.#file = file;
  }
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.errors.push({ file: this.#file, line, column: column + 1, message: syntaxMessage(message), code: 'syntax' });
  }
}
