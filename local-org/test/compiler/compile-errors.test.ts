import { describe, expect, test } from 'vitest';
import { compile, errorsOf } from './harness.js';

/** What the platform-compiler tables lack: the local org's own words, and what the front end behind them knows nothing of. */
const statements: readonly (readonly [string, string])[] = [
  ['Object o = new Account().Name.foo;', 'A non foreign key field cannot be referenced in a path expression: Name'],
  ['upsert new Account() Foo__c;', 'Variable does not exist: Foo__c'],
  [
    'try { } catch (DmlException d) { } catch (DmlException e) { }',
    'Exception type already caught: System.DmlException'
  ],
  [
    'DmlException e; Boolean b = e instanceof Exception;',
    'Operation instanceof is always true since an instance of System.DmlException is always an instance of Exception'
  ],
  [
    'Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED];',
    'WITH SECURITY_ENFORCED is not allowed as of API version 67.0; use WITH USER_MODE'
  ],
  ['Object o = Page.Home;', 'Page does not exist: Home']
];

/** Members of a class, and the error. */
const members: readonly (readonly [string, string])[] = [
  [
    'class A implements Comparable { }',
    'Class Main.A must implement the method: Integer System.Comparable.compareTo(Object)'
  ]
];

describe('compile errors', () => {
  test.each(statements)('%s', async (statement, expected) => {
    const code = await compile({ Main: `public class Main {\n static void run() {\n${statement}\n}\n }` });

    expect(code.compileErrors.map((error) => error.message)).toEqual([expected]);
    expect(code.compileErrors[0]?.line).toBe(3);
  });

  test.each(members)('%s', async (member, expected) => {
    const code = await compile({ Main: `public class Main {\n${member}\n }` });

    expect(code.compileErrors.map((error) => error.message)).toEqual([expected]);
  });

  test('are placed, and one file reports several', async () => {
    const code = await compile({
      Main: "public class Main {\n  void f() {\n    x = 1;\n    Integer i = 'a';\n  }\n  Foo g;\n}"
    });

    expect(errorsOf(code)).toEqual([
      '6:3 Invalid type: Foo',
      '3:5 Variable does not exist: x',
      '4:13 Illegal assignment from String to Integer'
    ]);
  });

  test('of the syntax are errors too', async () => {
    const code = await compile({ Main: 'public class Main {\n  void f() { Integer i = ; }\n}' });

    expect(code.compileErrors[0]).toMatchObject({
      file: 'Main.cls',
      line: 2,
      column: 26,
      code: 'syntax',
      className: 'Main'
    });
  });

  test('hold between files, with private members hidden', async () => {
    const code = await compile({
      Other: 'public class Other { private static Integer secret; @TestVisible private static Integer open; }',
      Main: 'public class Main { Integer i = Other.secret; }',
      MainTest: '@IsTest class MainTest { Integer i = Other.open; Integer j = Other.secret; }'
    });

    expect(code.compileErrors.map((error) => `${error.className} ${error.message}`)).toEqual([
      'Main Variable is not visible: Other.secret',
      'MainTest Variable is not visible: Other.secret'
    ]);
  });

  test('older API versions keep their rules', async () => {
    const source =
      'public class Main { virtual class A { virtual void f() { } } class B extends A { override void f() { } } Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED]; }';

    expect(errorsOf(await compile({ Main: source }, { apiVersion: 64 }))).toEqual([]);
  });

  test('tests may stand in any class up to API 27', async () => {
    const source = 'public class Main { static testMethod void works() {} }';

    expect(errorsOf(await compile({ Main: source }, { apiVersion: 27 }))).toEqual([]);
    expect(errorsOf(await compile({ Main: source }, { apiVersion: 28 }))).toEqual([
      expect.stringContaining('Defining type for testMethod methods must be declared as IsTest')
    ]);
  });
});
