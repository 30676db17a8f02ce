import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

const helper = new URL('temporary.mjs', import.meta.url).href;
const program = (end: string) => `
  import { mkdtempSync, writeFileSync } from 'node:fs';
  import { spawnSync } from 'node:child_process';
  import { tmpdir } from 'node:os';
  import own from '${helper}';
  own();
  const left = mkdtempSync(tmpdir() + '/left-');
  writeFileSync(left + '/file', 'x');
  const child = spawnSync(process.execPath, ['-p', "require('os').tmpdir()"], { encoding: 'utf8' });
  console.log(left + ' ' + child.stdout.trim());
  ${end}`;

it.each(['', 'process.exit(3);', "throw new Error('broken');", "process.kill(process.pid, 'SIGTERM');"])(
  'what a process and its children leave in the temp folder is gone when it ends with "%s"',
  (end) => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program(end)], { encoding: 'utf8' });
    const [left = '', ofChild = ''] = stdout.trim().split(' ');

    expect(dirname(dirname(left))).toBe(tmpdir());
    expect(ofChild).toBe(dirname(left));
    expect(existsSync(ofChild)).toBe(false);
  }
);

it('tests have a temp folder of their own', () => {
  expect(tmpdir()).toContain('handoff-');
});
