// Runs the checks and all tests and adds up their counts; each check counts as one. What failed is told once more at the end.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

/** Runs an npm script and returns what it left in its summary file; without one it failed once. */
function summaryOf(script) {
  const summary = join(root, '.cache', `${script}-summary.json`);
  rmSync(summary, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  try {
    const { passed, failed, failures } = JSON.parse(readFileSync(summary, 'utf8'));
    return { passed, failed: failed + (status !== 0 && failed === 0 ? 1 : 0), failures };
  } catch {
    return { passed: 0, failed: 1, failures: [`npm run ${script} ended without a summary.`] };
  }
}

const results = ['check', 'test'].map(summaryOf);
const passed = results.reduce((sum, r) => sum + r.passed, 0);
const failed = results.reduce((sum, r) => sum + r.failed, 0);
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\nFAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
