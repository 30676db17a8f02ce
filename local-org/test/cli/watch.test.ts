import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary, built, environment, eventually, fixture, temporaryFolder } from '../support/cli.js';

describe('local-org test --watch', () => {
  const folder = temporaryFolder();
  let child: ChildProcess;
  let output = '';

  beforeAll(async () => {
    await built();
    cpSync(fixture('mixed-results'), folder, { recursive: true });
    for (const name of ['EndlessTest', 'BrokenTest', 'Broken', 'NeedsBrokenTest', 'UnsupportedTest'])
      rmSync(join(folder, 'classes', `${name}.cls`));
    edit('CalculatorTest', (text) =>
      text.replace(/static void (failsOnPurpose|dividesByZero)/g, 'static void helper$1')
    );
    edit('CalculatorTest', (text) => text.replace(/@IsTest(?=\s+static void helper)/g, ''));
    writeFileSync(
      join(folder, 'classes', 'AloneTest.cls'),
      '@IsTest private class AloneTest { @IsTest static void standsAlone() { Assert.areEqual(2, 1 + 1); } }'
    );
    child = spawn(process.execPath, [binary, 'test', '--source', folder, '--watch', '--workers', '1'], {
      env: environment()
    });
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
  }, 120_000);

  afterAll(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function edit(name: string, change: (text: string) => string): void {
    const file = join(folder, 'classes', `${name}.cls`);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  /** What is printed from now to the next time that it waits. */
  async function round(action: () => void): Promise<string> {
    output = '';
    action();
    await eventually(
      () => Promise.resolve(output),
      (text) => text.includes('Waiting for changes'),
      60_000
    );
    return output;
  }

  it('runs all tests, then those that a change touches, all again on Enter, and ends with q', async () => {
    const first = await round(() => {});
    expect(first).toContain('✓ AloneTest.standsAlone');
    expect(first).toContain('✓ CalculatorTest.divides');

    const broken = await round(() => edit('Calculator', (text) => text.replace('/', '+')));
    expect(broken).toContain('Changed: Calculator.cls');
    expect(broken).toContain('✗ CalculatorTest.divides');
    expect(broken).not.toContain('AloneTest');

    const mended = await round(() => edit('AloneTest', (text) => text.replace('1 + 1', '2')));
    expect(mended).toContain('✓ AloneTest.standsAlone');
    expect(mended).toContain('✗ CalculatorTest.divides');

    expect(await round(() => child.stdin?.write('\n'))).toMatch(/Tests: \d, /);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.write('q\n');
    expect(await ended).toBe(0);
  }, 120_000);
});
