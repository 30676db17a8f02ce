import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes whenever a file of the folders does. Each worker reads the sources when it starts: what is edited between makes
 * tests fail that are in order, and nothing else would say why.
 */
export function sourceState(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => stateOf(join(entry.parentPath, entry.name)))
    .sort()
    .join('\n');
}

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return `${file} ${found?.size ?? 'gone'} ${found?.mtimeMs ?? ''}`;
}
