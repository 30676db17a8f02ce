import { describe, expect, it } from 'vitest';
import { riskOf } from '../../src/runtime/regex-guard.js';
import { run } from '../compiler/harness.js';

describe('the risk of a pattern', () => {
  it.each([
    ['(a+)+b', 'nested'],
    ['(a|a)*b', 'nested'],
    ['((x)y*)+', 'nested'],
    ['(?:\\w+\\s?)*', 'nested'],
    ['.*a.*b.*', 'many'],
    ['[*+(]+', 'none'],
    ['\\(a+\\)+', 'none'],
    ['(ab)+', 'none'],
    ['a+b*', 'none']
  ])('of %s is %s', (pattern, risk) => {
    expect(riskOf(pattern)).toBe(risk);
  });
});

describe('a search without end', () => {
  it.each([
    `Pattern.matches('(a+)+b', 'a'.repeat(40))`,
    `'a'.repeat(40).replaceAll('(a|aa)+$b', 'x')`,
    `Pattern.compile('(a*)*b').matcher('a'.repeat(40)).find()`
  ])('is a limit exception: %s', async (expression) => {
    const text = await run({ Main: `public class Main { public static Object run() { return ${expression}; } }` });

    expect(text.split('\n')[0]).toBe('System.LimitException: Regex too complicated');
  });

  it('is told from a long one that ends', async () => {
    const expression = `Pattern.matches('(\\\\w+ ?)+', 'word '.repeat(200))`;

    expect(await run({ Main: `public class Main { public static Object run() { return ${expression}; } }` })).toBe(
      'true'
    );
  });
});
