import { Big } from 'bigdecimal.js';
import { FormulaError, type BinaryOperator, type FormulaNode } from './ast.js';

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly offset: number;
}

const rules: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d+)?|\.\d+/y],
  ['text', /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/y],
  ['name', /\$?[A-Za-z_]\w*(?:[.:][A-Za-z_]\w*)*/y],
  ['symbol', /&&|\|\||<>|!=|<=|>=|==|[-+*/^&=<>!(),]/y]
];
const blank = /(?:\s+|\/\*[^]*?\*\/)+/y;

/** Parses a formula: https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm */
export function parseFormula(text: string): FormulaNode {
  const parser = new FormulaParser(tokenize(text));
  return parser.whole();
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let offset = 0; ;) {
    blank.lastIndex = offset;
    offset += blank.exec(text)?.[0].length ?? 0;
    if (offset >= text.length) return [...tokens, { kind: 'end', text: 'the end', offset }];
    const found = rules.flatMap(([kind, rule]) => {
      rule.lastIndex = offset;
      const match = rule.exec(text);
      return match ? [{ kind, text: match[0], offset }] : [];
    })[0];
    if (!found) throw new FormulaError(`Unexpected character '${text.charAt(offset)}' at ${offset + 1}.`);
    tokens.push(found);
    offset += found.text.length;
  }
}

/** Weakest first. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '!=', '<>'],
  ['<', '<=', '>', '>='],
  ['+', '-', '&'],
  ['*', '/'],
  ['^']
];
const sameOperator: Readonly<Record<string, BinaryOperator>> = { '==': '=', '<>': '!=' };

class FormulaParser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): FormulaNode {
    const node = this.binary(0);
    if (this.token.kind !== 'end') this.fail();
    return node;
  }

  private binary(level: number): FormulaNode {
    const operators = levels[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    while (this.token.kind === 'symbol' && operators.includes(this.token.text)) {
      const written = this.next().text;
      const operator = sameOperator[written] ?? (written as BinaryOperator);
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): FormulaNode {
    if (this.take('-')) return { kind: 'unary', operator: '-', operand: this.unary() };
    if (this.take('+')) return this.unary();
    if (this.take('!')) return { kind: 'unary', operator: '!', operand: this.unary() };
    return this.primary();
  }

  private primary(): FormulaNode {
    const token = this.next();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Big(token.text) };
      case 'text':
        return {
          kind: 'text',
          value: token.text.slice(1, -1).replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c))
        };
      case 'name':
        return this.name(token.text);
      default:
        if (token.text !== '(') this.fail(token);
        return this.closed(this.binary(0));
    }
  }

  private name(text: string): FormulaNode {
    if (this.take('(')) {
      const args: FormulaNode[] = [];
      if (!this.take(')')) {
        do args.push(this.binary(0));
        while (this.take(','));
        this.expect(')');
      }
      return { kind: 'call', name: text.toUpperCase(), args };
    }
    const upper = text.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE' };
    return upper === 'NULL' ? { kind: 'null' } : { kind: 'field', path: text.split('.') };
  }

  private closed(node: FormulaNode): FormulaNode {
    this.expect(')');
    return node;
  }

  private get token(): Token {
    return this.tokens[Math.min(this.position, this.tokens.length - 1)] as Token;
  }

  private next(): Token {
    const { token } = this;
    this.position++;
    return token;
  }

  private take(symbol: string): boolean {
    if (this.token.kind !== 'symbol' || this.token.text !== symbol) return false;
    this.position++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) this.fail();
  }

  private fail(token = this.token): never {
    throw new FormulaError(`Unexpected ${token.text} at ${token.offset + 1}.`);
  }
}
