import { parseExpression } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import type { Expression } from './tree.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Reads a text in quotes: `$(…)` and `$name` inside it are expressions. */
export function parseText(scanner: Scanner): (string | Expression)[] {
  scanner.skip();
  const quote = scanner.text[scanner.position] ?? '';
  const start = scanner.position++;
  const parts: (string | Expression)[] = [];
  let plain = '';
  for (;;) {
    const char = scanner.text[scanner.position];
    if (char === undefined) throw scanner.fail('A text is not closed', start);
    scanner.position++;
    if (char === quote) break;
    if (char === '\\') plain += readEscape(scanner);
    else if (char === '$' && /[($A-Za-z_]/.test(scanner.text[scanner.position] ?? '')) {
      if (plain !== '') parts.push(plain);
      plain = '';
      parts.push(parseInsert(scanner));
    } else plain += char;
  }
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}

/** What follows a dollar sign: an expression in parentheses, a name, or another dollar sign for `$$`. */
function parseInsert(scanner: Scanner): Expression {
  const at = scanner.at(scanner.position);
  if (scanner.touches('(')) {
    scanner.position++;
    const inner = parseExpression(scanner);
    scanner.expect(')');
    return inner;
  }
  if (scanner.touches('$')) {
    scanner.position++;
    return { kind: 'name', name: '$$', at };
  }
  return { kind: 'name', name: scanner.word('a name'), at };
}

function readEscape(scanner: Scanner): string {
  const char = scanner.text[scanner.position++] ?? '';
  if (char !== 'u') return escapes[char] ?? char;
  const code = scanner.text.slice(scanner.position, scanner.position + 4);
  scanner.position += 4;
  return String.fromCharCode(Number.parseInt(code, 16));
}
