// npm run scratch -- --target-dev-hub X [--alias handoff]: a scratch org with the package, the demo metadata, users and data.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, fail } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensurePackages();
const { sf } = await import('./lib/sf.mjs');
const { values } = parseArgs({
  options: { 'target-dev-hub': { type: 'string' }, alias: { type: 'string', default: 'handoff' } }
});
if (!values['target-dev-hub']) fail('Name the Dev Hub: npm run scratch -- --target-dev-hub <alias>.');

const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...sf.env } });
  if (status !== 0) process.exit(status ?? 1);
};
const cli = (...args) => run(process.execPath, [sf.path, ...args]);
const org = ['--target-org', values.alias];

run(process.execPath, [join(root, 'scripts/build.mjs')]);
cli(
  'org',
  'create',
  'scratch',
  '--definition-file',
  'config/project-scratch-def.json',
  '--target-dev-hub',
  values['target-dev-hub'],
  '--alias',
  values.alias,
  '--duration-days',
  '7'
);
cli('project', 'deploy', 'start', '--source-dir', 'force-app', '--source-dir', 'config/demo/metadata', ...org);
cli('org', 'assign', 'permset', '--name', 'Handoff_Admin', '--name', 'Business_Central_Access', ...org);
for (const file of readdirSync(join(root, 'config/users')))
  cli('org', 'create', 'user', '--definition-file', `config/users/${file}`, '--set-unique-username', ...org);
cli('data', 'import', 'tree', '--plan', 'config/demo/plan.json', ...org);
cli('apex', 'run', '--file', 'config/demo/setup.apex', ...org);
cli('org', 'open', ...org);
