import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, fixture, run, temporaryFolder, type Ended } from '../support/cli.js';

interface JsonReport {
  readonly summary: Readonly<Record<string, number>>;
  readonly tests: readonly {
    readonly class: string;
    readonly method: string;
    readonly outcome: string;
    readonly message: string | null;
    readonly stack: string | null;
    readonly durationMs: number;
  }[];
  readonly coverage: { readonly percent: number; readonly classes: readonly { name: string; percent: number }[] };
}

describe('local-org test', () => {
  let ended: Ended;
  let report: JsonReport;

  beforeAll(async () => {
    await built();
    const json = join(temporaryFolder(), 'report.json');
    const options = ['--json', json, '--coverage', '--timeout', '3', '--workers', '2'];
    ended = await run(['test', '--source', fixture('mixed-results'), ...options]);
    report = JSON.parse(readFileSync(json, 'utf8')) as JsonReport;
  }, 120_000);

  const result = (name: string) => {
    const found = report.tests.find((test) => `${test.class}.${test.method}` === name);
    if (!found) throw new Error(`${name} is not reported`);
    return found;
  };

  it('exits with 1 when a test fails, and says how many did in its last line', () => {
    expect(ended.code).toBe(1);
    expect(ended.out.trim().split('\n').at(-1)).toMatch(/^Tests: 11, 5 passed, 5 failed, 1 unsupported \(\d+ ms\)$/);
  });

  it('writes the documented JSON', () => {
    const { durationMs, ...counts } = report.summary;
    expect(counts).toEqual({ tests: 11, passed: 5, failed: 5, unsupported: 1 });
    expect(durationMs).toBeGreaterThan(0);
    expect(result('CalculatorTest.divides')).toEqual({
      class: 'CalculatorTest',
      method: 'divides',
      outcome: 'passed',
      message: null,
      stack: null,
      durationMs: expect.any(Number) as number
    });
  });

  it.each(['divides', 'seesTheSetupAndNoOtherTest', 'stillSeesTheSetup'])(
    'isolates each test and keeps its setup data: %s',
    (method) => {
      expect(result(`CalculatorTest.${method}`)).toMatchObject({ outcome: 'passed', message: null });
    }
  );

  it('shows the assertion with class, method and line', () => {
    expect(result('CalculatorTest.failsOnPurpose')).toMatchObject({
      outcome: 'failed',
      message: 'System.AssertException: Assertion Failed: on purpose: Expected: 3, Actual: 2',
      stack: 'Class.CalculatorTest.failsOnPurpose: line 31, column 1'
    });
  });

  it('shows the whole stack of an exception', () => {
    expect(result('CalculatorTest.dividesByZero')).toMatchObject({
      outcome: 'failed',
      message: 'System.MathException: Divide by 0',
      stack: [
        'Class.Calculator.divide: line 9, column 1',
        'Class.CalculatorTest.dividesByZero: line 36, column 1'
      ].join('\n')
    });
  });

  it('stops a test that hangs and goes on with the others of its class', () => {
    expect(result('EndlessTest.neverEnds')).toMatchObject({
      outcome: 'failed',
      message: 'The test was stopped after 3 s.'
    });
    expect(result('EndlessTest.endsAtOnce').outcome).toBe('passed');
  });

  it('fails the tests of a class that does not compile, with file, line and column', () => {
    const { outcome, message } = result('BrokenTest.cannotCompile');
    expect(outcome).toBe('failed');
    expect(message).toMatch(/BrokenTest\.cls:5:\d+: .*Illegal assignment from String to Integer/);
  });

  it('fails the tests that need a class that does not compile', () => {
    const { outcome, message } = result('NeedsBrokenTest.needsTheBrokenClass');
    expect(outcome).toBe('failed');
    expect(message).toMatch(/Broken\.cls:3:\d+:? Variable does not exist: missing/);
  });

  it('calls tests that need what the local org lacks unsupported', () => {
    expect(result('UnsupportedTest.usesWhatTheLocalOrgLacks').outcome).toBe('unsupported');
  });

  it('runs the other tests of such a class', () => {
    expect(result('UnsupportedTest.usesNothingOfIt').outcome).toBe('passed');
  });

  it('reports coverage by class, without test classes', () => {
    const classes = report.coverage.classes.map((one) => one.name);
    expect(classes).toContain('Calculator');
    expect(classes).not.toContain('CalculatorTest');
    expect(report.coverage.classes.find((one) => one.name === 'Calculator')?.percent).toBeLessThan(100);
    expect(ended.out).toMatch(/ {2}Calculator +\d+\.\d %/);
  });

  it('exits with 0 when all selected tests pass', async () => {
    const one = await run(['test', '--source', fixture('mixed-results'), '--filter', 'CalculatorTest.divides']);

    expect(one).toMatchObject({ code: 0 });
    expect(one.out).toMatch(/✓ CalculatorTest\.divides \(\d+ ms\)\nTests: 1, 1 passed, 0 failed, 0 unsupported/);
  });

  it('writes JUnit XML and lcov, and runs the shards of a project apart in a random order', async () => {
    const folder = temporaryFolder();
    const [junit, lcov] = [join(folder, 'junit.xml'), join(folder, 'lcov.info')];
    const options = ['--source', fixture('mixed-results'), '--filter', 'C*Test', '--workers', '1', '--seed', '3'];
    const shards = await Promise.all(
      ['1/2', '2/2'].map((shard) => run(['test', ...options, '--shard', shard, '--junit', junit, '--lcov', lcov]))
    );

    expect(shards.map((one) => /Tests: (\d+)/.exec(one.out)?.[1]).sort()).toEqual(['0', '5']);
    expect(shards[0]?.out).toContain('Random order; --seed 3 gives it again.');
    await run(['test', ...options, '--junit', junit, '--lcov', lcov]);
    expect(readFileSync(junit, 'utf8')).toMatch(/<testsuite name="CalculatorTest" tests="5" failures="2"/);
    expect(readFileSync(lcov, 'utf8')).toMatch(/SF:.*classes\/Calculator\.cls\nDA:2,\d+\n/);
  });

  it('shows where the time goes', async () => {
    const { out } = await run([
      'test',
      '--source',
      fixture('mixed-results'),
      '--filter',
      'CalculatorTest',
      '--profile'
    ]);

    expect(out).toMatch(/ 1 +1 {2}SELECT Name FROM Account\n/);
    expect(out).toContain('Class.CalculatorTest.stillSeesTheSetup: line 25, column 1');
  });

  it('writes the debug log of each test at the wanted levels', async () => {
    const folder = join(temporaryFolder(), 'logs');
    const options = ['--filter', 'CalculatorTest', '--logs', folder, '--log-level', 'APEX_CODE,ERROR;DB,INFO'];
    await run(['test', '--source', fixture('mixed-results'), ...options]);

    const log = readFileSync(join(folder, 'CalculatorTest.stillSeesTheSetup.log'), 'utf8');
    expect(log).toMatch(/^67\.0 APEX_CODE,ERROR;DB,INFO\n/);
    expect(log).toMatch(/SOQL_EXECUTE_BEGIN\|\[25\]\|.*SELECT Name FROM Account/);
    expect(readFileSync(join(folder, 'CalculatorTest.dividesByZero.log'), 'utf8')).toContain(
      'FATAL_ERROR|System.MathException: Divide by 0'
    );
  });

  it('runs the tests that stand in a class of an old API version', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'Old.cls'),
      'public class Old { static testMethod void works() { System.assertEquals(2, 1 + 1); } }'
    );
    writeFileSync(
      join(folder, 'Old.cls-meta.xml'),
      '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>25.0</apiVersion></ApexClass>'
    );

    expect((await run(['test', '--source', folder])).out).toMatch(/✓ Old\.works/);
  });

  it('finds the project in the working directory', async () => {
    const one = await run(['test', '--filter', 'AsyncTest'], fixture('help-desk'));

    expect(one.out).toMatch(/Tests: 10, 10 passed/);
    expect(one.code).toBe(0);
  });

  it('gives the running user permission sets, and says when there is none of a name', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'classes'));
    mkdirSync(join(folder, 'permissionsets'));
    writeFileSync(
      join(folder, 'permissionsets', 'Extra.permissionset-meta.xml'),
      '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Extra</label></PermissionSet>'
    );
    writeFileSync(
      join(folder, 'classes', 'ExtraTest.cls'),
      `@IsTest private class ExtraTest { @IsTest static void hasIt() {
        Assert.areEqual(1, [SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = :UserInfo.getUserId() AND PermissionSet.Name = 'Extra']);
      } }`
    );
    const test = (...options: string[]) => run(['test', '--source', folder, '--workers', '1', ...options]);

    const without = await test();
    const assigned = await test('--permission-set', 'Extra');
    const unknown = await test('--permission-set', 'Extra', '--permission-set', 'Nothing');

    expect([without.code, assigned.code, unknown.code]).toEqual([1, 0, 1]);
    expect(unknown.err).toContain('There is no permission set Nothing.');
  }, 120_000);
});
