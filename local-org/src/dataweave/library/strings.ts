import { apply } from '../evaluate/call.js';
import { isTrue } from '../evaluate/evaluator.js';
import { toText } from '../evaluate/text.js';
import { number, type WeaveValue } from '../values.js';
import { intOf, matcherOf, ofText, type Functions } from './define.js';
import { pluralize, singularize } from './plurals.js';

const text = (value: WeaveValue | undefined): string => toText(value ?? null);
const int = (value: WeaveValue | undefined, name: string): number => intOf(value ?? null, name);

/** The words of a text: runs of letters and digits, also where a capital begins one. */
const wordsOf = (source: string): string[] =>
  source
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function camelize(source: string): string {
  const [first = '', ...rest] = source.split(/[_\-\s]+/).filter((part) => part !== '');
  return (
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
  );
}

/** `1st`, `12th`. */
function ordinalize(value: number): string {
  const tens = Math.abs(value) % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][Math.abs(value) % 10] ?? 'th');
  return `${value}${suffix}`;
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const test = (pattern: RegExp) => (value: WeaveValue) =>
  value !== null && value !== undefined && pattern.test(toText(value));

function before(source: string, separator: string, last: boolean): string {
  const at = last ? source.lastIndexOf(separator) : source.indexOf(separator);
  return at < 0 ? '' : source.slice(0, at);
}

function after(source: string, separator: string, last: boolean): string {
  const at = last ? source.lastIndexOf(separator) : source.indexOf(separator);
  return at < 0 ? '' : source.slice(at + separator.length);
}

function wrapIfMissing(source: string, wrapper: string): string {
  if (source === '') return wrapper;
  return (source.startsWith(wrapper) ? '' : wrapper) + source + (source.endsWith(wrapper) ? '' : wrapper);
}

function unwrap(source: string, wrapper: string): string {
  if (source.startsWith(wrapper) && source.endsWith(wrapper) && source.length >= 2 * wrapper.length)
    return source.slice(wrapper.length, source.length - wrapper.length);
  return source;
}

/** Runs of one character: `aabbbc` is aa, bbb, c. */
const collapse = (source: string): string[] => source.match(/(.)\1*/gsu) ?? [];

function substringBy(source: string, predicate: WeaveValue): WeaveValue {
  const parts = [''];
  [...source].forEach((character, i) => {
    if (isTrue(apply(predicate, character, number(i)))) parts.push('');
    else parts[parts.length - 1] += character;
  });
  return parts;
}

const every = (source: string, size: number): string[] => source.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];

/** dw::core::Strings */
export const stringModule: Functions = {
  appendIfMissing: [2, ofText((source, suffix) => (source.endsWith(text(suffix)) ? source : source + text(suffix)))],
  prependIfMissing: [2, ofText((source, prefix) => (source.startsWith(text(prefix)) ? source : text(prefix) + source))],
  camelize: [1, ofText(camelize)],
  capitalize: [1, ofText((source) => wordsOf(source).map(capital).join(' '))],
  dasherize: [1, ofText((source) => wordsOf(source).join('-').toLowerCase())],
  underscore: [1, ofText((source) => wordsOf(source).join('_').toLowerCase())],
  pluralize: [1, ofText(pluralize)],
  singularize: [1, ofText(singularize)],
  ordinalize: [1, (value) => (value === null ? null : ordinalize(int(value, 'ordinalize')))],
  charCode: [1, ofText((source) => number(source.charCodeAt(0)))],
  charCodeAt: [2, ofText((source, at) => number(source.charCodeAt(int(at, 'charCodeAt'))))],
  fromCharCode: [1, (code) => (code === null ? null : String.fromCharCode(int(code, 'fromCharCode')))],
  collapse: [1, ofText(collapse)],
  countCharactersBy: [
    2,
    ofText((source, predicate) => number([...source].filter((each) => isTrue(apply(predicate ?? null, each))).length))
  ],
  countMatches: [2, ofText((source, pattern) => number([...source.matchAll(matcherOf(pattern ?? '', 'g'))].length))],
  everyCharacter: [
    2,
    (source, condition) => source === null || [...text(source)].every((each) => isTrue(apply(condition ?? null, each)))
  ],
  someCharacter: [
    2,
    (source, condition) => source !== null && [...text(source)].some((each) => isTrue(apply(condition ?? null, each)))
  ],
  first: [2, ofText((source, amount) => source.slice(0, Math.max(int(amount, 'first'), 0)))],
  last: [2, ofText((source, amount) => source.slice(Math.max(source.length - Math.max(int(amount, 'last'), 0), 0)))],
  hammingDistance: [
    2,
    ofText((a, b) =>
      a.length === text(b).length ? number([...a].filter((each, i) => each !== text(b)[i]).length) : null
    )
  ],
  levenshteinDistance: [2, ofText((a, b) => number(levenshtein(a, text(b))))],
  isAlpha: [1, test(/^\p{L}+$/u)],
  isAlphanumeric: [1, test(/^[\p{L}\p{Nd}]+$/u)],
  isLowerCase: [1, test(/^\p{Ll}+$/u)],
  isUpperCase: [1, test(/^\p{Lu}+$/u)],
  isNumeric: [1, test(/^\p{Nd}+$/u)],
  isWhitespace: [1, test(/^\s*$/)],
  leftPad: [3, ofText((source, size, pad) => source.padStart(int(size, 'leftPad'), text(pad ?? ' ')))],
  rightPad: [3, ofText((source, size, pad) => source.padEnd(int(size, 'rightPad'), text(pad ?? ' ')))],
  lines: [1, ofText((source) => source.split(/\r\n|\r|\n/))],
  mapString: [
    2,
    ofText((source, mapper) => [...source].map((each, i) => toText(apply(mapper ?? null, each, number(i)))).join(''))
  ],
  remove: [2, ofText((source, part) => source.replaceAll(text(part), ''))],
  repeat: [2, ofText((source, times) => source.repeat(Math.max(int(times, 'repeat'), 0)))],
  replaceAll: [3, ofText((source, target, replacement) => source.replaceAll(text(target), () => text(replacement)))],
  reverse: [1, ofText((source) => [...source].reverse().join(''))],
  substring: [
    3,
    ofText((source, from, until) =>
      source.slice(Math.max(int(from, 'substring'), 0), Math.max(int(until, 'substring'), 0))
    )
  ],
  substringAfter: [2, ofText((source, separator) => after(source, text(separator), false))],
  substringAfterLast: [2, ofText((source, separator) => after(source, text(separator), true))],
  substringBefore: [2, ofText((source, separator) => before(source, text(separator), false))],
  substringBeforeLast: [2, ofText((source, separator) => before(source, text(separator), true))],
  substringBy: [2, ofText((source, predicate) => substringBy(source, predicate ?? null))],
  substringEvery: [2, ofText((source, amount) => every(source, int(amount, 'substringEvery')))],
  unwrap: [2, ofText((source, wrapper) => unwrap(source, text(wrapper)))],
  // A size of zero or less cuts nothing.
  withMaxSize: [
    2,
    ofText((source, size) => (int(size, 'withMaxSize') > 0 ? source.slice(0, int(size, 'withMaxSize')) : source))
  ],
  words: [1, ofText((source) => source.split(/\s+/).filter((word) => word !== ''))],
  wrapIfMissing: [2, ofText((source, wrapper) => wrapIfMissing(source, text(wrapper)))],
  wrapWith: [2, ofText((source, wrapper) => text(wrapper) + source + text(wrapper))]
};
