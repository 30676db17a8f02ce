import { describe, expect, test } from 'vitest';
import { run } from './harness.js';

describe('interfaces', () => {
  test('of the project are implemented by static methods, too', async () => {
    const sources = {
      Shape: 'public interface Shape { Integer sides(); }',
      Main: 'public class Main implements Shape { public static Integer sides() { return 3; } public static Integer run() { Shape s = new Main(); return s.sides(); } }'
    };

    expect(await run(sources)).toBe('3');
  });

  test.each([
    ['Long', 'Integer', '2147483647', 'w.size() + 1', '2147483648'],
    ['Decimal', 'Integer', '5', 'w.size() / 2', '2.5'],
    ['Double', 'Integer', '5', 'w.size() / 2', '2.5'],
    ['Datetime', 'Date', 'Date.newInstance(2020, 1, 2)', 'w.size().hourGmt()', '0'],
    ['String', 'Id', "(Id) '001000000000001'", 'w.size().length()', '18'],
    ['Long', 'Integer', 'null', 'w.size()', 'null']
  ])('that want a %s are implemented by a method that gives a %s', async (wide, narrow, value, asked, answer) => {
    const sources = {
      Wide: `public interface Wide { ${wide} size(); }`,
      Main: `public virtual class Main implements Wide {
        public virtual ${narrow} size() { return null; }
        public class Below extends Main { public override ${narrow} size() { return ${value}; } }
        public static Object run() { Main m = new Below(); ${narrow} own = m.size(); Wide w = m; return ${asked}; }
      }`
    };

    expect(await run(sources)).toBe(answer);
  });

  // A public project that is deployed to orgs has a static execute.
  test('of the platform are, and the platform calls them', async () => {
    const sources = {
      Main: `public class Main implements Comparable {
        Integer size;
        Main(Integer size) { this.size = size; }
        static Integer asked = 0;
        public static Integer compareTo(Object other) { asked++; return 0; }
        public static Object run() {
          List<Main> all = new List<Main>{ new Main(2), new Main(1) };
          all.sort();
          return asked > 0;
        }
      }`
    };

    expect(await run(sources)).toBe('true');
  });

  test.each([
    ['Integer', 'Long', '2147483647', 'String.valueOf(v + 1)', '2147483648'],
    ['Integer', 'Decimal', '1', 'String.valueOf(v / 4)', '0.25'],
    ['Double', 'Decimal', '0.5d', 'String.valueOf(v.scale())', '1'],
    ['Id', 'String', "'001000000000001'", 'v.toLowerCase()', '001000000000001aaa'],
    ['String', 'Id', "'001000000000001'", 'String.valueOf(v.getSObjectType())', 'Account'],
    ['Date', 'Datetime', 'Date.newInstance(2026, 1, 2)', "v.formatGmt('HH:mm')", '00:00'],
    ['Integer', 'Long', 'null', 'String.valueOf(v)', 'null']
  ])('are implemented by methods that take %s as %s (%s)', async (given, taken, argument, told, expected) => {
    const sources = {
      Teller: `public interface Teller { String tell(${given} v); }`,
      Base: `public virtual class Base implements Teller { public virtual String tell(${taken} v) { return 'base'; } }`,
      Main: `public class Main extends Base {
        public override String tell(${taken} v) { return ${told}; }
        public static Object run() { Teller t = new Main(); return t.tell(${argument}); }
      }`
    };

    expect(await run(sources)).toBe(expected);
  });
});

test('super.clone() copies the object, as the type above it', async () => {
  const sources = {
    Base: 'public virtual class Base { public Integer size = 1; }',
    Main: `public class Main extends Base {
      public static Object run() { Main one = new Main(); one.size = 5; Base copy = one.copied(); one.size = 6; return copy.size + ' ' + (copy instanceof Main); }
      Base copied() { return super.clone(); }
    }`
  };

  expect(await run(sources)).toBe('5 true');
});
