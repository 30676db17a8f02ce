// npm run check: what can be said of the sources without running them. `npm run check -- types soql` runs some.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atOnce, finished } from './lib/at-once.mjs';
import { told } from './lib/failures.mjs';
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

const format = (cache, ...files) => [
  bin('prettier'),
  ['--check', '--log-level=warn', '--cache', `--cache-location=.cache/${cache}`, ...files]
];

/**
 * Name → command; each succeeds with exit code 0. The first one makes what the others read; they run as many at once as there are
 * processors, the long ones before the short ones.
 */
const checks = {
  build: [process.execPath, [join(root, 'scripts/build.mjs')]],
  'format-local-org': format('prettier-local-org', 'local-org'),
  format: format('prettier', '.', '!local-org/**'),
  lint: [bin('eslint'), ['--cache', '--cache-location', '.cache/eslint', '--max-warnings=0', '.']],
  'types-local-org': [bin('tsc'), ['-p', 'local-org/tsconfig.json']],
  security: script('security'),
  'types-test': [bin('tsc'), ['-p', 'test/tsconfig.json']],
  'apex-semantics': script('apex-semantics'),
  'soql-fields': script('soql-fields'),
  deployable: script('deployable'),
  'types-browser': [bin('tsc'), ['-p', 'local-org/src/lightning/browser/tsconfig.json']],
  'types-sandbox-erp': [bin('tsc'), ['-p', 'sandbox-erp/tsconfig.json']],
  'types-lwc': [bin('tsc'), ['-p', 'tsconfig.lwc.json', '--noEmit']],
  'types-e2e': [bin('tsc'), ['-p', 'e2e/tsconfig.json']],
  'types-scripts': [bin('tsc'), ['-p', 'scripts/tsconfig.json']],
  arrows: script('arrows'),
  metadata: script('metadata'),
  permissions: script('permissions'),
  proof: script('proof')
};

const wanted = process.argv.slice(2);
const isMeant = (by, name) => name === by || name.startsWith(`${by}-`);
const unknown = wanted.find((by) => !Object.keys(checks).some((name) => isMeant(by, name)));
if (unknown) {
  console.error(`There is no check '${unknown}'. Checks: ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}
const counts = { passed: 0, failed: 0, failures: [] };
async function check([name, [command, args]]) {
  const started = Date.now();
  const { ok, output } = await finished(command, args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  counts[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (ok) return;
  console.log(output);
  counts.failures.push(told(`check ${name}`, output));
}
const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.some((by) => isMeant(by, name)));
const [first, ...others] = chosen;
await check(first);
await atOnce(others, check);
writeSummary('check', counts);
console.log(`check: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
