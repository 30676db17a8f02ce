// npm run check: what can be said of the sources without running them. `npm run check -- types soql` runs some.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureJava, ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { writeSummary } from './lib/summary.mjs';
import ownTemporaryFolder from './lib/temporary.mjs';

ensurePackages();
ownTemporaryFolder();
ensureJava();
mkdirSync(join(root, '.cache'), { recursive: true });

const bin = (name) => join(root, 'node_modules', '.bin', name);
const script = (name) => [process.execPath, [join(root, 'scripts/check', `${name}.mjs`)]];

/** Name → command; each succeeds with exit code 0. */
const checks = {
  build: [process.execPath, [join(root, 'scripts/build.mjs')]],
  format: [bin('prettier'), ['--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.']],
  lint: [bin('eslint'), ['--cache', '--cache-location', '.cache/eslint', '--max-warnings=0', '.']],
  'types-local-org': [bin('tsc'), ['-p', 'local-org/tsconfig.json']],
  'types-browser': [bin('tsc'), ['-p', 'local-org/src/lightning/browser/tsconfig.json']],
  'types-sandbox-erp': [bin('tsc'), ['-p', 'sandbox-erp/tsconfig.json']],
  'types-lwc': [bin('tsc'), ['-p', 'tsconfig.lwc.json', '--noEmit']],
  'types-e2e': [bin('tsc'), ['-p', 'e2e/tsconfig.json']],
  'types-test': [bin('tsc'), ['-p', 'test/tsconfig.json']],
  'types-scripts': [bin('tsc'), ['-p', 'scripts/tsconfig.json']],
  arrows: script('arrows'),
  metadata: script('metadata'),
  permissions: script('permissions'),
  'apex-semantics': script('apex-semantics'),
  'soql-fields': script('soql-fields'),
  security: script('security'),
  deployable: script('deployable')
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in checks));
if (unknown) {
  console.error(`There is no check '${unknown}'. Checks: ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}
const counts = { passed: 0, failed: 0 };
for (const [name, [command, args]] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = Date.now();
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const ok = run.status === 0;
  counts[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!ok) console.log(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? run.error.message : ''}`);
}
writeSummary('check', counts);
console.log(`check: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
