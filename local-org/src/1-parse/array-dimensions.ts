import { hidden, visible, type Token, type TokenStream } from './token-stream.js';

/** The bracket that opens the dimensions of `new X[][]{…}` knows how many there are. */
export interface OpeningBracket {
  dimensions?: number;
}

const several = /\[\s*\]\s*\[\s*\]\s*\{/;
/**
 * The grammar knows `new X[]{…}` alone: of further dimensions the brackets are hidden from it, and the first bracket remembers
 * their number. Sources without them are not looked through.
 */
export function foldDimensions(source: string, stream: TokenStream): void {
  if (!several.test(source)) return;
  const tokens: (Token & OpeningBracket)[] = visible(stream);
  const pairAt = (i: number): boolean => tokens[i]?.text === '[' && tokens[i + 1]?.text === ']';
  for (const [i, first] of tokens.entries()) {
    if (!pairAt(i) || pairAt(i - 2)) continue;
    let end = i;
    while (pairAt(end)) end += 2;
    if (end === i + 2 || tokens[end]?.text !== '{') continue;
    first.dimensions = (end - i) / 2;
    for (const token of tokens.slice(i + 2, end)) token.channel = hidden;
  }
}
