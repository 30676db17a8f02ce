import { describe, expect, test } from 'vitest';
import { Tests, problemsOf } from './named-tests.mjs';

const files: Record<string, string> = {
  'app/OrderTest.cls':
    '@IsTest\nprivate class OrderTest {\n  @IsTest\n  static void goesOnce() {}\n  static void helps() {}\n}',
  'e2e/orders.test.ts':
    "test('goes once', async () => {});\ntest.each([\n  { a: 1 }\n])('$name: goes', () => {});\nexpect('never goes');",
  'one/panel.test.ts': '',
  'two/panel.test.ts': ''
};
const tests = new Tests(
  {
    apex: ['app/OrderTest.cls'],
    node: ['e2e/orders.test.ts', 'one/panel.test.ts', 'two/panel.test.ts'],
    npmScripts: ['bench']
  },
  (path: string) => files[path]!
);

describe('a test that a page names', () => {
  test.each([
    'OrderTest',
    'OrderTest.goesOnce',
    'e2e/orders.test.ts',
    'orders.test.ts: goes once',
    'orders.test.ts: $name: goes',
    'one/panel.test.ts',
    'npm run bench -- volume'
  ])('is there: %s', (name) => {
    expect(tests.problemOf(name)).toBeUndefined();
  });

  test.each([
    ['NoTest.goesOnce', 'there is no Apex class NoTest'],
    ['OrderTest.goesTwice', 'there is no test OrderTest.goesTwice'],
    ['OrderTest.helps', 'there is no test OrderTest.helps'],
    ['e2e/none.test.ts', 'there is no file e2e/none.test.ts'],
    ['orders.test.ts: goes', "orders.test.ts has no test 'goes'"],
    ['orders.test.ts: never goes', "orders.test.ts has no test 'never goes'"],
    ['panel.test.ts', 'panel.test.ts may be any of one/panel.test.ts, two/panel.test.ts'],
    ['npm run dance', "there is no npm script 'dance'"],
    ['by hand', "'by hand' names no test: write Class.method, file.test.ts: title, or npm run script"]
  ])('is not: %s', (name, problem) => {
    expect(tests.problemOf(name)).toBe(problem);
  });

  test('is looked for in the last column of each row, which names one at least', () => {
    const page = [
      '| promise | test |',
      '| --- | --- |',
      '| `Order` goes | `OrderTest.goesOnce`, `NoTest` |',
      '| flies | one day |',
      '',
      'Not shown: `NoTest`.'
    ].join('\n');

    expect(problemsOf(page, tests)).toEqual(['3: there is no Apex class NoTest', '4: names no test']);
  });
});
