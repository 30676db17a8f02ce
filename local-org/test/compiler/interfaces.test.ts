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
});
