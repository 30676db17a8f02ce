import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, run, temporaryFolder, type Ended } from '../support/cli.js';

interface Result {
  readonly method: string;
  readonly outcome: string;
  readonly message: string | null;
  readonly stack: string | null;
}

const source = `@IsTest
private class MisbehavingTest {
  static List<Object> rest = new List<Object>();
  @IsTest static void loops() {
    Integer i = 0;
    while (true) {
      i++;
    }
  }
  @IsTest static void recurses() {
    recurses(
      1
    );
  }
  static Integer recurses(Integer depth) {
    return recurses(depth + 1) + 1;
  }
  @IsTest static void fillsTheHeap() {
    String text = 'x'
      .leftPad(50 * 1024 * 1024);
  }
  @IsTest static void growsForEver() {
    while (true) {
      rest.add(new List<Integer>(10000));
    }
  }
  @IsTest static void cannotCatchALimit() {
    try {
      'x'.leftPad(50000000);
    } catch (Exception e) {
      System.assert(false, 'caught');
    } finally {
      rest = null;
    }
  }
  @IsTest static void worksAllTheSame() {
    System.assertEquals(0, rest.size());
  }
}`;

/** Each limit ends its own test only, with the place that it was reached at. */
describe('tests that misbehave', () => {
  let ended: Ended;
  let results: ReadonlyMap<string, Result>;

  beforeAll(async () => {
    await built();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'MisbehavingTest.cls'), source);
    const json = join(folder, 'report.json');
    ended = await run(['test', '--source', folder, '--workers', '1', '--json', json]);
    const { tests } = JSON.parse(readFileSync(json, 'utf8')) as { readonly tests: readonly Result[] };
    results = new Map(tests.map((test) => [test.method, test]));
  }, 240_000);

  it.each([
    ['loops', /^System\.LimitException: Apex CPU time limit exceeded/, /^Class\.MisbehavingTest\.loops: line [67],/],
    [
      'recurses',
      /^System\.LimitException: Maximum stack depth reached: 1001/,
      /^Class\.MisbehavingTest\.recurses: line 1[56], column 1\n/
    ],
    ['fillsTheHeap', /^System\.LimitException: Apex heap size too large: /, /fillsTheHeap: line 20, column 1$/],
    ['growsForEver', /^System\.LimitException: Apex heap size too large: /, /growsForEver: line 2[34], column 1$/],
    [
      'cannotCatchALimit',
      /^System\.LimitException: Apex heap size too large: /,
      /cannotCatchALimit: line 29, column 1$/
    ]
  ])('%s', (method, message, stack) => {
    expect(results.get(method)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(message),
      stack: expect.stringMatching(stack)
    });
  });

  it('let the others go on', () => {
    expect(results.get('worksAllTheSame')?.outcome).toBe('passed');
    expect(ended.code).toBe(1);
  });
});
