import type { XmlAttributeToken } from './scanner.js';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** A name cut at its colon; the prefix is empty when there is none. */
export function splitName(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':');
  return colon < 0 ? { prefix: '', local: name } : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}

/** The prefix that an `xmlns` attribute declares, `''` for the default namespace; undefined for other attributes. */
export function declaredPrefix(name: string): string | undefined {
  if (name === 'xmlns') return '';
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
}

/** The namespaces that a start tag declares, in order, by prefix. */
export function declarations(attributes: readonly XmlAttributeToken[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of attributes) {
    const prefix = declaredPrefix(name);
    if (prefix !== undefined) found.set(prefix, value);
  }
  return found;
}

/** The attributes of a start tag that declare no namespace. */
export const plainAttributes = (attributes: readonly XmlAttributeToken[]): XmlAttributeToken[] =>
  attributes.filter(({ name }) => declaredPrefix(name) === undefined);
