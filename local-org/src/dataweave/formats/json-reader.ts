import { WeaveError } from '../errors.js';
import { number, WeaveKey, WeaveObject, type Pair, type WeaveValue } from '../values.js';

/** Reads JSON. Keys that stand twice stay twice, numbers keep all their digits. */
export function readJson(text: string): WeaveValue {
  const reader = new JsonReader(text);
  if (text.trim() === '') return '';
  const value = reader.value();
  reader.end();
  return value;
}

class JsonReader {
  private readonly text: string;
  private position = 0;
  constructor(text: string) {
    this.text = text.replace(/^\uFEFF/, '');
  }

  value(): WeaveValue {
    const char = this.next();
    if (char === '{') return this.object();
    if (char === '[') return this.array();
    if (char === '"') return this.string();
    const word = this.take(/[^\s,\]}:]+/y);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (word !== undefined && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return number(word);
    throw this.unexpected();
  }

  end(): void {
    if (this.next() !== undefined) throw this.unexpected();
  }

  private object(): WeaveValue {
    const pairs: Pair[] = [];
    this.position++;
    while (this.next() !== '}') {
      if (pairs.length > 0) this.expect(',');
      if (this.next() !== '"') throw this.unexpected();
      const key = new WeaveKey(this.string());
      this.expect(':');
      pairs.push({ key, value: this.value() });
    }
    this.position++;
    return new WeaveObject(pairs);
  }

  private array(): WeaveValue {
    const items: WeaveValue[] = [];
    this.position++;
    while (this.next() !== ']') {
      if (items.length > 0) this.expect(',');
      items.push(this.value());
    }
    this.position++;
    return items;
  }

  private string(): string {
    const raw = this.take(/"(?:[^"\\]|\\.)*"/sy);
    if (raw === undefined) throw this.unexpected();
    try {
      return JSON.parse(
        raw.replace(/[\u0000-\u001f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      ) as string;
    } catch {
      throw this.unexpected();
    }
  }

  private next(): string | undefined {
    this.take(/\s+/y);
    return this.text[this.position];
  }

  private expect(char: string): void {
    if (this.next() !== char) throw this.unexpected();
    this.position++;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text)?.[0];
    this.position += match?.length ?? 0;
    return match;
  }

  private unexpected(): WeaveError {
    const before = this.text.slice(0, this.position);
    const shown = this.text[this.position] ?? 'end-of-input';
    return new WeaveError(
      `Unexpected character '${shown}' at payload@[${before.split('\n').length}:${this.position - before.lastIndexOf('\n')}] (line:column)`
    );
  }
}
