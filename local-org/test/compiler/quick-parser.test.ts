import { ApexErrorListener, ApexParser } from '@apexdevtools/apex-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSource } from '../../src/1-parse/index.js';
import { GaveUp, QuickParser } from '../../src/1-parse/quick-parser.js';
import { tokensOf } from '../../src/1-parse/token-stream.js';

const wrap = (statement: string): string => `public class C { void m() { ${statement} } }`;
const treeOf = (parser: ApexParser): string => parser.compilationUnit().toStringTree(parser.ruleNames, parser);

class Count extends ApexErrorListener {
  errors = 0;
  override apexSyntaxError(): void {
    this.errors++;
  }
}

/** The tree by ANTLR's own decisions; undefined when it finds an error. */
function thorough(source: string): string | undefined {
  const count = new Count();
  const parser = new ApexParser(tokensOf(source, count));
  parser.removeErrorListeners();
  parser.addErrorListener(count);
  const tree = treeOf(parser);
  return count.errors > 0 ? undefined : tree;
}

function quick(source: string): string | undefined {
  try {
    return treeOf(new QuickParser(tokensOf(source, new Count())));
  } catch (error) {
    if (error instanceof GaveUp) return undefined;
    throw error;
  }
}

const statements = [
  'a.b.C x;',
  'a.b.c = 1;',
  'a.b.c();',
  'List<Map<String, List<Id>>> x = new List<Map<String, List<Id>>>();',
  'Map<Id, Account>.class.getName();',
  'return a.B.class;',
  'return a.class.getName();',
  'return (a.B) x;',
  'return (a.b).c;',
  'return (a.b) + c;',
  'return (a) (b);',
  'return (a.b == c) ? (d) e : -f;',
  'return (List<A>) x;',
  'return (A[]) x;',
  'return a < b && c > d || e << 1 > 2 && f >> 1 >= g >>> 2;',
  'return x instanceof List<A> && y instanceof a.B == true;',
  'a[0].b[1]++;',
  'A[] x = new A[3];',
  'A[] x = new A[] { 1, 2 };',
  'x = new Map<A, B>{ f(1, 2) => new Set<C>{ a, b }, 2 => null };',
  'x = new Set<C>{ new Map<A, B>{ 1 => 2 }, a };',
  'x = new a.B<C>{ };',
  'count(all);',
  'all = count(by).first;',
  'Limit offset;',
  'group.order(a).at(b);',
  'return this(1).x;',
  'upsert a b__c;',
  'upsert f(a) x.b__c;',
  'for (A a : [SELECT Id FROM B WHERE c = :d.e(f) AND g IN :h LIMIT :i]) { }',
  'for (A a = 1, b = 2; a < b; a++, b--) { }',
  'final A a = b?.c?.d() ?? e;',
  'a = b = c ? d : e ? f : g;',
  'switch on a.b { when A x { } when B, C { } when else { } }',
  'a * -b + (c) -d;'
];

/** Two expressions stand side by side. */
const merges = [
  'merge a b;',
  'merge a (b);',
  'merge a (b) c;',
  'merge a.b(c) d;',
  'merge a [SELECT Id FROM Account];',
  'merge a -b;',
  'merge as user a.b[0] c(d);',
  'merge'
];

test.each(statements)('%s is read as by ANTLR alone', (statement) => {
  const source = wrap(statement);
  expect(quick(source)).toBe(thorough(source));
});

test.each(merges)('%s is read as by ANTLR alone, or left to it', (statement) => {
  const source = wrap(statement);
  expect([undefined, thorough(source)]).toContain(quick(source));
});

const names = fc.constantFrom('a', 'b', 'all', 'count', 'set', 'List', 'by', 'instanceof', 'get', 'with', 'A', 'class');
const texts = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '.',
    '?.',
    ',',
    ';',
    '=>',
    '=',
    '+',
    '-',
    '++',
    '?',
    ':',
    '!',
    '==',
    '&&',
    '??'
  ],
  ...['new', 'upsert', 'return', 'null', "'s'", '1', 'this', 'super', 'final', 'instanceof', 'switch', '.class']
);

test('any row of tokens is read as by ANTLR alone, or left to it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(names, texts), { maxLength: 14 }), (tokens) => {
      const source = wrap(`${tokens.join(' ')};`);
      const read = quick(source);
      if (read !== undefined) expect(read).toBe(thorough(source));
    }),
    { numRuns: 2000 }
  );
});

const { expression } = fc.letrec<{ expression: string; type: string; operand: string }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small' },
    names,
    fc.tuple(names, names).map(([a, b]) => `${a}.${b}`),
    tie('type').map((of) => `List<${of}>`),
    tie('type').map((of) => `${of}[]`)
  ),
  operand: fc.oneof(
    { depthSize: 'small' },
    names,
    fc.constantFrom('1', "'s'", 'null', 'this'),
    fc.tuple(names, tie('expression')).map(([name, arg]) => `${name}(${arg})`),
    fc.tuple(tie('operand'), names).map(([of, name]) => `${of}.${name}`),
    fc.tuple(tie('operand'), tie('expression')).map(([of, at]) => `${of}[${at}]`),
    tie('expression').map((inside) => `(${inside})`),
    fc.tuple(tie('type'), tie('operand')).map(([type, of]) => `(${type}) ${of}`),
    tie('type').map((type) => `${type}.class`),
    fc.tuple(tie('type'), tie('expression')).map(([type, of]) => `new ${type}{ ${of} }`),
    fc.tuple(tie('type'), tie('expression')).map(([type, of]) => `new ${type}{ ${of} => 1 }`),
    tie('operand').map((of) => `-${of}`)
  ),
  expression: fc.oneof(
    { depthSize: 'small' },
    tie('operand'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '*', '<', '>', '<=', '>>', '<<', '==', '=', '&&', '||', '??', '&', '?.a +'),
        tie('expression')
      )
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('operand'), tie('type')).map(([of, type]) => `${of} instanceof ${type}`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `${a} ? ${b} : ${c}`)
  )
}));
const forms = fc.constantFrom(
  (e: string) => `return ${e};`,
  (e: string) => `${e};`,
  (e: string) => `merge ${e} ${e};`,
  (e: string) => `upsert ${e} a.b;`,
  (e: string) => `A a = ${e};`,
  (e: string) => `for (a b : ${e}) { ${e}; }`
);

test('any expression is read as by ANTLR alone', () => {
  fc.assert(
    fc.property(expression, forms, (written, form) => {
      const source = wrap(form(written));
      const read = quick(source);
      if (read !== undefined) expect(read).toBe(thorough(source));
    }),
    { numRuns: 500 }
  );
});

test('what is wrong with a source is told as by ANTLR alone', () => {
  const { errors } = parseSource(wrap('List<A x = 1;'), 'C.cls', 'class');
  expect(errors.map(({ line, message }) => ({ line, message }))).toEqual([
    { line: 1, message: "Unexpected token 'x'." }
  ]);
});
