import { limitException, stringException } from './exceptions.js';
import { guarded, riskOf, type RegexRisk } from './regex-guard.js';
import { previousEnd, RegexTranslator, type TranslatedRegex } from './regex-translator.js';

interface Compiled extends TranslatedRegex {
  readonly risk: RegexRisk;
}

const compiled = new Map<string, Compiled>();

/** True at this index of the text only. */
const exactlyAt = (index: number): string => `(?<=^[\\s\\S]{${index}})`;

/** A translation that has groups the pattern lacks, so that matches must hide them, may search for too long, or asks for the match before. */
class JavaRegExp extends RegExp {
  private readonly places: readonly number[] | undefined;
  private readonly risk: RegexRisk;
  /** With its places for the end of the match before; undefined where it has none. */
  private readonly continuing: string | undefined;
  /** Where the match before ended. */
  end = 0;
  constructor(source: string, flags: string, { groups, risk, continues }: Omit<Compiled, 'source' | 'flags'>) {
    super(source, flags);
    this.places = groups;
    this.risk = risk;
    this.continuing = continues ? source : undefined;
  }
  private find(text: string): RegExpExecArray | null {
    if (this.continuing === undefined) return super.exec(text);
    const regex = new RegExp(this.continuing.replaceAll(previousEnd, exactlyAt(this.end)), this.flags);
    regex.lastIndex = this.lastIndex;
    const match = regex.exec(text);
    this.lastIndex = regex.lastIndex;
    if (match) this.end = match.index + match[0].length;
    return match;
  }
  override exec(text: string): RegExpExecArray | null {
    const match = guarded(this.risk, text, () => this.find(text));
    const { places } = this;
    if (!match || !places) return match;
    const own = Object.assign(
      places.map((place) => match[place]),
      { index: match.index, input: match.input, groups: match.groups }
    ) as RegExpExecArray;
    if (match.indices) {
      const { indices } = match;
      own.indices = Object.assign(
        places.map((place) => indices[place] as [number, number]),
        { groups: indices.groups }
      ) as RegExpIndicesArray;
    }
    return own;
  }
}

/** Java's Pattern flags that Apex can set inside a pattern only, e.g. `(?i)`; kept beside the translated source. */
function translated(pattern: string): Compiled {
  let found = compiled.get(pattern);
  if (!found) {
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, (found = { ...new RegexTranslator(pattern).translate(), risk: riskOf(pattern) }));
  }
  return found;
}

/**
 * A Java regular expression as a JavaScript one with the extra flags given (`g`, `y`, `d`). A malformed pattern is a
 * StringException `Invalid regex: …`.
 */
export function javaRegex(pattern: string, extraFlags: string): RegExp {
  return make(pattern, extraFlags, (source) => source);
}

/** The same for a match of everything up to the end, also where an earlier alternative would be content with less. */
export function javaRegexToEnd(pattern: string, extraFlags: string): RegExp {
  return make(pattern, extraFlags, (source) => `(?:${source})(?![\\s\\S])`);
}

/** Tells an expression with `\G` where the match before ended. */
export function continueAt(regex: RegExp, end: number): void {
  if (regex instanceof JavaRegExp) regex.end = end;
}

function make(pattern: string, extraFlags: string, wrap: (source: string) => string): RegExp {
  const found = translated(pattern);
  const { source, flags } = found;
  try {
    return found.groups || found.continues || found.risk !== 'none'
      ? new JavaRegExp(wrap(source), flags + extraFlags, found)
      : new RegExp(wrap(source), flags + extraFlags);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: .*: /, '') : String(error);
    throw stringException(`Invalid regex: ${reason} in ${pattern}`);
  }
}

/** Texts longer than this are refused before a search, by operation (measured on an org; the platform documents no figure). */
const longest = { split: 500_000, replaceFirst: 500_000, other: 1_000_000 };

/** Throws the limit exception that the platform has for long texts. */
export function requireSearchable(text: string, operation: keyof typeof longest = 'other'): void {
  if (text.length > longest[operation]) throw limitException('Regex too complicated');
}

/** Java's replacement text: `$1`, `${name}`, and `\` before a character that stands for itself. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
  let out = '';
  for (let i = 0; i < replacement.length; i++) {
    const c = replacement[i];
    if (c === '\\') {
      if (++i >= replacement.length) throw stringException('character to be escaped is missing');
      out += replacement[i];
    } else if (c === '$') {
      const rest = replacement.slice(i + 1);
      const name = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(rest);
      if (name) {
        if (!match.groups || !((name[1] ?? '') in match.groups))
          throw stringException(`No group with name {${name[1]}}`);
        out += match.groups[name[1] ?? ''] ?? '';
        i += name[0].length;
        continue;
      }
      let digits = /^\d/.exec(rest)?.[0];
      if (digits === undefined) throw stringException('Illegal group reference');
      if (Number(digits) >= match.length) throw stringException(`No group ${digits}`);
      // Further digits belong to the reference as long as such a group exists.
      for (let next = rest[digits.length]; next !== undefined && /\d/.test(next); next = rest[digits.length]) {
        if (Number(digits + next) >= match.length) break;
        digits += next;
      }
      out += match[Number(digits)] ?? '';
      i += digits.length;
    } else out += c;
  }
  return out;
}

export function replaceAll(text: string, pattern: string, replacement: string): string {
  requireSearchable(text);
  const regex = javaRegex(pattern, 'g');
  let out = '';
  let at = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    out += text.slice(at, match.index) + expandReplacement(replacement, match);
    at = match.index + match[0].length;
    if (match[0] === '') regex.lastIndex++;
  }
  return out + text.slice(at);
}

export function replaceFirst(text: string, pattern: string, replacement: string): string {
  requireSearchable(text, 'replaceFirst');
  const match = javaRegex(pattern, '').exec(text);
  if (!match) return text;
  return text.slice(0, match.index) + expandReplacement(replacement, match) + text.slice(match.index + match[0].length);
}

/**
 * String.split: limit 0 drops trailing empty parts, a positive limit caps the number of parts, a negative one keeps all.
 * A match of no width at the start never makes an empty first part (Java 8 and later).
 */
export function split(text: string, pattern: string, limit: number): string[] {
  requireSearchable(text, 'split');
  const regex = javaRegex(pattern, 'g');
  const parts: string[] = [];
  let at = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (match[0] === '') regex.lastIndex++;
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
    parts.push(text.slice(at, match.index));
    at = end;
  }
  if (parts.length === 0 && at === 0) return [text];
  parts.push(text.slice(at));
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}
