import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException, listException } from '../../runtime/exceptions.js';
import type { HasText } from '../../runtime/text.js';
import { platformClass } from '../define.js';
import { enumConstant } from '../enums.js';
import { type XmlAttribute, XmlNodeObject } from './node.js';
import { parseDocument } from './parse.js';
import { writeDocument } from './write.js';

type S = string | null;
type Node = XmlNodeObject | null;

const nodeType: ApexType = { kind: 'platform', name: 'Dom.XmlNode', args: [] };
const xmlException = (message: string) => apexException('XmlException', message);

/** Dom.Document. */
export class DocumentObject extends ApexObject implements HasText {
  root: XmlNodeObject | null = null;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Dom.Document', args: [] };
  }
  load(xml: string): void {
    try {
      this.root = parseDocument(xml);
    } catch (error) {
      if (error instanceof Error) throw xmlException(`Failed to parse XML due to: ${error.message}`);
      throw error;
    }
  }
  toXml(): string {
    return writeDocument(this.root);
  }
  apexText(): string {
    return this.toXml();
  }
}

/** The document that the body of an HTTP message holds. */
export function documentOf(xml: string): DocumentObject {
  const document = new DocumentObject();
  document.load(xml);
  return document;
}

/** An element under a parent. Without a prefix, one that is in scope is taken, or `ns1` and so on is declared. */
function element(parent: Node, name: S, namespace: S, prefix: S): XmlNodeObject {
  const node = new XmlNodeObject('ELEMENT', required(name, 1), namespace, null);
  parent?.append(node);
  if (namespace === null) return node;
  if (prefix === null) node.declaredPrefixFor(namespace);
  else if (node.namespaceFor(prefix) !== namespace) node.namespaces.set(prefix, namespace);
  return node;
}

function attributeAt(node: XmlNodeObject, index: number | null): XmlAttribute {
  const found = node.attributes[required(index, 1)];
  if (!found) throw listException(`List index out of bounds: ${index}`);
  return found;
}

/** `prefix:value` of an attribute whose value is a qualified name. */
function qualifiedValue(node: XmlNodeObject, attribute: XmlAttribute | undefined): S {
  if (!attribute) return null;
  const prefix = attribute.valueNamespace === null ? null : node.prefixFor(attribute.valueNamespace);
  return prefix === null || prefix === '' ? attribute.value : `${prefix}:${attribute.value}`;
}

function insertBefore(parent: XmlNodeObject, child: XmlNodeObject, before: Node): XmlNodeObject {
  if (before === null) return parent.append(child);
  if (before.parent !== parent) throw xmlException('The reference node is not a child of this node.');
  child.detach();
  child.parent = parent;
  parent.children.splice(parent.children.indexOf(before), 0, child);
  return child;
}

const list = (nodes: XmlNodeObject[]): ApexList<XmlNodeObject> => new ApexList(nodeType, nodes);

/** Dom.Document and Dom.XmlNode (Apex Reference Guide, "Dom Namespace"). */
export const domClasses = [
  platformClass({
    name: 'Dom.Document',
    members: {
      'Dom.Document()': () => new DocumentObject(),
      'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
        _tx,
        self: DocumentObject,
        name: S,
        namespace: S,
        prefix: S
      ) => {
        if (self.root) throw xmlException('A document can have only one root element.');
        self.root = element(null, name, namespace, prefix);
        return self.root;
      },
      'Dom.XmlNode getRootElement()': (_tx, self: DocumentObject) => self.root,
      'void load(String xml)': (_tx, self: DocumentObject, xml: S) => self.load(required(xml, 1)),
      'String toXmlString()': (_tx, self: DocumentObject) => self.toXml()
    }
  }),
  platformClass({
    name: 'Dom.XmlNode',
    members: {
      'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
        _tx,
        self: XmlNodeObject,
        name: S,
        namespace: S,
        prefix: S
      ) => element(self, name, namespace, prefix),
      'Dom.XmlNode addCommentNode(String text)': (_tx, self: XmlNodeObject, text: S) =>
        self.append(new XmlNodeObject('COMMENT', null, null, required(text, 1))),
      'Dom.XmlNode addTextNode(String text)': (_tx, self: XmlNodeObject, text: S) =>
        self.append(new XmlNodeObject('TEXT', null, null, required(text, 1))),
      'String getAttribute(String key, String keyNamespace)': (_tx, self: XmlNodeObject, key: S, namespace: S) =>
        qualifiedValue(self, self.attribute(required(key, 1), namespace)),
      'Integer getAttributeCount()': (_tx, self: XmlNodeObject) => self.attributes.length,
      'String getAttributeKeyAt(Integer index)': (_tx, self: XmlNodeObject, index: number | null) =>
        attributeAt(self, index).key,
      'String getAttributeKeyNsAt(Integer index)': (_tx, self: XmlNodeObject, index: number | null) =>
        attributeAt(self, index).keyNamespace,
      'String getAttributeValue(String key, String keyNamespace)': (_tx, self: XmlNodeObject, key: S, namespace: S) =>
        self.attribute(required(key, 1), namespace)?.value ?? null,
      'String getAttributeValueNs(String key, String keyNamespace)': (_tx, self: XmlNodeObject, key: S, ns: S) =>
        self.attribute(required(key, 1), ns)?.valueNamespace ?? null,
      'Dom.XmlNode getChildElement(String name, String namespace)': (_tx, self: XmlNodeObject, name: S, ns: S) =>
        self.children.find((child) => child.kind === 'ELEMENT' && child.name === name && child.namespace === ns) ??
        null,
      'List<Dom.XmlNode> getChildElements()': (_tx, self: XmlNodeObject) =>
        list(self.children.filter((child) => child.kind === 'ELEMENT')),
      'List<Dom.XmlNode> getChildren()': (_tx, self: XmlNodeObject) => list([...self.children]),
      'String getName()': (_tx, self: XmlNodeObject) => self.name,
      'String getNamespace()': (_tx, self: XmlNodeObject) => self.namespace,
      'String getNamespaceFor(String prefix)': (_tx, self: XmlNodeObject, prefix: S) =>
        self.namespaceFor(required(prefix, 1)),
      'Dom.XmlNodeType getNodeType()': (_tx, self: XmlNodeObject) => enumConstant('Dom.XmlNodeType', self.kind),
      'Dom.XmlNode getParent()': (_tx, self: XmlNodeObject) => self.parent,
      'String getPrefixFor(String namespace)': (_tx, self: XmlNodeObject, namespace: S) =>
        self.prefixFor(required(namespace, 1)),
      'String getText()': (_tx, self: XmlNodeObject) => self.text(),
      'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': (
        _tx,
        self: XmlNodeObject,
        child: Node,
        before: Node
      ) => insertBefore(self, required(child, 1), before),
      'Boolean removeAttribute(String key, String keyNamespace)': (_tx, self: XmlNodeObject, key: S, ns: S) => {
        const at = self.attributeIndex(required(key, 1), ns);
        if (at >= 0) self.attributes.splice(at, 1);
        return at >= 0;
      },
      'Boolean removeChild(Dom.XmlNode childNode)': (_tx, self: XmlNodeObject, child: Node) => {
        if (required(child, 1).parent !== self) return false;
        child?.detach();
        return true;
      },
      'void setAttribute(String key, String value)': (_tx, self: XmlNodeObject, key: S, value: S) =>
        self.setAttribute({
          key: required(key, 1),
          keyNamespace: null,
          value: required(value, 2),
          valueNamespace: null
        }),
      'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
        _tx,
        self: XmlNodeObject,
        key: S,
        value: S,
        keyNamespace: S,
        valueNamespace: S
      ) => {
        // The namespaces of key and value get a prefix where they have none.
        for (const namespace of [keyNamespace, valueNamespace]) {
          if (namespace !== null) self.declaredPrefixFor(namespace);
        }
        self.setAttribute({ key: required(key, 1), keyNamespace, value: required(value, 2), valueNamespace });
      },
      'void setNamespace(String prefix, String namespace)': (_tx, self: XmlNodeObject, prefix: S, namespace: S) => {
        self.namespaces.set(prefix ?? '', required(namespace, 2));
      }
    }
  })
];
