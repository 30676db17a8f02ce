import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolchainVersions } from './stamp.js';

/**
 * Compiled modules on disk, keyed by toolchain, module id and source text. One file holds all, because reading a
 * thousand small ones takes longer than compiling half of them. Entries that a build did not use are dropped when it is saved.
 */
export class TransformCache {
  readonly #file: string;
  readonly #prefix: string;
  readonly #old: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();

  constructor(folder: string, mode: string) {
    this.#file = join(folder, `lightning-${mode}.json`);
    this.#prefix = `${toolchainVersions()} ${mode}`;
    this.#old = new Map(read(this.#file));
  }

  key(id: string, source: string): string {
    return createHash('sha256').update(`${this.#prefix}\0${id}\0${source}`).digest('base64url');
  }

  get(key: string): string | undefined {
    const code = this.#old.get(key) ?? this.#used.get(key);
    if (code !== undefined) this.#used.set(key, code);
    return code;
  }

  set(key: string, code: string): void {
    this.#used.set(key, code);
  }

  /** Writes beside and renames, so that builds at the same time cannot tear the file. */
  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify([...this.#used]));
    renameSync(draft, this.#file);
  }
}

/** A missing or damaged file is an empty cache: everything in it can be made again. */
function read(file: string): [string, string][] {
  if (!existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, string][];
  } catch {
    return [];
  }
}
