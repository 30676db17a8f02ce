import { WeaveSyntaxError } from '../errors.js';
import type { At } from './tree.js';

const wordPattern = /[A-Za-z_][\w]*/y;

/** Reads a script character by character: what a slash or a bar means depends on what the parser expects. */
export class Scanner {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the next token stands. */
  at(position = this.skip()): At {
    const before = this.text.slice(0, position);
    return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
  }

  fail(message: string, position = this.skip()): WeaveSyntaxError {
    return new WeaveSyntaxError(message, this.at(position));
  }

  /** Passes over white space and comments. */
  skip(): number {
    const { text } = this;
    for (;;) {
      while (/\s/.test(text[this.position] ?? '')) this.position++;
      if (text.startsWith('//', this.position)) {
        const end = text.indexOf('\n', this.position);
        this.position = end < 0 ? text.length : end;
      } else if (text.startsWith('/*', this.position)) {
        const end = text.indexOf('*/', this.position);
        if (end < 0) throw new WeaveSyntaxError('A comment is not closed', this.at(this.position));
        this.position = end + 2;
      } else return this.position;
    }
  }

  get atEnd(): boolean {
    return this.skip() >= this.text.length;
  }

  /** True when these characters come next. */
  sees(symbol: string): boolean {
    return this.text.startsWith(symbol, this.skip());
  }

  /** Like `sees`, without white space before it. */
  touches(symbol: string): boolean {
    return this.text.startsWith(symbol, this.position);
  }

  eat(symbol: string): boolean {
    if (!this.sees(symbol)) return false;
    this.position += symbol.length;
    return true;
  }

  expect(symbol: string): void {
    if (!this.eat(symbol))
      throw this.fail(`Invalid input '${this.text[this.position] ?? 'end of script'}', expected ${symbol}`);
  }

  /** The word that comes next, not taken. */
  peekWord(): string | undefined {
    wordPattern.lastIndex = this.skip();
    return wordPattern.exec(this.text)?.[0];
  }

  eatWord(word: string): boolean {
    if (this.peekWord() !== word) return false;
    this.position += word.length;
    return true;
  }

  word(what: string): string {
    const word = this.peekWord();
    if (word === undefined)
      throw this.fail(`Invalid input '${this.text[this.position] ?? 'end of script'}', expected ${what}`);
    this.position += word.length;
    return word;
  }

  /** Takes what the sticky pattern matches; undefined when it does not. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.skip();
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.position += match[0].length;
    return match;
  }

  /** Runs a reading that may fail; the place is as before when it does. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.position;
    try {
      const result = read();
      if (result === undefined) this.position = start;
      return result;
    } catch (error) {
      if (!(error instanceof WeaveSyntaxError)) throw error;
      this.position = start;
      return undefined;
    }
  }
}
