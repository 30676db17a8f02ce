import { ApexList } from '../../kernel/collections.js';
import { T } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { stringException } from '../../runtime/exceptions.js';
import { split } from '../../runtime/regex.js';
import type { PlatformClassSource } from '../define.js';

type S = string | null;
type I = number | null;

const texts = (items: string[]): ApexList<string> => new ApexList(T.String, items);

function substring(text: string, begin: I, end: I): string {
  const from = required(begin, 1);
  const to = required(end, 2);
  if (from < 0) throw stringException(`Starting position out of bounds: ${from}`);
  if (to > text.length || to < from) throw stringException(`Ending position out of bounds: ${to}`);
  return text.slice(from, to);
}

/** StringUtils.abbreviate: shortens to `maxWidth` characters with `...`, keeping what stands at `offset` in sight. */
function abbreviate(text: string, maxWidth: number, offset: number): string {
  if (maxWidth < 4) throw stringException('Minimum abbreviation width is 4');
  if (text.length <= maxWidth) return text;
  let start = Math.min(offset, text.length);
  if (text.length - start < maxWidth - 3) start = text.length - (maxWidth - 3);
  if (start <= 4) return `${text.slice(0, maxWidth - 3)}...`;
  if (maxWidth < 7) throw stringException('Minimum abbreviation width with offset is 7');
  if (start + maxWidth - 3 < text.length) return `...${abbreviate(text.slice(start), maxWidth - 3, 0)}`;
  return `...${text.slice(text.length - (maxWidth - 3))}`;
}

function charType(char: string): string {
  if (/\p{Lu}/u.test(char)) return 'upper';
  if (/\p{Ll}/u.test(char)) return 'lower';
  if (/\p{L}/u.test(char)) return 'letter';
  if (/\p{Nd}/u.test(char)) return 'digit';
  if (/\s/u.test(char)) return 'space';
  return /[\p{Sc}]/u.test(char)
    ? 'currency'
    : /[\p{Sm}\p{Sk}\p{So}]/u.test(char)
      ? `symbol`
      : /\p{Pd}/u.test(char)
        ? 'dash'
        : 'other';
}

/** StringUtils.splitByCharacterType; with `camelCase` a capital belongs to the lower-case letters after it. */
function splitByType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let token = '';
  let current = '';
  for (const char of text) {
    const type = charType(char);
    if (type === current || token === '') token += char;
    else if (camelCase && type === 'lower' && current === 'upper') {
      const last = token.slice(-1);
      if (token.length > 1) parts.push(token.slice(0, -1));
      token = last + char;
    } else {
      parts.push(token);
      token = char;
    }
    current = type;
  }
  if (token !== '') parts.push(token);
  return parts;
}

function between(text: string, open: S, close: S): string | null {
  if (open === null || close === null) return null;
  const from = text.indexOf(open);
  if (from < 0) return null;
  const to = text.indexOf(close, from + open.length);
  return to < 0 ? null : text.slice(from + open.length, to);
}

/** Taking parts out of a text and splitting it. */
export const stringPieces: PlatformClassSource['members'] = {
  'String abbreviate(Integer maxWidth)': (_tx, self: string, maxWidth: I) => abbreviate(self, required(maxWidth, 1), 0),
  'String abbreviate(Integer maxWidth, Integer offset)': (_tx, self: string, maxWidth: I, offset: I) =>
    abbreviate(self, required(maxWidth, 1), required(offset, 2)),
  'List<Integer> getChars()': (_tx, self: string) =>
    new ApexList(
      T.Integer,
      Array.from({ length: self.length }, (_, i) => self.charCodeAt(i))
    ),
  'String left(Integer length)': (_tx, self: string, length: I) => self.slice(0, Math.max(required(length, 1), 0)),
  'String right(Integer length)': (_tx, self: string, length: I) => {
    const count = required(length, 1);
    return count <= 0 ? '' : self.slice(-count);
  },
  'String mid(Integer startIndex, Integer length)': (_tx, self: string, start: I, length: I) => {
    const from = Math.max(required(start, 1), 0);
    return required(length, 2) < 0 ? '' : self.slice(from, from + (length as number));
  },
  'List<String> split(String regExp)': (_tx, self: string, pattern: S) => texts(split(self, required(pattern, 1), 0)),
  'List<String> split(String regExp, Integer limit)': (_tx, self: string, pattern: S, limit: I) =>
    texts(split(self, required(pattern, 1), required(limit, 2))),
  'List<String> splitByCharacterType()': (_tx, self: string) => texts(splitByType(self, false)),
  'List<String> splitByCharacterTypeCamelCase()': (_tx, self: string) => texts(splitByType(self, true)),
  'String substring(Integer startIndex)': (_tx, self: string, start: I) => {
    const from = required(start, 1);
    if (from < 0 || from > self.length) throw stringException(`Starting position out of bounds: ${from}`);
    return self.slice(from);
  },
  'String substring(Integer startIndex, Integer endIndex)': (_tx, self: string, start: I, end: I) =>
    substring(self, start, end),
  'String substringAfter(String separator)': (_tx, self: string, separator: S) => {
    if (separator === null) return '';
    const i = self.indexOf(separator);
    return i < 0 ? '' : self.slice(i + separator.length);
  },
  'String substringAfterLast(String separator)': (_tx, self: string, separator: S) => {
    if (separator === null || separator === '') return '';
    const i = self.lastIndexOf(separator);
    return i < 0 ? '' : self.slice(i + separator.length);
  },
  'String substringBefore(String separator)': (_tx, self: string, separator: S) => {
    const i = separator === null ? -1 : self.indexOf(separator);
    return i < 0 ? self : self.slice(0, i);
  },
  'String substringBeforeLast(String separator)': (_tx, self: string, separator: S) => {
    const i = separator === null || separator === '' ? -1 : self.lastIndexOf(separator);
    return i < 0 ? self : self.slice(0, i);
  },
  'String substringBetween(String tag)': (_tx, self: string, tag: S) => between(self, tag, tag),
  'String substringBetween(String open, String close)': (_tx, self: string, open: S, close: S) =>
    between(self, open, close)
};
