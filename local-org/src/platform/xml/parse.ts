import { declarations, plainAttributes, splitName } from './names.js';
import { XmlNodeObject } from './node.js';
import { XmlFault, XmlScanner, type XmlToken, XmlTruncated } from './scanner.js';

type StartTag = Extract<XmlToken, { kind: 'start' }>;
type Event = 'START_DOCUMENT' | 'START_TAG' | 'END_TAG' | 'TEXT' | 'COMMENT';

/** Nesting that the platform reads (Apex Developer Guide, "Reading and Writing XML Using the DOM"). */
const deepest = 50;

/**
 * Reads a document into nodes. White space between elements stays as text; CDATA sections become text; processing instructions and
 * the document type are dropped. Throws an Error whose text is that of the pull parser which the platform uses (XPP3).
 */
export function parseDocument(text: string): XmlNodeObject {
  return new TreeReader(text).read();
}

class TreeReader {
  readonly #scanner: XmlScanner;
  #event: Event = 'START_DOCUMENT';
  #open: { readonly node: XmlNodeObject; readonly name: string; readonly line: number }[] = [];
  #root: XmlNodeObject | null = null;

  constructor(text: string) {
    this.#scanner = new XmlScanner(text);
  }

  read(): XmlNodeObject {
    try {
      return this.#read();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      const place = this.#place(error);
      throw error instanceof XmlTruncated
        ? new Error(`${error.message}${this.#unclosed()} ${place}`)
        : new Error(`${error.message} (position: ${place})`);
    }
  }

  #read(): XmlNodeObject {
    for (let token = this.#scanner.next(); token; token = this.#scanner.next()) this.#take(token);
    const end = this.#scanner.text.length;
    if (end === 0) throw new XmlFault('input contained no data', 0, 0);
    if (this.#open.length > 0 || !this.#root) throw new XmlTruncated('no more data available', end, end);
    return this.#root;
  }

  #take(token: XmlToken): void {
    const top = this.#open.at(-1);
    switch (token.kind) {
      case 'start':
        return this.#start(token);
      case 'end':
        if (top?.name !== token.name) throw this.#wrongEnd(token);
        this.#open.pop();
        this.#event = 'END_TAG';
        return;
      case 'text':
      case 'cdata':
        if (top) this.#text(top.node, token.text);
        else this.#outside(token);
        return;
      case 'comment':
        top?.node.append(new XmlNodeObject('COMMENT', null, null, token.text));
        if (top) this.#event = 'COMMENT';
    }
  }

  #start(token: StartTag): void {
    const parent = this.#open.at(-1)?.node;
    if (!parent && this.#root) {
      throw new XmlFault(`start tag is not allowed in epilog but got ${token.name}`, token.start, token.end);
    }
    const node = this.#element(token, parent ?? null);
    if (parent) parent.append(node);
    else this.#root = node;
    this.#event = token.empty ? 'END_TAG' : 'START_TAG';
    if (token.empty) return;
    this.#open.push({ node, name: token.name, line: this.#lineOf(token.start) });
    if (this.#open.length > deepest) {
      throw new XmlFault(`nested too deeply: more than ${deepest} levels`, token.start, token.end);
    }
  }

  #element(token: StartTag, parent: XmlNodeObject | null): XmlNodeObject {
    const { prefix, local } = splitName(token.name);
    const declared = declarations(token.attributes);
    const lookUp = (of: string): string | null => declared.get(of) ?? parent?.namespaceFor(of) ?? null;
    const known = (of: string, what: string): string | null => {
      const uri = of === 'xml' ? new XmlNodeObject('ELEMENT', '', null, null).namespaceFor('xml') : lookUp(of);
      if (uri !== null || of === '') return uri;
      throw new XmlFault(`could not determine namespace bound to ${what} prefix ${of}`, token.start, token.end);
    };
    const node = new XmlNodeObject('ELEMENT', local, known(prefix, 'element') || null, null);
    for (const [name, uri] of declared) node.namespaces.set(name, uri);
    for (const attribute of plainAttributes(token.attributes)) {
      const key = splitName(attribute.name);
      const value = splitName(attribute.value);
      const valueNamespace = value.prefix === '' ? null : lookUp(value.prefix);
      node.setAttribute({
        key: key.local,
        keyNamespace: key.prefix === '' ? null : known(key.prefix, 'attribute'),
        value: valueNamespace === null ? attribute.value : value.local,
        valueNamespace
      });
    }
    return node;
  }

  /** Neighbouring texts and CDATA sections are one node. */
  #text(parent: XmlNodeObject, text: string): void {
    const last = parent.children.at(-1);
    const before = last?.kind === 'TEXT' ? last : undefined;
    before?.detach();
    const whole = (before?.content ?? '') + text;
    if (whole !== '') parent.append(new XmlNodeObject('TEXT', null, null, whole));
    this.#event = 'TEXT';
  }

  #outside(token: Extract<XmlToken, { kind: 'text' | 'cdata' | 'comment' | 'doctype' }>): void {
    const at = token.text.search(/\S/);
    if (at < 0) return;
    const char = token.text[at] ?? '';
    const complaint = this.#root
      ? `in epilog non whitespace content is not allowed but got ${char}`
      : `only whitespace content allowed before start tag and not ${char}`;
    throw new XmlFault(complaint, token.start, token.start + at + 1);
  }

  #wrongEnd(token: Extract<XmlToken, { kind: 'end' }>): XmlFault {
    const top = this.#open.at(-1);
    const complaint = top
      ? `end tag name </${token.name}> must match start tag name <${top.name}> from line ${top.line}`
      : 'expected start tag name and not /';
    return new XmlFault(complaint, token.start, token.end);
  }

  #unclosed(): string {
    if (this.#open.length === 0) return '';
    const open = [...this.#open].reverse();
    const tags = open.map(({ name }) => `</${name}>`).join('');
    const starts = open.map(({ name, line }) => `start tag <${name}> from line ${line}`).join(' and ');
    return ` - expected end tag${open.length > 1 ? 's' : ''} ${tags} to close ${starts}, parser stopped on`;
  }

  #lineOf(offset: number): number {
    return this.#scanner.text.slice(0, offset).split('\n').length;
  }

  /** `START_TAG seen <a><b>... @1:6`: the last event, what was read before the fault, line and column. */
  #place(fault: XmlFault): string {
    const { text } = this.#scanner;
    const end = fault.offset;
    let from = Math.min(fault.start, end);
    if (end - from > 65) from = end - 10;
    let at = from;
    while (at > 0 && end - at <= 65 && !(text[at] === '<' && from - at > 10)) at--;
    const fragment = text.slice(at, end).replace(/\r/g, '\\r').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
    const line = this.#lineOf(end);
    const column = line === 1 ? end : end - text.lastIndexOf('\n', end - 1);
    const seen = fragment === '' ? '' : ` seen ${at > 0 ? '...' : ''}${fragment}...`;
    return `${this.#event}${seen} @${line}:${column}`;
  }
}
