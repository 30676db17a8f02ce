// Runs the checks and all tests and adds up their counts; each check counts as one.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

/** Runs an npm script and returns the counts it left in its summary file; without one it failed once. */
function counts(script) {
  const summary = join(root, '.cache', `${script}-summary.json`);
  rmSync(summary, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  try {
    const { passed, failed } = JSON.parse(readFileSync(summary, 'utf8'));
    return { passed, failed: failed + (status !== 0 && failed === 0 ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = ['check', 'test'].map(counts);
const passed = results.reduce((sum, r) => sum + r.passed, 0);
const failed = results.reduce((sum, r) => sum + r.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
