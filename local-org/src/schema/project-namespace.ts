import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The namespace in the sfdx-project.json of the first source that has one in or above it; empty without. */
export function projectNamespace(sources: readonly string[]): string {
  for (const source of sources) {
    for (let folder = resolve(source); ; folder = dirname(folder)) {
      const file = join(folder, 'sfdx-project.json');
      if (existsSync(file)) {
        const { namespace } = JSON.parse(readFileSync(file, 'utf8')) as { namespace?: unknown };
        if (typeof namespace === 'string' && namespace !== '') return namespace;
        break;
      }
      if (dirname(folder) === folder) break;
    }
  }
  return '';
}
