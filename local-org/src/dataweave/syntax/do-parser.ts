import { parseDeclaration } from './declaration-parser.js';
import { parseExpression } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import type { At, Declaration, Expression } from './tree.js';

/** `do { declarations --- body }`; without declarations the line may be missing. */
export function parseDo(scanner: Scanner, at: At): Expression {
  scanner.eatWord('do');
  scanner.expect('{');
  const declarations: Declaration[] = [];
  for (;;) {
    const next = parseDeclaration(scanner);
    if (!next) break;
    declarations.push(next);
  }
  if (declarations.length > 0) scanner.expect('---');
  else scanner.eat('---');
  const body = parseExpression(scanner);
  scanner.expect('}');
  return { kind: 'do', declarations, body, at };
}

/** `using (a = 1, b = 2) body`, the older form. */
export function parseUsing(scanner: Scanner, at: At): Expression {
  scanner.eatWord('using');
  scanner.expect('(');
  const declarations: Declaration[] = [];
  while (!scanner.eat(')')) {
    const name = scanner.word('a variable');
    scanner.expect('=');
    declarations.push({ kind: 'var', name, value: parseExpression(scanner) });
    if (!scanner.sees(')')) scanner.expect(',');
  }
  return { kind: 'do', declarations, body: parseExpression(scanner), at };
}
