import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, run, temporaryFolder } from '../support/cli.js';

const sources = {
  Made: 'public class Made {\n public static Integer number() {\n return 1;\n }\n}',
  Asked: 'public class Asked {\n public static Integer number() {\n return 2;\n }\n}',
  MadeTest: `@IsTest
private class MadeTest {
 @TestSetup
 static void setUp() {
  insert new Account(Name = 'a' + Made.number());
 }
 @IsTest
 static void findsIt() {
  Assert.areEqual('a' + (Asked.number() - 1), [SELECT Name FROM Account].Name);
 }
}`
};

// Using Test Setup Methods: "If a test setup method calls a non-test method of another class, no code coverage is calculated".
describe('coverage', () => {
  let percents: ReadonlyMap<string, number>;

  beforeAll(async () => {
    await built();
    const folder = temporaryFolder();
    const classes = join(folder, 'classes');
    mkdirSync(classes);
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(classes, `${name}.cls`), text);
    const json = join(folder, 'report.json');
    const ended = await run(['test', '--source', folder, '--json', json, '--coverage', '--workers', '1']);
    if (ended.code !== 0) throw new Error(ended.out);
    const { coverage } = JSON.parse(readFileSync(json, 'utf8')) as {
      coverage: { classes: { name: string; percent: number }[] };
    };
    percents = new Map(coverage.classes.map(({ name, percent }) => [name, percent]));
  }, 120_000);

  it('counts what a test calls', () => {
    expect(percents.get('Asked')).toBe(100);
  });

  it('does not count what only a method of test setup calls', () => {
    expect(percents.get('Made')).toBe(0);
  });
});
