import { apply } from '../evaluate/call.js';
import { isTrue } from '../evaluate/evaluator.js';
import { toText } from '../evaluate/text.js';
import { isArray, number, WeaveObject, type WeaveValue } from '../values.js';
import { arrayOf, type Functions } from './define.js';
import { element } from './values.js';

type Path = readonly WeaveValue[];
const deeper = (path: Path, kind: string, selector: WeaveValue): Path => [...path, element(kind, selector)];

/** Changes the values that have no values in them. */
function mapLeaves(
  value: WeaveValue,
  change: (leaf: WeaveValue, path: Path) => WeaveValue,
  path: Path = []
): WeaveValue {
  if (isArray(value)) return value.map((item, i) => mapLeaves(item, change, deeper(path, 'Array', number(i))));
  if (!(value instanceof WeaveObject)) return change(value, path);
  return new WeaveObject(
    value.pairs.map(({ key, value: of }) => ({ key, value: mapLeaves(of, change, deeper(path, 'Object', key.name)) }))
  );
}

/** Keeps what the condition holds for. `which` says where leaves are dropped. */
function filterLeaves(
  value: WeaveValue,
  holds: (item: WeaveValue, path: Path) => boolean,
  which: 'arrays' | 'objects' | 'all',
  path: Path = []
): WeaveValue {
  const isLeaf = (item: WeaveValue): boolean => which === 'all' || (!isArray(item) && !(item instanceof WeaveObject));
  if (isArray(value)) {
    return value.flatMap((item, i) => {
      const at = deeper(path, 'Array', number(i));
      return which !== 'objects' && isLeaf(item) && !holds(item, at) ? [] : [filterLeaves(item, holds, which, at)];
    });
  }
  if (!(value instanceof WeaveObject)) return value;
  return new WeaveObject(
    value.pairs.flatMap(({ key, value: of }) => {
      const at = deeper(path, 'Object', key.name);
      return which !== 'arrays' && isLeaf(of) && !holds(of, at)
        ? []
        : [{ key, value: filterLeaves(of, holds, which, at) }];
    })
  );
}

function nodeExists(value: WeaveValue, holds: (item: WeaveValue, path: Path) => boolean, path: Path = []): boolean {
  if (holds(value, path)) return true;
  if (isArray(value)) return value.some((item, i) => nodeExists(item, holds, deeper(path, 'Array', number(i))));
  return (
    value instanceof WeaveObject &&
    value.pairs.some(({ key, value: of }) => nodeExists(of, holds, deeper(path, 'Object', key.name)))
  );
}

const calling =
  (callback: WeaveValue | undefined) =>
  (item: WeaveValue, path: Path): boolean =>
    isTrue(apply(callback ?? null, item, path));

/** dw::util::Tree */
export const treeFunctions: Functions = {
  mapLeafValues: [2, (value, callback) => mapLeaves(value, (leaf, path) => apply(callback ?? null, leaf, path))],
  filterArrayLeafs: [2, (value, callback) => filterLeaves(value, calling(callback), 'arrays')],
  filterObjectLeafs: [2, (value, callback) => filterLeaves(value, calling(callback), 'objects')],
  filterTree: [2, (value, callback) => filterLeaves(value, calling(callback), 'all')],
  nodeExists: [2, (value, callback) => nodeExists(value, calling(callback))],
  asExpressionString: [1, (path) => arrayOf(path, 'asExpressionString').map(expressionText).join('')],
  isArrayType: [1, (path) => lastKind(path) === 'Array'],
  isObjectType: [1, (path) => lastKind(path) === 'Object'],
  isAttributeType: [1, (path) => lastKind(path) === 'Attribute']
};

function lastKind(path: WeaveValue): WeaveValue {
  const last = arrayOf(path, 'isObjectType').at(-1);
  return last instanceof WeaveObject ? (last.get('kind') ?? null) : null;
}

function expressionText(step: WeaveValue): string {
  if (!(step instanceof WeaveObject)) return '';
  const selector = toText(step.get('selector') ?? '');
  const kind = step.get('kind');
  return kind === 'Array' ? `[${selector}]` : kind === 'Attribute' ? `.@${selector}` : `.${selector}`;
}
