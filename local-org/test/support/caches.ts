import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A folder that outlives the run, apart from the user's own caches: what is compiled for tests is compiled once. */
export function testCache(name: string): string {
  const folder = join(root, '.cache', 'tests', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
