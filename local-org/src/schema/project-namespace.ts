import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The namespace in the sfdx-project.json in or above the first source; empty without. Further sources may be other people's packages. */
export function projectNamespace([source]: readonly string[]): string {
  for (let folder = resolve(source ?? ''); source !== undefined; folder = dirname(folder)) {
    const file = join(folder, 'sfdx-project.json');
    if (existsSync(file)) {
      const { namespace } = JSON.parse(readFileSync(file, 'utf8')) as { namespace?: unknown };
      return typeof namespace === 'string' ? namespace : '';
    }
    if (dirname(folder) === folder) break;
  }
  return '';
}
