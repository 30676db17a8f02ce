import { describe, expect, test } from 'vitest';
import { compile, errorsOf } from './harness.js';

/** Statements of a method at line 1, and the error. */
const statements: readonly (readonly [string, string])[] = [
  ['x = 1;', 'Variable does not exist: x'],
  ["Integer i = 'a';", 'Illegal assignment from String to Integer'],
  ['Integer i = 1.5;', 'Illegal assignment from Decimal to Integer'],
  ['Integer i = 1L;', 'Illegal assignment from Long to Integer'],
  ['Foo f;', 'Invalid type: Foo'],
  ['foo(1);', 'Method does not exist or incorrect signature: void foo(Integer) from the type Main'],
  ["'a'.frobnicate();", 'Method does not exist or incorrect signature: void frobnicate() from the type String'],
  ['1 + 1;', 'Expression cannot be a statement.'],
  ['Integer i; i;', 'Expression cannot be a statement.'],
  ['(1 + 2)++;', 'Increment/decrement can only be applied to a variable'],
  ['1 = 2;', 'Expression cannot be assigned'],
  ['if (1) {}', 'Condition expression must be of type Boolean: Integer'],
  ["Boolean b = 1 == 'a';", 'Comparison arguments must be compatible types: Integer, String'],
  ['Object o = true + 1;', 'Arithmetic expressions can only be applied to numeric arguments'],
  ['Integer i = 1; Integer I = 2;', 'Duplicate variable: I'],
  ['return 1;', 'Void method must not return a value'],
  ['return; Integer i;', 'Unreachable statement'],
  ['break;', 'Break statement must be in loop'],
  ['throw new Account();', 'Throw expression must be of type exception: Account'],
  ['Account a = new Account(Foo = 1);', 'Variable does not exist: Foo on Account'],
  ['Account a = new Account(Name = 1);', 'Illegal assignment from Integer to String'],
  ['Object o = new Account().Foo;', 'Variable does not exist: Foo'],
  ['Object o = Account.Foo;', 'Variable does not exist: Foo'],
  ['insert 5;', 'DML requires SObject or SObject list type: Integer'],
  ['for (Integer i : 5) {}', 'Loop must iterate over a collection type: Integer'],
  ["for (Integer i : new List<String>{ 'a' }) {}", 'Loop variable must be of type String: Integer'],
  ["Integer i = (Integer) 'a';", 'Incompatible types since an instance of String is never an instance of Integer'],
  ['final Integer i = 1; i = 2;', 'Final variable has already been initialized: i'],
  ['Integer i = 2147483648;', 'Illegal integer: 2147483648'],
  ['this.toString();', 'Instance reference not allowed in static context: this'],
  ['new Shape();', 'Abstract classes cannot be constructed: Main.Shape'],
  ['new Thing(1);', 'Constructor not defined: [Main.Thing].<Constructor>(Integer)'],
  [
    'Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED];',
    'WITH SECURITY_ENFORCED is not allowed as of API version 67.0; use WITH USER_MODE'
  ],
  ['switch on 1 { when 1 { } when 1 { } }', 'Duplicate when value: number 1'],
  ['switch on 1.5 { when else { } }', 'Switch expression has a type that cannot be switched on: Decimal'],
  ['Object o = Page.Home;', 'Page Home does not exist'],
  ['String s = Label.Nothing;', 'External string does not exist: Nothing']
];

/** Members of a class, and the error. */
const members: readonly (readonly [string, string])[] = [
  ['Integer f() { }', 'Missing return statement required return type: Integer'],
  ['Integer f(Boolean b) { if (b) { return 1; } }', 'Missing return statement required return type: Integer'],
  ['Integer f() { while (true) { } }', 'Missing return statement required return type: Integer'],
  ['class A implements Comparable { }', 'Class Main.A must implement the method: Integer Comparable.compareTo(Object)'],
  ['class A extends Shape { }', 'Class Main.A must implement the method: Decimal Main.Shape.area()'],
  [
    'class A extends Thing { public String say() { return null; } }',
    'Method must use the override keyword: String say()'
  ],
  [
    'class A extends Thing { override String say() { return null; } }',
    'Abstract and override methods require a protected, public or global modifier: String say()'
  ],
  [
    'class A extends Thing { public override String says() { return null; } }',
    '@Override specified for non-overriding method: String says()'
  ],
  [
    'class A extends Thing { public override Integer fixed() { return 1; } }',
    'Non-virtual, non-abstract methods cannot be overridden: Integer fixed()'
  ],
  ['class A extends Closed { }', 'Non-virtual and non-abstract type cannot be extended: Main.Closed'],
  ['class A extends A { }', 'Circular definition: Main.A'],
  ['Integer x; String X;', 'Duplicate field: X'],
  ['void f(Integer i) { } void f(Integer j) { }', 'Method already defined: void f(Integer)'],
  ['String p { get; } void f() { p = null; }', 'Variable is not writeable: p'],
  ['void f() { Integer x = new Closed().hidden; }', ''],
  [
    'Integer f() { return null; } static void g() { f(); }',
    'Method does not exist or incorrect signature: void f() from the type Main'
  ]
];

const frame =
  'public abstract class Shape { public abstract Decimal area(); } public virtual class Thing { public virtual String say() { return null; } public Integer fixed() { return 0; } } public class Closed { private Integer hidden; }';

describe('compile errors', () => {
  test.each(statements)('%s', async (statement, expected) => {
    const code = await compile({ Main: `public class Main {\n static void run() {\n${statement}\n}\n ${frame} }` });

    expect(code.compileErrors.map((error) => error.message)).toEqual([expected]);
    expect(code.compileErrors[0]?.line).toBe(3);
  });

  test.each(members)('%s', async (member, expected) => {
    const code = await compile({ Main: `public class Main {\n${member}\n${frame} }` });

    expect(code.compileErrors.map((error) => error.message)).toEqual(expected === '' ? [] : [expected]);
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
      'Main Variable is not visible: secret',
      'MainTest Variable is not visible: secret'
    ]);
  });

  test('older API versions keep their rules', async () => {
    const source =
      'public class Main { virtual class A { virtual void f() { } } class B extends A { override void f() { } } Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED]; }';

    expect(errorsOf(await compile({ Main: source }, { apiVersion: 64 }))).toEqual([]);
  });
});
