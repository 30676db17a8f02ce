import type { SqlValue } from '../../../ledger/database.js';
import { badRequest } from '../errors.js';
import type { Property } from './edm.js';
import { fromLiteral } from './edm.js';

/** A condition as SQL with its parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

interface Token {
  readonly kind: 'word' | 'string' | 'punctuation';
  readonly text: string;
}

interface Parsed extends SqlCondition {
  readonly properties: ReadonlySet<string>;
}

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
const FUNCTIONS = ['contains', 'startswith', 'endswith'];
const TOKEN = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s(),']+))/y;

/**
 * Compiles a $filter to SQL: comparisons, contains, startswith, endswith, and, or, not, parentheses. As in Business Central,
 * `or` joins conditions on one and the same property only.
 */
export function compileFilter(filter: string, properties: readonly Property[]): SqlCondition {
  const parser = new FilterParser(tokenize(filter), properties, filter);
  return parser.parse();
}

function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  const text = filter.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw badRequest(`There is an unterminated string literal at position ${start} in '${filter}'.`);
    if (match[1] !== undefined) tokens.push({ kind: 'string', text: match[1].replaceAll("''", "'") });
    else if (match[2] !== undefined) tokens.push({ kind: 'punctuation', text: match[2] });
    else tokens.push({ kind: 'word', text: match[3] ?? '' });
  }
  return tokens;
}

class FilterParser {
  readonly #tokens: readonly Token[];
  readonly #properties: ReadonlyMap<string, Property>;
  readonly #source: string;
  #position = 0;

  constructor(tokens: readonly Token[], properties: readonly Property[], source: string) {
    this.#tokens = tokens;
    this.#properties = new Map(properties.map((property) => [property.name, property]));
    this.#source = source;
  }

  parse(): SqlCondition {
    const condition = this.#or();
    if (this.#position < this.#tokens.length) throw this.#syntaxError();
    return condition;
  }

  #or(): Parsed {
    let left = this.#and();
    while (this.#take('or')) {
      left = joined(left, 'or', this.#and());
      if (left.properties.size > 1) {
        throw badRequest(`The filter '${this.#source}' uses 'or' between different fields, which is not supported.`);
      }
    }
    return left;
  }

  #and(): Parsed {
    let left = this.#unary();
    while (this.#take('and')) left = joined(left, 'and', this.#unary());
    return left;
  }

  #unary(): Parsed {
    if (this.#take('not')) {
      const inner = this.#unary();
      return { ...inner, sql: `not (${inner.sql})` };
    }
    if (this.#take('(')) {
      const inner = this.#or();
      this.#expect(')');
      return { ...inner, sql: `(${inner.sql})` };
    }
    return this.#comparison();
  }

  #comparison(): Parsed {
    const name = this.#next().text;
    if (FUNCTIONS.includes(name)) return this.#function(name);
    const property = this.#property(name);
    const operator = OPERATORS[this.#next().text];
    if (!operator) throw this.#syntaxError();
    return {
      sql: `${property.column} ${operator} ?`,
      parameters: [this.#literal(property)],
      properties: new Set([name])
    };
  }

  #function(name: string): Parsed {
    this.#expect('(');
    const propertyName = this.#next().text;
    const property = this.#property(propertyName);
    this.#expect(',');
    const value = this.#literal(property);
    this.#expect(')');
    const column = property.column;
    const sql =
      name === 'contains'
        ? `instr(${column}, ?1) > 0`
        : name === 'startswith'
          ? `substr(${column}, 1, length(?1)) = ?1`
          : `substr(${column}, -length(?1)) = ?1`;
    const parameters = sql
      .split('?1')
      .slice(1)
      .map(() => value);
    return { sql: sql.replaceAll('?1', '?'), parameters, properties: new Set([propertyName]) };
  }

  #property(name: string): Property {
    const property = this.#properties.get(name);
    if (property) return property;
    throw badRequest(`Could not find a property named '${name}' in the filter '${this.#source}'.`);
  }

  #literal(property: Property): SqlValue {
    const { kind, text } = this.#next();
    const quoted = kind === 'string';
    const wantsQuotes = property.kind === 'text' || property.kind === 'code' || property.kind === 'option';
    if (!quoted && text === 'null') return property.kind === 'flag' ? 0 : '';
    if (quoted !== wantsQuotes || kind === 'punctuation') {
      throw badRequest(
        `A binary operator with incompatible types was detected. Found literal ${quoted ? `'${text}'` : text} for property '${property.name}'.`
      );
    }
    return fromLiteral(property, text);
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#position];
    if (!token || token.kind === 'string' || token.text !== text) return false;
    this.#position++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#syntaxError();
  }

  #next(): Token {
    const token = this.#tokens[this.#position++];
    if (!token) throw this.#syntaxError();
    return token;
  }

  #syntaxError() {
    return badRequest(`Syntax error at token ${this.#position} in the filter '${this.#source}'.`);
  }
}

function joined(left: Parsed, operator: 'and' | 'or', right: Parsed): Parsed {
  return {
    sql: `${left.sql} ${operator} ${right.sql}`,
    parameters: [...left.parameters, ...right.parameters],
    properties: new Set([...left.properties, ...right.properties])
  };
}
