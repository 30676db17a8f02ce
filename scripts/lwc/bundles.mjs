import { basename, dirname } from 'node:path';
import { filesBelow } from '../lib/files.mjs';

/** Every file of the package whose path matches, sorted. */
export function sourceFiles(pattern) {
  return filesBelow(['force-app'], pattern);
}

/** The LWC bundles of the package that are written in TypeScript: name, folder and entry file. */
export function lwcBundles() {
  return sourceFiles(/\/lwc\/(\w+)\/\1\.ts$/).map((entry) => ({
    name: basename(entry, '.ts'),
    folder: dirname(entry),
    entry
  }));
}
