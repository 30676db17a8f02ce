import { WeaveError, WeaveSyntaxError } from './errors.js';
import { declare, evaluate } from './evaluate/evaluator.js';
import { Scope } from './evaluate/scope.js';
import { formatOf, readFormat, unknownFormat, writeFormat } from './formats/formats.js';
import { bindImports, checkNames, coreScope } from './library/modules.js';
import type { Engine, Properties } from './library/define.js';
import { parseScript } from './syntax/script-parser.js';
import { Scanner } from './syntax/scanner.js';
import { parseExpression } from './syntax/expression-parser.js';
import type { At, Script } from './syntax/tree.js';
import type { WeaveValue } from './values.js';

/** What a script may ask of its surroundings. */
export type Surroundings = Pick<Engine, 'now' | 'log' | 'random'>;

const none: Properties = new Map();

/** A script that has been read: it can be run any number of times. */
export class WeaveScript {
  readonly text: string;
  private readonly tree: Script;

  /** Throws WeaveSyntaxError for a script that cannot be read or that names what DataWeave in Apex has not. */
  constructor(text: string) {
    this.text = text;
    this.tree = parseScript(text);
    checkNames(this.tree);
    for (const { mimeType, at } of [...this.tree.inputs, ...(this.tree.output ? [this.tree.output] : [])]) {
      if (mimeType !== undefined && formatOf(mimeType) === undefined) {
        throw new WeaveSyntaxError(unknownFormat(mimeType).message, at);
      }
    }
  }

  /** The format of an input, as the header says; undefined for a name that the header lacks. */
  inputFormat(name: string): { readonly mimeType: string; readonly properties: Properties } | undefined {
    const found = this.tree.inputs.find((input) => input.name === name);
    return found?.mimeType === undefined ? undefined : { mimeType: found.mimeType, properties: found.properties };
  }

  /** `application/dw` where the header names no output, as for a script without one. */
  get output(): { readonly mimeType: string; readonly properties: Properties } {
    const { output } = this.tree;
    return { mimeType: output?.mimeType ?? 'application/dw', properties: output?.properties ?? none };
  }

  /** The script's value. Failures are WeaveErrors with a place. */
  run(inputs: ReadonlyMap<string, WeaveValue>, surroundings: Surroundings): WeaveValue {
    const engine: Engine = { ...surroundings, read: readAny, write: writeFormat };
    const scope = new Scope(coreScope(engine));
    for (const [name, value] of inputs) scope.set(name, value);
    bindImports(this.tree.declarations, scope, engine);
    declare(this.tree.declarations, scope);
    return evaluate(this.tree.body, scope);
  }

  /** An error's text with the line that it is about, as the language shows it. The layout is from memory. */
  describe(message: string, at: At | undefined): string {
    if (!at) return message;
    const line = this.text.split('\n')[at.line - 1] ?? '';
    const margin = `${at.line}| `;
    const arrow = `${' '.repeat(margin.length + at.column - 1)}^`;
    return `${message}\n\n${margin}${line}\n${arrow}\nTrace:\n  at anonymous::main (line: ${at.line}, column: ${at.column})`;
  }
}

/** `read` of the language itself is reading an expression. */
function readAny(text: string, mimeType: string, properties: Properties): WeaveValue {
  if (formatOf(mimeType) !== 'dw') return readFormat(text, mimeType, properties);
  try {
    return evaluate(parseExpression(new Scanner(text)), new Scope());
  } catch (error) {
    if (error instanceof WeaveSyntaxError) throw new WeaveError(error.message);
    throw error;
  }
}
