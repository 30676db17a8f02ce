import { ApexParserFactory, type ApexErrorListener } from '@apexdevtools/apex-parser';

export type TokenStream = ReturnType<typeof ApexParserFactory.createTokenStream>;
export type Token = TokenStream['tokens'][number];

/** White space and comments are on it; what else is laid there, the parser does not see. */
export const hidden = 1;

/** The tokens of a source, read as they are asked for; the listener hears of characters that are part of none. */
export function tokensOf(source: string, listener: ApexErrorListener): TokenStream {
  const lexer = ApexParserFactory.createLexer(source);
  lexer.addErrorListener(listener);
  return ApexParserFactory.createTokenStream(lexer);
}

/** All tokens that the parser is going to see. */
export function visible(stream: TokenStream): Token[] {
  stream.fill();
  return stream.tokens.filter(({ channel }) => channel === 0);
}
