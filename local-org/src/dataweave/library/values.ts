import { apply } from '../evaluate/call.js';
import { toText } from '../evaluate/text.js';
import { stepOf, updateAt, type Step } from '../evaluate/update.js';
import { isArray, number, object, WeaveFunction, WeaveObject, type WeaveValue } from '../values.js';
import type { Functions } from './define.js';

/** One step of a path, as dw::util::Values makes it: `{ kind: "Object", selector: "name" }`. */
export const element = (kind: string, selector: WeaveValue): WeaveObject => object({ kind, selector, namespace: null });

function stepFor(value: WeaveValue): Step {
  if (!(value instanceof WeaveObject)) return stepOf(value, toText);
  const selector = value.get('selector') ?? null;
  return value.get('kind') === 'Attribute' ? { kind: 'attribute', name: toText(selector) } : stepOf(selector, toText);
}

/** Waits for `with`: the value at the path is what it is called with. */
function update(value: WeaveValue, path: WeaveValue): WeaveValue {
  const steps = (isArray(path) ? path : [path]).map(stepFor);
  return new WeaveFunction('update', 1, ([make]) =>
    updateAt(value, steps, true, (old) => apply(make ?? null, old, number(0)))
  );
}

/** Like update, at every depth where the field or index is found. */
function mask(value: WeaveValue, at: WeaveValue): WeaveValue {
  const step = stepFor(at);
  return new WeaveFunction('mask', 1, ([make]) => masked(value, step, make ?? null));
}

function masked(value: WeaveValue, step: Step, make: WeaveValue): WeaveValue {
  if (isArray(value)) {
    return value.map((item, i) =>
      step.kind === 'index' && step.index === i && !isArray(item) ? apply(make, item) : masked(item, step, make)
    );
  }
  if (!(value instanceof WeaveObject)) return value;
  return new WeaveObject(
    value.pairs.map(({ key, value: of }) => ({
      key,
      value: step.kind === 'field' && step.name === key.name ? apply(make, of) : masked(of, step, make)
    })),
    value.schema
  );
}

/** dw::util::Values */
export const valueFunctions: Functions = {
  update: [2, (value, path) => update(value, path ?? null)],
  mask: [2, (value, at) => (value === null ? new WeaveFunction('mask', 1, () => null) : mask(value, at ?? null))],
  field: [2, (...given) => element('Object', given.at(-1) ?? null)],
  index: [1, (at) => element('Array', at)],
  attr: [2, (...given) => element('Attribute', given.at(-1) ?? null)]
};
