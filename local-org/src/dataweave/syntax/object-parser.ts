import { parseExpression } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import { parseText } from './text-parser.js';
import type { Attribute, At, Expression, ObjectEntry } from './tree.js';

/** Reads `{ key: value, (dynamic): value, (more), (key: value) if condition }`. */
export function parseObject(scanner: Scanner): Expression {
  const at = scanner.at();
  scanner.expect('{');
  const entries: ObjectEntry[] = [];
  while (!scanner.eat('}')) {
    entries.push(...parseEntries(scanner));
    if (!scanner.sees('}')) scanner.expect(',');
  }
  return { kind: 'object', entries, at };
}

function parseEntries(scanner: Scanner): ObjectEntry[] {
  if (!scanner.sees('(')) return [parsePair(scanner)];
  const grouped = scanner.attempt(() => parseGroup(scanner));
  if (grouped) return grouped;
  scanner.expect('(');
  const inner = parseExpression(scanner);
  scanner.expect(')');
  if (isPairNext(scanner)) return [parseAfterKey(scanner, inner)];
  return [{ kind: 'spread', value: inner, ...parseWhen(scanner) }];
}

/** `(a: 1, b: 2) if condition`. */
function parseGroup(scanner: Scanner): ObjectEntry[] | undefined {
  scanner.expect('(');
  const pairs: ObjectEntry[] = [];
  do {
    if (scanner.sees(')')) break;
    pairs.push(parsePair(scanner));
  } while (scanner.eat(','));
  scanner.expect(')');
  if (isPairNext(scanner)) return undefined;
  const when = parseWhen(scanner);
  return pairs.map((each) => ({ ...each, ...when }));
}

const isPairNext = (scanner: Scanner): boolean => (scanner.sees(':') && !scanner.sees('::')) || scanner.sees('@');

const parseWhen = (scanner: Scanner): { when?: Expression } =>
  scanner.eatWord('if') ? { when: parseExpression(scanner) } : {};

function parsePair(scanner: Scanner): ObjectEntry {
  if (scanner.sees('(')) {
    scanner.expect('(');
    const key = parseExpression(scanner);
    scanner.expect(')');
    return parseAfterKey(scanner, key);
  }
  const { name, namespace } = parseName(scanner);
  return parseAfterKey(scanner, name, namespace);
}

/** A key as it is written: a word, a text, a number; `ns#word`. */
export function parseName(scanner: Scanner): { readonly name: Expression; readonly namespace?: string } {
  const at = scanner.at();
  if (scanner.sees('"') || scanner.sees("'") || scanner.sees('`')) return { name: textOf(scanner, at) };
  const digits = scanner.take(/\d+/y);
  if (digits) return { name: { kind: 'literal', value: digits[0], at } };
  const word = scanner.word('a key');
  if (!scanner.touches('#')) return { name: { kind: 'literal', value: word, at } };
  scanner.expect('#');
  return { name: parseName(scanner).name, namespace: word };
}

const textOf = (scanner: Scanner, at: At): Expression => ({ kind: 'text', parts: parseText(scanner), at });

function parseAfterKey(scanner: Scanner, key: Expression, namespace?: string): ObjectEntry {
  const attributes: Attribute[] = [];
  let allAttributes: Expression | undefined;
  if (scanner.eat('@')) {
    scanner.expect('(');
    while (!scanner.eat(')')) {
      if (scanner.sees('(')) {
        const spread = scanner.attempt(() => parseSpread(scanner));
        if (spread) allAttributes = spread;
        else attributes.push(...attributesOf(parseEntries(scanner)));
      } else attributes.push(...attributesOf([parsePair(scanner)]));
      if (!scanner.sees(')')) scanner.expect(',');
    }
  }
  scanner.expect(':');
  const value = parseExpression(scanner);
  const when = parseWhen(scanner);
  return {
    kind: 'pair',
    key,
    ...(namespace !== undefined && { namespace }),
    attributes,
    ...(allAttributes && { allAttributes }),
    value,
    ...when
  };
}

/** `(expression)` that is no key. */
function parseSpread(scanner: Scanner): Expression | undefined {
  scanner.expect('(');
  const inner = parseExpression(scanner);
  scanner.expect(')');
  return isPairNext(scanner) ? undefined : inner;
}

const attributesOf = (entries: readonly ObjectEntry[]): Attribute[] =>
  entries.flatMap((entry) =>
    entry.kind === 'pair'
      ? [
          {
            name: entry.key,
            ...(entry.namespace !== undefined && { namespace: entry.namespace }),
            value: entry.value,
            ...(entry.when && { when: entry.when })
          }
        ]
      : []
  );

/** An expression, or one pair without braces around it: the body of a script or a function may be that. */
export function parseBody(scanner: Scanner): Expression {
  const at = scanner.at();
  const entry = scanner.attempt(() => {
    if (!/["'\w(]/.test(scanner.text[scanner.position] ?? '')) return undefined;
    return parsePair(scanner);
  });
  return entry ? { kind: 'object', entries: [entry], at } : parseExpression(scanner);
}
