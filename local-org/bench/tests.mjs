// A thousand small tests, each with a query, an insert and an update, as a developer runs them: the whole command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProject } from './support/generated-project.mjs';

const command = fileURLToPath(new URL('../bin/local-org.mjs', import.meta.url));

export function run() {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  try {
    const source = join(folder, 'source');
    writeProject(source, { classes: 100, tested: 100, methods: 10 });
    const began = performance.now();
    const { stdout } = spawnSync(process.execPath, [command, 'test', '--source', source, '--workers', '2'], {
      encoding: 'utf8',
      env: { ...process.env, LOCAL_ORG_CACHE: join(folder, 'cache') },
      maxBuffer: 2 ** 26
    });
    const seconds = (performance.now() - began) / 1000;
    const summary = stdout.trim().split('\n').at(-1) ?? '';
    if (!summary.startsWith('Tests: 1000, 1000 passed'))
      throw new Error(`The tests of the benchmark failed: ${summary}`);
    return [
      { what: '1,000 small tests in 100 classes, compiling included', value: seconds.toFixed(1), unit: 's', bound: 20 }
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
