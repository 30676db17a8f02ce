// Semantic check of all Apex with apex-ls (the jars inside the code analyzer's PMD engine): unknown names, missing returns, interfaces left open.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { root } from '../lib/root.mjs';

/** Messages of apex-ls that are wrong, each with what shows it. */
const falseAlarms = [
  // Its standard types lack the inner class; documented in the Apex reference, class QueueableDuplicateSignature.Builder.
  /'Builder' on 'System\.QueueableDuplicateSignature'/
];

const jars = join(
  dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')),
  'java-lib',
  '*'
);
const run = spawnSync(
  'java',
  [
    '-cp',
    jars,
    'io.github.apexdevtools.apexls.CheckForIssues',
    '--workspace',
    root,
    '--format',
    'json',
    '--detail',
    'errors',
    '--nocache'
  ],
  { encoding: 'utf8', maxBuffer: 1 << 28 }
);
if (run.error || (run.status !== 0 && run.status !== 4)) {
  console.error(`apex-ls did not run: ${run.error?.message ?? run.stderr}`);
  process.exit(1);
}
const files = run.stdout.trim() ? JSON.parse(run.stdout).files : [];
let issues = 0;
for (const file of files) {
  for (const message of file.messages) {
    if (falseAlarms.some((alarm) => alarm.test(message.message))) continue;
    issues++;
    console.log(`${relative(root, file.path)}:${message.start.line}:${message.start.offset + 1} ${message.message}`);
  }
}
process.exit(issues > 0 ? 1 : 0);
