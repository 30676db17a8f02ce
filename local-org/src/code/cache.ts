import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HasNamed } from '../2-bind/project.js';
import type { ParseResult } from '../1-parse/index.js';
import type { PlatformLibrary } from '../platform/library.js';
import type { Schema } from '../schema/model.js';
import type { Compilation } from './compile.js';
import type { ApexFile } from './source-files.js';

/** Keeps parsed files by the hash of their text, in memory and (with a folder) on disk. */
export class ParseCache {
  readonly #folder: string | undefined;
  readonly #version: string;
  readonly #memory = new Map<string, ParseResult>();

  constructor(folder: string | undefined, version: string) {
    this.#folder = folder === undefined ? undefined : join(folder, 'parse');
    this.#version = version;
  }

  /** Errors name their file, so only files without errors are kept. */
  get(file: ApexFile, parse: () => ParseResult): ParseResult {
    const key = hash([this.#version, file.kind, file.text]);
    const known = this.#memory.get(key) ?? read<ParseResult>(this.#folder, key);
    const result = known ?? parse();
    this.#memory.set(key, result);
    if (!known && result.unit) write(this.#folder, key, result);
    return result;
  }
}

export interface LookUp {
  readonly kind: Parameters<HasNamed>[0];
  readonly name: string;
  readonly found: boolean;
}

/** A compiled project with the labels and pages that were looked up: they are part of what it depends on. */
export interface CachedProject extends Compilation {
  readonly lookUps: readonly LookUp[];
}

export class ProjectCache {
  readonly #folder: string | undefined;
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  read(key: string, hasNamed: HasNamed): CachedProject | undefined {
    const cached = read<CachedProject>(this.#folder, key);
    return cached?.lookUps.every(({ kind, name, found }) => hasNamed(kind, name) === found) ? cached : undefined;
  }

  write(key: string, project: CachedProject): void {
    write(this.#folder, key, project);
  }
}

/** The key of a project: all that its compilation depends on, labels and pages excepted. */
export function projectKey(
  files: readonly ApexFile[],
  schema: Schema,
  library: PlatformLibrary,
  settings: readonly string[]
): string {
  const parts = [...settings];
  for (const file of files) parts.push(file.file, String(file.apiVersion), file.text);
  for (const object of schema.objects()) {
    parts.push(object.name);
    for (const field of object.fields.values()) {
      parts.push(
        `${field.name} ${field.type} ${field.relationshipName ?? ''} ${field.childRelationshipName ?? ''} ${field.referenceTo?.join() ?? ''}`
      );
    }
  }
  for (const each of library.classes()) {
    parts.push(
      each.name,
      each.kind,
      String(each.extensible),
      each.values.join(),
      JSON.stringify([each.extends, each.implements])
    );
    for (const member of each.members) {
      parts.push(
        member.signature,
        typeof member.implementation === 'object' && 'unsupported' in member.implementation ? '-' : ''
      );
    }
  }
  return hash(parts);
}

const sourceRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Changes whenever the code of the compiler does, so that a cache never outlives the code that made it. A compiler that is built
 * anew from the same code, or stands in another folder, uses the cache of the first.
 */
export function compilerVersion(root = sourceRoot): string {
  const parts: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!path.endsWith('.map')) parts.push(relative(root, path), readFileSync(path, 'utf8'));
    }
  };
  for (const part of ['1-parse', '2-bind', '3-emit', 'code', 'soql', 'schema']) visit(join(root, part));
  return hash(parts);
}

function hash(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 32);
}

function read<V>(folder: string | undefined, key: string): V | undefined {
  const file = folder === undefined ? '' : join(folder, `${key}.json`);
  if (file === '' || !existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as V;
  } catch {
    // A file cut short by a crash counts as absent: it is written anew.
    return undefined;
  }
}

/** Written beside and renamed, as several workers may write the same entry. */
function write(folder: string | undefined, key: string, value: unknown): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${key}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`);
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, join(folder, `${key}.json`));
}
