import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { SchemaError } from './schema-error.js';

/** An element of metadata XML: text, or children by name; a repeated child is a list. Attributes are left out. */
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[];
export interface XmlNode {
  readonly [child: string]: XmlValue | undefined;
}

/** `htmlEntities` brings the characters that XML writes by their number: `&#39;`. Blanks count in texts of flows only. */
const parser = new XMLParser({
  ignoreDeclaration: true,
  ignoreAttributes: true,
  parseTagValue: false,
  htmlEntities: true,
  trimValues: false,
  tagValueProcessor: (name, value) => (name === 'stringValue' ? value : value.trim())
});

/** Tokens that CumulusCI fills in when it deploys (`%%%NAMESPACE%%%`), as for a project without a namespace. */
const withoutTokens = (source: string): string =>
  source.includes('%%%')
    ? source.replace(/%%%\w+_OR_C%%%/g, 'c').replace(/%%%NAMESPACE(D_ORG)?(_DOT)?%%%/g, '')
    : source;

/** The root element of a metadata file. Throws a SchemaError with file, line and column when the text is no XML. */
export function readXml(file: string): XmlNode {
  const text = withoutTokens(readFileSync(file, 'utf8'));
  // The tools that deploy a project pass over what stands empty before the XML declaration.
  const source = text.trimStart();
  const valid = XMLValidator.validate(source);
  if (valid !== true) {
    const { line, col, msg } = valid.err;
    const before = text.slice(0, text.length - source.length).split('\n').length - 1;
    throw new SchemaError(file, `No valid metadata XML: line ${before + line}, column ${col}: ${msg}`);
  }
  const document = parser.parse(source) as Record<string, XmlNode | string>;
  const root = Object.values(document)[0];
  return typeof root === 'object' ? root : {};
}

/** The text of a child element, undefined when absent or empty. */
export function text(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flag(node: XmlNode | undefined, name: string): boolean {
  return text(node, name) === 'true';
}

export function number(node: XmlNode | undefined, name: string): number | undefined {
  const value = text(node, name);
  return value === undefined ? undefined : Number(value);
}

/** A child element as node, undefined when it is absent or has no children. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return children(node, name)[0];
}

/** All children of that name which have children of their own. */
export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return all(node, name).filter((item): item is XmlNode => typeof item === 'object');
}

/** The texts of all children of that name. */
export function texts(node: XmlNode | undefined, name: string): readonly string[] {
  return all(node, name).filter((item): item is string => typeof item === 'string');
}

function all(node: XmlNode | undefined, name: string): readonly (string | XmlNode)[] {
  const value = node?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly (string | XmlNode)[]) : [value as string | XmlNode];
}
