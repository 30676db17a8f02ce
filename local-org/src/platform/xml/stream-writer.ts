import { ApexObject } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException } from '../../runtime/exceptions.js';
import { heldText } from '../../runtime/heap.js';
import { platformClass } from '../define.js';

type S = string | null;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** System.XmlStreamWriter. It writes what it is told and keeps no track of namespaces. */
class StreamWriterObject extends ApexObject {
  text = '';
  readonly #open: string[] = [];
  /** A start tag whose end is still to be written, because attributes may follow. */
  #tag: 'none' | 'open' | 'empty' = 'none';
  override apexType(): ApexType {
    return { kind: 'platform', name: 'XmlStreamWriter', args: [] };
  }

  start(prefix: S, local: S, empty: boolean): void {
    this.#finishTag();
    const name = `${prefix === null || prefix === '' ? '' : `${prefix}:`}${required(local, 2)}`;
    this.text += `<${name}`;
    this.#tag = empty ? 'empty' : 'open';
    if (!empty) this.#open.push(name);
  }

  attribute(name: string, value: string): void {
    if (this.#tag === 'none') throw apexException('XmlException', 'Attribute not associated with any element');
    this.text += ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`;
  }

  raw(text: string): void {
    this.#finishTag();
    this.text += text;
  }

  end(): void {
    this.#finishTag();
    const name = this.#open.pop();
    if (name === undefined) throw apexException('XmlException', 'No more elements to write');
    this.text += `</${name}>`;
  }

  endAll(): void {
    this.#finishTag();
    while (this.#open.length > 0) this.end();
  }

  #finishTag(): void {
    if (this.#tag !== 'none') this.text += this.#tag === 'empty' ? '/>' : '>';
    this.#tag = 'none';
  }

  result(tx: Transaction): string {
    const pending = this.#tag === 'none' ? '' : this.#tag === 'empty' ? '/>' : '>';
    return heldText(tx, this.text + pending);
  }
}

type Self = StreamWriterObject;

/** `xmlns` or `xmlns:prefix`. */
const declaration = (prefix: S): string => (prefix === null || prefix === '' ? 'xmlns' : `xmlns:${prefix}`);

export const streamWriterClass = platformClass({
  name: 'System.XmlStreamWriter',
  members: {
    'XmlStreamWriter()': () => new StreamWriterObject(),
    'void close()': () => undefined,
    'String getXmlString()': (tx, self: Self) => self.result(tx),
    // Binds the default namespace for the writer's own look-ups only: nothing is written (example of the Apex Developer Guide).
    'void setDefaultNamespace(String uri)': () => undefined,
    'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
      _tx,
      self: Self,
      prefix: S,
      _namespace: S,
      name: S,
      value: S
    ) =>
      self.attribute(`${prefix === null || prefix === '' ? '' : `${prefix}:`}${required(name, 3)}`, required(value, 4)),
    'void writeCData(String data)': (_tx, self: Self, data: S) => self.raw(`<![CDATA[${required(data, 1)}]]>`),
    'void writeCharacters(String text)': (_tx, self: Self, text: S) => self.raw(escaped(required(text, 1))),
    'void writeComment(String comment)': (_tx, self: Self, comment: S) => self.raw(`<!--${comment ?? ''}-->`),
    'void writeDefaultNamespace(String namespaceUri)': (_tx, self: Self, uri: S) =>
      self.attribute(declaration(null), uri ?? ''),
    'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
      _tx,
      self: Self,
      prefix: S,
      name: S
    ) => self.start(prefix, name, true),
    'void writeEndDocument()': (_tx, self: Self) => self.endAll(),
    'void writeEndElement()': (_tx, self: Self) => self.end(),
    'void writeNamespace(String prefix, String namespaceUri)': (_tx, self: Self, prefix: S, uri: S) =>
      self.attribute(declaration(prefix), uri ?? ''),
    'void writeProcessingInstruction(String target, String data)': (_tx, self: Self, target: S, data: S) =>
      self.raw(`<?${required(target, 1)}${data === null || data === '' ? '' : ` ${data}`}?>`),
    'void writeStartDocument(String encoding, String version)': (_tx, self: Self, encoding: S, version: S) =>
      self.raw(
        `<?xml version="${version ?? '1.0'}"${encoding === null || encoding === '' ? '' : ` encoding="${encoding}"`}?>`
      ),
    'void writeStartElement(String prefix, String localName, String namespaceUri)': (
      _tx,
      self: Self,
      prefix: S,
      name: S
    ) => self.start(prefix, name, false)
  }
});
