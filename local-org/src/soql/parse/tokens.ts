import { SoqlSyntaxError } from './error.js';

export type TokenKind = 'name' | 'string' | 'number' | 'date' | 'datetime' | 'time' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; a string keeps its quotes and escapes. */
  readonly text: string;
  readonly offset: number;
}

/** Longest first: a date-time begins with a date, a number may begin with a point. */
const rules: readonly (readonly [TokenKind, RegExp])[] = [
  ['datetime', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/iy],
  ['date', /\d{4}-\d\d-\d\d(?!\w)/y],
  ['time', /\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/iy],
  ['number', /\d+(?:\.\d+)?|\.\d+/y],
  ['name', /[A-Za-z_$][\w$]*/y],
  ['string', /'''[^]*?'''|'(?:[^'\\]|\\[^])*'/y],
  ['symbol', /<=|>=|!=|<>|[(),.:=<>+\-{}[\];*/!&|^%?]/y]
];

const blank = /(?:\s+|\/\*[^]*?\*\/|\/\/[^\n]*)+/y;

/** Cuts a query into tokens, without white space and comments; the last one is of kind `end`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  for (;;) {
    blank.lastIndex = offset;
    offset += blank.exec(text)?.[0].length ?? 0;
    if (offset >= text.length) break;
    const token = tokenAt(text, offset);
    tokens.push(token);
    offset += token.text.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', offset });
  return tokens;
}

function tokenAt(text: string, offset: number): Token {
  for (const [kind, rule] of rules) {
    rule.lastIndex = offset;
    const match = rule.exec(text);
    if (match) return { kind, text: match[0], offset };
  }
  if (text.charAt(offset) === "'") {
    throw new SoqlSyntaxError(`line 1:${text.length} mismatched character '<EOF>' expecting '''`, offset);
  }
  throw new SoqlSyntaxError(`line 1:${offset} no viable alternative at character '${text.charAt(offset)}'`, offset);
}
