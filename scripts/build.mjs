// npm run build: the Node parts, the generated types, and the TypeScript LWCs compiled to the JavaScript that is deployed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensurePackages();
for (const step of ['build-node.mjs', 'generate-types.mjs', 'build-lwc.mjs']) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', step)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
