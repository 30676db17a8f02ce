import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import type { HasText } from '../../runtime/text.js';
import { xmlNamespace } from './names.js';

export interface XmlAttribute {
  readonly key: string;
  readonly keyNamespace: string | null;
  readonly value: string;
  /** The namespace of a value that is itself a qualified name. */
  readonly valueNamespace: string | null;
}

/** Dom.XmlNode: an element, a text or a comment. */
export class XmlNodeObject extends ApexObject implements HasText {
  readonly kind: 'ELEMENT' | 'TEXT' | 'COMMENT';
  readonly name: string | null;
  readonly namespace: string | null;
  /** Text of a text node or comment. */
  readonly content: string | null;
  parent: XmlNodeObject | null = null;
  readonly children: XmlNodeObject[] = [];
  readonly attributes: XmlAttribute[] = [];
  /** Namespaces declared on this element, by prefix; the default namespace under `''`. */
  readonly namespaces = new Map<string, string>();

  constructor(kind: XmlNodeObject['kind'], name: string | null, namespace: string | null, content: string | null) {
    super();
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.content = content;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Dom.XmlNode', args: [] };
  }

  /** The namespace behind a prefix where this element stands. */
  namespaceFor(prefix: string): string | null {
    if (prefix === 'xml') return xmlNamespace;
    return this.namespaces.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }

  /** The nearest prefix of a namespace that no nearer declaration hides. */
  prefixFor(namespace: string): string | null {
    if (namespace === xmlNamespace) return 'xml';
    for (const [prefix, uri] of this.namespaces) if (uri === namespace) return prefix;
    const inherited = this.parent?.prefixFor(namespace) ?? null;
    return inherited !== null && this.namespaceFor(inherited) === namespace ? inherited : null;
  }

  /** The prefix of a namespace, declared here as `ns1`, `ns2`, … when there is none. */
  declaredPrefixFor(namespace: string): string {
    const known = this.prefixFor(namespace);
    if (known !== null) return known;
    let i = 1;
    while (this.namespaceFor(`ns${i}`) !== null) i++;
    this.namespaces.set(`ns${i}`, namespace);
    return `ns${i}`;
  }

  append(child: XmlNodeObject): XmlNodeObject {
    child.detach();
    child.parent = this;
    this.children.push(child);
    return child;
  }

  detach(): void {
    const siblings = this.parent?.children;
    if (siblings) siblings.splice(siblings.indexOf(this), 1);
    this.parent = null;
  }

  /** The text of the node itself; of an element, that of its text nodes but not of its elements. */
  text(): string {
    if (this.kind !== 'ELEMENT') return this.content ?? '';
    return this.children.map((child) => (child.kind === 'TEXT' ? child.content : '')).join('');
  }

  /** An empty namespace is none (public suites ask so). */
  attribute(key: string, namespace: string | null): XmlAttribute | undefined {
    return this.attributes[this.attributeIndex(key, namespace === '' ? null : namespace)];
  }

  attributeIndex(key: string, namespace: string | null): number {
    return this.attributes.findIndex((attribute) => attribute.key === key && attribute.keyNamespace === namespace);
  }

  setAttribute(attribute: XmlAttribute): void {
    const at = this.attributeIndex(attribute.key, attribute.keyNamespace);
    if (at < 0) this.attributes.push(attribute);
    else this.attributes[at] = attribute;
  }

  apexText(): string {
    const list = (nodes: readonly { toString(): string }[]) => (nodes.length === 0 ? 'null' : `[${nodes.join(', ')}]`);
    const attributes = this.attributes.map(({ key, value }) => `${key}=${value}`);
    const children = list(this.children.map((child) => child.apexText()));
    return `XMLNode[${this.kind},${this.name},${this.namespace},${list(attributes)},${children},${this.content},]`;
  }
}
