import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** All files below the given folders of the repository whose path matches, sorted, as absolute paths. */
export function filesBelow(folders, pattern) {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    )
    .filter((path) => pattern.test(path) && !path.includes('/node_modules/'))
    .sort();
}
