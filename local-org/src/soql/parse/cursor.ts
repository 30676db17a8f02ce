import { SoqlSyntaxError } from './error.js';
import { tokenize, type Token, type TokenKind } from './tokens.js';

/** Words that are never names; `Group` and `Order` are. */
const reserved = new Set('select from where limit not having and or in like'.split(' '));

/** Walks over the tokens of one query. Keywords ignore case. */
export class Cursor {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string) {
    this.tokens = tokenize(text);
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  /** True when the coming tokens are these keywords or symbols. */
  at(...words: readonly string[]): boolean {
    return words.every((word, i) => {
      const token = this.peek(i);
      return (token.kind === 'name' || token.kind === 'symbol') && token.text.toLowerCase() === word;
    });
  }

  /** Consumes the keywords or symbols when they come next. */
  take(...words: readonly string[]): boolean {
    if (!this.at(...words)) return false;
    this.position += words.length;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word)) this.fail();
  }

  expectKind(kind: TokenKind): string {
    if (this.peek().kind !== kind) this.fail();
    return this.next().text;
  }

  fail(): never {
    const token = this.peek();
    throw new SoqlSyntaxError(`unexpected token: '${token.text}'`, token.offset);
  }

  refuse(message: string): never {
    throw new SoqlSyntaxError(message, this.peek().offset);
  }

  /** `Account.Owner.Name` */
  path(): string[] {
    if (reserved.has(this.peek().text.toLowerCase())) this.fail();
    const path = [this.expectKind('name')];
    while (this.take('.')) path.push(this.expectKind('name'));
    return path;
  }

  /** One or more parts separated by commas. */
  list<V>(part: () => V): V[] {
    const parts = [part()];
    while (this.take(',')) parts.push(part());
    return parts;
  }
}
