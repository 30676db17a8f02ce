import { BigDecimal } from 'bigdecimal.js';
import { isArray, WeaveKey, WeaveObject, type WeaveValue } from '../values.js';

/** A step to what is updated: into a field, an item, an attribute, or all fields of a name. */
export type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'fields'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number };

/** A copy of the value in which `change` has replaced what stands at the end of the path; as it was where the path leads nowhere. */
export function updateAt(
  value: WeaveValue,
  path: readonly Step[],
  upsert: boolean,
  change: (old: WeaveValue) => WeaveValue
): WeaveValue {
  const [step, ...rest] = path;
  if (!step) return change(value);
  const next = rest[0];
  if (next?.kind === 'attribute' && step.kind === 'field')
    return updateAttribute(value, step.name, next.name, upsert, change);
  if (step.kind === 'index') return updateItem(value, step.index, rest, upsert, change);
  if (step.kind === 'attribute') return value;
  if (isArray(value))
    return value.map((item) => (item instanceof WeaveObject ? updateAt(item, path, upsert, change) : item));
  const object = value instanceof WeaveObject ? value : upsert && value === null ? new WeaveObject([]) : undefined;
  if (!object) return value;
  let found = false;
  const pairs = object.pairs.map((each) => {
    if (each.key.name !== step.name || (found && step.kind === 'field')) return each;
    found = true;
    return { key: each.key, value: updateAt(each.value, rest, upsert, change) };
  });
  if (found) return new WeaveObject(pairs, object.schema);
  if (!upsert) return value;
  return new WeaveObject(
    [...pairs, { key: new WeaveKey(step.name), value: updateAt(null, rest, upsert, change) }],
    object.schema
  );
}

function updateItem(
  value: WeaveValue,
  index: number,
  rest: readonly Step[],
  upsert: boolean,
  change: (old: WeaveValue) => WeaveValue
): WeaveValue {
  if (!isArray(value)) return upsert && value === null ? [updateAt(null, rest, upsert, change)] : value;
  const at = index < 0 ? value.length + index : index;
  if (at < value.length) return value.map((item, i) => (i === at ? updateAt(item, rest, upsert, change) : item));
  return upsert ? [...value, updateAt(null, rest, upsert, change)] : value;
}

function updateAttribute(
  value: WeaveValue,
  field: string,
  name: string,
  upsert: boolean,
  change: (old: WeaveValue) => WeaveValue
): WeaveValue {
  if (!(value instanceof WeaveObject)) return value;
  return new WeaveObject(
    value.pairs.map(({ key, value: of }) => {
      if (key.name !== field) return { key, value: of };
      const old = key.attributes.find((each) => each.key.name === name);
      if (!old && !upsert) return { key, value: of };
      const attributes = old
        ? key.attributes.map((each) => (each === old ? { key: each.key, value: change(each.value) } : each))
        : [...key.attributes, { key: new WeaveKey(name), value: change(null) }];
      return { key: new WeaveKey(key.name, attributes, key.namespace), value: of };
    }),
    value.schema
  );
}

/** A step as a value of the language gives it: a number is an index, everything else a field. */
export const stepOf = (value: WeaveValue, text: (value: WeaveValue) => string): Step =>
  value instanceof BigDecimal
    ? { kind: 'index', index: Number(value.toPlainString()) }
    : { kind: 'field', name: text(value) };
