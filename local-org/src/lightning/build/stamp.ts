import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ComponentFault } from './fault.js';

const stampFile = 'build.json';
const require = createRequire(import.meta.url);

/** Packages whose version decides about the output. */
const toolchain = [
  'lwc',
  '@lwc/synthetic-shadow',
  'lightning-base-components',
  'vite',
  'vite-plugin-lwc',
  'typescript',
  '@salesforce-ux/design-system'
];

/** `lwc@9.4.3 …`: a change of any of these makes all compiled code stale. */
export function toolchainVersions(): string {
  return toolchain.map((name) => `${name}@${packageVersion(name)}`).join(' ');
}

function packageVersion(name: string): string {
  const folders = require.resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  if (!file) throw new Error(`The npm package ${name} is not installed. Run npm install.`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Hash of the toolchain, the given facts and the content of the files. */
export function stampOf(facts: readonly string[], files: readonly string[]): string {
  const hash = createHash('sha256').update(toolchainVersions()).update(JSON.stringify(facts));
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The faults of the finished build that the folder holds for this stamp; undefined when it holds another one or none. */
export function builtFaults(outDir: string, stamp: string): readonly ComponentFault[] | undefined {
  const file = join(outDir, stampFile);
  if (!existsSync(file)) return undefined;
  const held = JSON.parse(readFileSync(file, 'utf8')) as { stamp: string; faults: readonly ComponentFault[] };
  return held.stamp === stamp ? held.faults : undefined;
}

/** Marks a build as finished. Called last, so that an interrupted build is never taken for a good one. */
export function markBuilt(outDir: string, stamp: string, faults: readonly ComponentFault[]): void {
  writeFileSync(join(outDir, stampFile), JSON.stringify({ stamp, faults }));
}
