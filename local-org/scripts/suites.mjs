// Runs the Apex tests of other projects, each in a process of its own, and prints one Markdown table.
// node local-org/scripts/suites.mjs [--json DIR] [--workers N] DIR…
// DIR is a project or a folder of sources. --json keeps each suite's results as <suite>.json, where its failures can be read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const cli = fileURLToPath(new URL('../bin/local-org.mjs', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, workers: { type: 'string', default: '1' } }
});
if (positionals.length === 0) {
  console.error('Name at least one project: node local-org/scripts/suites.mjs DIR…');
  process.exit(2);
}

/** The folder of the project that a folder lies in, else the folder itself: what people call the suite. */
function suiteName(folder) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'sfdx-project.json'))) return basename(at);
  }
  return basename(folder);
}

/** Runs one suite; `summary` is null when it never came to its tests, and `reason` says why. */
function run(folder, json) {
  const started = Date.now();
  rmSync(json, { force: true });
  const args = [cli, 'test', '--source', folder, '--workers', values.workers, '--json', json];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (Date.now() - started) / 1000;
  if (!existsSync(json)) return { summary: null, seconds, reason: stderr.trim().split('\n').at(-1) ?? 'no report' };
  return { summary: JSON.parse(readFileSync(json, 'utf8')).summary, seconds, reason: null };
}

const scratch = values.json ? null : mkdtempSync(join(tmpdir(), 'suites-'));
const reports = resolve(values.json ?? scratch);
mkdirSync(reports, { recursive: true });

console.log('| suite | tests | passed | failed | unsupported | seconds |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
const total = { tests: 0, passed: 0, failed: 0, unsupported: 0, seconds: 0 };
for (const folder of positionals.map((text) => resolve(text))) {
  const name = suiteName(folder);
  const { summary, seconds, reason } = run(folder, join(reports, `${name}.json`));
  total.seconds += seconds;
  if (summary === null) {
    console.log(`| ${name} | did not run: ${reason} | | | | ${seconds.toFixed(1)} |`);
    process.exitCode = 1;
    continue;
  }
  for (const key of ['tests', 'passed', 'failed', 'unsupported']) total[key] += summary[key];
  console.log(row(name, { ...summary, seconds }));
  if (summary.passed < summary.tests) process.exitCode = 1;
}
console.log(row('**all**', total));
if (scratch) rmSync(scratch, { recursive: true });

function row(name, { tests, passed, failed, unsupported, seconds }) {
  return `| ${name} | ${tests} | ${passed} | ${failed} | ${unsupported} | ${seconds.toFixed(1)} |`;
}
