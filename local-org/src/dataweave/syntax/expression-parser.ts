import { isDelayedArgument, isLambdaArgument } from '../library/function-arguments.js';
import { parseBranches } from './branch-parser.js';
import { usesDollar } from './dollars.js';
import { parsePrimary } from './primary-parser.js';
import type { Scanner } from './scanner.js';
import { parseSelector } from './selector-parser.js';
import type { At, BinaryOperator, Expression, Parameter } from './tree.js';
import { parseType } from './type-parser.js';

/** Words that cannot name a function between its arguments. */
const reserved = new Set(
  'var fun type ns import input output if else unless using case as is and or not do true false null at private async enum throw yield'.split(
    ' '
  )
);

/**
 * Reads an expression. Levels are those of "Precedence in DataWeave": functions written between their arguments, `default` and `match` bind
 * less than the operators, and are taken from left to right.
 */
export function parseExpression(scanner: Scanner): Expression {
  let left = parseOperators(scanner);
  for (;;) {
    const next = parseInfix(scanner, left);
    if (!next) return left;
    left = next;
  }
}

function parseInfix(scanner: Scanner, left: Expression): Expression | undefined {
  const at = scanner.at();
  const word = scanner.peekWord();
  if (word === undefined || reserved.has(word)) return undefined;
  const start = scanner.position;
  const name = parseQualified(scanner);
  if (name === 'default') return { kind: 'default', value: left, fallback: parseOperators(scanner), at };
  if ((name === 'match' || name === 'update') && scanner.sees('{')) return parseBranches(scanner, name, left, at);
  // A word with a colon behind it is the next key of an object whose comma is missing.
  if (scanner.sees(':') && !scanner.sees('::')) {
    scanner.position = start;
    return undefined;
  }
  const right = parseOperators(scanner);
  return call(at, { kind: 'name', name, at }, name, [left, right]);
}

/** `Strings::pluralize`. */
export function parseQualified(scanner: Scanner): string {
  let name = scanner.word('a name');
  while (scanner.touches('::')) {
    scanner.expect('::');
    name += `::${scanner.word('a name')}`;
  }
  return name;
}

/** A call: an argument with `$` in it is a function where the library's function wants one. */
export function call(at: At, callee: Expression, name: string | undefined, given: readonly Expression[]): Expression {
  const args = given.map((arg, i) => {
    if (name === undefined || arg.kind === 'lambda') return arg;
    if (isDelayedArgument(name, i)) return { kind: 'lambda' as const, parameters: [], body: arg, at: arg.at };
    return isLambdaArgument(name, i) && usesDollar(arg) ? implicitLambda(arg) : arg;
  });
  return { kind: 'call', callee, arguments: args, at };
}

const dollars: readonly Parameter[] = [{ name: '$' }, { name: '$$' }, { name: '$$$' }];
export const implicitLambda = (body: Expression): Expression => ({
  kind: 'lambda',
  parameters: dollars,
  body,
  at: body.at
});

/** The binary operators, the loosest first. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '~='],
  ['<=', '>=', '<', '>'],
  ['++', '--', '<<', '>>', '+', '-'],
  ['*', '/']
];

export const parseOperators = (scanner: Scanner): Expression => parseLevel(scanner, 0);

function parseLevel(scanner: Scanner, level: number): Expression {
  const operators = levels[level];
  if (!operators) return parseCoercion(scanner);
  let left = parseLevel(scanner, level + 1);
  for (;;) {
    const at = scanner.at();
    if (level === 3 && scanner.eatWord('is')) {
      left = { kind: 'is', value: left, type: parseType(scanner), at };
      continue;
    }
    const operator = operators.find((each) => isNext(scanner, each));
    if (!operator) return left;
    scanner.expect(operator);
    left = { kind: 'binary', operator, left, right: parseLevel(scanner, level + 1), at };
  }
}

function isNext(scanner: Scanner, operator: BinaryOperator): boolean {
  if (operator === 'or' || operator === 'and') return scanner.peekWord() === operator;
  if (!scanner.sees(operator)) return false;
  // `---` divides header and body, `->` belongs to a case, and `<<` and `>>` are no comparisons.
  if (operator === '-' || operator === '--') return !scanner.sees('---') && !scanner.sees('->');
  return operator === '<' ? !scanner.sees('<<') : operator === '>' ? !scanner.sees('>>') : true;
}

function parseCoercion(scanner: Scanner): Expression {
  let value = parseUnary(scanner);
  for (;;) {
    const at = scanner.at();
    if (!scanner.eatWord('as')) return value;
    value = { kind: 'as', value, type: parseType(scanner), at };
  }
}

function parseUnary(scanner: Scanner): Expression {
  const at = scanner.at();
  // `not true or true` is false, `!true or true` is true (DataWeave documentation, "DataWeave Operators").
  if (scanner.eatWord('not')) return { kind: 'unary', operator: 'not', operand: parseOperators(scanner), at };
  if (scanner.sees('!') && scanner.eat('!'))
    return { kind: 'unary', operator: 'not', operand: parseUnary(scanner), at };
  if (scanner.sees('-') && !scanner.sees('---') && scanner.eat('-'))
    return { kind: 'unary', operator: '-', operand: parseUnary(scanner), at };
  return parsePostfix(scanner, parsePrimary(scanner));
}

/** Calls and selectors behind a value. */
function parsePostfix(scanner: Scanner, start: Expression): Expression {
  let value = start;
  for (;;) {
    const at = scanner.at(scanner.position);
    if (
      /[ \t]*\(/y.test(scanner.text.slice(scanner.position, scanner.position + 3)) &&
      isCallable(value) &&
      scanner.eat('(')
    ) {
      const args: Expression[] = [];
      while (!scanner.eat(')')) {
        args.push(parseExpression(scanner));
        if (!scanner.sees(')')) scanner.expect(',');
      }
      value = call(at, value, value.kind === 'name' ? value.name : undefined, args);
      continue;
    }
    const selector = parseSelector(scanner);
    if (!selector) return value;
    value = { kind: 'select', target: value, selector, at };
  }
}

const isCallable = (value: Expression): boolean =>
  value.kind === 'name' || value.kind === 'call' || value.kind === 'select' || value.kind === 'lambda';
