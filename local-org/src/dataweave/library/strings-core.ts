import { apply } from '../evaluate/call.js';
import { toText } from '../evaluate/text.js';
import { isArray, number, WeaveFunction, WeaveRegex, type WeaveValue } from '../values.js';
import { inArray } from './arrays-core.js';
import { matcherOf, ofText, orNull, type Functions } from './define.js';

const groupsOf = (match: RegExpMatchArray): WeaveValue[] => [...match].map((group) => group ?? null);

function contains(source: NonNullable<WeaveValue>, wanted: WeaveValue): WeaveValue {
  if (isArray(source)) return inArray.contains(source, wanted);
  return matcherOf(wanted, '').test(toText(source));
}

/** Places of an item or a text; of a regular expression the places of each match and its groups. */
function find(source: WeaveValue, wanted: WeaveValue): WeaveValue {
  if (source === null) return [];
  if (isArray(source)) return inArray.find(source, wanted);
  const text = toText(source);
  const matches = [...text.matchAll(matcherOf(wanted, wanted instanceof WeaveRegex ? 'dg' : 'g'))];
  if (!(wanted instanceof WeaveRegex)) return matches.map(({ index }) => number(index));
  return matches.map((match) => (match.indices ?? []).map((place) => number(place?.[0] ?? -1)));
}

function place(name: 'indexOf' | 'lastIndexOf') {
  return (source: WeaveValue, wanted: WeaveValue): WeaveValue => {
    if (source === null) return number(-1);
    return number(isArray(source) ? inArray[name](source, wanted) : toText(source)[name](toText(wanted)));
  };
}

/** A text divided at a text or a regular expression; a limit is the greatest number of parts. */
function splitBy(text: string, separator: WeaveValue, limit?: WeaveValue): WeaveValue {
  const parts = text.split(matcherOf(separator, ''));
  const most = limit === undefined || limit === null ? 0 : Number(toText(limit));
  if (most > 0 && parts.length > most) {
    const matcher = matcherOf(separator, 'g');
    const cuts = [...text.matchAll(matcher)].slice(0, most - 1);
    const last = cuts.at(-1);
    return [...parts.slice(0, most - 1), text.slice(last ? last.index + last[0].length : 0)];
  }
  // Java drops empty parts at the end.
  while (parts.length > 1 && parts.at(-1) === '' && separator instanceof WeaveRegex) parts.pop();
  return parts.filter((part) => part !== undefined);
}

/** Waits for `with`: what it is called with makes the new text of each match and its groups. */
function replace(text: string, matcher: WeaveValue): WeaveValue {
  return new WeaveFunction('replace', 1, ([replacer]) => {
    const pattern = matcherOf(matcher, 'g');
    let index = 0;
    return text.replace(pattern, (...found: unknown[]) => {
      const groups = found.slice(
        0,
        found.findIndex((each) => typeof each === 'number')
      ) as (string | undefined)[];
      return toText(
        apply(
          replacer ?? null,
          groups.map((group) => group ?? null),
          number(index++)
        )
      );
    });
  });
}

/** Functions of dw::Core on texts. */
export const stringFunctions: Functions = {
  upper: [1, ofText((text) => text.toUpperCase())],
  lower: [1, ofText((text) => text.toLowerCase())],
  trim: [1, ofText((text) => text.trim())],
  startsWith: [2, (text, start) => text !== null && toText(text).startsWith(toText(start ?? ''))],
  endsWith: [2, (text, end) => text !== null && toText(text).endsWith(toText(end ?? ''))],
  contains: [2, (source, wanted) => (source === null ? false : contains(source, wanted ?? null))],
  find: [2, find],
  indexOf: [2, place('indexOf')],
  lastIndexOf: [2, place('lastIndexOf')],
  matches: [2, (text, matcher) => text !== null && wholeMatch(toText(text), matcher ?? null) !== null],
  match: [2, (text, matcher) => (text === null ? null : groupsOrNone(toText(text), matcher ?? null))],
  scan: [2, orNull((text, matcher: WeaveValue) => [...toText(text).matchAll(matcherOf(matcher, 'g'))].map(groupsOf))],
  splitBy: [3, ofText((text, separator, limit) => splitBy(text, separator ?? '', limit))],
  replace: [2, orNull((text, matcher: WeaveValue) => replace(toText(text), matcher))],
  with: [2, (replaced, replacer) => (replaced === null ? null : apply(replaced, replacer ?? null))]
};

const wholeMatch = (text: string, matcher: WeaveValue): RegExpExecArray | null =>
  (matcher instanceof WeaveRegex ? matcher : new WeaveRegex(toText(matcher))).whole().exec(text);

function groupsOrNone(text: string, matcher: WeaveValue): WeaveValue {
  const match = wholeMatch(text, matcher);
  return match ? groupsOf(match) : [];
}
