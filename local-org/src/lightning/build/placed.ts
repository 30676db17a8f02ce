import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';

/**
 * Has `make` fill a folder of its own and puts that in the place of `folder` when it is whole, so that orgs that start at the same time
 * never build into one folder. What another one has put there in between is replaced, unless `isThere` says that it will do.
 */
export async function buildBeside<T>(
  folder: string,
  make: (draft: string) => Promise<T>,
  isThere: () => boolean
): Promise<T> {
  const name = `${folder}.${randomUUID()}`;
  const [draft, former] = [`${name}.draft`, `${name}.former`];
  mkdirSync(dirname(folder), { recursive: true });
  try {
    const made = await make(draft);
    if (!isThere()) replace(folder, draft, former);
    return made;
  } finally {
    for (const left of [draft, former]) rmSync(left, { recursive: true, force: true });
  }
}

/** A folder cannot be renamed onto one that holds files: the one that is there steps aside first, and so may that of another org. */
function replace(folder: string, draft: string, former: string): void {
  for (let attempts = 5; ; attempts--) {
    if (renamed(folder, former, 'ENOENT')) rmSync(former, { recursive: true, force: true });
    if (renamed(draft, folder, attempts > 0 ? 'ENOTEMPTY' : undefined)) return;
  }
}

/** False when the renaming failed for this reason. */
function renamed(from: string, to: string, forgiven: string | undefined): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === forgiven) return false;
    throw error;
  }
}
