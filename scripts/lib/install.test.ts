import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe('a fresh clone on a machine without tools', () => {
  let clone: string;
  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), 'handoff-install-'));
    mkdirSync(join(clone, 'scripts', 'lib'), { recursive: true });
    for (const file of ['install.mjs', 'root.mjs']) {
      cpSync(join(import.meta.dirname, file), join(clone, 'scripts', 'lib', file));
    }
    writeFileSync(join(clone, 'package-lock.json'), '{}');
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  /** Runs one of the functions where no program can be found. */
  const says = (call: string) => {
    const script = `import { ${call} } from ${JSON.stringify(join(clone, 'scripts/lib/install.mjs'))}; ${call}();`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { PATH: join(clone, 'nothing') }
    });
    return { status: run.status, text: run.stderr.trim() };
  };

  test('says in one sentence that npm is missing', () => {
    expect(says('ensurePackages')).toEqual({
      status: 1,
      text: 'npm was not found. Install Node.js with npm and try again.'
    });
  });

  test('says in one sentence that Java is missing', () => {
    expect(says('ensureJava')).toEqual({
      status: 1,
      text: 'The Apex semantic check needs Java 11 or newer: install it (Debian: apt-get install default-jre-headless).'
    });
  });
});
