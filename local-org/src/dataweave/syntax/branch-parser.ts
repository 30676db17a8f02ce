import { parseExpression } from './expression-parser.js';
import { parseBody } from './object-parser.js';
import type { Scanner } from './scanner.js';
import { parseSelector } from './selector-parser.js';
import type { At, Expression, MatchCase, Selector, UpdateCase } from './tree.js';
import { parseType } from './type-parser.js';

/** Reads the braces of `value match { … }` and `value update { … }`. */
export function parseBranches(scanner: Scanner, word: 'match' | 'update', value: Expression, at: At): Expression {
  scanner.expect('{');
  if (word === 'update') {
    const cases: UpdateCase[] = [];
    while (!scanner.eat('}')) cases.push(parseUpdateCase(scanner));
    return { kind: 'update', value, cases, at };
  }
  const cases: MatchCase[] = [];
  while (!scanner.eat('}')) {
    cases.push(parseMatchCase(scanner));
    scanner.eat(',');
  }
  return { kind: 'match', value, cases, at };
}

function parseMatchCase(scanner: Scanner): MatchCase {
  if (scanner.eatWord('else')) {
    const name = parseElseName(scanner);
    scanner.expect('->');
    return { ...name, pattern: { kind: 'any' }, body: parseBody(scanner) };
  }
  if (!scanner.eatWord('case')) throw scanner.fail("Expected 'case' or 'else'");
  const { name, pattern } = parsePattern(scanner);
  const when = scanner.eatWord('if') ? { when: parseExpression(scanner) } : {};
  scanner.expect('->');
  return { ...(name !== undefined && { name }), pattern, ...when, body: parseBody(scanner) };
}

const parseElseName = (scanner: Scanner): { name?: string } =>
  scanner.sees('->') ? {} : { name: scanner.word('a name') };

type Pattern = Pick<MatchCase, 'pattern'> & { readonly name?: string };

function parsePattern(scanner: Scanner): Pattern {
  if (scanner.peekWord() === 'if') return { pattern: { kind: 'any' } };
  const unnamed = parseTyped(scanner) ?? parseDestructor(scanner);
  if (unnamed) return { pattern: unnamed };
  const named = scanner.attempt(() => parseNamed(scanner));
  return named ?? { pattern: { kind: 'value', value: parseLiteral(scanner) } };
}

/** `name is Type`, `name matches /regex/`, `name: literal`, `name if …`. */
function parseNamed(scanner: Scanner): Pattern | undefined {
  const name = scanner.word('a name');
  if (['true', 'false', 'null'].includes(name)) return undefined;
  const typed = parseTyped(scanner);
  if (typed) return { name, pattern: typed };
  if (scanner.sees('->') || scanner.peekWord() === 'if') return { name, pattern: { kind: 'any' } };
  if (!scanner.eat(':')) return undefined;
  return { name, pattern: { kind: 'value', value: parseLiteral(scanner) } };
}

function parseTyped(scanner: Scanner): MatchCase['pattern'] | undefined {
  if (scanner.eatWord('is')) return { kind: 'type', type: parseType(scanner) };
  if (scanner.eatWord('matches')) return { kind: 'regex', regex: parseLiteral(scanner) };
  return undefined;
}

/** `[head ~ tail]`, `{key: value ~ tail}`, `[]`, `{}`. */
function parseDestructor(scanner: Scanner): MatchCase['pattern'] | undefined {
  return scanner.attempt(() => {
    if (scanner.eat('[')) {
      if (scanner.eat(']')) return { kind: 'empty', of: 'array' };
      const head = scanner.word('a name');
      scanner.expect('~');
      const tail = scanner.word('a name');
      scanner.expect(']');
      return { kind: 'array', head, tail };
    }
    if (!scanner.eat('{')) return undefined;
    if (scanner.eat('}')) return { kind: 'empty', of: 'object' };
    const key = scanner.word('a name');
    scanner.expect(':');
    const value = scanner.word('a name');
    scanner.expect('~');
    const tail = scanner.word('a name');
    scanner.expect('}');
    return { kind: 'object', key, value, tail };
  });
}

/** A pattern's value ends before `->` and `if`. */
const parseLiteral = (scanner: Scanner): Expression => parseExpression(scanner);

function parseUpdateCase(scanner: Scanner): UpdateCase {
  if (!scanner.eatWord('case')) throw scanner.fail("Expected 'case'");
  const name = scanner.attempt(() => {
    const word = scanner.word('a name');
    return scanner.eatWord('at') ? word : undefined;
  });
  const path: Selector[] = [];
  let upsert = false;
  scanner.skip();
  for (;;) {
    const selector = parseSelector(scanner);
    if (!selector) break;
    if (selector.kind === 'required') upsert = true;
    else path.push(selector);
  }
  const when = scanner.eatWord('if') ? { when: parseExpression(scanner) } : {};
  scanner.expect('->');
  return { name: name ?? '$', path, upsert, ...when, body: parseBody(scanner) };
}
