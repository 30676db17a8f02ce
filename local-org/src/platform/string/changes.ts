import { required } from '../../runtime/arguments.js';
import { heldText, reserveBytes } from '../../runtime/heap.js';
import { limitException } from '../../runtime/exceptions.js';
import { replaceAll, replaceFirst } from '../../runtime/regex.js';
import type { Transaction } from '../../kernel/services.js';
import type { PlatformClassSource } from '../define.js';

type S = string | null;
type I = number | null;

const localeOf = (locale: S): string | undefined => locale?.replaceAll('_', '-');

const first = (text: string, change: (char: string) => string): string => {
  const char = [...text][0] ?? '';
  return change(char) + text.slice(char.length);
};

/** Padding of `count` characters made by repeating `pad`; an empty pad counts as a space (StringUtils). */
function padding(tx: Transaction, count: number, pad: S): string {
  if (count <= 0) return '';
  reserveBytes(tx, count);
  const unit = pad || ' ';
  return unit.repeat(Math.ceil(count / unit.length)).slice(0, count);
}

/** Characters that a repeated text may have; more is a LimitException, which cannot be caught. */
const longestRepeat = 6_000_000;

/** The text that many times; a negative number means none. */
function repeat(text: string, separator: string, times: number): string {
  if (times <= 0) return '';
  if ((text.length + separator.length) * times > longestRepeat) throw limitException('String is too long.');
  return (text + separator).repeat(times - 1) + text;
}

function center(tx: Transaction, text: string, size: I, pad: S): string {
  const missing = required(size, 1) - text.length;
  if (missing <= 0) return text;
  const left = Math.floor(missing / 2);
  return padding(tx, left, pad) + text + padding(tx, missing - left, pad);
}

function removeEnd(text: string, end: S, ignoreCase: boolean): string {
  if (end === null || end === '') return text;
  const matches = ignoreCase ? text.toLowerCase().endsWith(end.toLowerCase()) : text.endsWith(end);
  return matches ? text.slice(0, text.length - end.length) : text;
}

function removeStart(text: string, start: S, ignoreCase: boolean): string {
  if (start === null || start === '') return text;
  const matches = ignoreCase ? text.toLowerCase().startsWith(start.toLowerCase()) : text.startsWith(start);
  return matches ? text.slice(start.length) : text;
}

const swapCase = (char: string): string => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase());

/** Java's trim: everything up to and including the space character, not Unicode white space. */
function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

/** Making another text of a text. */
export const stringChanges: PlatformClassSource['members'] = {
  'String capitalize()': (_tx, self: string) => first(self, (char) => char.toUpperCase()),
  'String center(Integer size)': (tx, self: string, size: I) => center(tx, self, size, ' '),
  'String center(Integer size, String padStr)': (tx, self: string, size: I, pad: S) =>
    center(tx, self, size, required(pad, 2)),
  'String deleteWhitespace()': (_tx, self: string) => self.replaceAll(/\s/g, ''),
  'String leftPad(Integer length)': (tx, self: string, length: I) =>
    padding(tx, required(length, 1) - self.length, ' ') + self,
  'String leftPad(Integer length, String padStr)': (tx, self: string, length: I, pad: S) =>
    padding(tx, required(length, 1) - self.length, required(pad, 2)) + self,
  'String rightPad(Integer length)': (tx, self: string, length: I) =>
    self + padding(tx, required(length, 1) - self.length, ' '),
  'String rightPad(Integer length, String padStr)': (tx, self: string, length: I, pad: S) =>
    self + padding(tx, required(length, 1) - self.length, required(pad, 2)),
  'String normalizeSpace()': (_tx, self: string) => trim(self).replaceAll(/\s+/g, ' '),
  'String remove(String substring)': (_tx, self: string, part: S) => (part ? self.replaceAll(part, '') : self),
  'String removeEnd(String substring)': (_tx, self: string, end: S) => removeEnd(self, end, false),
  'String removeEndIgnoreCase(String substring)': (_tx, self: string, end: S) => removeEnd(self, end, true),
  'String removeStart(String substring)': (_tx, self: string, start: S) => removeStart(self, start, false),
  'String removeStartIgnoreCase(String substring)': (_tx, self: string, start: S) => removeStart(self, start, true),
  'String repeat(Integer numberOfTimes)': (_tx, self: string, times: I) => repeat(self, '', required(times, 1)),
  'String repeat(String separator, Integer numberOfTimes)': (_tx, self: string, separator: S, times: I) =>
    repeat(self, separator ?? '', required(times, 2)),
  'String replace(String target, String replacement)': (tx, self: string, target: S, replacement: S) => {
    const by = required(replacement, 2);
    return heldText(
      tx,
      self.replaceAll(required(target, 1), () => by)
    );
  },
  'String replaceAll(String regExp, String replacement)': (tx, self: string, pattern: S, replacement: S) =>
    heldText(tx, replaceAll(self, required(pattern, 1), required(replacement, 2))),
  'String replaceFirst(String regExp, String replacement)': (_tx, self: string, pattern: S, replacement: S) =>
    replaceFirst(self, required(pattern, 1), required(replacement, 2)),
  'String reverse()': (_tx, self: string) => [...self].reverse().join(''),
  'String stripHtmlTags()': (_tx, self: string) => self.replaceAll(/<[^>]*>/g, ''),
  'String swapCase()': (_tx, self: string) => [...self].map(swapCase).join(''),
  'String toLowerCase()': (_tx, self: string) => self.toLowerCase(),
  'String toLowerCase(String locale)': (_tx, self: string, locale: S) => self.toLocaleLowerCase(localeOf(locale)),
  'String toString()': (_tx, self: string) => self,
  'String toUpperCase()': (_tx, self: string) => self.toUpperCase(),
  'String toUpperCase(String locale)': (_tx, self: string, locale: S) => self.toLocaleUpperCase(localeOf(locale)),
  'String trim()': (_tx, self: string) => trim(self),
  'String uncapitalize()': (_tx, self: string) => first(self, (char) => char.toLowerCase())
};
