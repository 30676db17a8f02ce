import { apply } from '../evaluate/call.js';
import { isTrue } from '../evaluate/evaluator.js';
import { WeaveObject, type WeaveValue } from '../values.js';
import { arrayFunctions, chunks } from './arrays.js';
import { collectionFunctions } from './arrays-core.js';
import { intOf, objectOf, orNull, type Functions } from './define.js';

/** The target's pairs go over those of the source that have the same name. */
function mergeWith(source: WeaveValue, target: WeaveValue): WeaveValue {
  if (source === null || target === null) return source ?? target;
  const { pairs } = objectOf(target, 'mergeWith');
  const names = new Set(pairs.map(({ key }) => key.name));
  return new WeaveObject([...objectOf(source, 'mergeWith').pairs.filter(({ key }) => !names.has(key.name)), ...pairs]);
}

const core = (name: string) => collectionFunctions[name] ?? ([1, () => null] as const);

/** dw::core::Objects */
export const objectFunctions: Functions = {
  divideBy: [
    2,
    (source, size) =>
      chunks(objectOf(source, 'divideBy').pairs, intOf(size ?? null, 'divideBy')).map((pairs) => new WeaveObject(pairs))
  ],
  entrySet: core('entriesOf'),
  keySet: core('keysOf'),
  nameSet: core('namesOf'),
  valueSet: core('valuesOf'),
  everyEntry: [
    2,
    orTrue((source, condition) => source.pairs.every(({ key, value }) => isTrue(apply(condition, value, key))))
  ],
  someEntry: [
    2,
    (source, condition) =>
      source !== null &&
      objectOf(source, 'someEntry').pairs.some(({ key, value }) => isTrue(apply(condition ?? null, value, key)))
  ],
  mergeWith: [2, (source, target) => mergeWith(source, target ?? null)],
  takeWhile: arrayFunctions.takeWhile ?? [2, orNull((source) => source)]
};

function orTrue(run: (source: WeaveObject, condition: WeaveValue) => boolean) {
  return (source: WeaveValue, condition: WeaveValue): WeaveValue =>
    source === null || run(objectOf(source, 'everyEntry'), condition ?? null);
}
