import type { Scanner } from './scanner.js';
import { parseObject } from './object-parser.js';
import type { TypeField, WeaveType } from './types.js';
import { parseText } from './text-parser.js';

/** Reads a type: `String`, `Array<Number>`, `{ name: String }`, `(Number) -> Any`, `"a" | "b"`. */
export function parseType(scanner: Scanner): WeaveType {
  const types = [parseIntersection(scanner)];
  while (scanner.sees('|') && !scanner.sees('|}')) {
    scanner.expect('|');
    types.push(parseIntersection(scanner));
  }
  return types.length === 1 ? (types[0] as WeaveType) : { kind: 'union', types };
}

function parseIntersection(scanner: Scanner): WeaveType {
  const types = [parseSingle(scanner)];
  while (scanner.eat('&')) types.push(parseSingle(scanner));
  return types.length === 1 ? (types[0] as WeaveType) : { kind: 'intersection', types };
}

function parseSingle(scanner: Scanner): WeaveType {
  if (scanner.sees('"') || scanner.sees("'")) return { kind: 'literal', value: parseText(scanner).join('') };
  const digits = scanner.take(/-?\d+(\.\d+)?/y);
  if (digits) return { kind: 'number', text: digits[0] };
  if (scanner.sees('(')) return parseFunctionType(scanner);
  if (scanner.sees('{')) return parseObjectType(scanner);
  const word = scanner.word('a type');
  if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' };
  let name = word;
  while (scanner.touches('::')) {
    scanner.expect('::');
    name = scanner.word('a type');
  }
  const args: WeaveType[] = [];
  if (scanner.touches('<')) {
    scanner.expect('<');
    do {
      args.push(parseType(scanner));
      if (scanner.eat('<:')) parseType(scanner);
    } while (scanner.eat(','));
    scanner.expect('>');
  }
  const schema = scanner.sees('{') ? { schema: parseObject(scanner) } : {};
  return { kind: 'name', name, arguments: args, ...schema };
}

function parseFunctionType(scanner: Scanner): WeaveType {
  scanner.expect('(');
  const inner: WeaveType[] = [];
  while (!scanner.eat(')')) {
    scanner.attempt(() => {
      scanner.word('a name');
      if (!scanner.eat('?:')) scanner.expect(':');
      return true;
    });
    inner.push(parseType(scanner));
    if (!scanner.sees(')')) scanner.expect(',');
  }
  if (!scanner.eat('->')) return inner.length === 1 ? (inner[0] as WeaveType) : { kind: 'function' };
  parseType(scanner);
  return { kind: 'function' };
}

/** `{ name: String, age?: Number, _?: Any }`; `{| |}` and `{- -}` are closed and ordered objects. */
function parseObjectType(scanner: Scanner): WeaveType {
  scanner.expect('{');
  const close = scanner.eat('|') ? '|}' : scanner.touches('-') && scanner.eat('-') ? '-}' : '}';
  const fields: TypeField[] = [];
  while (!scanner.eat(close)) {
    const name = scanner.sees('"') ? parseText(scanner).join('') : scanner.word('a field');
    scanner.eat('*');
    const optional = scanner.eat('?');
    scanner.expect(':');
    fields.push({ name, type: parseType(scanner), optional });
    if (!scanner.sees(close)) scanner.expect(',');
  }
  return { kind: 'object', fields };
}
