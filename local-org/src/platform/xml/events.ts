import { declarations, plainAttributes, splitName, xmlNamespace } from './names.js';
import { XmlFault, XmlScanner, type XmlToken, XmlTruncated } from './scanner.js';

export type XmlEventName =
  | 'START_DOCUMENT'
  | 'END_DOCUMENT'
  | 'START_ELEMENT'
  | 'END_ELEMENT'
  | 'CHARACTERS'
  | 'CDATA'
  | 'COMMENT'
  | 'PROCESSING_INSTRUCTION'
  | 'DTD';

export interface StreamAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string | null;
  readonly value: string;
}

/** What a stream reader stands on. */
export interface XmlEvent {
  readonly name: XmlEventName;
  readonly end: number;
  readonly prefix?: string;
  readonly local?: string;
  readonly namespace?: string | null;
  readonly attributes?: readonly StreamAttribute[];
  /** Namespaces declared on the element, by prefix. */
  readonly declared?: ReadonlyMap<string, string>;
  readonly text?: string;
  readonly target?: string;
  readonly version?: string | null;
}

interface OpenElement {
  readonly event: XmlEvent;
  readonly raw: string;
  readonly scope: ReadonlyMap<string, string>;
}

export interface EventOptions {
  coalescing: boolean;
  namespaceAware: boolean;
}

/** Turns text into events. Faults carry the texts of the stream parser that comes with Java, which the platform uses here. */
export class XmlEvents {
  readonly options: EventOptions = { coalescing: false, namespaceAware: true };
  readonly #scanner: XmlScanner;
  readonly #open: OpenElement[] = [];
  #pending: XmlEvent[] = [];
  #seenRoot = false;
  #done = false;

  constructor(text: string) {
    this.#scanner = new XmlScanner(text);
  }

  get done(): boolean {
    return this.#done;
  }

  /** The namespace behind a prefix at the current place. */
  namespaceFor(prefix: string): string | null {
    if (prefix === 'xml') return xmlNamespace;
    return this.#open.at(-1)?.scope.get(prefix) ?? null;
  }

  /** The START_DOCUMENT event, with the version of the declaration. */
  first(): XmlEvent {
    if (!this.#scanner.text.startsWith('<?xml')) return { name: 'START_DOCUMENT', end: 0, version: null };
    const token = this.#scanner.next();
    const version = token?.kind === 'declaration' ? token.version : null;
    return { name: 'START_DOCUMENT', end: this.#scanner.offset, version };
  }

  next(): XmlEvent {
    const event = this.#pending.shift() ?? this.#read();
    if (!this.options.coalescing || (event.name !== 'CHARACTERS' && event.name !== 'CDATA')) return event;
    let text = event.text ?? '';
    for (;;) {
      const following = this.#pending.shift() ?? this.#read();
      if (following.name !== 'CHARACTERS' && following.name !== 'CDATA') {
        this.#pending.unshift(following);
        return { name: 'CHARACTERS', end: event.end, text };
      }
      text += following.text ?? '';
    }
  }

  #read(): XmlEvent {
    for (;;) {
      const token = this.#scanner.next();
      if (!token) return this.#finish();
      const event = this.#event(token);
      if (event) return event;
    }
  }

  #finish(): XmlEvent {
    const end = this.#scanner.text.length;
    if (this.#open.length > 0) {
      throw new XmlTruncated('XML document structures must start and end within the same entity.', end, end);
    }
    if (!this.#seenRoot) throw new XmlTruncated('Premature end of file.', end, end);
    this.#done = true;
    return { name: 'END_DOCUMENT', end };
  }

  #event(token: XmlToken): XmlEvent | undefined {
    const { end } = token;
    switch (token.kind) {
      case 'start':
        return this.#start(token);
      case 'end':
        return this.#end(token);
      case 'text':
      case 'cdata': {
        if (this.#open.length > 0)
          return { name: token.kind === 'text' ? 'CHARACTERS' : 'CDATA', text: token.text, end };
        const at = token.text.search(/\S/);
        if (at < 0) return undefined;
        const where = this.#seenRoot ? 'trailing section' : 'prolog';
        throw new XmlFault(`Content is not allowed in ${where}.`, token.start, token.start + at);
      }
      case 'comment':
        return { name: 'COMMENT', text: token.text, end };
      case 'doctype':
        return { name: 'DTD', text: token.text, end };
      case 'instruction':
        return { name: 'PROCESSING_INSTRUCTION', target: token.target, text: token.data, end };
      case 'declaration':
        return undefined;
    }
  }

  #start(token: Extract<XmlToken, { kind: 'start' }>): XmlEvent {
    if (this.#seenRoot && this.#open.length === 0) {
      throw new XmlFault(
        'The markup in the document following the root element must be well-formed.',
        token.start,
        token.start + 1
      );
    }
    this.#seenRoot = true;
    const aware = this.options.namespaceAware;
    const declared = aware ? declarations(token.attributes) : new Map<string, string>();
    const scope = new Map([...(this.#open.at(-1)?.scope ?? []), ...declared]);
    const cut = (name: string) => (aware ? splitName(name) : { prefix: '', local: name });
    const name = cut(token.name);
    const resolve = (prefix: string): string | null => (prefix === 'xml' ? xmlNamespace : (scope.get(prefix) ?? null));
    if (name.prefix !== '' && resolve(name.prefix) === null) {
      throw new XmlFault(
        `http://www.w3.org/TR/1999/REC-xml-names-19990114#ElementPrefixUnbound?${name.prefix}&${token.name}`,
        token.start,
        token.end
      );
    }
    const given = aware ? plainAttributes(token.attributes) : token.attributes;
    const attributes = given.map((attribute) => {
      const key = cut(attribute.name);
      return { ...key, namespace: key.prefix === '' ? null : resolve(key.prefix), value: attribute.value };
    });
    const named = { ...name, namespace: resolve(name.prefix), declared, end: token.end };
    const event: XmlEvent = { name: 'START_ELEMENT', attributes, ...named };
    this.#open.push({ event, raw: token.name, scope });
    if (token.empty) this.#pending.push({ ...named, name: 'END_ELEMENT' });
    if (token.empty) this.#open.pop();
    return event;
  }

  #end(token: Extract<XmlToken, { kind: 'end' }>): XmlEvent {
    const top = this.#open.at(-1);
    if (top?.raw !== token.name) {
      const name = top?.raw ?? token.name;
      throw new XmlFault(
        `The element type "${name}" must be terminated by the matching end-tag "</${name}>".`,
        token.start,
        token.start + 2
      );
    }
    this.#open.pop();
    const { attributes: _, ...rest } = top.event;
    return { ...rest, name: 'END_ELEMENT', end: token.end };
  }

  /** Line and column of an offset, counted from 1. */
  place(offset: number): string {
    const before = this.#scanner.text.slice(0, offset).split('\n');
    return `[row,col]:[${before.length},${(before.at(-1) ?? '').length + 1}]`;
  }
}
