import { Big, type BigDecimal } from 'bigdecimal.js';
import { apply } from '../evaluate/call.js';
import { isTrue } from '../evaluate/evaluator.js';
import { toText } from '../evaluate/text.js';
import { isArray, number, object, WeaveObject, type WeaveValue } from '../values.js';
import { inArray } from './arrays-core.js';
import { arrayOf, intOf, numberOf, orNull, type Functions } from './define.js';

type Items = readonly WeaveValue[];

/** A function of an array that answers null to null. */
const ofArray = (name: string, run: (items: Items, ...rest: WeaveValue[]) => WeaveValue) =>
  orNull((source, ...rest: WeaveValue[]) => run(arrayOf(source, name), ...rest));

const holds = (condition: WeaveValue | undefined, item: WeaveValue, i = 0): boolean =>
  isTrue(apply(condition ?? null, item, number(i)));

/** Where the condition first holds, the array's length where it never does. */
function cut(items: Items, condition: WeaveValue | undefined): number {
  const found = items.findIndex((item) => holds(condition, item));
  return found < 0 ? items.length : found;
}

const halves = (items: Items, at: number): WeaveValue => object({ l: items.slice(0, at), r: items.slice(at) });

export const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Pairs of the items whose keys are the same. `keep` says which side stays without a partner. */
function join(keep: 'both' | 'left' | 'none') {
  return (left: WeaveValue, right: WeaveValue, byLeft: WeaveValue, byRight: WeaveValue): WeaveValue => {
    const rights = arrayOf(right, 'join').map((item) => ({ item, key: toText(apply(byRight, item)), used: false }));
    const rows = arrayOf(left, 'join').flatMap((item) => {
      const key = toText(apply(byLeft, item));
      const partners = rights.filter((each) => each.key === key);
      for (const partner of partners) partner.used = true;
      if (partners.length === 0) return keep === 'none' ? [] : [object({ l: item })];
      return partners.map((partner) => object({ l: item, r: partner.item }));
    });
    return keep === 'both'
      ? [...rows, ...rights.filter(({ used }) => !used).map(({ item }) => object({ r: item }))]
      : rows;
  };
}

function dropWhile(items: Items, condition: WeaveValue | undefined): Items {
  const first = items.findIndex((item) => !holds(condition, item));
  return first < 0 ? [] : items.slice(first);
}

function takeWhile(source: NonNullable<WeaveValue>, condition: WeaveValue): WeaveValue {
  if (source instanceof WeaveObject) {
    const end = source.pairs.findIndex(({ key, value }) => !isTrue(apply(condition, value, key)));
    return new WeaveObject(end < 0 ? source.pairs : source.pairs.slice(0, end));
  }
  const items = arrayOf(source, 'takeWhile');
  const end = items.findIndex((item) => !holds(condition, item));
  return end < 0 ? items : items.slice(0, end);
}

/** dw::core::Arrays */
export const arrayFunctions: Functions = {
  countBy: [2, ofArray('countBy', (items, condition) => number(items.filter((item) => holds(condition, item)).length))],
  divideBy: [2, ofArray('divideBy', (items, size) => chunks(items, intOf(size ?? null, 'divideBy')))],
  drop: [2, ofArray('drop', (items, n) => items.slice(Math.max(intOf(n ?? null, 'drop'), 0)))],
  dropWhile: [2, ofArray('dropWhile', dropWhile)],
  every: [2, (items, condition) => items === null || arrayOf(items, 'every').every((item) => holds(condition, item))],
  some: [2, (items, condition) => items !== null && arrayOf(items, 'some').some((item) => holds(condition, item))],
  firstWith: [
    2,
    ofArray('firstWith', (items, condition) => items.find((item, i) => holds(condition, item, i)) ?? null)
  ],
  indexOf: [
    2,
    (items, wanted) =>
      number(isArray(items) ? inArray.indexOf(items, wanted ?? null) : toText(items).indexOf(toText(wanted ?? '')))
  ],
  indexWhere: [
    2,
    ofArray('indexWhere', (items, condition) => number(items.findIndex((item) => holds(condition, item))))
  ],
  join: [4, join('none')],
  leftJoin: [4, join('left')],
  outerJoin: [4, join('both')],
  partition: [
    2,
    ofArray('partition', (items, condition) =>
      object({
        success: items.filter((item) => holds(condition, item)),
        failure: items.filter((item) => !holds(condition, item))
      })
    )
  ],
  slice: [
    3,
    ofArray('slice', (items, from, until) =>
      items.slice(Math.max(intOf(from ?? null, 'slice'), 0), Math.max(intOf(until ?? null, 'slice'), 0))
    )
  ],
  splitAt: [2, ofArray('splitAt', (items, n) => halves(items, intOf(n ?? null, 'splitAt')))],
  splitWhere: [2, ofArray('splitWhere', (items, condition) => halves(items, cut(items, condition)))],
  sumBy: [
    2,
    ofArray('sumBy', (items, selector) =>
      items.reduce<BigDecimal>((total, item) => total.add(numberOf(apply(selector ?? null, item), 'sumBy')), Big(0))
    )
  ],
  take: [2, ofArray('take', (items, n) => items.slice(0, Math.max(intOf(n ?? null, 'take'), 0)))],
  takeWhile: [2, orNull(takeWhile)]
};
