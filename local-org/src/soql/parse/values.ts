import type { SoqlOperand, SoqlValue } from '../ast.js';
import type { Cursor } from './cursor.js';

const plainDateLiterals = new Set(
  (
    'yesterday today tomorrow last_week this_week next_week last_month this_month next_month last_90_days next_90_days ' +
    'this_quarter last_quarter next_quarter this_year last_year next_year this_fiscal_quarter last_fiscal_quarter ' +
    'next_fiscal_quarter this_fiscal_year last_fiscal_year next_fiscal_year'
  ).split(' ')
);
const countedDateLiteral =
  /^(?:(?:last|next)_n_(?:days|weeks|months|quarters|years|fiscal_quarters|fiscal_years)|n_(?:days|weeks|months|quarters|years|fiscal_quarters|fiscal_years)_ago)$/;
const currencyLiteral = /^([a-z]{3})(\d+)$/i;

/** A literal, a date literal or a bind variable. In a LIKE pattern the escapes `\\`, `\%` and `\_` are kept. */
export function parseValue(cursor: Cursor, pattern = false): SoqlValue {
  if (cursor.take(':')) return parseBind(cursor);
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
      return { kind: 'string', value: unquote(cursor.next().text, pattern) };
    case 'date':
    case 'datetime':
      if (Number.isNaN(Date.parse(token.text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))) cursor.fail();
      return { kind: token.kind, text: cursor.next().text };
    case 'time':
      return { kind: token.kind, text: cursor.next().text };
    case 'number':
      return { kind: 'number', text: cursor.next().text };
    case 'symbol':
      return signedNumber(cursor);
    case 'name':
      return namedValue(cursor);
    default:
      return cursor.fail();
  }
}

/** The text of dynamic SOQL may name variables only: "Only variable references are allowed in dynamic SOQL/SOSL." */
function parseBind(cursor: Cursor): SoqlValue {
  const onlyVariables = 'Only variable references are allowed in dynamic SOQL/SOSL.';
  if (cursor.peek().kind !== 'name') cursor.refuse(onlyVariables);
  const name = cursor.path().join('.');
  if (cursor.at('(')) cursor.refuse(onlyVariables);
  return { kind: 'bind', name };
}

function signedNumber(cursor: Cursor): SoqlValue {
  const negative = cursor.take('-');
  if (!negative) cursor.expect('+');
  const text = cursor.expectKind('number');
  return { kind: 'number', text: negative ? `-${text}` : text };
}

function namedValue(cursor: Cursor): SoqlValue {
  const name = cursor.peek().text.toLowerCase();
  if (name === 'null') return cursor.next() && { kind: 'null' };
  if (name === 'true' || name === 'false') return cursor.next() && { kind: 'boolean', value: name === 'true' };
  if (plainDateLiterals.has(name)) return cursor.next() && { kind: 'dateLiteral', name: name.toUpperCase() };
  if (countedDateLiteral.test(name)) {
    cursor.next();
    cursor.expect(':');
    return { kind: 'dateLiteral', name: name.toUpperCase(), n: Number(cursor.expectKind('number')) };
  }
  const money = currencyLiteral.exec(name);
  if (!money) return cursor.fail();
  cursor.next();
  const after = cursor.peek();
  const fraction = after.kind === 'number' && after.text.startsWith('.') ? cursor.next().text : '';
  return { kind: 'currency', code: (money[1] ?? '').toUpperCase(), text: `${money[2]}${fraction}` };
}

/** A field path or a function call. */
export function parseOperand(cursor: Cursor): SoqlOperand {
  if (cursor.peek(1).text !== '(') return { kind: 'field', path: cursor.path() };
  const name = cursor.expectKind('name');
  cursor.expect('(');
  const args = cursor.at(')') ? [] : cursor.list(() => parseArgument(cursor));
  cursor.expect(')');
  return { kind: 'function', name, args };
}

function parseArgument(cursor: Cursor): SoqlOperand {
  return cursor.peek().kind === 'name' ? parseOperand(cursor) : parseValue(cursor);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unquote(text: string, pattern: boolean): string {
  if (text.startsWith("'''")) return text.slice(3, -3).replace(/^\r?\n/, '');
  return text.slice(1, -1).replace(/\\(?:u([0-9a-f]{4})|([^]))/gi, (whole, code: string | undefined, char: string) => {
    if (code) return String.fromCharCode(parseInt(code, 16));
    if (pattern && (char === '\\' || char === '%' || char === '_')) return whole;
    return escapes[char] ?? char;
  });
}
