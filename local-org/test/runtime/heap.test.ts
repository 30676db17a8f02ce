import { describe, expect, it } from 'vitest';
import { run } from '../compiler/harness.js';

/** What the body throws, without its stack trace. */
async function outcome(body: string): Promise<string> {
  const text = await run({ Main: `public class Main { public static Object run() { ${body} } }` });
  return text.split('\n')[0] ?? '';
}

const tooLarge = /^System\.LimitException: Apex heap size too large: (\d+)$/;

/** Apex Developer Guide, "Execution Governors and Limits": 6 MB of heap in synchronous Apex. */
describe('a value larger than the heap ends the transaction', () => {
  it.each([
    ['a text doubled in a loop', `String s = 'x'; for (Integer i = 0; i < 40; i++) s += s; return s.length();`],
    ['a padded text', `return 'x'.leftPad(50000000).length();`],
    [
      'joined texts',
      `List<String> l = new List<String>(); for (Integer i = 0; i < 100; i++) l.add('x'.repeat(90000)); return String.join(l, ',').length();`
    ],
    ['replacements', `return 'x'.repeat(90000).replace('x', 'y'.repeat(1000)).length();`],
    [
      'JSON of a list that holds one list often',
      `List<Object> l = new List<Object>{ 'x' }; for (Integer i = 0; i < 30; i++) l = new List<Object>{ l, l }; return JSON.serialize(l).length();`
    ],
    [
      'the text of such a list',
      `List<Object> l = new List<Object>{ 'x' }; for (Integer i = 0; i < 22; i++) l = new List<Object>{ l, l }; return String.valueOf(l).length();`
    ],
    [
      'a list added to itself',
      `List<Integer> l = new List<Integer>{ 1 }; for (Integer i = 0; i < 40; i++) l.addAll(l); return l.size();`
    ],
    ['an array', `return new Integer[500000000].size();`]
  ])('%s', async (_name, body) => {
    expect(await outcome(body)).toMatch(tooLarge);
  });

  it.each([
    ['a text of fifty megabytes', `String s = 'x'.repeat(50000000); return s.length();`],
    ['a repeated text with separators', `return 'abc'.repeat(',', 20000000).length();`],
    [
      'even where the code would catch all exceptions',
      `try { return 'x'.repeat(50000000); } catch (Exception e) { return 'caught'; }`
    ]
  ])('so does a repetition beyond what a text may have: %s', async (_name, body) => {
    expect(await outcome(body)).toBe('System.LimitException: String is too long.');
  });

  it('even where the code would catch all exceptions', async () => {
    const text = await outcome(`try { return 'x'.leftPad(50000000); } catch (Exception e) { return 'caught'; }`);

    expect(text).toBe('System.LimitException: Apex heap size too large: 49999999');
  });

  it('and one that fits is held', async () => {
    expect(await outcome(`String s = 'x'.repeat(5000000); return (s + 'y').length();`)).toBe('5000001');
  });
});
