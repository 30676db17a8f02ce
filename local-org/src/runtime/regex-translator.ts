import { stringException } from './exceptions.js';

const posixClasses: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r'
};
const javaClasses: Readonly<Record<string, string>> = {
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
  javaMirrored: '\\p{Bidi_Mirrored}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsLetter: '\\p{L}',
  IsDigit: '\\p{Nd}',
  IsWhite_Space: '\\s',
  IsPunctuation: '\\p{P}',
  IsUppercase: '\\p{Uppercase}',
  IsLowercase: '\\p{Lowercase}'
};
const shorthand: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z0-9_',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029'
};
const controls: Readonly<Record<string, string>> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };
const atEnd = '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?![\\s\\S]))';

/** Stands for `\G` in a translation: where the match before ended, which JavaScript cannot express. */
export const previousEnd = '\uE0A7';

/** Begins the names of groups that stand for atomic ones; Java's own names have no such character. */
const atomicName = '$atomic';

export interface TranslatedRegex {
  readonly source: string;
  readonly flags: string;
  /** Where each group of the pattern stands among those of the translation, absent where it is the same place. */
  readonly groups?: readonly number[];
  /** Has `previousEnd` in it. */
  readonly continues: boolean;
}

/** Finds the places of the pattern's own groups among those that stand for atomic ones, and has back references point there. */
function renumbered(source: string): Pick<TranslatedRegex, 'source' | 'groups'> {
  const groups = [0];
  let index = 0;
  let inClass = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '[') inClass++;
    else if (c === ']') inClass--;
    else if (c === '(' && inClass === 0) {
      const named = /^\(\?<([^=!][^>]*)>/.exec(source.slice(i, i + 80))?.[1];
      if (named === undefined && source[i + 1] === '?') continue;
      index++;
      if (!named?.startsWith(atomicName)) groups.push(index);
    }
  }
  const pointed = source.replaceAll(
    /\(\?:\\(\d+)\)/g,
    (_whole, digits: string) => `(?:\\${groups[Number(digits)] ?? digits})`
  );
  return { source: pointed, groups };
}

interface Flags {
  /** CASE_INSENSITIVE, DOTALL, MULTILINE, COMMENTS. */
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
}

/**
 * Translates one java.util.regex pattern to the `v` syntax of JavaScript, which has Java's nested classes and intersections.
 * Flags inside the pattern are applied while translating, because JavaScript here has them for whole expressions only.
 */
export class RegexTranslator {
  private readonly pattern: string;
  private at = 0;
  private flags: Flags = { i: false, s: false, m: false, x: false };
  /** Groups of the pattern opened so far. */
  private groups = 0;
  private atomics = 0;
  private continues = false;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  translate(): TranslatedRegex {
    const leading = /^\(\?([idmsux]+)\)/.exec(this.pattern);
    let wholeCaseInsensitive = false;
    if (leading) {
      this.at = leading[0].length;
      this.setFlags(leading[1] ?? '', true);
      // A leading (?i) holds for the whole pattern: JavaScript's own flag does it, also for ranges and back references.
      wholeCaseInsensitive = this.flags.i;
      if (wholeCaseInsensitive) this.flags = { ...this.flags, i: false };
    }
    const source = this.alternatives(0);
    if (this.at < this.pattern.length) throw this.malformed("Unmatched closing ')'");
    const flags = wholeCaseInsensitive ? 'vi' : 'v';
    const { continues } = this;
    return this.atomics === 0 ? { source, flags, continues } : { flags, continues, ...renumbered(source) };
  }

  /** What matches without ever giving back what it took: JavaScript does not look into a lookahead again. */
  private atomic(inside: string): string {
    const name = `${atomicName}${++this.atomics}`;
    return `(?:(?=(?<${name}>${inside}))\\k<${name}>)`;
  }

  private malformed(reason: string): Error {
    return stringException(`Invalid regex: ${reason} near index ${this.at}\n${this.pattern}`);
  }

  private setFlags(letters: string, on: boolean): void {
    const set = (flag: keyof Flags) => (letters.includes(flag) ? on : this.flags[flag]);
    this.flags = { i: set('i'), s: set('s'), m: set('m'), x: set('x') };
  }

  private alternatives(depth: number): string {
    let out = '';
    while (this.at < this.pattern.length) {
      const c = this.pattern[this.at] as string;
      if (c === ')') {
        if (depth === 0) return out;
        break;
      }
      if (c === '|') {
        out += '|';
        this.at++;
      } else out += this.quantified(depth);
    }
    return out;
  }

  private quantified(depth: number): string {
    const atom = this.atom(depth);
    if (atom === '') return '';
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.pattern.slice(this.at))?.[0];
    if (quantifier === undefined) return atom;
    this.at += quantifier.length;
    const mode = this.pattern[this.at];
    if (mode === '?' || mode === '+') this.at++;
    // Java repeats what matches no text, JavaScript does so only in a group.
    const empty = /^(?:\^|\\[bB]|\(\?<?[=!].*)$/s.test(atom);
    const repeated = `${empty ? `(?:${atom})` : atom}${quantifier}`;
    if (mode === '+') return this.atomic(repeated);
    return mode === '?' ? `${repeated}?` : repeated;
  }

  private atom(depth: number): string {
    const c = this.pattern[this.at] as string;
    switch (c) {
      case '(':
        return this.group(depth);
      case '[':
        return this.flagged(this.characterClass());
      case '\\':
        return this.escape();
      case '.':
        this.at++;
        return this.flags.s ? '[\\s\\S]' : '[^\\n\\r\\u0085\\u2028\\u2029]';
      case '^':
        this.at++;
        return this.flags.m ? '(?<![^\\n\\r])' : '^';
      case '$':
        this.at++;
        return this.flags.m ? '(?![^\\n\\r])' : atEnd;
      case '*':
      case '+':
      case '?':
        throw this.malformed(`Dangling meta character '${c}'`);
    }
    if (this.flags.x && /\s/.test(c)) {
      this.at++;
      return '';
    }
    if (this.flags.x && c === '#') {
      while (this.at < this.pattern.length && this.pattern[this.at] !== '\n') this.at++;
      return '';
    }
    const char = String.fromCodePoint(this.pattern.codePointAt(this.at) as number);
    this.at += char.length;
    return this.literal(char);
  }

  private literal(char: string): string {
    const escaped = /[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
    if (!this.flags.i || char.toLowerCase() === char.toUpperCase()) return escaped;
    return `[${char.toLowerCase()}${char.toUpperCase()}]`;
  }

  private flagged(classText: string): string {
    if (!this.flags.i) return classText;
    return classText.replaceAll(
      /\\(?:[pPu]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|([a-zA-Z])(?:-([a-zA-Z]))?/g,
      (whole, from?: string, to?: string) => {
        if (from === undefined) return whole;
        if (to === undefined) return `${from.toLowerCase()}${from.toUpperCase()}`;
        if (/[a-z]/.test(from) !== /[a-z]/.test(to)) return whole;
        return `${from.toLowerCase()}-${to.toLowerCase()}${from.toUpperCase()}-${to.toUpperCase()}`;
      }
    );
  }

  private group(depth: number): string {
    const rest = this.pattern.slice(this.at);
    const outer = this.flags;
    const inline = /^\(\?([idmsuxU]*)(?:-([idmsuxU]+))?([:)])/.exec(rest);
    let open = '(';
    if (inline && inline[0] !== '(?)') {
      this.at += inline[0].length;
      this.setFlags(inline[1] ?? '', true);
      if (inline[2]) this.setFlags(inline[2], false);
      // A bare (?i) holds to the end of the enclosing group, which restores the flags.
      if (inline[3] === ')') return '';
      open = '(?:';
    } else {
      const special = /^\((?:\?(?:[=!:]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|>))?/.exec(rest)?.[0] ?? '(';
      open = special;
      if (special === '(' || /^\(\?<[A-Za-z]/.test(special)) this.groups++;
      this.at += special.length;
    }
    const body = this.alternatives(depth + 1);
    if (this.pattern[this.at] !== ')') throw this.malformed('Unclosed group');
    this.at++;
    this.flags = outer;
    return open === '(?>' ? this.atomic(body) : `${open}${body})`;
  }

  private escape(): string {
    const c = this.pattern[++this.at];
    if (c === undefined) throw this.malformed('Unexpected internal error');
    if (c === 'Q') {
      const end = this.pattern.indexOf('\\E', this.at);
      const text = this.pattern.slice(this.at + 1, end < 0 ? undefined : end);
      this.at = end < 0 ? this.pattern.length : end + 2;
      // A quantifier after it belongs to its last character.
      return [...text].map((char) => this.literal(char)).join('');
    }
    this.at++;
    if (c in shorthand) return `[${shorthand[c]}]`;
    if (/[DWSHV]/.test(c)) return `[^${shorthand[c.toLowerCase()]}]`;
    switch (c) {
      case 'b':
      case 'B':
        return `\\${c}`;
      case 'A':
        return '(?<![\\s\\S])';
      case 'z':
        return '(?![\\s\\S])';
      case 'Z':
        return atEnd;
      case 'G':
        this.continues = true;
        return previousEnd;
      case 'R':
        return '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])';
      case 'k': {
        const name = /^<[A-Za-z][A-Za-z0-9]*>/.exec(this.pattern.slice(this.at))?.[0];
        if (!name) throw this.malformed("\\k is not followed by '<' for named capturing group");
        this.at += name.length;
        return `\\k${name}`;
      }
    }
    if (/[1-9]/.test(c)) return this.backReference(c);
    const property = this.property(c);
    if (property !== undefined) return `[${property}]`;
    const point = this.codePoint(c);
    if (point !== undefined) return point;
    if (/[a-zA-Z]/.test(c)) throw this.malformed('Illegal/unsupported escape sequence');
    return this.literal(c);
  }

  /** Further digits belong to a reference as long as the pattern has such a group before it. */
  private backReference(first: string): string {
    let digits = first;
    for (;;) {
      const next = this.pattern[this.at];
      if (next === undefined || !/\d/.test(next) || Number(digits + next) > this.groups) break;
      digits += next;
      this.at++;
    }
    return `(?:\\${digits})`;
  }

  /** `\p{…}` and `\P{…}` as the inside of a class; undefined when `c` starts none. */
  private property(c: string): string | undefined {
    if (c !== 'p' && c !== 'P') return undefined;
    const braces = /^\{(\^?)([A-Za-z0-9_=]+)\}|^([A-Z])/.exec(this.pattern.slice(this.at));
    if (!braces) throw this.malformed('Unknown character property name');
    this.at += braces[0].length;
    const name = braces[2] ?? braces[3] ?? '';
    const own = posixClasses[name] ?? javaClasses[name];
    if (own !== undefined) return c === 'P' ? `[^${own}]` : own;
    const general = /^Is(Latin|Greek|Cyrillic|Han|Hebrew|Arabic|Thai|Hiragana|Katakana|Hangul)$/.exec(name);
    if (general) return `\\${c}{Script=${general[1]}}`;
    return `\\${c}{${name.replace(/^Is/, '')}}`;
  }

  private codePoint(c: string): string | undefined {
    const rest = this.pattern.slice(this.at);
    const take = (match: RegExpExecArray | null, radix: number): string | undefined => {
      if (!match) throw this.malformed('Illegal hexadecimal escape sequence');
      this.at += match[0].length;
      return `\\u{${parseInt(match[1] ?? match[2] ?? '', radix).toString(16)}}`;
    };
    if (c in controls) return controls[c];
    if (c === 'x') return take(/^\{([0-9a-fA-F]+)\}|^([0-9a-fA-F]{2})/.exec(rest), 16);
    if (c === 'u') return take(/^([0-9a-fA-F]{4})/.exec(rest), 16);
    if (c === '0') return take(/^([0-3]?[0-7]{1,2})/.exec(rest), 8);
    if (c === 'c') {
      this.at++;
      return `\\u{${((rest.charCodeAt(0) ^ 64) & 0x7f).toString(16)}}`;
    }
    return undefined;
  }

  /** A bracketed class from `[` to its `]`, with everything escaped that the `v` syntax reserves. */
  private characterClass(): string {
    let out = '[';
    this.at++;
    if (this.pattern[this.at] === '^') {
      out += '^';
      this.at++;
    }
    let first = true;
    let union = '';
    const parts: string[] = [];
    for (;;) {
      const c = this.pattern[this.at];
      if (c === undefined) throw this.malformed('Unclosed character class');
      if (c === ']' && !first) {
        this.at++;
        break;
      }
      first = false;
      if (this.pattern.startsWith('&&', this.at)) {
        this.at += 2;
        parts.push(union);
        union = '';
      } else if (c === '[') union += this.characterClass();
      else if (c === '-') {
        this.at++;
        // A hyphen is a range only between two single characters.
        const isRange =
          union !== '' &&
          !/[\]]$/.test(union) &&
          this.pattern[this.at] !== ']' &&
          this.pattern[this.at] !== '[' &&
          !this.afterShorthand;
        union += isRange ? '-' : '\\-';
        this.afterShorthand = isRange ? this.afterShorthand : true;
        continue;
      } else union += this.classMember(c);
      if (c === '[') this.afterShorthand = true;
    }
    this.afterShorthand = false;
    parts.push(union);
    const used = parts.filter((part) => part !== '');
    return `${out}${used.length > 1 ? used.map((part) => `[${part}]`).join('&&') : (used[0] ?? '')}]`;
  }

  /** True when the last class member cannot start a range (`\w-x` is a word character, a hyphen or x). */
  private afterShorthand = false;

  private classMember(c: string): string {
    this.afterShorthand = false;
    if (c !== '\\') {
      const char = String.fromCodePoint(this.pattern.codePointAt(this.at) as number);
      this.at += char.length;
      return classLiteral(char);
    }
    const escaped = this.pattern[this.at + 1];
    if (escaped === undefined) throw this.malformed('Unclosed character class');
    if (escaped === 'Q') {
      const end = this.pattern.indexOf('\\E', this.at);
      const text = this.pattern.slice(this.at + 2, end < 0 ? undefined : end);
      this.at = end < 0 ? this.pattern.length : end + 2;
      return [...text].map(classLiteral).join('');
    }
    this.at += 2;
    if (escaped in shorthand || /[DWSHV]/.test(escaped)) {
      this.afterShorthand = true;
      return escaped in shorthand ? (shorthand[escaped] ?? '') : `[^${shorthand[escaped.toLowerCase()]}]`;
    }
    const property = this.property(escaped);
    if (property !== undefined) {
      this.afterShorthand = true;
      return property;
    }
    return this.codePoint(escaped) ?? classLiteral(escaped);
  }
}

const classLiteral = (char: string): string => (/[()[\]{}/\-\\|^&!#$%*+,.:;<=>?@`~]/.test(char) ? `\\${char}` : char);
