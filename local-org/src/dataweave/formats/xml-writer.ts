import { WeaveError } from '../errors.js';
import { textOf } from '../evaluate/text.js';
import { typeName } from '../evaluate/type-of.js';
import type { Properties } from '../library/define.js';
import { isArray, WeaveObject, type Pair, type WeaveKey, type WeaveValue } from '../values.js';

/** Writes XML from an object of one key. Properties: indent, writeDeclaration, encoding, skipNullOn, writeNilOnNull, inlineCloseOn. */
export function writeXml(value: WeaveValue, properties: Properties): string {
  if (!(value instanceof WeaveObject))
    throw new WeaveError(`Cannot coerce ${typeName(value)} to Object: XML has one root element`);
  const [root, second] = value.pairs;
  if (!root) throw new WeaveError('Trying to output an XML document without a root element');
  if (second) {
    const shown = (key: WeaveKey): string => `<${key.name}>`;
    throw new WeaveError(`Trying to output second root, ${shown(second.key)}, while writing Xml at root.`);
  }
  const line = properties.get('indent') === false ? '' : '\n';
  const encoding = String(properties.get('encoding') ?? 'UTF-8');
  const declaration =
    properties.get('writeDeclaration') === false ? '' : `<?xml version='1.0' encoding='${encoding}'?>${line}`;
  return declaration + element(root, properties, line, new Map());
}

type Prefixes = ReadonlyMap<string, string>;

function element({ key, value }: Pair, properties: Properties, line: string, outer: Prefixes): string {
  const { prefixes, text: declared } = declare(key, outer);
  const attributes = key.attributes
    .filter((each) => each.value !== null || !skips(properties, 'attributes'))
    .map((each) => ` ${qualified(each.key)}="${escapeXml(textOf(each.value) ?? '').replaceAll('"', '&quot;')}"`);
  const name = qualified(key);
  const nil =
    value === null && properties.get('writeNilOnNull') === true
      ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
      : '';
  const open = `<${name}${declared}${attributes.join('')}${nil}`;
  const body = content(value, properties, line, prefixes);
  if (body !== '') return `${open}>${body}</${name}>`;
  return properties.get('inlineCloseOn') === 'none' ? `${open}></${name}>` : `${open}/>`;
}

function content(value: WeaveValue, properties: Properties, line: string, prefixes: Prefixes): string {
  if (value === null) return '';
  if (value instanceof WeaveObject) {
    const pairs = value.pairs.filter((each) => each.value !== null || !skips(properties, 'elements'));
    if (pairs.length === 0) return '';
    const mixed = pairs.some(({ key }) => key.name === '__text' || key.name === '__cdata');
    const inner = line === '' || mixed ? '' : `${line}  `;
    const parts = pairs
      .flatMap((each) => repeated(each))
      .map((each) => inner + child(each, properties, inner, prefixes));
    return parts.join('') + (inner === '' ? '' : line);
  }
  const text = textOf(value);
  if (text === undefined) throw new WeaveError(`Cannot coerce ${typeName(value)} to String`);
  return escapeXml(text);
}

function child(each: Pair, properties: Properties, line: string, prefixes: Prefixes): string {
  if (each.key.name === '__text') return escapeXml(textOf(each.value) ?? '');
  if (each.key.name === '__cdata') return `<![CDATA[${textOf(each.value) ?? ''}]]>`;
  return element(each, properties, line, prefixes);
}

/** An array under a key is that element as often as it has items. */
const repeated = ({ key, value }: Pair): Pair[] =>
  isArray(value) ? value.map((item) => ({ key, value: item })) : [{ key, value }];

const skips = (properties: Properties, where: string): boolean =>
  properties.get('skipNullOn') === where || properties.get('skipNullOn') === 'everywhere';

const qualified = ({ name, namespace }: WeaveKey): string => (namespace ? `${namespace.prefix}:${name}` : name);

/** Declares the namespaces of an element and its attributes that are not in sight yet. */
function declare(key: WeaveKey, outer: Prefixes): { readonly prefixes: Prefixes; readonly text: string } {
  const prefixes = new Map(outer);
  let text = '';
  for (const { namespace } of [key, ...key.attributes.map((each) => each.key)]) {
    if (!namespace || prefixes.get(namespace.prefix) === namespace.uri) continue;
    prefixes.set(namespace.prefix, namespace.uri);
    text += ` xmlns:${namespace.prefix}="${namespace.uri}"`;
  }
  return { prefixes, text };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
