import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';
import type { Position, SourceUnit } from './ast/index.js';
import { foldDimensions } from './array-dimensions.js';
import { anonymousUnit, classUnit, triggerUnit } from './build-units.js';
import type { CompileError } from './compile-error.js';
import { tooDeep } from './nesting.js';
import { GaveUp, QuickParser } from './quick-parser.js';
import { SyntaxFailure } from './syntax-failure.js';
import { syntaxMessage, tooLong } from './syntax-message.js';
import { tokensOf, type TokenStream } from './token-stream.js';
import { foldNamespace } from './trigger-object.js';

export interface ParseResult {
  /** Undefined when there are errors. */
  readonly unit: SourceUnit | undefined;
  readonly errors: readonly CompileError[];
}

/** Parses one file (or the text of an anonymous block). Syntax errors are returned, never thrown. */
export function parseSource(source: string, file: string, kind: SourceUnit['kind']): ParseResult {
  if (kind !== 'anonymous' && source.length > mostCharacters)
    return { unit: undefined, errors: [tooLarge(source, file)] };
  const deep = tooDeep(source);
  if (deep) return { unit: undefined, errors: [{ file, ...deep, message: tooLong, code: 'syntax' }] };
  const failed = (message: string, at: Position): ParseResult => ({
    unit: undefined,
    errors: [{ file, ...at, message, code: 'syntax' }]
  });
  try {
    const build = quickly(source, kind);
    if (build) return { unit: build(), errors: [] };
    return thoroughly(source, file, kind);
  } catch (error) {
    if (error instanceof SyntaxFailure) return failed(error.message, error.position);
    // Thousands of operators in a row: without brackets, but deeper than the stack.
    if (error instanceof RangeError) return failed(tooLong, { line: 1, column: 1 });
    throw error;
  }
}

/** What builds the tree; undefined when the source has a syntax error. */
function quickly(source: string, kind: SourceUnit['kind']): (() => SourceUnit) | undefined {
  const errors = new SyntaxErrors('');
  try {
    const build = builders[kind](new QuickParser(readTokens(source, kind, errors)));
    return errors.errors.length > 0 ? undefined : build;
  } catch (error) {
    if (error instanceof GaveUp) return undefined;
    throw error;
  }
}

/** The errors of a source that has some: ANTLR's own way of deciding tells best what it had expected. */
function thoroughly(source: string, file: string, kind: SourceUnit['kind']): ParseResult {
  const listener = new SyntaxErrors(file);
  const parser = ApexParserFactory.createParser(readTokens(source, kind, listener));
  parser.addErrorListener(listener);
  const build = builders[kind](parser);
  return listener.errors.length > 0 ? { unit: undefined, errors: listener.errors } : { unit: build(), errors: [] };
}

/** The tokens of a source, without those that the grammar does not know. */
function readTokens(source: string, kind: SourceUnit['kind'], listener: ApexErrorListener): TokenStream {
  const stream = tokensOf(source, listener);
  foldDimensions(source, stream);
  if (kind === 'trigger') foldNamespace(source, stream);
  return stream;
}

/** Apex Developer Guide, "Execution Governors and Limits"; Salesforce's own front end counts comments too. */
const mostCharacters = 1_000_000;

/** The refusal of a file that is not even parsed: it shows the beginning of the text, and stands at the name that is declared. */
function tooLarge(source: string, file: string): CompileError {
  const beginning = source.slice(0, 10_000);
  const declared = /\b(?:class|interface|enum|trigger)\s+(?=\w)/i.exec(beginning);
  const lines = beginning.slice(0, declared ? declared.index + declared[0].length : 0).split('\n');
  const [line, column] = [lines.length, (lines[lines.length - 1] ?? '').length + 1];
  return { file, line, column, message: `Script too large: ${source.slice(0, 100)}...`, code: 'syntax' };
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
