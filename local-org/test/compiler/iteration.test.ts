import { describe, expect, test } from 'vitest';
import { run } from './harness.js';

/**
 * Apex Developer Guide, "Iterating Collections": elements cannot be added or removed while a loop goes over the collection. Of sets
 * that holds as of API version 62.0 (Winter '25 release notes).
 */
const refused = 'System.FinalException: Cannot modify a collection while it is being iterated.';

const main = (statements: string): { readonly Main: string } => ({
  Main: `public class Main {
    static void grow(List<Integer> l) { l.add(9); }
    public static Object run() {
      List<Integer> l = new List<Integer>{ 1, 2, 3 };
      Set<Integer> s = new Set<Integer>{ 1, 2, 3 };
      Map<Integer, String> m = new Map<Integer, String>{ 1 => 'a', 2 => 'b' };
      ${statements}
    }
  }`
});

const outcome = async (statements: string, apiVersion = 67): Promise<string> =>
  (await run(main(statements), { apiVersion })).split('\n')[0] ?? '';

describe('while a loop goes over', () => {
  test.each([
    ['a list, add', 'for (Integer i : l) l.add(i); return l;'],
    ['a list, addAll', 'for (Integer i : l) l.addAll(s); return l;'],
    ['a list, clear', 'for (Integer i : l) l.clear(); return l;'],
    ['a list, add in a method', 'for (Integer i : l) grow(l); return l;'],
    ['a list as an Iterable', 'Iterable<Integer> all = l; for (Integer i : all) l.add(i); return l;'],
    ['a list, in an inner loop', 'for (Integer i : l) { for (Integer j : l) { } l.add(i); } return l;'],
    ['a set, add', 'for (Integer i : s) s.add(i + 10); return s;'],
    ['a set, remove', 'for (Integer i : s) s.remove(i); return s;'],
    ['a set, removeAll', 'for (Integer i : s) s.removeAll(l); return s;'],
    ['a set, retainAll', 'for (Integer i : s) s.retainAll(l); return s;'],
    ['a set, clear', 'for (Integer i : s) s.clear(); return s;']
  ])('%s is refused', async (_, statements) => {
    expect(await outcome(statements)).toBe(refused);
  });

  test.each([
    // No page says so; public suites that pass on orgs do it.
    ['a list, add at a place', 'for (Integer i : l) { l.add(0, 9); return l; } return null;', '(9, 1, 2, 3)'],
    ['a list, remove', 'for (Integer i : l) { l.remove(0); return l; } return null;', '(2, 3)'],
    ['elements of a list are replaced', 'for (Integer i : l) l.set(i - 1, 0); return l;', '(0, 0, 0)'],
    ['other lists grow', 'List<Integer> k = l.clone(); for (Integer i : l) k.add(i); return k.size();', '6'],
    ['a new list takes its place', 'for (Integer i : l) { l = new List<Integer>(); l.add(i); } return l;', '(3)'],
    ['keys of a map are removed', 'for (Integer k : m.keySet()) m.remove(k); return m.size();', '0'],
    [
      'keys are added to a map',
      "for (Integer k : m.keySet()) m.put(k + 10, 'x'); return m.keySet();",
      '{1, 2, 11, 12}'
    ],
    ['the values of a map are a copy', 'for (String v : m.values()) m.clear(); return m.size();', '0']
  ])('%s', async (_, statements, expected) => {
    expect(await outcome(statements)).toBe(expected);
  });

  test('a set may change in code of older versions', async () => {
    expect(await outcome('for (Integer i : s) s.remove(i); return s.size();', 61)).toBe('0');
  });
});

describe('a collection changes again after a loop over it', () => {
  test.each([
    ['has ended', 'for (Integer i : l) { } l.add(4); return l.size();'],
    ['was left by break', 'for (Integer i : l) { break; } l.add(4); return l.size();'],
    ['went on by continue', 'for (Integer i : l) { continue; } l.add(4); return l.size();'],
    [
      'threw',
      'try { for (Integer i : l) { Integer bad = i / 0; } } catch (MathException e) { l.add(4); } return l.size();'
    ],
    [
      'was refused a change',
      'try { for (Integer i : l) l.add(i); } catch (FinalException e) { l.add(4); } return l.size();'
    ],
    [
      'as an Iterable was left',
      'Iterable<Integer> all = l; for (Integer i : all) { break; } l.add(4); return l.size();'
    ]
  ])('that %s', async (_, statements) => {
    expect(await outcome(statements)).toBe('4');
  });
});
