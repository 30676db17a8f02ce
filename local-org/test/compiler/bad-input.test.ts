import { describe, expect, test } from 'vitest';
import { loadFiles } from '../../src/code/load.js';
import { platformLibrary } from '../../src/platform/index.js';
import { loadSchema } from '../../src/schema/load.js';
import { compile, errorsOf, run } from './harness.js';

const tooLong = 'Expression is too long, please split this expression into multiple statements';
const nested = (levels: number, open: string, inner: string, close: string): string =>
  `public class Main {\n  public static Object f() {\n    ${open.repeat(levels)}${inner}${close.repeat(levels)}\n  }\n}`;

/** A file that cannot be compiled, and its first error. */
const files: readonly (readonly [name: string, text: string, error: string])[] = [
  ['a file without anything', '', "1:1 Unexpected token '<EOF>'."],
  ['a file that stops', 'public class Main {\n  void f() {\n    Integer i = 1;', "3:19 Unexpected token '<EOF>'."],
  [
    'a file that stops in a text',
    "public class Main {\n  String s = 'abc",
    "2:14 Missing closing quote character ' on string."
  ],
  [
    'a file of bytes',
    '\u0000\u0001PK\u0003',
    "1:1 Unrecognized symbol '\u0000', which is not a valid Apex identifier."
  ],
  ['brackets without end', nested(6000, '(', '1', ')'), `3:503 ${tooLong}`],
  ['blocks without end', nested(6000, 'if (true) { ', '', '}'), `3:5984 ${tooLong}`],
  ['operators without end', nested(60000, '-', '1', ''), `1:1 ${tooLong}`],
  ['a second class', 'public class Main { }\nclass Other { }', "2:1 Missing '<EOF>' at 'class'"]
];

describe('bad input', () => {
  test.each(files)('%s is an error with its place, and other classes run', async (_, text, error) => {
    const code = await compile({
      Main: text,
      Other: 'public class Other { public static Integer one() { return 1; } }'
    });

    expect(errorsOf(code)[0]).toBe(error);
    expect(code.classInfo('Other')?.name).toBe('Other');
  });

  // A class takes two brackets itself, and `if (…)` one at the innermost block.
  test.each([
    [
      'brackets',
      nested(498, '(', '1', ')')
        .replace('((', 'return ((')
        .replace(/(\)+)\n/, '$1;\n')
    ],
    ['blocks', nested(497, 'if (true) { ', 'return 1;', '}').replace(/\}\n/, '} return 0;\n')],
    ['brackets in texts and comments', nested(6000, '/*(*/', "return '((('.length() - 2; // {{{", '')]
  ])('as many %s as are allowed compile and run', async (_, text) => {
    expect(await run({ Main: text }, {}, 'Main.f')).toBe('1');
  });

  test('two classes of one name are told once, in the second file', async () => {
    const { schema, metadata } = loadSchema([]);
    const file = (path: string, text: string) => ({
      file: path,
      kind: 'class' as const,
      name: 'Main',
      text,
      apiVersion: 67
    });
    const both = [file('a/Main.cls', 'public class Main { }'), file('b/Main.cls', 'public class Main { Foo x; }')];

    const code = await loadFiles(both, { schema, metadata, library: platformLibrary });

    expect(code.compileErrors.map((each) => `${each.file} ${each.message}`)).toEqual([
      'b/Main.cls Type name already in use: Main'
    ]);
  });

  test('classes that extend each other do not stop the others', async () => {
    const code = await compile({
      A: 'public virtual class A extends B { }',
      B: 'public virtual class B extends A { }',
      I: 'public interface I extends J { }',
      J: 'public interface J extends I { }',
      Other: 'public class Other { }'
    });

    expect(errorsOf(code).every((error) => error.includes('Circular definition: '))).toBe(true);
    expect(code.classInfo('Other')?.name).toBe('Other');
  });

  test('endless recursion says where', async () => {
    const text = await run({
      Main: 'public class Main {\n  public static Integer run() {\n    return run() + 1;\n  }\n}'
    });

    expect(text).toMatch(
      /^System\.LimitException: Maximum stack depth reached: 1001\nClass\.Main\.run: line 3, column 1/
    );
  });
});
