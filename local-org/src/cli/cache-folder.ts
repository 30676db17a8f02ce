import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where compiled code is kept between runs: `LOCAL_ORG_CACHE`, else the user's cache folder. Safe to delete. */
export function cacheFolder(): string {
  const folder =
    process.env['LOCAL_ORG_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'local-org');
  mkdirSync(folder, { recursive: true });
  return folder;
}
