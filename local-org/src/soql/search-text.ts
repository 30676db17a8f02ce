/**
 * The language after FIND: words, "phrases", the wildcards * and ?, AND, OR, AND NOT and parentheses. Words without an operator
 * between them must all be there; AND binds closer than OR.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
export type SearchNode =
  | { readonly kind: 'phrase'; readonly words: readonly SearchWord[] }
  | { readonly kind: 'and' | 'or'; readonly items: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly item: SearchNode };

export interface SearchWord {
  /** In lower case, with wildcards. */
  readonly text: string;
  readonly pattern: RegExp;
}

/** A search text that cannot be searched for; the message is the platform's. */
export class SearchTextError extends Error {}

/** Reads a search text. Throws SearchTextError when it has no term of two characters. */
export function parseSearchText(text: string): SearchNode {
  const letters = text.replace(/\\(.)/g, '$1').replace(/[*?\s"]/g, '');
  const node = new SearchTextParser(text).parse();
  if (letters.length < 2 || !node) {
    throw new SearchTextError(`search term must be longer than one character: ${text}`);
  }
  return node;
}

/** True when the record, given as its texts, has what is searched for. A phrase lies within one text. */
export function matchesSearch(node: SearchNode, texts: readonly (readonly string[])[]): boolean {
  switch (node.kind) {
    case 'and':
      return node.items.every((item) => matchesSearch(item, texts));
    case 'or':
      return node.items.some((item) => matchesSearch(item, texts));
    case 'not':
      return !matchesSearch(node.item, texts);
    case 'phrase':
      return texts.some((words) => hasPhrase(node.words, words));
  }
}

function hasPhrase(phrase: readonly SearchWord[], words: readonly string[]): boolean {
  return words.some((_, start) => phrase.every(({ pattern }, i) => pattern.test(words[start + i] ?? '')));
}

/** The words of a text as the search sees them: in lower case, parted by spaces and punctuation. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

const tokenRule = /\s*(?:([()])|"((?:[^"\\]|\\.)*)"?|((?:\\.|[^\s()"\\])+))/gy;

interface Token {
  readonly kind: 'open' | 'close' | 'phrase' | 'word';
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(tokenRule)].map(([, bracket, phrase, word]) => {
    if (bracket) return { kind: bracket === '(' ? 'open' : 'close', text: bracket };
    return phrase === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'phrase', text: phrase };
  });
}

class SearchTextParser {
  private readonly tokens: readonly Token[];
  private position = 0;
  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  parse(): SearchNode | undefined {
    return this.alternatives();
  }

  private alternatives(): SearchNode | undefined {
    const items = [this.conjunction()];
    while (this.takeWord('or')) items.push(this.conjunction());
    return joined('or', items);
  }

  private conjunction(): SearchNode | undefined {
    const items: (SearchNode | undefined)[] = [];
    for (;;) {
      const and = this.takeWord('and');
      const negated = this.takeWord('not');
      const next = this.tokens[this.position];
      if (!next || next.kind === 'close' || this.isWord('or')) return joined('and', items);
      const item = this.term();
      if (item) items.push(negated && (and || items.length === 0) ? { kind: 'not', item } : item);
    }
  }

  private term(): SearchNode | undefined {
    const token = this.tokens[this.position++] as Token;
    if (token.kind !== 'open') return phraseOf(token.text);
    const inner = this.alternatives();
    if (this.tokens[this.position]?.kind === 'close') this.position++;
    return inner;
  }

  private isWord(word: string): boolean {
    const token = this.tokens[this.position];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.position++;
    return true;
  }
}

function joined(kind: 'and' | 'or', items: readonly (SearchNode | undefined)[]): SearchNode | undefined {
  const kept = items.filter((item) => item !== undefined);
  return kept.length > 1 ? { kind, items: kept } : kept[0];
}

/** One written term, which punctuation may part into several words: `john.smith@x.com`. */
function phraseOf(text: string): SearchNode | undefined {
  const plain = text.replace(/\\(.)/g, (_, char: string) => (char === '*' || char === '?' ? ' ' : char)).toLowerCase();
  const words = (plain.match(/[\p{L}\p{M}\p{N}_*?]+/gu) ?? []).filter((word) => /[^*?]/.test(word));
  if (words.length === 0) return undefined;
  return { kind: 'phrase', words: words.map((word) => ({ text: word, pattern: patternOf(word) })) };
}

function patternOf(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
}
