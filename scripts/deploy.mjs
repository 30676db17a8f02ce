// npm run deploy -- --target-org X: builds, then deploys the package's source to an org.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensurePackages();
const { sf } = await import('./lib/sf.mjs');
const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...sf.env } });
  if (status !== 0) process.exit(status ?? 1);
};
run(process.execPath, [join(root, 'scripts/build.mjs')]);
run(process.execPath, [sf.path, 'project', 'deploy', 'start', '--source-dir', 'force-app', ...process.argv.slice(2)]);
