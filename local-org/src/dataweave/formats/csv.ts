import { WeaveError } from '../errors.js';
import { textOf } from '../evaluate/text.js';
import { typeName } from '../evaluate/type-of.js';
import type { Properties } from '../library/define.js';
import { isArray, pair, WeaveObject, type WeaveValue } from '../values.js';

const textProperty = (properties: Properties, name: string, fallback: string): string => {
  const value = properties.get(name);
  return value === undefined ? fallback : String(value);
};

/** Reads CSV (RFC 4180). Properties: header, separator, quote, escape, ignoreEmptyLine, headerLineNumber, bodyStartLineNumber. */
export function readCsv(text: string, properties: Properties): WeaveValue {
  const all = rowsOf(text, properties);
  const skipsEmpty = properties.get('ignoreEmptyLine') !== false;
  const headerAt = Number(properties.get('headerLineNumber') ?? 0);
  const hasHeader = properties.get('header') !== false;
  const bodyAt = Number(properties.get('bodyStartLineNumber') ?? (hasHeader ? headerAt + 1 : 0));
  const rows = all
    .slice(Math.max(bodyAt, hasHeader ? headerAt + 1 : 0))
    .filter((row) => !skipsEmpty || row.length > 1 || row[0] !== '');
  const header = hasHeader ? (all[headerAt] ?? []) : undefined;
  return rows.map((row) => new WeaveObject(names(header, row).map((name, i) => pair(name, row[i] ?? ''))));
}

const names = (header: readonly string[] | undefined, row: readonly string[]): readonly string[] =>
  header
    ? [...header, ...row.slice(header.length).map((_, i) => `column_${header.length + i}`)].slice(
        0,
        Math.max(row.length, header.length)
      )
    : row.map((_, i) => `column_${i}`);

function rowsOf(source: string, properties: Properties): string[][] {
  const text = source.replace(/^\uFEFF/, '');
  const separator = textProperty(properties, 'separator', ',');
  const quote = textProperty(properties, 'quote', '"');
  const escape = textProperty(properties, 'escape', '\\');
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let i = 0;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  while (i < text.length) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char === quote && text[i + 1] === quote) field += text[++i];
      else if (char === escape && escape !== quote && [quote, escape].includes(text[i + 1] ?? '')) field += text[++i];
      else if (char === quote) quoted = false;
      else field += char;
    } else if (char === quote && field === '') quoted = true;
    else if (text.startsWith(separator, i)) {
      endField();
      i += separator.length - 1;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      endField();
      rows.push(row);
      row = [];
    } else if (char === escape && [separator, quote].includes(text[i + 1] ?? '')) field += text[++i];
    else field += char;
    i++;
  }
  if (field !== '' || row.length > 0) {
    endField();
    rows.push(row);
  }
  return rows;
}

/** Writes CSV from an object or an array of them. Properties: header, separator, quote, escape, lineSeparator, quoteValues, quoteHeader. */
export function writeCsv(value: WeaveValue, properties: Properties): string {
  const rows = isArray(value) ? value : [value];
  const line = textProperty(properties, 'lineSeparator', '\n').replaceAll('\\r', '\r').replaceAll('\\n', '\n');
  const separator = textProperty(properties, 'separator', ',');
  const lines: string[] = [];
  const first = rows.find((row) => row instanceof WeaveObject);
  if (properties.get('header') !== false && first instanceof WeaveObject) {
    const always = properties.get('quoteHeader') === true;
    lines.push(first.pairs.map(({ key }) => cell(key.name, properties, always)).join(separator));
  }
  for (const row of rows) {
    lines.push(
      cellsOf(row)
        .map((item) => cell(textOf(item) ?? '', properties, properties.get('quoteValues') === true))
        .join(separator)
    );
  }
  return lines.map((each) => each + line).join('');
}

function cellsOf(row: WeaveValue): readonly WeaveValue[] {
  const cells = row instanceof WeaveObject ? row.pairs.map(({ value }) => value) : isArray(row) ? row : undefined;
  if (!cells) throw new WeaveError(`CSV Structure should be an Array<Object> or Object but got ${typeName(row)}`);
  for (const item of cells) {
    if (item !== null && textOf(item) === undefined) throw new WeaveError(`Cannot coerce ${typeName(item)} to String`);
  }
  return cells;
}

function cell(text: string, properties: Properties, always: boolean): string {
  const separator = textProperty(properties, 'separator', ',');
  const quote = textProperty(properties, 'quote', '"');
  if (!always && !text.includes(separator) && !text.includes(quote) && !/[\r\n]/.test(text)) return text;
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
