import { describe, expect, test } from 'vitest';
import { compile, errorsOf, run } from './harness.js';

/** Apex Developer Guide, "Versioned Behavior Changes": up to API version 60.0 a like method of a subclass replaces a private one. */
describe('private methods across files', () => {
  const base = `public abstract class Base {
    abstract String name();
    private String kind() { return 'base'; }
    public String both() { return name() + ' ' + kind(); }
  }`;
  const main = `public class Main extends Base {
    String name() { return 'main'; }
    public String kind() { return 'sub'; }
    public static Object run() { return new Main().both(); }
  }`;

  test.each([
    [60, 'main sub'],
    [61, 'main base']
  ])(
    'an abstract one is implemented without override, another is replaced before 61.0: %s',
    async (version, expected) => {
      expect(await run({ Base: base, Main: main }, { apiVersion: version })).toBe(expected);
    }
  );

  test('an abstract class may say the abstract method again and call it', async () => {
    const middle = `public abstract class Middle extends Base {
      abstract String name();
      public String again() { return name(); }
    }`;
    const sources = {
      Base: base,
      Middle: middle,
      Main: `public class Main extends Middle {
        String name() { return 'main'; }
        public static Object run() { return new Main().again(); }
      }`
    };

    expect(await run(sources, { apiVersion: 60 })).toBe('main');
  });

  test.each([60, 61])('a test class overrides a private method that @TestVisible shows it: %s', async (version) => {
    const sources = {
      Gate: `public virtual class Gate {
        public String both() { return kind(); }
        @TestVisible
        private virtual String kind() { return 'gate'; }
      }`,
      Main: `@IsTest
      private class Main {
        private class Stub extends Gate { private override String kind() { return 'stub'; } }
        public static Object run() { return new Stub().both(); }
      }`
    };

    expect(await run(sources, { apiVersion: version })).toBe('stub');
  });

  test('override is for methods that can be seen', async () => {
    const code = await compile(
      {
        Base: base,
        Main: 'public class Main extends Base { public override String name() { return null; } }'
      },
      { apiVersion: 60 }
    );

    expect(errorsOf(code).join()).toMatch(/@Override specified for non-overriding method: .*name\(\)/);
  });
});
