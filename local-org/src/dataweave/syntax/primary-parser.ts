import { number } from '../values.js';
import { parseTemporal } from '../time/parse-literal.js';
import { parseDo, parseUsing } from './do-parser.js';
import { parseExpression, parseQualified } from './expression-parser.js';
import { parseBody, parseObject } from './object-parser.js';
import type { Scanner } from './scanner.js';
import { parseText } from './text-parser.js';
import type { At, Expression, Parameter } from './tree.js';
import { parseType } from './type-parser.js';

/** Reads a literal, a name, an expression in parentheses, or what begins with a word of the language. */
export function parsePrimary(scanner: Scanner): Expression {
  const at = scanner.at();
  if (scanner.sees('"') || scanner.sees("'") || scanner.sees('`')) return textOf(scanner, at);
  if (scanner.sees('{')) return parseObject(scanner);
  if (scanner.sees('[')) return parseArray(scanner, at);
  if (scanner.sees('(')) return parseLambda(scanner, at) ?? parseGroup(scanner);
  if (scanner.sees('|')) return parseTime(scanner, at);
  if (scanner.sees('/')) return parseRegex(scanner, at);
  const digits = scanner.take(/(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?/y);
  if (digits) return { kind: 'literal', value: number(digits[0]), at };
  const dollars = scanner.take(/\${1,3}/y);
  if (dollars) return { kind: 'name', name: dollars[0], at };
  return parseWord(scanner, at);
}

function parseWord(scanner: Scanner, at: At): Expression {
  const word = scanner.peekWord();
  switch (word) {
    case undefined:
      throw scanner.fail(
        `Invalid input '${scanner.text[scanner.position] ?? 'end of script'}', expected an expression`
      );
    case 'true':
    case 'false':
      scanner.eatWord(word);
      return { kind: 'literal', value: word === 'true', at };
    case 'null':
      scanner.eatWord(word);
      return { kind: 'literal', value: null, at };
    case 'if':
    case 'unless':
      return parseIf(scanner, at, word);
    case 'do':
      return parseDo(scanner, at);
    case 'using':
      return parseUsing(scanner, at);
    default:
      return { kind: 'name', name: parseQualified(scanner), at };
  }
}

function textOf(scanner: Scanner, at: At): Expression {
  const parts = parseText(scanner);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string'
    ? { kind: 'literal', value: only, at }
    : { kind: 'text', parts, at };
}

function parseArray(scanner: Scanner, at: At): Expression {
  scanner.expect('[');
  const items: { value: Expression; when?: Expression }[] = [];
  while (!scanner.eat(']')) {
    const value = parseBody(scanner);
    items.push({ value, ...(scanner.eatWord('if') && { when: parseExpression(scanner) }) });
    if (!scanner.sees(']')) scanner.expect(',');
  }
  return { kind: 'array', items, at };
}

function parseGroup(scanner: Scanner): Expression {
  scanner.expect('(');
  const inner = parseBody(scanner);
  scanner.expect(')');
  return inner;
}

/** `(a, b: Type = 1): Type -> body`; undefined for an expression in parentheses. */
function parseLambda(scanner: Scanner, at: At): Expression | undefined {
  const head = scanner.attempt(() => {
    const parameters = parseParameters(scanner);
    const returns = scanner.sees(':') && !scanner.sees('::') && scanner.eat(':') ? { returns: parseType(scanner) } : {};
    return scanner.eat('->') ? { parameters, ...returns } : undefined;
  });
  return head && { kind: 'lambda', ...head, body: parseBody(scanner), at };
}

/** `(a, b: Type = default)`. */
export function parseParameters(scanner: Scanner): Parameter[] {
  scanner.expect('(');
  const parameters: Parameter[] = [];
  while (!scanner.eat(')')) {
    scanner.take(/@\w+(\([^)]*\))?/y);
    const name = scanner.word('a parameter');
    const type = scanner.eat(':') ? { type: parseType(scanner) } : {};
    const fallback = scanner.eat('=') ? { fallback: parseExpression(scanner) } : {};
    parameters.push({ name, ...type, ...fallback });
    if (!scanner.sees(')')) scanner.expect(',');
  }
  return parameters;
}

function parseTime(scanner: Scanner, at: At): Expression {
  const literal = scanner.take(/\|([^|\n]*)\|/y);
  const value = literal && parseTemporal(literal[1] ?? '');
  if (!value) throw scanner.fail('Invalid date, time or period');
  return { kind: 'literal', value, at };
}

function parseRegex(scanner: Scanner, at: At): Expression {
  const literal = scanner.take(/\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+)\//y);
  if (!literal) throw scanner.fail('Invalid regular expression');
  return { kind: 'regex', source: (literal[1] ?? '').replaceAll('\\/', '/'), at };
}

function parseIf(scanner: Scanner, at: At, word: 'if' | 'unless'): Expression {
  scanner.eatWord(word);
  scanner.expect('(');
  const given = parseExpression(scanner);
  scanner.expect(')');
  const condition: Expression = word === 'if' ? given : { kind: 'unary', operator: 'not', operand: given, at };
  const then = parseExpression(scanner);
  if (!scanner.eatWord('else')) throw scanner.fail("Missing 'else' of the 'if'");
  return { kind: 'if', condition, then, otherwise: parseExpression(scanner), at };
}
