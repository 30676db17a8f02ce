// npm run pictures: makes the pictures of the guides anew, from the running product, into docs/pictures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium, ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensurePackages();
ensureChromium();
const { buildNode } = await import('./build-node.mjs');
await buildNode();
const vitest = join(root, 'node_modules/.bin/vitest');
const { status } = spawnSync(vitest, ['run', '--config', 'e2e/pictures/vitest.config.ts'], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
