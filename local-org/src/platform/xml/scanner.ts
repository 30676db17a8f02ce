/** One piece of markup, as it stands in the text: names with their prefixes, references resolved. */
export type XmlToken = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: readonly XmlAttributeToken[];
      readonly empty: boolean;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text' | 'cdata' | 'comment' | 'doctype'; readonly text: string }
  | { readonly kind: 'instruction'; readonly target: string; readonly data: string }
  | { readonly kind: 'declaration'; readonly version: string | null; readonly encoding: string | null }
);

export interface XmlAttributeToken {
  readonly name: string;
  readonly value: string;
}

/** Text that is no XML. `offset` lies behind the last character that was read. */
export class XmlFault extends Error {
  readonly offset: number;
  /** Where the piece of markup with the fault begins. */
  readonly start: number;
  constructor(message: string, start: number, offset: number) {
    super(message);
    this.start = start;
    this.offset = offset;
  }
}

/** The input ends within a piece of markup. */
export class XmlTruncated extends XmlFault {}

const nameAt = /[:A-Za-z_\u00c0-\ufffd][-.:\w\u00b7-\ufffd]*/y;
const spaceAt = /[ \t\r\n]*/y;
const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Cuts a text into tokens one at a time. Nesting is not checked here. */
export class XmlScanner {
  readonly text: string;
  offset = 0;
  constructor(text: string) {
    // Line ends are normalised before anything else (XML 1.0, 2.11).
    this.text = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  }

  /** The next token, undefined at the end of the text. */
  next(): XmlToken | undefined {
    const { text } = this;
    const start = this.offset;
    if (start >= text.length) return undefined;
    if (text[start] !== '<') return this.#characters(start);
    if (text.startsWith('<!--', start)) return this.#comment(start);
    if (text.startsWith('<![CDATA[', start)) {
      const end = this.#find(']]>', start, start + 9);
      return { kind: 'cdata', text: text.slice(start + 9, end - 3), start, end };
    }
    if (text.startsWith('<!', start)) return this.#doctype(start);
    if (text.startsWith('<?', start)) return this.#instruction(start);
    return text[start + 1] === '/' ? this.#endTag(start) : this.#startTag(start);
  }

  #characters(start: number): XmlToken {
    const lt = this.text.indexOf('<', start);
    const end = lt < 0 ? this.text.length : lt;
    this.offset = end;
    return { kind: 'text', text: this.#resolve(this.text.slice(start, end), start), start, end };
  }

  #comment(start: number): XmlToken {
    const end = this.#find('-->', start, start + 4);
    const body = this.text.slice(start + 4, end - 3);
    if (body.includes('--'))
      throw new XmlFault('in comment after two dashes (--) next character must be > not -', start, end);
    return { kind: 'comment', text: body, start, end };
  }

  #doctype(start: number): XmlToken {
    let depth = 0;
    for (let at = start; at < this.text.length; at++) {
      const char = this.text[at];
      if (char === '[') depth++;
      else if (char === ']') depth--;
      else if (char === '>' && depth === 0) {
        this.offset = at + 1;
        return { kind: 'doctype', text: this.text.slice(start, at + 1), start, end: at + 1 };
      }
    }
    throw new XmlTruncated('no more data available', start, this.text.length);
  }

  #instruction(start: number): XmlToken {
    const end = this.#find('?>', start, start + 2);
    const [, target = '', data = ''] = /^(\S*)\s*([\s\S]*)$/.exec(this.text.slice(start + 2, end - 2)) ?? [];
    if (target.toLowerCase() !== 'xml') return { kind: 'instruction', target, data, start, end };
    if (start > 0)
      throw new XmlFault('processing instruction can not have PITarget with reserveld xml name', start, start + 5);
    const attribute = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(data)?.[1] ?? null;
    return { kind: 'declaration', version: attribute('version'), encoding: attribute('encoding'), start, end };
  }

  #endTag(start: number): XmlToken {
    this.offset = start + 2;
    const name = this.#name(start, 'expected name start and not');
    this.#space();
    if (this.text[this.offset] !== '>') throw this.#unexpected(start, `expected > to finish end tag not`);
    this.offset++;
    return { kind: 'end', name, start, end: this.offset };
  }

  #startTag(start: number): XmlToken {
    this.offset = start + 1;
    const name = this.#name(start, 'expected name start and not');
    const attributes: XmlAttributeToken[] = [];
    for (;;) {
      this.#space();
      const char = this.text[this.offset];
      if (char === '>' || (char === '/' && this.text[this.offset + 1] === '>')) {
        this.offset += char === '>' ? 1 : 2;
        return { kind: 'start', name, attributes, empty: char === '/', start, end: this.offset };
      }
      attributes.push(this.#attribute(start, attributes));
    }
  }

  #attribute(start: number, before: readonly XmlAttributeToken[]): XmlAttributeToken {
    const name = this.#name(start, 'start tag unexpected character');
    if (before.some((attribute) => attribute.name === name)) {
      throw new XmlFault(`duplicated attributes ${name}`, start, this.offset);
    }
    this.#space();
    if (this.text[this.offset] !== '=') throw this.#unexpected(start, 'expected = after attribute name not');
    this.offset++;
    this.#space();
    const quote = this.text[this.offset];
    if (quote !== '"' && quote !== "'") {
      throw this.#unexpected(start, 'attribute value must start with quotation or apostrophe not');
    }
    const from = this.offset + 1;
    const to = this.text.indexOf(quote, from);
    if (to < 0) throw new XmlTruncated('no more data available', start, this.text.length);
    const raw = this.text.slice(from, to);
    const lt = raw.indexOf('<');
    if (lt >= 0) {
      throw new XmlFault('markup not allowed inside attribute - illegal < ', start, from + lt + 1);
    }
    this.offset = to + 1;
    // White space in attributes becomes blanks (XML 1.0, 3.3.3).
    return { name, value: this.#resolve(raw.replace(/[\t\n]/g, ' '), from) };
  }

  /** Replaces character references and the five predefined entities. */
  #resolve(raw: string, start: number): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string, at: number) => {
      const found = end === '' ? undefined : reference(name);
      if (found !== undefined) return found;
      throw new XmlFault(`could not resolve entity named '${name}'`, start, start + at + name.length + 2);
    });
  }

  #find(mark: string, start: number, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw new XmlTruncated('no more data available', start, this.text.length);
    this.offset = at + mark.length;
    return this.offset;
  }

  #name(start: number, complaint: string): string {
    nameAt.lastIndex = this.offset;
    const found = nameAt.exec(this.text);
    if (!found) throw this.#unexpected(start, complaint);
    this.offset = nameAt.lastIndex;
    return found[0];
  }

  #space(): void {
    spaceAt.lastIndex = this.offset;
    spaceAt.exec(this.text);
    this.offset = spaceAt.lastIndex;
  }

  #unexpected(start: number, complaint: string): XmlFault {
    const char = this.text[this.offset];
    if (char === undefined) return new XmlTruncated('no more data available', start, this.text.length);
    return new XmlFault(`${complaint} ${char}`, start, this.offset + 1);
  }
}

function reference(name: string): string | undefined {
  if (!name.startsWith('#')) return predefined[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
