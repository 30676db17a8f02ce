import type { ApexValue } from '../../kernel/object.js';
import { required } from '../../runtime/arguments.js';
import { compareCodeUnits } from '../../runtime/comparison.js';
import { stringException } from '../../runtime/exceptions.js';
import { stringHash } from '../../runtime/hash.js';
import type { PlatformClassSource } from '../define.js';

type S = string | null;
type I = number | null;

const lower = (text: string): string => text.toLowerCase();

/** Index of a code unit, refused outside of the text. */
function at(text: string, index: I): number {
  const i = required(index, 1);
  if (i < 0 || i >= text.length) throw stringException(`String index out of range: ${i}`);
  return i;
}

function findIgnoringCase(text: string, wanted: string, start: number): number {
  return lower(text).indexOf(lower(wanted), Math.max(start, 0));
}

/** First index at which two texts differ, -1 when they are equal (StringUtils.indexOfDifference). */
function differenceAt(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i === a.length && i === b.length ? -1 : i;
}

function countMatches(text: string, wanted: string): number {
  return wanted === '' ? 0 : text.split(wanted).length - 1;
}

/** Levenshtein distance, or -1 when it is above the threshold (StringUtils.getLevenshteinDistance). */
function levenshtein(a: string, b: string, threshold = Infinity): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  const distance = row[b.length] as number;
  return distance > threshold ? -1 : distance;
}

const firstIndex = (text: string, accept: (char: string) => boolean): number => [...text].findIndex(accept);

/** Finding, comparing and counting. */
export const stringSearch: PlatformClassSource['members'] = {
  'Integer charAt(Integer index)': (_tx, self: string, index: I) => self.charCodeAt(at(self, index)),
  'Integer codePointAt(Integer index)': (_tx, self: string, index: I) => self.codePointAt(at(self, index)) ?? 0,
  'Integer codePointBefore(Integer index)': (_tx, self: string, index: I) => {
    const i = required(index, 1);
    if (i < 1 || i > self.length) throw stringException(`String index out of range: ${i}`);
    return [...self.slice(0, i)].at(-1)?.codePointAt(0) ?? 0;
  },
  'Integer codePointCount(Integer beginIndex, Integer endIndex)': (_tx, self: string, begin: I, end: I) =>
    [...self.slice(required(begin, 1), required(end, 2))].length,
  'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': (_tx, self: string, index: I, offset: I) =>
    required(index, 1) + [...self.slice(required(index, 1))].slice(0, required(offset, 2)).join('').length,
  'Integer compareTo(String secondString)': (_tx, self: string, other: S) => {
    const b = required(other, 1);
    // Java's answer: the distance of the first differing characters, else of the lengths.
    for (let i = 0; i < self.length && i < b.length; i++) {
      if (self[i] !== b[i]) return self.charCodeAt(i) - b.charCodeAt(i);
    }
    return compareCodeUnits(self, b) === 0 ? 0 : self.length - b.length;
  },
  'Boolean contains(String substring)': (_tx, self: string, wanted: S) => self.includes(required(wanted, 1)),
  'Boolean containsAny(String inputString)': (_tx, self: string, chars: S) =>
    [...required(chars, 1)].some((char) => self.includes(char)),
  'Boolean containsIgnoreCase(String substring)': (_tx, self: string, wanted: S) =>
    lower(self).includes(lower(required(wanted, 1))),
  'Boolean containsNone(String inputString)': (_tx, self: string, chars: S) =>
    chars === null || ![...chars].some((char) => self.includes(char)),
  'Boolean containsOnly(String inputString)': (_tx, self: string, chars: S) =>
    chars !== null && [...self].every((char) => chars.includes(char)),
  'Boolean containsWhitespace()': (_tx, self: string) => /\s/.test(self),
  'Integer countMatches(String substring)': (_tx, self: string, wanted: S) => countMatches(self, required(wanted, 1)),
  'String difference(String secondString)': (_tx, self: string, other: S) => {
    const second = required(other, 1);
    const i = differenceAt(self, second);
    return i < 0 ? '' : second.slice(i);
  },
  'Boolean endsWith(String suffix)': (_tx, self: string, suffix: S) => self.endsWith(required(suffix, 1)),
  'Boolean endsWithIgnoreCase(String suffix)': (_tx, self: string, suffix: S) =>
    lower(self).endsWith(lower(required(suffix, 1))),
  'Boolean equals(String secondString)': (_tx, self: string, other: S) => self === other,
  'Boolean equals(Object stringOrId)': (_tx, self: string, other: ApexValue) => {
    if (typeof other === 'string') return self === other;
    return other !== null && typeof other === 'object' && 'value' in other && other.value === self;
  },
  'Boolean equalsIgnoreCase(String secondString)': (_tx, self: string, other: S) =>
    other !== null && lower(self) === lower(other),
  'Integer getLevenshteinDistance(String stringToCompare)': (_tx, self: string, other: S) =>
    levenshtein(self, required(other, 1)),
  'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': (
    _tx,
    self: string,
    other: S,
    threshold: I
  ) => levenshtein(self, required(other, 1), required(threshold, 2)),
  'Integer hashCode()': (_tx, self: string) => stringHash(self),
  'Integer indexOf(String substring)': (_tx, self: string, wanted: S) => self.indexOf(required(wanted, 1)),
  'Integer indexOf(String substring, Integer index)': (_tx, self: string, wanted: S, start: I) =>
    self.indexOf(required(wanted, 1), required(start, 2)),
  'Integer indexOfAny(String substring)': (_tx, self: string, chars: S) =>
    firstIndex(self, (char) => required(chars, 1).includes(char)),
  'Integer indexOfAnyBut(String substring)': (_tx, self: string, chars: S) =>
    firstIndex(self, (char) => !required(chars, 1).includes(char)),
  'Integer indexOfChar(Integer character)': (_tx, self: string, char: I) =>
    self.indexOf(String.fromCodePoint(required(char, 1))),
  'Integer indexOfChar(Integer character, Integer startIndex)': (_tx, self: string, char: I, start: I) =>
    self.indexOf(String.fromCodePoint(required(char, 1)), required(start, 2)),
  'Integer indexOfDifference(String stringToCompare)': (_tx, self: string, other: S) =>
    differenceAt(self, required(other, 1)),
  'Integer indexOfIgnoreCase(String substring)': (_tx, self: string, wanted: S) =>
    findIgnoringCase(self, required(wanted, 1), 0),
  'Integer indexOfIgnoreCase(String substring, Integer startPosition)': (_tx, self: string, wanted: S, start: I) =>
    findIgnoringCase(self, required(wanted, 1), required(start, 2)),
  'Integer lastIndexOf(String substring)': (_tx, self: string, wanted: S) => self.lastIndexOf(required(wanted, 1)),
  'Integer lastIndexOf(String substring, Integer endPosition)': (_tx, self: string, wanted: S, end: I) =>
    required(end, 2) < 0 ? -1 : self.lastIndexOf(required(wanted, 1), end as number),
  'Integer lastIndexOfChar(Integer character)': (_tx, self: string, char: I) =>
    self.lastIndexOf(String.fromCodePoint(required(char, 1))),
  'Integer lastIndexOfChar(Integer character, Integer endIndex)': (_tx, self: string, char: I, end: I) =>
    required(end, 2) < 0 ? -1 : self.lastIndexOf(String.fromCodePoint(required(char, 1)), end as number),
  'Integer lastIndexOfIgnoreCase(String substring)': (_tx, self: string, wanted: S) =>
    lower(self).lastIndexOf(lower(required(wanted, 1))),
  'Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)': (_tx, self: string, wanted: S, end: I) =>
    required(end, 2) < 0 ? -1 : lower(self).lastIndexOf(lower(required(wanted, 1)), end as number),
  'Integer length()': (_tx, self: string) => self.length,
  'Boolean startsWith(String prefix)': (_tx, self: string, prefix: S) => self.startsWith(required(prefix, 1)),
  'Boolean startsWithIgnoreCase(String prefix)': (_tx, self: string, prefix: S) =>
    lower(self).startsWith(lower(required(prefix, 1)))
};
