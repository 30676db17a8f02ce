import { parseExpression } from './expression-parser.js';
import { parseName } from './object-parser.js';
import type { Scanner } from './scanner.js';
import type { Selector } from './tree.js';

/** Reads the selector that comes next, undefined when there is none. `condition` reads the inside of `[?( … )]`. */
export function parseSelector(scanner: Scanner): Selector | undefined {
  if (scanner.touches('?') && !scanner.touches('?:')) {
    scanner.position++;
    return { kind: 'present' };
  }
  if (scanner.touches('!') && !scanner.touches('!=')) {
    scanner.position++;
    return { kind: 'required' };
  }
  if (scanner.touches('[')) return parseIndex(scanner);
  if (!scanner.sees('.')) return undefined;
  scanner.expect('.');
  if (scanner.eat('.')) return parseDescendants(scanner);
  if (scanner.eat('*@')) return { kind: 'attribute', name: parseName(scanner).name, all: true };
  if (scanner.eat('*')) return { kind: 'values', name: parseName(scanner).name };
  if (scanner.eat('&')) return { kind: 'pairs', name: parseName(scanner).name };
  if (scanner.eat('#')) return { kind: 'namespace' };
  if (scanner.eat('^')) return { kind: 'metadata', name: scanner.word('a name') };
  if (scanner.eat('@')) {
    if (!/[\w"'(]/.test(scanner.text[scanner.position] ?? '')) return { kind: 'attributes' };
    return { kind: 'attribute', name: parseName(scanner).name, all: false };
  }
  return { kind: 'value', ...parseName(scanner) };
}

function parseDescendants(scanner: Scanner): Selector {
  const all = scanner.eat('*');
  if (!/[\w"']/.test(scanner.text[scanner.position] ?? '')) return { kind: 'descendants', all };
  return { kind: 'descendants', name: parseName(scanner).name, all };
}

/** `[0]`, `["name"]`, `[0 to 2]`, `[?( … )]`, `[*"name"]`, `[@"name"]`, `[&"name"]`. */
function parseIndex(scanner: Scanner): Selector {
  scanner.expect('[');
  const selector = readIndex(scanner);
  scanner.expect(']');
  return selector;
}

function readIndex(scanner: Scanner): Selector {
  if (scanner.eat('?')) return { kind: 'filter', condition: parseExpression(scanner) };
  if (scanner.eat('*')) return { kind: 'values', name: parseExpression(scanner) };
  if (scanner.eat('&')) return { kind: 'pairs', name: parseExpression(scanner) };
  if (scanner.eat('@')) return { kind: 'attribute', name: parseExpression(scanner), all: false };
  return { kind: 'index', index: parseExpression(scanner) };
}
