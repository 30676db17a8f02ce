import { describe, expect, test } from 'vitest';
import { loadSchema } from '../../src/schema/load.js';
import { compile, errorsOf, run } from './harness.js';

/** Overloads of `pick`, the argument, and the type of the one that is taken. */
const choices: readonly (readonly [readonly string[], string, string])[] = [
  [['Object', 'Map<String, Object>'], 'new Map<String, String>()', 'Map<String, Object>'],
  [['Map<String, Object>', 'Object'], 'new Map<String, Integer>()', 'Map<String, Object>'],
  [['Object', 'Map<Id, SObject>'], 'new Map<Id, Account>()', 'Map<Id, SObject>'],
  [['Map<String, SObject>', 'Map<Id, SObject>'], 'new Map<Id, Account>()', 'Map<Id, SObject>'],
  [['Object', 'List<SObject>'], 'new List<Account>()', 'List<SObject>'],
  [['List<Object>', 'List<SObject>'], 'new List<Account>()', 'List<SObject>'],
  [['Object', 'List<Object>'], 'new List<String>()', 'List<Object>'],
  [['List<SObject>', 'List<Account>'], 'new List<Account>()', 'List<Account>'],
  [['Object', 'SObject'], 'new Account()', 'SObject'],
  [['Object', 'List<Object>'], "'a'", 'Object'],
  [['List<SObject>', 'Map<Id, SObject>'], 'new Map<Id, SObject>()', 'Map<Id, SObject>']
];

describe('overloads', () => {
  test.each(choices)('of %j take %s as %s', async (types, argument, expected) => {
    const methods = types.map((type) => `static String pick(${type} value) { return '${type}'; }`).join('\n');
    const text = `public class Main { ${methods} public static Object run() { return pick(${argument}); } }`;

    expect(await run({ Main: text })).toBe(expected);
  });
});

test('a comparator of SObjects sorts a list of one object', async () => {
  const text = `public class Main implements Comparator<SObject> {
    public Integer compare(SObject a, SObject b) { return ((String) a.get('Name')).compareTo((String) b.get('Name')); }
    public static String run() {
      List<Account> l = new List<Account>{ new Account(Name = 'b'), new Account(Name = 'a') };
      l.sort(new Main());
      return l[0].Name;
    }
  }`;

  expect(await run({ Main: text })).toBe('a');
});

describe('the namespace of the project', () => {
  const sources = {
    Shelf:
      'public class Shelf { public static Integer size = 2; public static Integer twice() { return 4; } public class Box { public Integer n = 1; } public enum Kind { OPEN } }',
    Main: `public class Main {
      own.Shelf field;
      public static Object run() {
        own.Shelf.Box box = new own.Shelf.Box();
        Object made = (own.Shelf.Box) box;
        return own.Shelf.size + own.Shelf.twice() + box.n + ' ' + own.Shelf.Kind.OPEN + ' ' + (made instanceof own.Shelf.Box);
      }
    }`
  };

  test('may be written before its classes', async () => {
    expect(await run(sources, { load: { schema: loadSchema([], { namespace: 'own' }).schema } })).toBe('7 OPEN true');
  });

  test('is no name in projects without it', async () => {
    const code = await compile({ Main: 'public class Main { Object o = own.Shelf.size; }' });

    expect(errorsOf(code)).toEqual(['1:32 Variable does not exist: own']);
  });
});
