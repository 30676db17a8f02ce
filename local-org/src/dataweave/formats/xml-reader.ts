import { WeaveError } from '../errors.js';
import type { Properties } from '../library/define.js';
import { pair, WeaveKey, WeaveNamespace, WeaveObject, type Pair, type WeaveValue } from '../values.js';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads XML: an element becomes a pair, its attributes those of the pair's key. Text between elements becomes `__text`. */
export function readXml(text: string, properties: Properties): WeaveValue {
  return new XmlReader(text.replace(/^\uFEFF/, ''), properties).document();
}

type Prefixes = ReadonlyMap<string, string>;

class XmlReader {
  private readonly text: string;
  private readonly properties: Properties;
  private position = 0;

  constructor(text: string, properties: Properties) {
    this.text = text;
    this.properties = properties;
  }

  document(): WeaveValue {
    this.skipProlog();
    if (!this.text.startsWith('<', this.position)) throw this.fail('Unexpected character in prolog');
    const root = this.element(new Map());
    this.skipProlog();
    if (this.position < this.text.length) throw this.fail('Content is not allowed after the root element');
    return new WeaveObject([root]);
  }

  private skipProlog(): void {
    while (this.take(/\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/y)) continue;
  }

  private element(outer: Prefixes): Pair {
    const name = this.take(/<([^\s/>]+)/y)?.[1];
    if (name === undefined) throw this.fail('Expected an element');
    const written: [string, string][] = [];
    for (;;) {
      const attribute = this.take(/\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y);
      if (!attribute) break;
      written.push([attribute[1] ?? '', decode((attribute[2] ?? '').slice(1, -1))]);
    }
    const prefixes = new Map(outer);
    for (const [key, value] of written) {
      if (key === 'xmlns') prefixes.set('', value);
      else if (key.startsWith('xmlns:')) prefixes.set(key.slice(6), value);
    }
    const attributes = written
      .filter(([key]) => !/^xmlns(:|$)/.test(key))
      .map(([key, value]) => ({ key: keyOf(key, prefixes, [], false), value }));
    const key = keyOf(name, prefixes, attributes, true);
    if (this.take(/\s*\/>/y)) return { key, value: this.empty(attributes) };
    if (!this.take(/\s*>/y)) throw this.fail(`Element ${name} is not closed`);
    return { key, value: this.content(name, prefixes, attributes) };
  }

  private content(name: string, prefixes: Prefixes, attributes: readonly Pair[]): WeaveValue {
    const parts: (Pair | string)[] = [];
    for (;;) {
      const end = this.take(/<\/([^\s>]+)\s*>/y);
      if (end) {
        if (end[1] !== name) throw this.fail(`Element ${name} is closed by ${end[1]}`);
        break;
      }
      if (this.take(/<!--[^]*?-->|<\?[^]*?\?>/y)) continue;
      const data = this.take(/<!\[CDATA\[([^]*?)\]\]>/y);
      if (data) parts.push(data[1] ?? '');
      else if (this.text[this.position] === '<') parts.push(this.element(prefixes));
      else {
        const text = this.take(/[^<]+/y);
        if (!text) throw this.fail(`Element ${name} is not closed`);
        parts.push(decode(text[0]));
      }
    }
    const elements = parts.filter((part) => typeof part !== 'string');
    if (elements.length === 0) {
      const text = parts.join('');
      return text.trim() === '' ? this.empty(attributes, text) : text;
    }
    return new WeaveObject(
      parts.flatMap((part) => (typeof part !== 'string' ? [part] : part.trim() === '' ? [] : [pair('__text', part)]))
    );
  }

  /** An element without content is null: nullValueOn is `blank` unless the reader says `none` or `empty`. */
  private empty(attributes: readonly Pair[], text = ''): WeaveValue {
    const on = this.properties.get('nullValueOn') ?? 'blank';
    if (attributes.some(({ key, value }) => key.name === 'nil' && value === 'true')) return null;
    return on === 'none' || (on === 'empty' && text !== '') ? text : null;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    this.position += match?.[0].length ?? 0;
    return match ?? undefined;
  }

  private fail(message: string): WeaveError {
    const before = this.text.slice(0, this.position);
    return new WeaveError(
      `${message} at line ${before.split('\n').length}, column ${this.position - before.lastIndexOf('\n')}`
    );
  }
}

function keyOf(name: string, prefixes: Prefixes, attributes: readonly Pair[], takesDefault: boolean): WeaveKey {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const uri = colon < 0 && !takesDefault ? undefined : prefixes.get(prefix);
  return new WeaveKey(
    name.slice(colon + 1),
    attributes,
    uri === undefined ? undefined : new WeaveNamespace(prefix === '' ? 'ns0' : prefix, uri)
  );
}

/** Only the five entities of XML itself and characters by number: others are not expanded. */
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (entities[name ?? ''] ?? whole)
  );
