import type { PlatformClassSource } from '../define.js';
import { htmlEntities } from './html-entities.js';

const hex4 = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');

const controls: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
const uncontrols: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

/** StringEscapeUtils of commons-lang: Java and EcmaScript escapes differ in the single quote and the slash. */
function escapeCode(text: string, alsoEscaped: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const code = text.charCodeAt(i);
    if (c === '"' || c === '\\' || alsoEscaped.includes(c)) out += `\\${c}`;
    else if (c in controls) out += controls[c];
    else if (code < 32 || code > 126) out += `\\u${hex4(code)}`;
    else out += c;
  }
  return out;
}

function unescapeCode(text: string): string {
  return text.replaceAll(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))/gs,
    (_whole, hex?: string, octal?: string, char = '') => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return uncontrols[char] ?? char;
    }
  );
}

const escapeCsv = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function unescapeCsv(text: string): string {
  const inner = /^"([\s\S]*)"$/.exec(text)?.[1];
  return inner !== undefined && /[",\n\r]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

const entityOf = new Map([...htmlEntities].map(([name, code]) => [code, name]));

const html3Entities = new Map([...htmlEntities].filter(([, code]) => code <= 255));

/** HTML 3 knows Latin-1 only, HTML 4 also Greek letters, mathematics and the like. */
function escapeHtml(text: string, highest: number): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    const name = code <= highest ? entityOf.get(code) : undefined;
    out += name ? `&${name};` : char;
  }
  return out;
}

function unescapeEntities(text: string, extra: ReadonlyMap<string, number>): string {
  return text.replaceAll(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? parseInt(decimal, 10) : hex ? parseInt(hex, 16) : extra.get(name ?? '');
      return code === undefined || code > 0x10ffff ? whole : String.fromCodePoint(code);
    }
  );
}

const xmlEntities = new Map([
  ...['amp', 'lt', 'gt', 'quot'].map((n) => [n, htmlEntities.get(n) ?? 0] as const),
  ['apos', 39] as const
]);

/** Escaping for other languages and formats, and back. */
export const stringEscapes: PlatformClassSource['members'] = {
  'String escapeCsv()': (_tx, self: string) => escapeCsv(self),
  'String escapeEcmaScript()': (_tx, self: string) => escapeCode(self, "'/"),
  'String escapeHtml3()': (_tx, self: string) => escapeHtml(self, 255),
  'String escapeHtml4()': (_tx, self: string) => escapeHtml(self, 0x10ffff),
  'String escapeJava()': (_tx, self: string) => escapeCode(self, ''),
  'String escapeUnicode()': (_tx, self: string) =>
    self.replaceAll(/[^\x20-\x7e]/g, (char) => `\\u${hex4(char.charCodeAt(0))}`),
  'String escapeXml()': (_tx, self: string) => escapeXml(self),
  'String unescapeCsv()': (_tx, self: string) => unescapeCsv(self),
  'String unescapeEcmaScript()': (_tx, self: string) => unescapeCode(self),
  'String unescapeHtml3()': (_tx, self: string) => unescapeEntities(self, html3Entities),
  'String unescapeHtml4()': (_tx, self: string) => unescapeEntities(self, htmlEntities),
  'String unescapeJava()': (_tx, self: string) => unescapeCode(self),
  'String unescapeUnicode()': (_tx, self: string) =>
    self.replaceAll(/\\u+([0-9a-fA-F]{4})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  'String unescapeXml()': (_tx, self: string) => unescapeEntities(self, xmlEntities)
};
