import { expect, test } from 'vitest';
import { run } from './harness.js';

test('runs a class', async () => {
  const text = await run({
    Main: `public class Main {
  private static Integer total = 0;
  public static String run() {
    List<Integer> numbers = new List<Integer>{ 1, 2, 3 };
    for (Integer n : numbers) {
      total += n * 2;
    }
    Map<String, Integer> counts = new Map<String, Integer>{ 'a' => 1 };
    counts.put('b', 2);
    String s = 'total ' + total + ' ' + counts.get('b') + numbers;
    try {
      Object o = null;
      o.toString();
    } catch (NullPointerException e) {
      s += e.getMessage() + e.getLineNumber();
    }
    return s;
  }
}`
  });
  expect(text).toBe('total 12 2(1, 2, 3)Attempt to de-reference a null object13');
});
