import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compilerVersion } from '../../src/code/cache.js';
import { UncompiledCode } from '../../src/code/uncompiled.js';
import type { ApexObject } from '../../src/kernel/object.js';
import { toText } from '../../src/runtime/text.js';
import { compile, errorsOf, transaction } from './harness.js';

const source = `public virtual class Shape {
  public static Integer made = 0;
  @AuraEnabled
  public String name { get; set; }
  public transient Integer sides;
  public Integer doubled { get { return sides * 2; } }
  public Shape() { made++; name = 'shape'; }
  public virtual String describe(String prefix) { return prefix + name; }
  @AuraEnabled(cacheable=true)
  public static Integer count(Integer extra) { return made + extra; }
  public enum Kind { ROUND, FLAT }
  public class Needy { public Needy(Integer i) { } }
}`;

test('describes classes', async () => {
  const code = await compile({
    Shape: source,
    Round:
      'public class Round extends Shape implements Comparable { public String colour; public Integer compareTo(Object o) { return 0; } }'
  });
  const round = code.classInfo('ROUND');

  expect(round?.members.filter((member) => !member.static).map((member) => member.name)).toEqual([
    'name',
    'sides',
    'doubled',
    'colour'
  ]);
  expect(round?.interfaces).toEqual([{ kind: 'platform', name: 'Comparable', args: [] }]);
  expect(round?.superclass).toEqual({ kind: 'class', name: 'Shape' });
  expect(code.classInfo('shape.kind')?.enumValues).toEqual(['ROUND', 'FLAT']);
  const count = code.classInfo('Shape')?.methods.find((method) => method.name === 'count');
  expect(count?.annotations).toEqual([{ name: 'auraenabled', args: { cacheable: 'true' } }]);
  expect(code.classInfo('Shape')?.members.find((member) => member.name === 'doubled')).toMatchObject({
    writable: false
  });
});

test('reads, writes and calls by name', async () => {
  const code = await compile({ Shape: source });
  const tx = transaction(code);
  const shape = code.newInstance(tx, 'shape');
  code.setMember(tx, shape, 'NAME', 'square');
  code.setMember(tx, shape, 'sides', 4);

  expect(code.getMember(tx, shape, 'doubled')).toBe(8);
  expect(code.invoke(tx, shape, 'describe', ['a '])).toBe('a square');
  expect(code.invokeStatic(tx, 'Shape', 'count', [10])).toBe(11);
  expect(code.getMember(tx, code.allocate(tx, 'Shape'), 'name')).toBeNull();
  expect(toText(tx, code.enumValue(tx, 'Shape.Kind', 'flat') ?? null)).toBe('FLAT');
  expect(() => code.newInstance(tx, 'Shape.Needy')).toThrow('No default constructor available for Shape.Needy');
});

test('static state belongs to the transaction that began it', async () => {
  const code = await compile({ Shape: source });
  const first = transaction(code);
  code.newInstance(first, 'Shape');
  const second = transaction(code);

  expect(code.invokeStatic(second, 'Shape', 'count', [0])).toBe(0);
  expect(code.invokeStatic(first, 'Shape', 'count', [0])).toBe(1);
});

test('a stub answers what its provider says', async () => {
  const code = await compile({
    Shape: source,
    Main: `public class Main implements StubProvider {
      public Object handleMethodCall(Object stubbed, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
        return name + returns + types + names + args;
      }
      public static String run() {
        Shape s = (Shape) Test.createStub(Shape.class, new Main());
        return s.describe('x') + ((Object) s instanceof Shape);
      }
    }`
  });

  expect(code.compileErrors).toEqual([]);
  const tx = transaction(code, { test: { running: false, mocks: new Map(), seeAllData: false } });
  expect(code.invokeStatic(tx, 'Main', 'run', [])).toBe('describeString(String)(prefix)(x)true');
});

test('the methods of a private interface can be called by whoever holds the object', async () => {
  const code = await compile({
    Shop: `public class Shop {
      private interface Till { Integer count(); }
      private class Drawer implements Till { public Integer count() { return 7; } }
      public static Till open() { return new Drawer(); }
    }`,
    Main: 'public class Main { public static Integer run() { return Shop.open().count(); } }'
  });

  expect(errorsOf(code)).toEqual([]);
  expect(code.invokeStatic(transaction(code), 'Main', 'run', [])).toBe(7);
});

test('what does not compile fails only where it is called', async () => {
  const code = await compile({
    Broken:
      'public class Broken { public static Integer good() { return 1; } public static Integer bad() { return nothing; } }',
    Main: 'public class Main { public static Integer run() { return Broken.good(); } public static Integer fail() { return Broken.bad(); } }'
  });
  const tx = transaction(code);

  expect(errorsOf(code)).toEqual(['1:103 Variable does not exist: nothing']);
  expect(code.invokeStatic(tx, 'Main', 'run', [])).toBe(1);
  expect(() => code.invokeStatic(tx, 'Main', 'fail', [])).toThrow(UncompiledCode);
  expect(() => code.invokeStatic(tx, 'Main', 'fail', [])).toThrow(
    'Broken does not compile: Broken.cls:1:103 Variable does not exist: nothing'
  );
});

test('a constructor whose call of the superclass does not compile says so when it runs', async () => {
  const code = await compile({
    Base: 'public virtual class Base { public Base(Integer i) { } }',
    Broken: 'public class Broken extends Base { Integer own = 1; public Broken() { super(nothing); } }',
    Main: 'public class Main { public static Object run() { return new Broken(); } }'
  });

  expect(() => code.invokeStatic(transaction(code), 'Main', 'run', [])).toThrow(
    'Broken does not compile: Broken.cls:1:77 Variable does not exist: nothing'
  );
});

test('runs anonymous blocks against the project', async () => {
  const code = await compile({ Shape: source });
  const tx = transaction(code);
  const block = await code.compileAnonymous(`Shape s = new Shape();
String prefix = 'p ';
Holder h = new Holder();
h.text = s.describe(prefix) + helper(2);
System.debug(h.text);
Integer helper(Integer i) { return i * 2; }
class Holder { String text; }`);
  block.run(tx);

  expect(tx.log.lines.join('\n')).toContain('p shape4');
  expect((await code.compileAnonymous('Integer i = nothing;')).errors.map((error) => error.message)).toEqual([
    'Variable does not exist: nothing'
  ]);
  const failing = await code.compileAnonymous('Integer i = 0;\nInteger j = 1 / i;');
  try {
    failing.run(tx);
    expect.unreachable();
  } catch (error) {
    const { exception } = error as { exception: ApexObject & { frames: unknown } };
    expect(exception.frames).toEqual([{ unit: 'AnonymousBlock', line: 2 }]);
  }
});

test('counts the lines that ran', async () => {
  const code = await compile(
    {
      Main: 'public class Main {\n  static Integer x = 1;\n  public static Integer run(Boolean b) {\n    if (b) {\n      return x;\n    }\n    return 2;\n  }\n}'
    },
    { load: { coverage: true } }
  );
  const tx = transaction(code);
  code.invokeStatic(tx, 'Main', 'run', [false]);
  code.invokeStatic(tx, 'Main', 'run', [false]);

  expect([...code.coverage()].map(({ line, hits }) => [line, hits])).toEqual([
    [2, 1],
    [4, 2],
    [5, 0],
    [7, 2]
  ]);
});

const folder = mkdtempSync(join(tmpdir(), 'apex-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a cache outlives a build of the same compiler, but not a change of it', () => {
  const parts = ['1-parse', '2-bind', '3-emit', 'code', 'soql', 'schema'];
  const here = join(import.meta.dirname, '../../src');
  const copy = mkdtempSync(join(tmpdir(), 'compiler-'));
  for (const part of parts) cpSync(join(here, part), join(copy, part), { recursive: true });

  const built = compilerVersion(copy);
  writeFileSync(join(copy, 'soql', 'new.ts'), 'export {};');
  const changed = compilerVersion(copy);
  rmSync(copy, { recursive: true });

  expect(built).toBe(compilerVersion());
  expect(changed).not.toBe(built);
});

test('a cached project behaves as a compiled one', async () => {
  const sources = { Shape: source, Broken: 'public class Broken { Integer i = nothing; }' };
  const options = { load: { cacheDir: folder } };
  const fresh = await compile(sources, options);
  const projects = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
  const written = projects();
  const cached = await compile(sources, options);

  expect(projects()).toEqual(written);
  expect(written).toHaveLength(1);
  expect(cached.compileErrors).toEqual(fresh.compileErrors);
  const tx = transaction(cached);
  expect(cached.invoke(tx, cached.newInstance(tx, 'Shape'), 'describe', ['a '])).toBe('a shape');
});

test('a static method stands in for that of an interface when it is called from outside', async () => {
  const code = await compile({
    Job: `public class Job implements Queueable {
      public static String done = '';
      public static void execute(QueueableContext context) { done = 'ran'; }
      public static String told() { return done; }
    }`
  });
  const tx = transaction(code);

  code.invoke(tx, code.newInstance(tx, 'Job'), 'execute', [null]);

  expect(errorsOf(code)).toEqual([]);
  expect(code.invokeStatic(tx, 'Job', 'told', [])).toBe('ran');
});
