import type { XmlNodeObject } from './node.js';

const inText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\]\]>/g, ']]&gt;');

const inAttribute = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * A document as text: on one line, attributes before the declarations of namespaces, a blank before the end of an empty tag, as
 * the serializer of XPP3 writes it.
 */
export function writeDocument(root: XmlNodeObject | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${root ? writeNode(root) : ''}`;
}

function writeNode(node: XmlNodeObject): string {
  if (node.kind === 'TEXT') return inText(node.content ?? '');
  if (node.kind === 'COMMENT') return `<!--${node.content ?? ''}-->`;
  const prefixOf = (namespace: string | null): string => {
    const prefix = namespace === null ? '' : node.declaredPrefixFor(namespace);
    return prefix === '' ? '' : `${prefix}:`;
  };
  const name = `${prefixOf(node.namespace)}${node.name ?? ''}`;
  const attributes = node.attributes.map(
    ({ key, keyNamespace, value, valueNamespace }) =>
      ` ${prefixOf(keyNamespace)}${key}="${inAttribute(prefixOf(valueNamespace) + value)}"`
  );
  // Looking up prefixes may declare some: the declarations come last.
  const namespaces = [...node.namespaces].map(
    ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${inAttribute(uri)}"`
  );
  const start = `<${name}${attributes.join('')}${namespaces.join('')}`;
  if (node.children.length === 0) return `${start} />`;
  return `${start}>${node.children.map(writeNode).join('')}</${name}>`;
}
