import { WeaveError } from '../errors.js';
import type { Attribute, Expression, ObjectEntry } from '../syntax/tree.js';
import { isArray, WeaveKey, WeaveNamespace, WeaveObject, type Pair, type WeaveValue } from '../values.js';
import { evaluate, isTrue, keyText } from './evaluator.js';
import type { Scope } from './scope.js';
import { typeName } from './type-of.js';

/** The object that stands between braces. */
export function evaluateObject(entries: readonly ObjectEntry[], scope: Scope): WeaveObject {
  return new WeaveObject(entries.flatMap((entry) => pairsOf(entry, scope)));
}

function pairsOf(entry: ObjectEntry, scope: Scope): readonly Pair[] {
  if (entry.when && !isTrue(evaluate(entry.when, scope))) return [];
  if (entry.kind === 'spread') return spread(evaluate(entry.value, scope));
  return [{ key: keyOf(entry, scope), value: evaluate(entry.value, scope) }];
}

/** `{ (value) }`: the pairs of an object, or of all objects of an array. */
function spread(value: WeaveValue): readonly Pair[] {
  if (value === null) return [];
  if (value instanceof WeaveObject) return value.pairs;
  if (isArray(value)) return value.flatMap(spread);
  throw new WeaveError(`Expecting Type: \`Object\`, but got: \`${typeName(value)}\``);
}

function keyOf(entry: ObjectEntry & { kind: 'pair' }, scope: Scope): WeaveKey {
  const given = evaluate(entry.key, scope);
  const attributes = [...attributesOf(entry.attributes, scope), ...spreadAttributes(entry.allAttributes, scope)];
  if (given instanceof WeaveKey && attributes.length === 0 && entry.namespace === undefined) return given;
  return new WeaveKey(keyText(given), attributes, namespaceOf(entry.namespace, scope));
}

function attributesOf(attributes: readonly Attribute[], scope: Scope): Pair[] {
  return attributes.flatMap(({ name, namespace, value, when }) =>
    when && !isTrue(evaluate(when, scope))
      ? []
      : [
          {
            key: new WeaveKey(keyText(evaluate(name, scope)), [], namespaceOf(namespace, scope)),
            value: evaluate(value, scope)
          }
        ]
  );
}

const spreadAttributes = (expression: Expression | undefined, scope: Scope): readonly Pair[] =>
  expression ? spread(evaluate(expression, scope)) : [];

export function namespaceOf(prefix: string | undefined, scope: Scope): WeaveNamespace | undefined {
  if (prefix === undefined) return undefined;
  const uri = scope.namespace(prefix);
  if (uri === undefined) throw new WeaveError(`Unable to resolve reference of: \`${prefix}\`.`);
  return new WeaveNamespace(prefix, uri);
}
