import { BigDecimal } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { typeName } from '../evaluate/type-of.js';
import { textOf } from '../evaluate/text.js';
import type { Properties } from '../library/define.js';
import { isArray, numberText, WeaveKey, WeaveFunction, WeaveObject, type Pair, type WeaveValue } from '../values.js';

/** Writes JSON, by default indented by two spaces. Properties: indent, skipNullOn, duplicateKeyAsArray, writeAttributes. */
export function writeJson(value: WeaveValue, properties: Properties): string {
  return write(value, properties, properties.get('indent') === false ? '' : '\n');
}

function write(value: WeaveValue, properties: Properties, line: string): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (value instanceof BigDecimal) return numberText(value);
  if (isArray(value)) {
    const items = skips(properties, 'arrays') ? value.filter((item) => item !== null) : value;
    return braces(
      '[',
      items.map((item) => write(item, properties, inner(line))),
      ']',
      line
    );
  }
  if (value instanceof WeaveObject) {
    const colon = line === '' ? ':' : ': ';
    const members = pairsOf(value, properties).map(
      ({ key, value: of }) => JSON.stringify(key.name) + colon + write(of, properties, inner(line))
    );
    return braces('{', members, '}', line);
  }
  const text = textOf(value);
  if (text === undefined || value instanceof WeaveFunction)
    throw new WeaveError(`Cannot write a ${typeName(value)} as JSON`);
  return JSON.stringify(text);
}

const inner = (line: string): string => (line === '' ? '' : `${line}  `);

function braces(open: string, parts: readonly string[], close: string, line: string): string {
  if (parts.length === 0) return open + close;
  return open + parts.map((part) => inner(line) + part).join(',') + line + close;
}

const skips = (properties: Properties, where: string): boolean =>
  properties.get('skipNullOn') === where || properties.get('skipNullOn') === 'everywhere';

function pairsOf(value: WeaveObject, properties: Properties): readonly Pair[] {
  let pairs = value.pairs;
  if (skips(properties, 'objects')) pairs = pairs.filter((each) => each.value !== null);
  if (properties.get('writeAttributes') === true) pairs = pairs.map(withAttributes);
  return properties.get('duplicateKeyAsArray') === true ? joined(pairs) : pairs;
}

/** Attributes as keys of their own, with `@` before them; a simple value stands beside them as `__text`. */
function withAttributes({ key, value }: Pair): Pair {
  if (key.attributes.length === 0) return { key, value };
  const own = key.attributes.map((each) => ({ key: new WeaveKey(`@${each.key.name}`), value: each.value }));
  const rest =
    value instanceof WeaveObject ? value.pairs : value === null ? [] : [{ key: new WeaveKey('__text'), value }];
  return { key: new WeaveKey(key.name), value: new WeaveObject([...own, ...rest]) };
}

function joined(pairs: readonly Pair[]): Pair[] {
  const byName = new Map<string, Pair[]>();
  for (const each of pairs) byName.set(each.key.name, [...(byName.get(each.key.name) ?? []), each]);
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return [same.length === 1 ? first : { key: first.key, value: same.map(({ value }) => value) }];
  });
}
