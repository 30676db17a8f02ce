import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { enumConstant } from '../enums.js';
import { type StreamAttribute, type XmlEvent, type XmlEventName, XmlEvents } from './events.js';
import { XmlFault } from './scanner.js';

type S = string | null;
type I = number | null;

const xmlException = (message: string) => apexException('XmlException', message);

/** The numbers that `next()` answers: those of javax.xml.stream.XMLStreamConstants. */
const numbers: Readonly<Record<XmlEventName, number>> = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  PROCESSING_INSTRUCTION: 3,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8,
  DTD: 11,
  CDATA: 12
};

/** System.XmlStreamReader. */
export class StreamReaderObject extends ApexObject {
  readonly events: XmlEvents;
  current: XmlEvent;
  constructor(text: string) {
    super();
    this.events = new XmlEvents(text);
    this.current = this.events.first();
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'XmlStreamReader', args: [] };
  }

  next(): number {
    if (this.events.done) throw xmlException('END_DOCUMENT reached: no more elements on the stream.');
    try {
      this.current = this.events.next();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      throw xmlException(`ParseError at ${this.events.place(error.offset)}\nMessage: ${error.message}`);
    }
    return numbers[this.current.name];
  }

  /** Skips to the next tag; text on the way is refused. */
  nextTag(): number {
    let event = this.next();
    while (this.isSkippable()) event = this.next();
    if (!this.is('START_ELEMENT', 'END_ELEMENT')) {
      throw xmlException(`found: ${this.current.name}, expected START_ELEMENT or END_ELEMENT`);
    }
    return event;
  }

  is(...names: XmlEventName[]): boolean {
    return names.includes(this.current.name);
  }

  isBlank(): boolean {
    return this.is('CHARACTERS', 'CDATA') && /^\s*$/.test(this.current.text ?? '');
  }

  attributes(method: string): readonly StreamAttribute[] {
    if (this.current.attributes) return this.current.attributes;
    throw xmlException(`Current state is not among the states START_ELEMENT , ATTRIBUTEvalid for ${method}()`);
  }

  attribute(method: string, index: I): StreamAttribute | undefined {
    return this.attributes(method)[required(index, 1)];
  }

  /** Null for events without a name, where java.xml throws: a public suite asks at every event. */
  localName(): S {
    return this.current.local ?? null;
  }

  text(): string {
    if (this.is('CHARACTERS', 'CDATA', 'COMMENT', 'DTD')) return this.current.text ?? '';
    throw xmlException(
      `Current state ${this.current.name} is not among the states CHARACTERS, COMMENT, CDATA, SPACE, ENTITY_REFERENCE, DTD valid for getText()`
    );
  }

  private isSkippable(): boolean {
    return this.isBlank() || this.is('COMMENT', 'PROCESSING_INSTRUCTION', 'DTD');
  }
}

type Self = StreamReaderObject;
const declared = (self: Self, index: I): readonly [string, string] | undefined =>
  [...(self.current.declared ?? [])][required(index, 1)];
const orNull = (text: string | undefined): S => (text === undefined || text === '' ? null : text);

export const streamReaderClass = platformClass({
  name: 'System.XmlStreamReader',
  members: {
    'XmlStreamReader(String xmlInput)': (_tx, xml: S) => new StreamReaderObject(required(xml, 1)),
    'Integer getAttributeCount()': (_tx, self: Self) => self.attributes('getAttributeCount').length,
    'String getAttributeLocalName(Integer index)': (_tx, self: Self, index: I) =>
      self.attribute('getAttributeLocalName', index)?.local ?? null,
    'String getAttributeNamespace(Integer index)': (_tx, self: Self, index: I) =>
      self.attribute('getAttributeNamespace', index)?.namespace ?? null,
    'String getAttributePrefix(Integer index)': (_tx, self: Self, index: I) =>
      orNull(self.attribute('getAttributePrefix', index)?.prefix),
    // Without a document type every attribute is character data (XML 1.0, 3.3.3).
    'String getAttributeType(Integer index)': (_tx, self: Self, index: I) =>
      self.attribute('getAttributeType', index) ? 'CDATA' : null,
    'String getAttributeValue(String namespaceUri, String localName)': (_tx, self: Self, namespace: S, name: S) =>
      self
        .attributes('getAttributeValue')
        .find(({ local, namespace: own }) => local === name && (namespace === null || own === namespace))?.value ??
      null,
    'String getAttributeValueAt(Integer index)': (_tx, self: Self, index: I) =>
      self.attribute('getAttributeValueAt', index)?.value ?? null,
    'XmlTag getEventType()': (_tx, self: Self) => enumConstant('XmlTag', self.current.name),
    'String getLocalName()': (_tx, self: Self) => self.localName(),
    'String getLocation()': (_tx, self: Self) => self.events.place(self.current.end),
    'String getNamespace()': (_tx, self: Self) => self.current.namespace ?? null,
    'Integer getNamespaceCount()': (_tx, self: Self) => self.current.declared?.size ?? 0,
    'String getNamespacePrefix(Integer index)': (_tx, self: Self, index: I) => orNull(declared(self, index)?.[0]),
    'String getNamespaceURI(String prefix)': (_tx, self: Self, prefix: S) =>
      self.events.namespaceFor(required(prefix, 1)),
    'String getNamespaceURIAt(Integer index)': (_tx, self: Self, index: I) => declared(self, index)?.[1] ?? null,
    'String getPIData()': (_tx, self: Self) => (self.is('PROCESSING_INSTRUCTION') ? (self.current.text ?? null) : null),
    'String getPITarget()': (_tx, self: Self) => self.current.target ?? null,
    'String getPrefix()': (_tx, self: Self) => orNull(self.current.prefix),
    'String getText()': (_tx, self: Self) => self.text(),
    'String getVersion()': (_tx, self: Self) => self.current.version ?? null,
    'Boolean hasName()': (_tx, self: Self) => self.is('START_ELEMENT', 'END_ELEMENT'),
    'Boolean hasNext()': (_tx, self: Self) => !self.events.done,
    'Boolean hasText()': (_tx, self: Self) => self.is('CHARACTERS', 'CDATA', 'COMMENT', 'DTD'),
    'Boolean isCharacters()': (_tx, self: Self) => self.is('CHARACTERS'),
    'Boolean isEndElement()': (_tx, self: Self) => self.is('END_ELEMENT'),
    'Boolean isStartElement()': (_tx, self: Self) => self.is('START_ELEMENT'),
    'Boolean isWhiteSpace()': (_tx, self: Self) => self.isBlank(),
    'Integer next()': (_tx, self: Self) => self.next(),
    'Integer nextTag()': (_tx, self: Self) => self.nextTag(),
    'void setCoalescing(Boolean returnAsSingleBlock)': (_tx, self: Self, single: boolean | null) => {
      self.events.options.coalescing = required(single, 1);
    },
    'void setNamespaceAware(Boolean isNamespaceAware)': (_tx, self: Self, aware: boolean | null) => {
      self.events.options.namespaceAware = required(aware, 1);
    },
    'String toString()': { unsupported: 'the text form of an XmlStreamReader' }
  }
});
