import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface ApexFile {
  readonly file: string;
  readonly kind: 'class' | 'trigger';
  /** Name by the file, e.g. `Foo` of Foo.cls. */
  readonly name: string;
  readonly text: string;
  readonly apiVersion: number;
}

/** What a class without a meta file is compiled as. */
export const defaultApiVersion = 67;

/** All .cls and .trigger files under the folders, with the API version of their meta file, in the order of their paths. */
export function readApexFiles(sources: readonly string[]): ApexFile[] {
  const files = new Map<string, ApexFile>();
  const visit = (path: string): void => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (name !== 'node_modules' && !name.startsWith('.')) visit(join(path, name));
      }
      return;
    }
    const kind = path.endsWith('.cls') ? 'class' : path.endsWith('.trigger') ? 'trigger' : undefined;
    if (!kind || files.has(path)) return;
    const text = readFileSync(path, 'utf8');
    files.set(path, {
      file: path,
      kind,
      name: basename(path).replace(/\.\w+$/, ''),
      text,
      apiVersion: apiVersionOf(path)
    });
  };
  sources.forEach(visit);
  return [...files.values()];
}

function apiVersionOf(path: string): number {
  const meta = `${path}-meta.xml`;
  if (!existsSync(meta)) return defaultApiVersion;
  const version = /<apiVersion>\s*([\d.]+)\s*<\/apiVersion>/.exec(readFileSync(meta, 'utf8'))?.[1];
  return version === undefined ? defaultApiVersion : Number(version);
}
