import { jsonException } from '../../runtime/exceptions.js';

export type JsonTokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

/** What may come next: a value, the first item or name after an opening bracket, a name, a comma or the end, nothing more. */
type Expected = 'value' | 'firstItem' | 'firstName' | 'name' | 'comma' | 'nothing';

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
};
const words = { t: ['true', 'VALUE_TRUE'], f: ['false', 'VALUE_FALSE'], n: ['null', 'VALUE_NULL'] } as const;
const numberForm = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const plainString = /[^"\\\u0000-\u001f]*/y;

/**
 * Cuts a JSON text into tokens and checks its structure. Errors have the texts of the Jackson parser behind the platform's
 * JSON class, with `at input location [line,column]`.
 */
export class JsonTokens {
  private readonly text: string;
  private at = 0;
  private readonly open: ('{' | '[')[] = [];
  private expected: Expected = 'value';
  /** The current token; null before the first and after the last one. */
  kind: JsonTokenKind | null = null;
  private content = '';
  /** True while the current token is a string whose characters have not been read: errors in it come when it is asked for. */
  private unread = false;
  /** The last name read in each open bracket; arrays have none. */
  private readonly names: (string | null)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** The name under which the current token stands; a bracket stands under that of the object around it. */
  get name(): string | null {
    const opens = this.kind === 'START_OBJECT' || this.kind === 'START_ARRAY';
    return this.names[this.names.length - (opens ? 2 : 1)] ?? null;
  }

  /** Text of the current token: names and strings without quotes and escapes, numbers as written. */
  get value(): string {
    this.finishString();
    return this.content;
  }

  private finishString(): void {
    if (!this.unread) return;
    this.unread = false;
    this.content = this.readString();
  }

  /** Moves to the next token; false at the end of the text. */
  next(): boolean {
    this.finishString();
    this.skipSpace();
    if (this.expected === 'comma') {
      const closing = this.open[this.open.length - 1] === '{' ? '}' : ']';
      const c = this.text[this.at];
      if (c === closing) return this.close();
      if (c === undefined) throw this.endOfInput();
      if (c !== ',')
        throw this.unexpected(`was expecting comma to separate ${closing === '}' ? 'OBJECT' : 'ARRAY'} entries`);
      this.at++;
      this.skipSpace();
      this.expected = closing === '}' ? 'name' : 'value';
    }
    const c = this.text[this.at];
    if (this.expected === 'nothing') {
      this.kind = null;
      return false;
    }
    if (c === undefined) {
      if (this.open.length === 0) {
        this.kind = null;
        return false;
      }
      throw this.endOfInput();
    }
    if (this.expected === 'firstName' || this.expected === 'name') {
      if (c === '}' && this.expected === 'firstName') return this.close();
      if (c !== '"') throw this.unexpected('was expecting double-quote to start field name');
      return this.fieldName();
    }
    if (c === ']' && this.expected === 'firstItem') return this.close();
    return this.readValue(c);
  }

  /** Runs a look ahead and returns to where the tokens stand now. */
  peek<V>(look: () => V): V {
    const { at, expected, kind, content, unread } = this;
    const open = [...this.open];
    const names = [...this.names];
    try {
      return look();
    } finally {
      this.at = at;
      this.expected = expected;
      this.kind = kind;
      this.content = content;
      this.unread = unread;
      this.open.splice(0, this.open.length, ...open);
      this.names.splice(0, this.names.length, ...names);
    }
  }

  /** Past the end of the object or array that the current token opens; does nothing on other tokens. */
  skipChildren(): void {
    if (this.kind !== 'START_OBJECT' && this.kind !== 'START_ARRAY') return;
    const depth = this.open.length;
    while (this.open.length >= depth && this.next());
  }

  private fieldName(): boolean {
    this.content = this.readString();
    this.names[this.names.length - 1] = this.content;
    this.skipSpace();
    if (this.text[this.at] === undefined) throw this.endOfInput();
    if (this.text[this.at] !== ':') throw this.unexpected('was expecting a colon to separate field name and value');
    this.at++;
    this.expected = 'value';
    this.kind = 'FIELD_NAME';
    return true;
  }

  private readValue(c: string): boolean {
    if (c === '{' || c === '[') {
      this.at++;
      this.open.push(c);
      this.names.push(null);
      this.content = c;
      this.kind = c === '{' ? 'START_OBJECT' : 'START_ARRAY';
      this.expected = c === '{' ? 'firstName' : 'firstItem';
      return true;
    }
    if (c === '"') {
      this.unread = true;
      this.kind = 'VALUE_STRING';
    } else if (c === '-' || (c >= '0' && c <= '9')) this.readNumber();
    else if (c === 't' || c === 'f' || c === 'n') this.readWord(c);
    else {
      throw this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.expected = this.open.length === 0 ? 'nothing' : 'comma';
    return true;
  }

  private close(): boolean {
    const c = this.text[this.at++] as string;
    this.open.pop();
    this.names.pop();
    this.content = c;
    this.kind = c === '}' ? 'END_OBJECT' : 'END_ARRAY';
    this.expected = this.open.length === 0 ? 'nothing' : 'comma';
    return true;
  }

  private readString(): string {
    let out = '';
    this.at++;
    for (;;) {
      plainString.lastIndex = this.at;
      const plain = plainString.exec(this.text)?.[0] ?? '';
      this.at += plain.length;
      out += plain;
      const c = this.text[this.at];
      if (c === undefined)
        throw jsonException(
          `Unexpected end-of-input: was expecting closing quote for a string value at ${this.place()}`
        );
      if (c === '"') {
        this.at++;
        return out;
      }
      if (c !== '\\') {
        throw jsonException(
          `Illegal unquoted character ((CTRL-CHAR, code ${c.charCodeAt(0)})): has to be escaped using backslash to be included in string value at ${this.place()}`
        );
      }
      out += this.readEscape();
    }
  }

  private readEscape(): string {
    const c = this.text[this.at + 1] ?? '';
    if (c === 'u') {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw this.unexpected('expected a hex-digit for character escape sequence');
      this.at += 6;
      return String.fromCharCode(parseInt(hex, 16));
    }
    const plain = escapes[c];
    if (plain === undefined) {
      throw jsonException(`Unrecognized character escape '${c}' (code ${c.charCodeAt(0)}) at ${this.place()}`);
    }
    this.at += 2;
    return plain;
  }

  private readNumber(): void {
    numberForm.lastIndex = this.at;
    const match = numberForm.exec(this.text);
    if (!match) throw this.unexpected('expected digit (0-9) to follow minus sign, for valid numeric value');
    this.at += match[0].length;
    const after = this.text[this.at];
    if (after !== undefined && /[0-9A-Za-z.]/.test(after)) {
      throw this.unexpected('Expected space separating root-level values');
    }
    this.content = match[0];
    this.kind = match[1] !== undefined || match[2] !== undefined ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
  }

  private readWord(c: 't' | 'f' | 'n'): void {
    const [word, kind] = words[c];
    const given = /^\w*/.exec(this.text.slice(this.at, this.at + 100))?.[0] ?? '';
    if (given !== word) {
      this.at += given.length;
      throw jsonException(
        `Unrecognized token '${given}': was expecting 'null', 'true', 'false' or NaN at ${this.place()}`
      );
    }
    this.at += word.length;
    this.content = word;
    this.kind = kind;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  private unexpected(reason: string): Error {
    const c = this.text[this.at];
    if (c === undefined) return this.endOfInput();
    this.at++;
    return jsonException(`Unexpected character ('${c}' (code ${c.charCodeAt(0)})): ${reason} at ${this.place()}`);
  }

  private endOfInput(): Error {
    const marker = this.open[this.open.length - 1] === '[' ? 'ARRAY' : 'OBJECT';
    return jsonException(`Unexpected end-of-input: expected close marker for ${marker} at ${this.place()}`);
  }

  private place(): string {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    return `input location [${line},${this.at - before.lastIndexOf('\n')}]`;
  }
}
