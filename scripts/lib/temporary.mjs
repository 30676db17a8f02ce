import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives this process, and all that it starts, a temp folder of their own, which is deleted at the end: what tests and tools leave in
 * theirs goes with it. The answer deletes it at once. Vitest calls it before the first worker starts (`globalSetup`).
 */
export default function ownTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-'));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ])
    process.once(signal, () => process.exit(code));
  return remove;
}
