import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { compile, errorsOf, run, transaction } from './harness.js';

/** Each runs as deep as it is told; the caller is a frame, too. */
const source = `public virtual class Main implements Comparable {
  public static Integer left;
  public static Integer down(Integer n) { return n <= 1 ? 1 : 1 + down(n - 1); }
  public static Integer even(Integer n) { return n <= 1 ? 1 : 1 + odd(n - 1); }
  public static Integer odd(Integer n) { return n <= 1 ? 1 : 1 + even(n - 1); }
  public static Integer through(Integer n) { return down(n - 1) + 1; }
  public static void caught(Integer n) {
    if (n <= 1) { throw new IllegalArgumentException('end'); }
    try { caught(n - 1); } finally { left = n; }
  }
  public Main next;
  public Integer depth;
  public Main() { }
  public Main(Integer n) { if (n > 1) { next = new Main(n - 1); } }
  public Integer below { get { return depth <= 1 ? 1 : 1 + with(depth - 1).under; } set { if (value > 1) { with(1).under = value - 1; } } }
  public Integer under { get { return depth <= 1 ? 1 : 1 + with(depth - 1).below; } set { if (value > 1) { with(1).below = value - 1; } } }
  public static Main with(Integer depth) { Main made = new Main(); made.depth = depth; return made; }
  public virtual Integer told(Integer n) { return n <= 1 ? 1 : 1 + new Sub().told(n - 1); }
  class Sub extends Main { public override Integer told(Integer n) { return n <= 1 ? 1 : 1 + new Main().told(n - 1); } }
  public override String toString() { return depth <= 1 ? 'end' : '' + with(depth - 1); }
  public Integer compareTo(Object other) { return depth <= 1 ? 0 : twoSorted(depth - 1); }
  public static Integer twoSorted(Integer n) { List<Main> two = new List<Main>{ with(n), with(n) }; two.sort(); return 0; }
  public class Endless { Endless more = new Endless(); }
  public static Integer again() {
    for (Integer i = 0; i < 5; i++) { try { caught(900); } catch (Exception e) { left = i; } }
    return down(998);
  }
}`;

async function outcome(expression: string): Promise<string> {
  const entry = `public class Entry { public static Object run() { return ${expression}; } }`;
  return (await run({ Main: source, Entry: entry }, {}, 'Entry.run')).split('\n')[0] ?? '';
}

const tooDeep = 'System.LimitException: Maximum stack depth reached: 1001';

describe('the depth of calls', () => {
  test.each([
    ['a method', 'Main.down(999)', '999', 'Main.down(1000)'],
    ['two methods in turn', 'Main.even(999)', '999', 'Main.even(1000)'],
    ['a method that is called by one that does not count', 'Main.through(999)', '999', 'Main.through(1000)'],
    ['overrides', 'new Main().told(999)', '999', 'new Main().told(1000)'],
    ['after exceptions have ended many calls', 'Main.again()', '998', 'Main.again() + Main.down(1000)']
  ])('%s', async (_, fits, value, tooMany) => {
    expect(await outcome(fits)).toBe(value);
    expect(await outcome(tooMany)).toBe(tooDeep);
  });

  test.each([
    ['constructors', 'new Main(2000)'],
    ['getters', 'Main.with(2000).below'],
    ['setters', 'Main.with(1).below = 2000'],
    ['texts of objects', "'' + Main.with(2000)"],
    ['comparisons', 'Main.twoSorted(2000)'],
    ['values of fields', 'new Main.Endless()']
  ])('of %s is limited', async (_, expression) => {
    expect(await outcome(expression)).toBe(tooDeep);
  });

  test('is counted in anonymous Apex, too', async () => {
    const code = await compile({ Main: source });
    expect(errorsOf(code)).toEqual([]);
    const block = await code.compileAnonymous(
      'static Integer f(Integer n) { return n <= 1 ? 1 : 1 + f(n - 1); } f(999); f(1000);'
    );

    let text = '';
    try {
      block.run(transaction(code));
    } catch (error) {
      if (error instanceof ApexThrow) text = exceptionText(error.exception);
    }

    expect(text).toBe(tooDeep);
  });
});
