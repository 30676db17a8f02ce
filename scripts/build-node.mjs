// Transpiles the TypeScript of the local org and the sandbox ERP to <part>/dist, file by file (types are checked by `npm run check`).
import { build } from 'esbuild';
import { globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
