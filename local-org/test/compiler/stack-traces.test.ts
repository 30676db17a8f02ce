import { expect, test } from 'vitest';
import { run } from './harness.js';

const source = `public class Main {
  public class Nested {
    public Integer value;
    public Nested(Integer divisor) {
      value = divide(1, divisor);
    }
    public Integer again() {
      return divide(
        value,
        0
      );
    }
    public String property {
      get {
        return String.valueOf(1 / 0);
      }
    }
  }
  static Integer divide(Integer a, Integer b) {
    Integer unused;
    return a / b;
  }
  public static String run() {
    new Nested(0);
    return null;
  }
  public static String method() {
    return '' + new Nested(1).again();
  }
  public static String property() {
    return new Nested(1).property;
  }
  public static String recursion() {
    return recursion() + 1;
  }
  public static String rethrown() {
    Exception first;
    try {
      divide(1, 0);
    } catch (Exception e) {
      first = e;
    }
    throw first;
  }
}`;

const failure = 'public class Broken { static Integer x = 1 / 0; public static Integer read() { return x; } }';

test.each([
  [
    'Main.run',
    'System.MathException: Divide by 0\nClass.Main.divide: line 21, column 1\nClass.Main.Nested.<init>: line 5, column 1\nClass.Main.run: line 24, column 1'
  ],
  [
    'Main.method',
    'System.MathException: Divide by 0\nClass.Main.divide: line 21, column 1\nClass.Main.Nested.again: line 8, column 1\nClass.Main.method: line 28, column 1'
  ],
  [
    'Main.property',
    'System.MathException: Divide by 0\nClass.Main.Nested.property: line 15, column 1\nClass.Main.property: line 31, column 1'
  ],
  [
    'Main.rethrown',
    'System.MathException: Divide by 0\nClass.Main.divide: line 21, column 1\nClass.Main.rethrown: line 39, column 1'
  ],
  [
    'Broken.read',
    'System.MathException: Divide by 0\nClass.Broken.<clinit>: line 1, column 1\nClass.Broken.read: line 1, column 1'
  ]
])('%s', async (entry, expected) => {
  expect(await run({ Main: source, Broken: failure }, {}, entry)).toBe(expected);
});

test('endless recursion is a limit exception', async () => {
  const text = await run({ Main: source }, {}, 'Main.recursion');

  expect(text).toMatch(/^System\.LimitException: Maximum stack depth reached: 1001/);
});
