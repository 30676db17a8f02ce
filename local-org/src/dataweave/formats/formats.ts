import { WeaveError } from '../errors.js';
import { toText } from '../evaluate/text.js';
import type { Properties } from '../library/define.js';
import { pair, WeaveObject, type WeaveValue } from '../values.js';
import { readCsv, writeCsv } from './csv.js';
import { writeDw } from './dw-writer.js';
import { readJson } from './json-reader.js';
import { writeJson } from './json-writer.js';
import { readXml } from './xml-reader.js';
import { writeXml } from './xml-writer.js';

/** A format that is text. */
interface TextFormat {
  readonly read?: (text: string, properties: Properties) => WeaveValue;
  readonly write: (value: WeaveValue, properties: Properties) => string;
}

const readForm = (text: string): WeaveValue =>
  new WeaveObject([...new URLSearchParams(text)].map(([name, value]) => pair(name, value)));

function writeForm(value: WeaveValue): string {
  if (!(value instanceof WeaveObject)) throw new WeaveError('application/x-www-form-urlencoded needs an Object');
  const parameters = new URLSearchParams();
  for (const { key, value: of } of value.pairs) if (of !== null) parameters.append(key.name, toText(of));
  return parameters.toString();
}

const formats: Readonly<Record<string, TextFormat>> = {
  json: { read: readJson, write: writeJson },
  csv: { read: readCsv, write: writeCsv },
  xml: { read: readXml, write: writeXml },
  text: { read: (text) => text, write: (value) => (value === null ? '' : toText(value)) },
  form: { read: readForm, write: writeForm },
  dw: { write: (value) => writeDw(value) }
};

/** The name of a format by its MIME type or short name; undefined for one that DataWeave in Apex has not. */
export function formatOf(mimeType: string): string | undefined {
  const plain = mimeType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (/^(json|application\/(.*\+)?json|text\/json)$/.test(plain)) return 'json';
  if (/^(csv|.*\/csv)$/.test(plain)) return 'csv';
  if (/^(xml|.*\/(.*\+)?xml)$/.test(plain)) return 'xml';
  if (/^(text|text\/plain)$/.test(plain)) return 'text';
  if (plain === 'application/x-www-form-urlencoded') return 'form';
  if (/^(dw|application\/dw)$/.test(plain)) return 'dw';
  return /^(apex|java|application\/(apex|java))$/.test(plain) ? 'apex' : undefined;
}

export const unknownFormat = (mimeType: string): WeaveError => new WeaveError(`Unknown content type \`${mimeType}\`.`);

export function readFormat(text: string, mimeType: string, properties: Properties): WeaveValue {
  const read = formats[formatOf(mimeType) ?? '']?.read;
  if (!read) throw unknownFormat(mimeType);
  return read(text, properties);
}

export function writeFormat(value: WeaveValue, mimeType: string, properties: Properties): string {
  const format = formats[formatOf(mimeType) ?? ''];
  if (!format) throw unknownFormat(mimeType);
  return format.write(value, properties);
}
